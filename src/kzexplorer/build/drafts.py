"""What each file of the source folder holds: one class an entry, its fields declared with their types."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kzexplorer.build.fields import (
    DATE,
    FACTS,
    FLAG,
    LATITUDE,
    LINE,
    LONGITUDE,
    NAMES,
    PROSE,
    REASONS,
    ListOf,
    Ref,
    RowsOf,
    Whole,
    Word,
    of,
)
from kzexplorer.build.problems import Passage
from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.ends import End, end_of
from kzexplorer.domain.names import Names
from kzexplorer.domain.text import Spellings
from kzexplorer.domain.vocabulary import (
    CERTAINTIES,
    GRADES,
    ORGANIZATION_KINDS,
    ORGANIZATION_ROLES,
    PARTNER_KINDS,
    PARTNER_ROLES,
    PLACE_PRECISIONS,
    RELATIONS,
    STANDINGS,
    STATUSES,
    STEP_ROLES,
    VERDICTS,
)

KAZAKHSTAN = "kazakhstan"  # the country of an organization that no partner stands for


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An entry of the source folder: its slug, from the name of its file or row, and where it stands."""

    slug: str
    passage: Passage = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Edition(Draft):
    """`edition.toml`: which data this is."""

    title: str = of(LINE)
    edition: str = of(LINE)
    data_date: VagueDate = of(DATE)
    licence: str = of(LINE)
    attribution: str = of(PROSE)

    @property
    def data_day(self) -> int:
        """The ordinal day up to which the data reaches."""
        return self.data_date.finish


@dataclass(frozen=True, kw_only=True)
class Source(Draft):
    """A row of `sources.csv`: where facts come from."""

    title: str = of(LINE)
    publisher: str = of(LINE)
    author: str = of(LINE, "")
    published: VagueDate | None = of(DATE, None)
    url: str = of(LINE, "")
    language: str = of(LINE)
    grade: str = of(Word(GRADES))
    consulted: VagueDate = of(DATE)
    licence: str = of(LINE, "")
    note: str = of(LINE, "")


@dataclass(frozen=True, kw_only=True)
class Place(Draft):
    """A row of `places.csv`: a point on the map."""

    name_en: str = of(LINE)
    name_kk: str = of(LINE, "")
    name_ru: str = of(LINE, "")
    latitude: float = of(LATITUDE)
    longitude: float = of(LONGITUDE)
    precision: str = of(Word(PLACE_PRECISIONS))
    summary: str = of(LINE, "")


@dataclass(frozen=True, kw_only=True)
class Term(Draft):
    """A table of `areas.toml`, `objectives.toml`, `needs.toml` or `stages.toml`, in their order."""

    names: Names = of(NAMES)
    description: str = of(PROSE)
    seed_text: str = of(PROSE, "")
    records: tuple[str, ...] = of(ListOf(Ref("record")), ())
    sources: tuple[str, ...] = of(ListOf(Ref("source")), ())
    merged_from: tuple[str, ...] = of(ListOf(LINE), ())


@dataclass(frozen=True, kw_only=True)
class Partner(Draft):
    """`partners/SLUG.toml`: a country or multilateral body."""

    kind: str = of(Word(PARTNER_KINDS))
    iso2: str = of(LINE, "")
    names: Names = of(NAMES)
    aliases: tuple[str, ...] = of(ListOf(LINE), ())
    region: str = of(LINE)
    capital: str = of(LINE, "")
    seat: str = of(LINE, "")
    latitude: float = of(LATITUDE)
    longitude: float = of(LONGITUDE)
    place_note: str = of(PROSE, "")
    in_brief: bool = of(FLAG, False)
    standing: str = of(Word(STANDINGS))
    standing_note: str = of(PROSE, "")
    first_record_year: int | None = of(Whole(1900, 2999), None)
    profile: str = of(PROSE)
    records: tuple[str, ...] = of(ListOf(Ref("record")), ())
    sources: tuple[str, ...] = of(ListOf(Ref("source")), ())


@dataclass(frozen=True, kw_only=True)
class Organization(Draft):
    """`organizations/SLUG.toml`: an agency, company or other organization inside a country."""

    kind: str = of(Word(ORGANIZATION_KINDS))
    country: str = of(Ref("partner", besides=(KAZAKHSTAN,)))
    names: Names = of(NAMES)
    aliases: tuple[str, ...] = of(ListOf(LINE), ())
    begins: VagueDate | None = of(DATE, None)
    ends: VagueDate | None = of(DATE, None)
    successor: str = of(Ref("organization"), "")
    summary: str = of(PROSE, "")
    sources: tuple[str, ...] = of(ListOf(Ref("source")), ())
    merged_from: tuple[str, ...] = of(ListOf(LINE), ())


@dataclass(frozen=True, kw_only=True)
class PartnerPart:
    """A partner's part in a record."""

    partner: str = of(Ref("partner"))
    role: str = of(Word(PARTNER_ROLES))


@dataclass(frozen=True, kw_only=True)
class OrganizationPart:
    """An organization's part in a record."""

    organization: str = of(Ref("organization"))
    role: str = of(Word(ORGANIZATION_ROLES))


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step in the life of a record; the date may be left out where it is not known."""

    role: str = of(Word(STEP_ROLES))
    date: VagueDate | None = of(DATE, None)
    text: str = of(LINE, "")


@dataclass(frozen=True, kw_only=True)
class Link:
    """A relation from a record to another one."""

    relation: str = of(Word(RELATIONS))
    record: str = of(Ref("record"))


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A source of a record; `field` and `locator` say what it vouches for and where, once known."""

    source: str = of(Ref("source"))
    field: str = of(LINE, "")
    locator: str = of(LINE, "")
    note: str = of(LINE, "")


@dataclass(frozen=True, kw_only=True)
class Record(Draft):
    """`records/KIND/SLUG.toml`: anything with a date; the name of the folder is its kind."""

    kind: str
    title: str = of(LINE)
    begins: VagueDate | None = of(DATE, None)
    begins_note: str = of(LINE, "")
    ends: VagueDate | None = of(DATE, None)
    ends_note: str = of(LINE, "")
    ongoing: bool = of(FLAG, False)
    status: str = of(Word(STATUSES))
    significance: int = of(Whole(1, 3))
    certainty: str = of(Word(CERTAINTIES))
    in_brief: bool = of(FLAG, False)
    place: str = of(Ref("place"), "")
    areas: tuple[str, ...] = of(ListOf(Ref("area")), ())
    objectives: tuple[str, ...] = of(ListOf(Ref("objective")), ())
    needs: tuple[str, ...] = of(ListOf(Ref("need")), ())
    summary: str = of(PROSE)
    note: str = of(PROSE, "")
    partners: tuple[PartnerPart, ...] = of(RowsOf(PartnerPart), ())
    organizations: tuple[OrganizationPart, ...] = of(RowsOf(OrganizationPart), ())
    steps: tuple[Step, ...] = of(RowsOf(Step), ())
    links: tuple[Link, ...] = of(RowsOf(Link), ())
    citations: tuple[Citation, ...] = of(RowsOf(Citation), ())
    merged_from: tuple[str, ...] = of(ListOf(LINE), ())
    derived_from: tuple[str, ...] = of(ListOf(LINE), ())
    data: Mapping[str, object] = of(FACTS, {})
    exempt: Mapping[str, str] = of(REASONS, {})


@dataclass(frozen=True, kw_only=True)
class Claim(Draft):
    """`claims/SLUG.toml`: a statement of the founding brief, checked; `order` is its place there."""

    order: int = of(Whole(1))
    section: str = of(LINE)
    claim: str = of(PROSE)
    verdict: str = of(Word(VERDICTS))
    explanation: str = of(PROSE)
    records: tuple[str, ...] = of(ListOf(Ref("record")), ())
    sources: tuple[str, ...] = of(ListOf(Ref("source")), ())


@dataclass(frozen=True, kw_only=True)
class Position:
    """One answer to a disputed question; without a source it is general knowledge or an unnamed report."""

    value: str = of(LINE)
    source: str = of(Ref("source"), "")
    note: str = of(LINE, "")


@dataclass(frozen=True, kw_only=True)
class Conflict(Draft):
    """`conflicts/SLUG.toml`: a question on a record or an organization that sources disagree on."""

    record: str = of(Ref("record"), "")
    organization: str = of(Ref("organization"), "")
    question: str = of(PROSE)
    used: str = of(PROSE)
    positions: tuple[Position, ...] = of(RowsOf(Position))


@dataclass(frozen=True, kw_only=True)
class Sentence(Draft):
    """A row of `coverage.csv`: a sentence of the founding brief and what covers it."""

    number: int = of(Whole(1))
    section: str = of(LINE)
    sentence: str = of(LINE)
    claims: tuple[str, ...] = of(ListOf(Ref("claim")), ())
    records: tuple[str, ...] = of(ListOf(Ref("record")), ())


@dataclass(frozen=True, kw_only=True)
class LaunchYear(Draft):
    """A row of `baikonur-launches.csv`: orbital launch attempts from Baikonur in a year."""

    year: int = of(Whole(1900, 2999))
    attempts: int = of(Whole())
    failures: int = of(Whole())


@dataclass(frozen=True, kw_only=True)
class RocketFamily:
    """Launch attempts of one family of rockets."""

    family: str = of(LINE)
    attempts: int = of(Whole())


@dataclass(frozen=True, kw_only=True)
class Pad:
    """Launch attempts from one pad."""

    pad: str = of(LINE)
    attempts: int = of(Whole())
    place: str = of(Ref("place"), "")


@dataclass(frozen=True, kw_only=True)
class Baikonur(Draft):
    """`baikonur.toml`: what the yearly launches count, their totals, families and pads."""

    source: str = of(Ref("source"))
    licence: str = of(LINE)
    attribution: str = of(LINE)
    scope: str = of(PROSE)
    attempts: int = of(Whole())
    full_success: int = of(Whole())
    failure: int = of(Whole())
    partial: int = of(Whole())
    families: tuple[RocketFamily, ...] = of(RowsOf(RocketFamily))
    pads: tuple[Pad, ...] = of(RowsOf(Pad))


@dataclass(frozen=True)
class Drafts:
    """All entries of a source folder, sorted by slug; terms, sentences and years in their own order."""

    edition: Edition
    baikonur: Baikonur
    spellings: Spellings
    sources: tuple[Source, ...]
    places: tuple[Place, ...]
    areas: tuple[Term, ...]
    objectives: tuple[Term, ...]
    needs: tuple[Term, ...]
    stages: tuple[Term, ...]
    partners: tuple[Partner, ...]
    organizations: tuple[Organization, ...]
    records: tuple[Record, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    sentences: tuple[Sentence, ...]
    years: tuple[LaunchYear, ...]

    @cached_property
    def ends(self) -> Mapping[str, End]:
        """The end of each record by the end rule."""
        begins = {record.slug: record.begins for record in self.records}
        replaced: dict[str, list[VagueDate | None]] = {}
        for record in self.records:
            for link in record.links:
                if link.relation == "replaces":
                    replaced.setdefault(link.record, []).append(begins[record.slug])
        return {
            record.slug: end_of(
                record.ends,
                [(step.role, step.date) for step in record.steps],
                replaced.get(record.slug, ()),
                ongoing=record.ongoing,
                data_day=self.edition.data_day,
            )
            for record in self.records
        }
