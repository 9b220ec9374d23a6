"""What a row of somebody's table becomes before it is written: a draft of a record, and the sources it names."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit

from kzexplorer.build.rows import Row
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.text import fold, sort_key
from kzexplorer.domain.written_dates import NOT_KNOWN, Written

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Source:
    """A source a row names: a title or an address."""

    text: str
    slug: str

    @classmethod
    def of(cls, text: str) -> "Source":
        """Give it a slug of its own: the begin of the text, and a piece of its hash."""
        tail = sha256(text.encode()).hexdigest()[:8]
        begin = slug_of(text.removeprefix("https://").removeprefix("http://"))[:40].strip("-")
        return cls(text, f"{begin}-{tail}".lstrip("-"))

    @property
    def row(self) -> Row:
        """What the table of sources holds of it but for the day it was consulted."""
        address = self.text if self.text.startswith(("http://", "https://")) else ""
        return {
            "slug": self.slug,
            "title": self.text,
            "publisher": _host(address),
            "url": address,
            "language": "",
            "grade": "data",
            "sort_key": sort_key(self.text),
        }


@dataclass(slots=True)
class Draft:
    """A row read as a record; `others` are the names that stand for no partner known."""

    line: int
    title: str
    slug: str
    kind: str
    begins: Written = NOT_KNOWN
    begins_note: str = ""
    ends: Written = NOT_KNOWN
    ends_note: str = ""
    ongoing: bool = False
    status: str = "unknown"
    significance: int = 2
    place: str = ""
    summary: str = ""
    note: str = ""
    partners: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether one of its dates can be read in two ways."""
        return self.begins.is_open or self.ends.is_open

    @property
    def proves(self) -> set[Order]:
        """Which orders its dates can only have been written in."""
        return {self.begins.proves, self.ends.proves}


def sources_of(text: str) -> tuple[Source, ...]:
    """Give the sources a text names, parted by semicolons, bars, or where an address begins."""
    return tuple(Source.of(item) for item in re.split(r"\s*[;|]\s+|\s+(?=https?://)", text) if item)


def slug_of(text: str) -> str:
    """Make a slug of a text, empty where it has no letters or digits that can be folded to ASCII."""
    small = text.casefold()
    # Folding would also write i for y, which nobody would look for in an address.
    plain_ = small if small.isascii() else "".join(c if c.isascii() else fold(c) for c in small)
    return _NOT_SLUG.sub("-", plain_).strip("-")


def _host(address: str) -> str:
    """Give the host of an address, empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
