"""The things the data is about, as frozen values: records, partners, organizations, sources, claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.ends import End
from kzexplorer.domain.names import Names


@dataclass(frozen=True, slots=True)
class Edition:
    """Which data this is. `data_day` is the ordinal day up to which the data reaches."""

    name: str
    title: str
    data_day: int
    licence: str
    attribution: str
    counts: Mapping[str, int]


class Part(NamedTuple):
    """A partner's or organization's part in a record."""

    slug: str
    role: str


@dataclass(frozen=True, slots=True)
class Step:
    """A dated step in the life of a record."""

    role: str
    date: VagueDate | None
    text: str


# A tuple, since a frozen dataclass takes eight times as long to make, and a whole export makes one a record.
class Row(NamedTuple):
    """What lists, the timeline and exports need of a record; `id` is its place in the data."""

    id: int
    slug: str
    title: str
    kind: str
    begins: VagueDate | None
    end: End
    status: str
    certainty: str
    significance: int
    partners: tuple[Part, ...]
    organizations: tuple[Part, ...]
    areas: tuple[str, ...]
    objectives: tuple[str, ...]
    needs: tuple[str, ...]
    place: str
    steps: tuple[Step, ...]
    summary: str
    note: str
    in_brief: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """A country or multilateral body, with how many records it takes part in directly and only as context."""

    slug: str
    kind: str
    code: str
    names: Names
    region: str
    capital: str
    seat: str
    latitude: float
    longitude: float
    place_note: str
    in_brief: bool
    standing: str
    standing_note: str
    first_record_year: int
    profile: str
    aliases: tuple[str, ...]
    direct: int
    context: int
    by_year: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Organization:
    """An agency, company or other organization inside a partner or Kazakhstan."""

    slug: str
    kind: str
    country: str
    names: Names
    aliases: tuple[str, ...]
    summary: str
    begins: VagueDate | None
    ends: VagueDate | None
    successor: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from. `url`, `author`, `licence` and `note` are empty where there are none."""

    slug: str
    title: str
    publisher: str
    author: str
    published: VagueDate | None
    url: str
    language: str
    grade: str
    consulted: str
    licence: str
    note: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and what it says of the record that cites it."""

    source: Source
    note: str


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a disputed question; `source` is empty for general knowledge."""

    value: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question on a record or organization, `about`, the sources disagree on; the answer used, with the reason."""

    slug: str
    question: str
    positions: tuple[Position, ...]
    used: str
    about: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the founding brief, checked."""

    slug: str
    section: str
    claim: str
    verdict: str
    explanation: str
    records: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A related record; `back` is true when the relation runs from the other record to this one."""

    slug: str
    title: str
    relation: str
    back: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed extra fact of a record, its key naming the unit."""

    key: str
    value: str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map; precision is site (about 100 m), town or area."""

    slug: str
    names: Names
    latitude: float
    longitude: float
    precision: str
    summary: str


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a controlled list: an area, an objective, a need or a stage of development."""

    slug: str
    names: Names
    description: str
    seed_text: str


@dataclass(frozen=True, slots=True)
class Era:
    """A time behind the timeline, in a row from 1 on; `records` are the slugs of those its bounds come from."""

    slug: str
    names: Names
    row: int
    begins: VagueDate
    ends: VagueDate
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordDetail:
    """All that is known of a record, its evidence included."""

    row: Row
    facts: tuple[Fact, ...]
    place: Place | None
    citations: tuple[Citation, ...]
    conflicts: tuple[Conflict, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PartnerDetail:
    """A partner with the records its profile rests on, its sources and its organizations."""

    partner: Partner
    records: Sequence[Row]
    key_records: tuple[str, ...]
    sources: tuple[Source, ...]
    organizations: tuple[Organization, ...]


@dataclass(frozen=True, slots=True)
class OrganizationDetail:
    """An organization with its records, sources, conflicts and predecessors."""

    organization: Organization
    records: Sequence[Row]
    sources: tuple[Source, ...]
    conflicts: tuple[Conflict, ...]
    predecessors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """A source with what rests on it; `alone` are the slugs of the records that rest on no other, the brief apart."""

    source: Source
    records: Sequence[Row]
    claims: tuple[Claim, ...]
    partners: tuple[str, ...]
    organizations: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim with its records and sources."""

    claim: Claim
    records: Sequence[Row]
    sources: tuple[Source, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermDetail:
    """An entry of a controlled list, by its name, with the records that have it, and the sources of what is said."""

    facet: str
    term: Term
    records: Sequence[Row]
    sources: tuple[Source, ...]


Detail = RecordDetail | PartnerDetail | OrganizationDetail | SourceDetail | ClaimDetail | TermDetail
