"""What each file of the source folder holds: one class an entry, its fields declared with their types."""

# ruff: noqa: RUF009  `of` declares a field, as `dataclasses.field` does

from collections.abc import Mapping
from dataclasses import dataclass, field

from kzexplorer.build.fields import of, rows_of
from kzexplorer.build.problems import Passage
from kzexplorer.build.values import (
    all_names,
    degrees,
    facts,
    flag,
    line,
    list_of,
    prose,
    reasons,
    ref,
    vague_date,
    whole,
    word,
)
from kzexplorer.domain.columns import HOME
from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.names import Names
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

KAZAKHSTAN = HOME  # the country of an organization that no partner stands for


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry of the source folder: its slug, from the name of its file or row, and where it stands."""

    slug: str
    passage: Passage = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Edition(Entry):
    """`edition.toml`: which data this is."""

    title: str = of(line)
    edition: str = of(line)
    data_date: VagueDate = of(vague_date)
    licence: str = of(line)
    attribution: str = of(prose)

    @property
    def data_day(self) -> int:
        """The ordinal day up to which the data reaches."""
        return self.data_date.finish


@dataclass(frozen=True, kw_only=True)
class Source(Entry):
    """A row of `sources.csv`: where facts come from."""

    title: str = of(line)
    publisher: str = of(line)
    author: str = of(line, "")
    published: VagueDate | None = of(vague_date, None)
    url: str = of(line, "")
    language: str = of(line)
    grade: str = of(word(GRADES))
    consulted: VagueDate = of(vague_date)
    licence: str = of(line, "")
    note: str = of(line, "")


@dataclass(frozen=True, kw_only=True)
class Place(Entry):
    """A row of `places.csv`: a point on the map."""

    name_en: str = of(line)
    name_kk: str = of(line, "")
    name_ru: str = of(line, "")
    latitude: float = of(degrees(90))
    longitude: float = of(degrees(180))
    precision: str = of(word(PLACE_PRECISIONS))
    summary: str = of(line, "")


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """A table of `areas.toml` or `stages.toml`, in their order."""

    names: Names = of(all_names)
    description: str = of(prose)
    seed_text: str = of(prose, "")
    records: tuple[str, ...] = of(list_of(ref("record")), ())
    sources: tuple[str, ...] = of(list_of(ref("source")), ())


@dataclass(frozen=True, kw_only=True)
class UnitedTerm(Term):
    """A table of `objectives.toml` or `needs.toml`, in their order: one that entries were united in."""

    merged_from: tuple[str, ...] = of(list_of(line), ())


@dataclass(frozen=True, kw_only=True)
class Bound:
    """What bounds an era: the begin, the end, a step by its role or a fact by its key, of a record."""

    record: str = of(ref("record"))
    at: str = of(line)


@dataclass(frozen=True, kw_only=True)
class Era(Entry):
    """A table of `eras.toml`: a time behind the timeline, which has no date but those of records.

    Two bounds mean some time between them. The eras of a `row` stand in one line.
    """

    names: Names = of(all_names)
    row: int = of(whole(1, 3))
    begins: tuple[Bound, ...] = of(rows_of(Bound))
    ends: tuple[Bound, ...] = of(rows_of(Bound))


@dataclass(frozen=True, kw_only=True)
class Partner(Entry):
    """`partners/SLUG.toml`: a country or multilateral body."""

    kind: str = of(word(PARTNER_KINDS))
    iso2: str = of(line, "")
    names: Names = of(all_names)
    aliases: tuple[str, ...] = of(list_of(line), ())
    region: str = of(line)
    capital: str = of(line, "")
    seat: str = of(line, "")
    latitude: float = of(degrees(90))
    longitude: float = of(degrees(180))
    place_note: str = of(prose, "")
    in_brief: bool = of(flag, False)
    standing: str = of(word(STANDINGS))
    standing_note: str = of(prose, "")
    first_record_year: int | None = of(whole(1900, 2999), None)
    profile: str = of(prose)
    records: tuple[str, ...] = of(list_of(ref("record")), ())
    sources: tuple[str, ...] = of(list_of(ref("source")), ())


@dataclass(frozen=True, kw_only=True)
class Organization(Entry):
    """`organizations/SLUG.toml`: an agency, company or other organization inside a country."""

    kind: str = of(word(ORGANIZATION_KINDS))
    country: str = of(ref("partner", KAZAKHSTAN))
    names: Names = of(all_names)
    aliases: tuple[str, ...] = of(list_of(line), ())
    begins: VagueDate | None = of(vague_date, None)
    ends: VagueDate | None = of(vague_date, None)
    successor: str = of(ref("organization"), "")
    summary: str = of(prose, "")
    sources: tuple[str, ...] = of(list_of(ref("source")), ())
    merged_from: tuple[str, ...] = of(list_of(line), ())


@dataclass(frozen=True, kw_only=True)
class PartnerPart:
    """A partner's part in a record."""

    partner: str = of(ref("partner"))
    role: str = of(word(PARTNER_ROLES))


@dataclass(frozen=True, kw_only=True)
class OrganizationPart:
    """An organization's part in a record."""

    organization: str = of(ref("organization"))
    role: str = of(word(ORGANIZATION_ROLES))


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step in the life of a record; the date may be left out where it is not known."""

    role: str = of(word(STEP_ROLES))
    date: VagueDate | None = of(vague_date, None)
    text: str = of(line, "")


@dataclass(frozen=True, kw_only=True)
class Link:
    """A relation from a record to another one."""

    relation: str = of(word(RELATIONS))
    record: str = of(ref("record"))


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A source of a record; `field` and `locator` say what it vouches for and where, once known."""

    source: str = of(ref("source"))
    field: str = of(line, "")
    locator: str = of(line, "")
    note: str = of(line, "")


@dataclass(frozen=True, kw_only=True)
class Record(Entry):
    """`records/KIND/SLUG.toml`: anything with a date; the name of the folder is its kind."""

    kind: str
    title: str = of(line)
    begins: VagueDate | None = of(vague_date, None)
    begins_note: str = of(line, "")
    ends: VagueDate | None = of(vague_date, None)
    ends_note: str = of(line, "")
    ongoing: bool = of(flag, False)
    status: str = of(word(STATUSES))
    significance: int = of(whole(1, 3))
    certainty: str = of(word(CERTAINTIES))
    in_brief: bool = of(flag, False)
    place: str = of(ref("place"), "")
    areas: tuple[str, ...] = of(list_of(ref("area")), ())
    objectives: tuple[str, ...] = of(list_of(ref("objective")), ())
    needs: tuple[str, ...] = of(list_of(ref("need")), ())
    summary: str = of(prose)
    note: str = of(prose, "")
    partners: tuple[PartnerPart, ...] = of(rows_of(PartnerPart), ())
    organizations: tuple[OrganizationPart, ...] = of(rows_of(OrganizationPart), ())
    steps: tuple[Step, ...] = of(rows_of(Step), ())
    links: tuple[Link, ...] = of(rows_of(Link), ())
    citations: tuple[Citation, ...] = of(rows_of(Citation), ())
    merged_from: tuple[str, ...] = of(list_of(line), ())
    derived_from: tuple[str, ...] = of(list_of(line), ())
    data: Mapping[str, object] = of(facts, {})
    exempt: Mapping[str, str] = of(reasons, {})


@dataclass(frozen=True, kw_only=True)
class Claim(Entry):
    """`claims/SLUG.toml`: a statement of the founding brief, checked; `order` is its place there."""

    order: int = of(whole(1))
    section: str = of(line)
    claim: str = of(prose)
    verdict: str = of(word(VERDICTS))
    explanation: str = of(prose)
    records: tuple[str, ...] = of(list_of(ref("record")), ())
    sources: tuple[str, ...] = of(list_of(ref("source")), ())


@dataclass(frozen=True, kw_only=True)
class Position:
    """One answer to a disputed question; without a source it is general knowledge or an unnamed report."""

    value: str = of(line)
    source: str = of(ref("source"), "")
    note: str = of(line, "")


@dataclass(frozen=True, kw_only=True)
class Conflict(Entry):
    """`conflicts/SLUG.toml`: a question on a record or an organization that sources disagree on."""

    record: str = of(ref("record"), "")
    organization: str = of(ref("organization"), "")
    question: str = of(prose)
    used: str = of(prose)
    positions: tuple[Position, ...] = of(rows_of(Position))


@dataclass(frozen=True, kw_only=True)
class Sentence(Entry):
    """A row of `coverage.csv`: a sentence of the founding brief and what covers it."""

    number: int = of(whole(1))
    section: str = of(line)
    sentence: str = of(line)
    claims: tuple[str, ...] = of(list_of(ref("claim")), ())
    records: tuple[str, ...] = of(list_of(ref("record")), ())


@dataclass(frozen=True, kw_only=True)
class LaunchYear(Entry):
    """A row of `baikonur-launches.csv`: orbital launch attempts from Baikonur in a year."""

    year: int = of(whole(1900, 2999))
    attempts: int = of(whole())
    failures: int = of(whole())


@dataclass(frozen=True, kw_only=True)
class RocketFamily:
    """Launch attempts of one family of rockets."""

    family: str = of(line)
    attempts: int = of(whole())


@dataclass(frozen=True, kw_only=True)
class Pad:
    """Launch attempts from one pad."""

    pad: str = of(line)
    attempts: int = of(whole())
    place: str = of(ref("place"), "")


@dataclass(frozen=True, kw_only=True)
class Baikonur(Entry):
    """`baikonur.toml`: what the yearly launches count, their totals, families and pads."""

    source: str = of(ref("source"))
    licence: str = of(line)
    attribution: str = of(line)
    scope: str = of(prose)
    attempts: int = of(whole())
    full_success: int = of(whole())
    failure: int = of(whole())
    partial: int = of(whole())
    families: tuple[RocketFamily, ...] = of(rows_of(RocketFamily, once="family"))
    pads: tuple[Pad, ...] = of(rows_of(Pad, once="pad"))
