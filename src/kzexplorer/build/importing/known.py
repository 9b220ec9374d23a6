"""The partners, organizations, areas, places, kinds and statuses that a table's texts can name."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kzexplorer.build.entries import KAZAKHSTAN
from kzexplorer.build.importing.common_names import COMMON, HOME, KIND_WORDS, STATUS_WORDS
from kzexplorer.build.rows import Row, Tables
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import Spellings, index_text
from kzexplorer.domain.vocabulary import STATUSES
from kzexplorer.domain.written_words import SAYS_NOTHING

_LISTED = re.compile(r"\s*[;|\n\r]+\s*")
_SMALLER = re.compile(r"\s+[–—-]\s+|\s*(?:[,&+]|\band\b|\bи\b|\bжәне\b|\bмен\b)\s*")
_SLASH = re.compile(r"\s*/\s*")


@dataclass(frozen=True, slots=True)
class Named:
    """The slugs that a cell names, the names in it that stand for nothing known, and those known only in `partly`."""

    slugs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()


class Known:
    """Names in any script, spelling and language to slugs, by what they name.

    `named(what, text)` finds what a cell names: as a whole, else each item of its list, else each part of an item.
    """

    def __init__(self, tables: Tables) -> None:
        """Take the names of the tables of a database."""
        pairs = sorted((str(row["spelling"]), str(row["token"])) for row in tables["spelling"])
        self.spellings = Spellings.known(pairs)
        self._slugs: dict[str, dict[str, str]] = {}
        self._partners = {str(row["slug"]): row for row in tables["partner"]}
        for row in tables["partner"]:
            self._learn("partner", row["slug"], (row["slug"], *_names(row), row["code"]))
        for row in tables["partner_alias"]:
            self._learn("partner", row["partner"], (row["alias"],))
        for slug, common in COMMON.items():
            if slug in self._partners:
                self._learn("partner", slug, common.split("|"))
        self._learn("partner", KAZAKHSTAN, HOME.split("|"))
        for row in tables["organization"]:
            self._learn("organization", row["slug"], (row["slug"], *_names(row)))
        for row in tables["organization_alias"]:
            self._learn("organization", row["organization"], (row["alias"],))
        for row in tables["place"]:
            self._learn("place", row["slug"], (row["slug"], *_names(row)))
        for row in tables["term"]:
            if row["list"] == "area":
                self._learn("area", row["slug"], (row["slug"], *_names(row)))
        for kind in kinds().values():
            self._learn("kind", kind.id, (kind.id, *kind.names, *KIND_WORDS.get(kind.id, "").split("|")))
        for status in STATUSES:
            self._learn("status", status, (status, *STATUS_WORDS.get(status, "").split("|")))
        self._slug: Callable[[str, str], str] = lru_cache(maxsize=1 << 13)(self._find)
        self.named: Callable[[str, str], Named] = lru_cache(maxsize=1 << 13)(self._look_up)
        self.word: Callable[[str, str], str] = lru_cache(maxsize=1 << 13)(self._word)

    def is_partner(self, text: str) -> bool:
        """Say whether a text names partners and nothing else."""
        found = self.named("partner", text)
        return bool(found.slugs) and not found.others

    def partner(self, slug: str, code: str) -> str:
        """Give the name of a partner in a language, whether or not the data that is open has it."""
        return str(self._partners[slug][f"name_{code}"])

    def is_kind(self, text: str) -> bool:
        """Say whether a text names a kind."""
        return bool(self.word("kind", text))

    def _learn(self, what: str, slug: object, spelled: Iterable[object]) -> None:
        for name in spelled:
            for form in _forms(str(name or "")):
                if folded := index_text(form, self.spellings):
                    self._slugs.setdefault(what, {}).setdefault(folded, str(slug))

    def _word(self, what: str, text: str) -> str:
        """Give the kind or status that a text names as a whole, empty when none."""
        return self._slugs[what].get(index_text(text, self.spellings), "")

    def _look_up(self, what: str, text: str) -> Named:
        slugs: dict[str, None] = {}
        others: dict[str, None] = {}
        partly: dict[str, None] = {}
        for item in _LISTED.split(text.strip()):
            for name in self._items(what, item):
                if not self._slug(what, name):
                    others[name] = None
                    continue
                # What brackets hold may be the same thing again, another one, or something that nobody knows.
                forms = [name] if self._exact(what, name) else list(_forms(name))[1:]
                known = [slug for form in forms if (slug := self._exact(what, form))]
                slugs |= dict.fromkeys(known)
                if len(known) < len(forms):
                    partly[name] = None
        return Named(tuple(slugs), tuple(others), tuple(partly))

    def _items(self, what: str, item: str) -> Iterator[str]:
        """Take an item apart where it is not known as a whole: `Russia, Italy`, but `Korea, South`."""
        parts = [item] if self._slug(what, item) else _SMALLER.split(item)
        names = [name for part in parts for name in self._halves(what, part)]
        # A part that nobody knows may be half of a name: then the whole is what is not known.
        if len(names) > 1 and not any(self._slug(what, name) for name in names):
            names = [item]
        yield from (name for name in names if not _says_nothing(name))

    def _halves(self, what: str, part: str) -> list[str]:
        """Take a part apart at its slashes where that tells more: `Russia/Italy`, but neither `N/A` nor `S/N`."""
        if _says_nothing(part) or self._slug(what, part):
            return [part]
        halves = _SLASH.split(part)
        known = [half for half in halves if self._slug(what, half)]
        # A single letter beside a slash is more often an abbreviation than a country.
        return halves if known and all(len(half) > 1 for half in known) else [part]

    def _find(self, what: str, name: str) -> str:
        """Give the slug of one name, or of a part of it, empty when none is known."""
        return next((slug for form in _forms(name) if (slug := self._exact(what, form))), "")

    def _exact(self, what: str, form: str) -> str:
        known = self._slugs.get(what, {})
        folded = index_text(form.strip(), self.spellings)
        # What is folded to a letter or two is a code, and only if it was written as one.
        if folded in known and (len(folded) > 2 or form.isupper() or known[folded] == form):
            return known[folded]
        return ""


def _says_nothing(name: str) -> bool:
    return _SLASH.sub("/", name.casefold()) in SAYS_NOTHING


def _names(row: Row) -> tuple[object, ...]:
    return tuple(row[f"name_{language}"] for language in ("en", "kk", "ru"))


_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")


def _forms(name: str) -> Iterator[str]:
    """Give a name, and where it ends in brackets also what stands before and within them."""
    if name.strip():
        yield name.strip()
    brackets = _BRACKETS.fullmatch(name.strip())
    if brackets:
        yield from brackets.groups()
