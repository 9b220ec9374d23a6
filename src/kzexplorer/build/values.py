"""The types of value a source file can hold: each a function that reads a parsed value or refuses it."""

import math
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, TypeVar

from kzexplorer.build.problems import Complaint
from kzexplorer.domain.dates import DateError, VagueDate, parse, shortened
from kzexplorer.domain.names import LANGUAGES, Names

T = TypeVar("T")

MAX_TEXT = 20_000
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
MAX_SLUG = 100
_KEY = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_INTEGER_BOUND = 2**63  # what SQLite stores
_NAMED = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list", dict: "a table"}


class Wrong(Exception):
    """Say, in one or more complaints, why a value was refused."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__(*complaints)
        self.complaints = complaints


def wrong(sentence: str, needle: str = "") -> Wrong:
    """Refuse a value with one sentence; `needle` is a text that marks its line."""
    return Wrong(Complaint(sentence, needle))


@dataclass(frozen=True, slots=True)
class Given:
    """A value as parsed, the slugs it may refer to by what they name, and whether it is a table's cell."""

    value: object
    known: Mapping[str, Collection[str]]
    is_cell: bool = False

    def typed(self, python: type[T], wanted: str) -> T:
        """Give the value back when it is of a Python type, and no subtype of it.

        Raises:
            Wrong: it is of another type.
        """
        if type(self.value) is not python:
            raise wrong(f"should be {wanted}, but is {named(self.value)}")
        return self.value

    def item(self, value: object) -> "Given":
        """Give a value that stands inside this one."""
        return replace(self, value=value)


Read = Callable[[Given], T]


def line(given: Given) -> str:
    """Read text without line breaks."""
    text = given.typed(str, "text in quotes").strip()
    if not text:
        raise wrong("is empty; leave the key out when nothing is known")
    if len(text) > MAX_TEXT:
        raise wrong(f"has {len(text)} characters; at most {MAX_TEXT} are kept")
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}:
            raise wrong(f"holds the control character U+{ord(char):04X}; take it out")
    return text


def prose(given: Given) -> str:
    """Read a longer text, whose lines are joined by blanks."""
    text = given.typed(str, "text in quotes")
    return line(given.item(" ".join(part.strip() for part in text.split("\n") if part.strip())))


def flag(given: Given) -> bool:
    """Read true or false."""
    return given.typed(bool, "true or false")


def whole(least: int = 0, most: int = 10**6) -> Read[int]:
    """Make the type of whole numbers between two bounds."""

    def read(given: Given) -> int:
        if given.is_cell and re.fullmatch(r"0|-?[1-9][0-9]{0,17}", str(given.value)):
            given = given.item(int(str(given.value)))
        number = given.typed(int, "a whole number")
        if not least <= number <= most:
            raise wrong(f"should lie between {least} and {most}")
        return number

    return read


def degrees(most: float) -> Read[float]:
    """Make the type of angles of at most so many degrees to both sides of zero."""

    def read(given: Given) -> float:
        value = given.value
        if type(value) is int or (given.is_cell and re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,12})?", str(value))):
            given = given.item(float(str(value)))
        angle = given.typed(float, "a number of degrees")
        if not -most <= angle <= most:
            raise wrong(f"should lie between {-most:g} and {most:g} degrees")
        return angle

    return read


def vague_date(given: Given) -> VagueDate:
    """Read a date of the grammar, in quotes."""
    text = given.typed(str, "a date in quotes")
    try:
        return parse(text)
    except DateError as error:
        raise wrong(str(error), text) from None


def word(words: Collection[str]) -> Read[str]:
    """Make the type of the words of a controlled list."""

    def read(given: Given) -> str:
        text = given.typed(str, "a word in quotes")
        if text not in words:
            raise wrong(f"“{shortened(text)}” is not a word used here{meant(text, words)}", text)
        return text

    return read


def ref(to: str, *besides: str) -> Read[str]:
    """Make the type of the slugs of one kind of thing; `besides` are slugs that stand for no thing."""

    def read(given: Given) -> str:
        slug = given.typed(str, "a slug in quotes")
        known = given.known.get(to, ())
        if slug not in known and slug not in besides:
            raise wrong(f"there is no {to} “{shortened(slug)}”{meant(slug, [*known, *besides])}", slug)
        return slug

    return read


def all_names(given: Given) -> Names:
    """Read the names of a thing: `{ en = "…", kk = "…", ru = "…" }`, of which `en` must stand."""
    table = given.typed(dict, 'a table { en = "…", kk = "…", ru = "…" }')
    for key in table:
        if key not in LANGUAGES:
            raise wrong(f"“{shortened(key)}” is not a language here; there are {', '.join(LANGUAGES)}", key)
    if "en" not in table:
        raise wrong("lacks the English name “en”")
    return Names(**{key: line(given.item(name)) for key, name in table.items()})


def list_of(read: Read[Any]) -> Read[tuple[Any, ...]]:
    """Make the type of lists of one type, without doubles; in a cell, blanks separate the items."""

    def read_list(given: Given) -> tuple[Any, ...]:
        items = str(given.value).split() if given.is_cell else given.typed(list, "a list")
        found: list[object] = []
        complaints: list[Complaint] = []
        for item in items:
            try:
                value = read(Given(item, given.known))
            except Wrong as refused:
                complaints += refused.complaints
                continue
            if value in found:
                complaints.append(Complaint(f"names “{shortened(str(value))}” twice", str(value)))
            found.append(value)
        if complaints:
            raise Wrong(*complaints)
        return tuple(found)

    return read_list


def facts(given: Given) -> Mapping[str, object]:
    """Read typed extra facts: a table of texts, numbers, true or false, and lists of texts."""
    found: dict[str, object] = {}
    complaints: list[Complaint] = []
    for key, value in given.typed(dict, "a table").items():
        try:
            found[key] = _fact(key, given.item(value))
        except Wrong as refused:
            complaints += [Complaint(f"{shortened(key)}: {c.sentence}", key) for c in refused.complaints]
    if complaints:
        raise Wrong(*complaints)
    return found


def _fact(key: str, given: Given) -> object:
    value = given.value
    if not _KEY.fullmatch(key):
        raise wrong("is not a key; write small letters a-z, digits and underscores")
    if type(value) is str:
        return line(given)
    if type(value) is list:
        return list_of(line)(given)
    if type(value) is int and not -_INTEGER_BOUND <= value < _INTEGER_BOUND:
        raise wrong("is a number too large to keep")
    if type(value) is float and not math.isfinite(value):
        raise wrong("is not a finite number")
    if type(value) not in (bool, int, float):
        raise wrong(f"should be text, a number, true or false, or a list, but is {named(value)}")
    return value


def reasons(given: Given) -> Mapping[str, str]:
    """Read reasons by what they are for: a table of texts."""
    return {key: prose(given.item(reason)) for key, reason in given.typed(dict, "a table").items()}


def check_slug(slug: str) -> None:
    """See that a name can be a slug.

    Raises:
        Wrong: it is not small letters, digits and single hyphens, or is too long.
    """
    if not SLUG.fullmatch(slug) or len(slug) > MAX_SLUG:
        raise wrong(f"“{shortened(slug)}” is not a slug; write small letters a-z, digits and single hyphens", slug)


def named(value: object) -> str:
    """Say what type a parsed value is of."""
    return _NAMED.get(type(value), "a date without quotes")


def meant(text: str, words: Collection[str]) -> str:
    """Guess which word a text was meant to be, or list them where there are few."""
    close = get_close_matches(text[:100], sorted(words), 1)
    if close:
        return f"; do you mean “{close[0]}”?"
    return f"; there are {', '.join(sorted(words))}" if 0 < len(words) <= 20 else ""
