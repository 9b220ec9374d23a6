"""The types of value a field of a source file can hold, and how each is read and refused."""

import math
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, dataclass, field, fields
from difflib import get_close_matches
from typing import Any, ClassVar, Protocol, TypeVar

from kzexplorer.build.problems import Complaint
from kzexplorer.domain.dates import DateError, VagueDate, parse, shortened
from kzexplorer.domain.names import Names

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

# The slugs a reference may name: kind of thing -> its slugs.
Known = Mapping[str, Collection[str]]

MAX_TEXT = 20_000
_INTEGER_BOUND = 2**63  # what SQLite stores
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_KEY = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


class Wrong(Exception):
    """Say, in one or more complaints, why a value was refused."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__(*complaints)
        self.complaints = complaints


class Type(Protocol[T_co]):
    """A type of value: `read` gives the value or raises `Wrong`; `cell` reads the text of a table's cell."""

    def read(self, value: object, known: Known) -> T_co: ...

    def cell(self, text: str) -> object: ...


def of(type: Type[T], default: object = MISSING) -> T:
    """Declare a field of a draft: its type and, where it may be left out, what then stands for it."""
    stands = {"default_factory": dict} if default == {} else {"default": default}
    declared: T = field(metadata={"type": type}, **stands)  # type: ignore[call-overload]
    return declared


def wrong(sentence: str, needle: str = "") -> Wrong:
    """Refuse a value with one sentence."""
    return Wrong(Complaint(sentence, needle))


def check_slug(slug: str) -> str:
    """Give a slug back.

    Raises:
        Wrong: it is not small letters, digits and single hyphens.
    """
    if not _SLUG.fullmatch(slug) or len(slug) > 100:
        raise wrong(
            f"“{shortened(slug)}” is not a slug; write small letters a-z, digits and single hyphens",
            slug,
        )
    return slug


def _named(value: object) -> str:
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
    names |= {list: "a list", dict: "a table"}
    return names.get(type(value), "a date without quotes")


class _Typed:
    """Refuse values of another Python type; a cell of a table is its text."""

    python: ClassVar[type]
    wanted: ClassVar[str]

    def cell(self, text: str) -> object:
        return text

    def _typed(self, value: object) -> Any:
        if type(value) is not self.python:
            raise wrong(f"should be {self.wanted}, but is {_named(value)}")
        return value


@dataclass(frozen=True)
class Text(_Typed):
    """Text without line breaks; with `wrapped`, the lines of a longer text are joined by blanks."""

    wrapped: bool = False
    python: ClassVar[type] = str
    wanted: ClassVar[str] = "text in quotes"

    def read(self, value: object, known: Known) -> str:
        text: str = self._typed(value)
        if self.wrapped:
            text = " ".join(line.strip() for line in text.split("\n") if line.strip())
        text = text.strip()
        if not text:
            raise wrong("is empty; leave the key out when nothing is known")
        if len(text) > MAX_TEXT:
            raise wrong(f"has {len(text)} characters; at most {MAX_TEXT} are kept")
        for char in text:
            if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}:
                raise wrong(f"holds the control character U+{ord(char):04X}; take it out")
        return text


LINE = Text()
PROSE = Text(wrapped=True)


class _Flag(_Typed):
    """True or false."""

    python = bool
    wanted = "true or false"

    def read(self, value: object, known: Known) -> bool:
        flag: bool = self._typed(value)
        return flag


FLAG = _Flag()


@dataclass(frozen=True)
class Whole(_Typed):
    """A whole number between two bounds."""

    least: int = 0
    most: int = 10**6
    python: ClassVar[type] = int
    wanted: ClassVar[str] = "a whole number"

    def cell(self, text: str) -> object:
        return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else text

    def read(self, value: object, known: Known) -> int:
        number: int = self._typed(value)
        if not self.least <= number <= self.most:
            raise wrong(f"should lie between {self.least} and {self.most}")
        return number


@dataclass(frozen=True)
class Degrees:
    """An angle of at most so many degrees to both sides of zero."""

    most: float

    def cell(self, text: str) -> object:
        return float(text) if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,12})?", text) else text

    def read(self, value: object, known: Known) -> float:
        if type(value) not in (int, float):
            raise wrong(f"should be a number of degrees, but is {_named(value)}")
        degrees = float(value)  # type: ignore[arg-type]
        if not -self.most <= degrees <= self.most:
            raise wrong(f"should lie between {-self.most:g} and {self.most:g} degrees")
        return degrees


LATITUDE = Degrees(90)
LONGITUDE = Degrees(180)


class _Date(_Typed):
    """A date of the grammar, in quotes."""

    python = str
    wanted = "a date in quotes"

    def read(self, value: object, known: Known) -> VagueDate:
        text: str = self._typed(value)
        try:
            return parse(text)
        except DateError as error:
            raise wrong(str(error), text) from None


DATE = _Date()


@dataclass(frozen=True)
class Word(_Typed):
    """A word of a controlled list."""

    words: Collection[str]
    python: ClassVar[type] = str
    wanted: ClassVar[str] = "a word in quotes"

    def read(self, value: object, known: Known) -> str:
        word: str = self._typed(value)
        if word not in self.words:
            meant = _meant(word, self.words)
            raise wrong(f"“{shortened(word)}” is not a word used here{meant}", word)
        return word


@dataclass(frozen=True)
class Ref(_Typed):
    """The slug of a thing of one kind; `besides` are slugs that stand for nothing in the data."""

    to: str
    besides: tuple[str, ...] = ()
    python: ClassVar[type] = str
    wanted: ClassVar[str] = "a slug in quotes"

    def read(self, value: object, known: Known) -> str:
        slug: str = self._typed(value)
        if slug not in known[self.to] and slug not in self.besides:
            meant = _meant(slug, [*known[self.to], *self.besides])
            raise wrong(f"there is no {self.to} “{shortened(slug)}”{meant}", slug)
        return slug


class _Names(_Typed):
    """The names of a thing: `{ en = "…", kk = "…", ru = "…" }`, of which `en` must stand."""

    python = dict
    wanted = 'a table { en = "…", kk = "…", ru = "…" }'

    def read(self, value: object, known: Known) -> Names:
        table: dict[str, object] = self._typed(value)
        for key in table.keys() - {"en", "kk", "ru"}:
            raise wrong(f"“{shortened(key)}” is not a language here; there are en, kk and ru", key)
        if "en" not in table:
            raise wrong("lacks the English name “en”")
        return Names(**{key: LINE.read(name, known) for key, name in table.items()})


NAMES = _Names()


@dataclass(frozen=True)
class ListOf(_Typed):
    """Several values of one type, without doubles; in the cell of a table, blanks separate them."""

    type: Type[Any]
    python: ClassVar[type] = list
    wanted: ClassVar[str] = "a list"

    def cell(self, text: str) -> object:
        return text.split()

    def read(self, value: object, known: Known) -> tuple[Any, ...]:
        found: list[object] = []
        complaints: list[Complaint] = []
        for item in self._typed(value):
            try:
                read = self.type.read(item, known)
            except Wrong as refused:
                complaints += refused.complaints
                continue
            if read in found:
                complaints.append(Complaint(f"names “{shortened(str(read))}” twice", str(read)))
            found.append(read)
        if complaints:
            raise Wrong(*complaints)
        return tuple(found)


@dataclass(frozen=True)
class RowsOf(_Typed):
    """A list of small tables, each read as one value of a class whose fields are declared with `of`."""

    row: Callable[..., Any]
    python: ClassVar[type] = list
    wanted: ClassVar[str] = "a list of tables"

    def read(self, value: object, known: Known) -> tuple[Any, ...]:
        found: list[object] = []
        complaints: list[Complaint] = []
        for item in self._typed(value):
            if type(item) is not dict:
                complaints.append(Complaint(f"should list tables, but holds {_named(item)}"))
                continue
            values, refused = read_table(self.row, item, known)
            mark = next((text for text in item.values() if type(text) is str), "")
            complaints += (
                Complaint(c.sentence, c.needle or (key if key in item else mark))
                for key, c in refused
            )
            if not refused:
                row = self.row(**values)
                if row in found:
                    complaints.append(Complaint("names the same entry twice", mark))
                found.append(row)
        if complaints:
            raise Wrong(*complaints)
        return tuple(found)


class _Facts(_Typed):
    """Typed extra facts: a table of texts, numbers, true or false, and lists of texts."""

    python = dict
    wanted = "a table"

    def read(self, value: object, known: Known) -> Mapping[str, object]:
        complaints = []
        facts: dict[str, object] = {}
        for key, fact in self._typed(value).items():
            try:
                facts[key] = self._fact(key, fact, known)
            except Wrong as refused:
                complaints += [Complaint(f"{key}: {c.sentence}", key) for c in refused.complaints]
        if complaints:
            raise Wrong(*complaints)
        return facts

    def _fact(self, key: str, fact: object, known: Known) -> object:
        if not _KEY.fullmatch(key):
            raise wrong("is not a key; write small letters a-z, digits and underscores")
        if type(fact) is str:
            return LINE.read(fact, known)
        if type(fact) is list:
            return ListOf(LINE).read(fact, known)
        if type(fact) is int and not -_INTEGER_BOUND <= fact < _INTEGER_BOUND:
            raise wrong("is a number too large to keep")
        if type(fact) is float and not math.isfinite(fact):
            raise wrong("is not a finite number")
        if type(fact) not in (bool, int, float):
            raise wrong(f"should be text, a number, true or false, or a list, but is {_named(fact)}")
        return fact


FACTS = _Facts()


class _Reasons(_Typed):
    """Reasons by key: a table of texts."""

    python = dict
    wanted = "a table of reasons"

    def read(self, value: object, known: Known) -> Mapping[str, str]:
        return {key: PROSE.read(reason, known) for key, reason in self._typed(value).items()}


REASONS = _Reasons()


def read_table(
    draft: Callable[..., Any], table: Mapping[str, object], known: Known
) -> tuple[dict[str, Any], list[tuple[str, Complaint]]]:
    """Read a table by the fields a class declares; give the values and the complaints by key."""
    declared = {f.name: f for f in fields(draft) if "type" in f.metadata}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    complaints: list[tuple[str, Complaint]] = []
    for key in table:
        if key not in declared:
            sentence = f"“{shortened(key)}” is not a key used here{_meant(key, declared)}"
            complaints.append((key, Complaint(sentence)))
    for name, f in declared.items():
        if name not in table:
            if f.default is f.default_factory:  # both MISSING
                complaints.append((name, Complaint(f"the key “{name}” is missing")))
            continue
        try:
            values[name] = f.metadata["type"].read(table[name], known)
        except Wrong as refused:
            complaints += [
                (name, Complaint(f"{name}: {c.sentence}", c.needle)) for c in refused.complaints
            ]
    return values, complaints


def _meant(word: str, words: Collection[str]) -> str:
    close = get_close_matches(word[:100], sorted(words), 1)
    if close:
        return f"; do you mean “{close[0]}”?"
    return f"; there are {', '.join(sorted(words))}" if 0 < len(words) <= 20 else ""
