"""What a sheet is made of: headed paragraphs, pairs and lists, each line with what it leads to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.records import Row
from kzexplorer.viewmodel.certainty import Certainty
from kzexplorer.viewmodel.labels import Labels


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: what it says, smaller lines below it, and the slug it leads to, if any.

    `note` is what a source says of the thing; `mark` a judgement of it; `copy` what a click copies.
    """

    text: str
    caption: str = ""
    slug: str = ""
    note: str = ""
    mark: str = ""
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the entries beside it."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a short remark beside it and entries below, numbered where they are sources.

    `is_evidence` says that a thing rests on these, also where there are none and an entry says so.
    """

    heading: str
    entries: tuple[Entry, ...]
    remark: str = ""
    is_evidence: bool = False

    @property
    def numbered(self) -> bool:
        """Whether the entries are sources, which go by numbers."""
        return self.is_evidence and all(entry.slug for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not settled: a headline, its positions, and what the data uses."""

    headline: str
    entries: tuple[Entry, ...] = ()
    used: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """The records behind a thing as a query: how many, and the facet and value that find them."""

    text: str
    facet: str
    value: str


@dataclass(frozen=True, slots=True)
class LifeStep:
    """A step in the life of a record: when, in words, and what happened."""

    date: VagueDate | None
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything known of one thing, in the order in which it is read.

    `certainty` is that of a record, `mark` the verdict on a claim, `address` that of a source.
    """

    slug: str
    overline: str
    title: str
    subtitle: str
    body: str = ""
    kind: str = ""
    weak: bool = False
    mark: str = ""
    address: str = ""
    certainty: Certainty | None = None
    ask: Ask | None = None
    pairs: tuple[Pair, ...] = ()
    life: tuple[LifeStep, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    sections: tuple[Section, ...] = field(default=())


def filled(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Leave out pairs without a value."""
    return tuple(pair for pair in pairs if pair.entries)


def listed(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Leave out sections without an entry."""
    return tuple(section for section in sections if section.entries)


LISTED = 300  # records a section names; who wants more asks the filters for them


def records(heading: str, rows: Sequence[Row], labels: Labels, total: int | None = None) -> Section:
    """List the first records with when they were and what they are; `total` counts all where `rows` are not."""
    first, count = rows[:LISTED], len(rows) if total is None else total
    return Section(
        heading,
        tuple(Entry(row.title, f"{labels.when(row)} · {labels.kind(row.kind)}", row.slug) for row in first),
        remark=labels.say("the first {count} of {total} records", count=len(first), total=labels.say.number(count))
        if count > len(first)
        else "",
    )


def part(labels: Labels, slug: str, role: str = "") -> Entry:
    """Name a thing with its part in another."""
    return Entry(labels.thing(slug), labels.say(role) if role else "", slug)
