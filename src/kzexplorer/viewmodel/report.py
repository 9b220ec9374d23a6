"""The brief of a partner as a document: what is known, what it rests on, and what is not settled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Claim, Conflict, PartnerDetail, RecordDetail, Row, Source
from kzexplorer.domain.state import StateError
from kzexplorer.domain.text import sort_key
from kzexplorer.domain.vocabulary import (
    BRIEF,
    CERTAINTIES,
    GRADES,
    INDIRECT_ROLES,
    ORGANIZATION_KINDS,
    PARTNER_KINDS,
    STANDINGS,
    STATUSES,
    VERDICTS,
)
from kzexplorer.store import Repository
from kzexplorer.viewmodel.citation import source_text
from kzexplorer.viewmodel.labels import Labels

_RANKS = {grade: rank for rank, grade in enumerate(GRADES)}
_GRAVE = ("wrong", "unsupported", "outdated", "imprecise", "unverified")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a brief tells at most: records, organizations, conflicts, claims, records with little evidence.

    `references` are the sources named with each of them; the others are counted.
    """

    landmarks: int
    organizations: int
    conflicts: int
    claims: int
    unverified: int
    references: int


# From the fullest to the shortest, so that a writer can take the first that fits.
EXTENTS = (
    Extent(9, 10, 6, 4, 8, 3),
    Extent(8, 8, 5, 3, 6, 3),
    Extent(7, 8, 4, 3, 6, 3),
    Extent(6, 8, 4, 3, 6, 2),
    Extent(6, 6, 3, 2, 4, 2),
    Extent(5, 6, 3, 2, 4, 2),
    Extent(5, 6, 3, 2, 4, 1),
    Extent(4, 6, 2, 1, 4, 1),
)


class Form(StrEnum):
    """How the entries of a section stand: records with their mark and date, plain lines, doubts, or sources."""

    RECORDS = "records"
    LINES = "lines"
    DOUBTS = "doubts"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Passage:
    """A headed text; `references` are numbers of sources, `more` says how many further ones there are.

    `aside` stands before it: a date, a verdict; `kind` is that of a record, and gives it its mark.
    """

    title: str
    text: str = ""
    aside: str = ""
    caption: str = ""
    references: tuple[int, ...] = ()
    more: int = 0
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading, a remark beside it, and its entries."""

    heading: str
    form: Form
    entries: tuple[Passage, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All of a brief. `rows` are the records of its timeline, `decades` the same counted, in words.

    `references` are the sources of the profile, as numbers in the last chapter.
    """

    slug: str
    overline: str
    title: str
    standing: str
    standing_note: str
    profile: str
    references: tuple[int, ...]
    figures: tuple[tuple[str, str], ...]
    timeline: str
    rows: tuple[Row, ...]
    decades: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    footer: str


class _Numbers:
    """Numbers sources in the order in which they are first named."""

    def __init__(self, most: int) -> None:
        self.sources: dict[str, Source] = {}
        self._most = most

    def of(self, sources: Iterable[Source], most: int = 0) -> tuple[tuple[int, ...], int]:
        """Give the numbers of the best of some sources, and how many there are beyond these."""
        given = sorted({s.slug: s for s in sources}.values(), key=_worth)
        places = []
        for source in given[: most or self._most]:
            self.sources.setdefault(source.slug, source)
            places.append(list(self.sources).index(source.slug) + 1)
        return tuple(sorted(places)), len(given) - len(places)


def partner_report(slug: str, labels: Labels, extent: Extent = EXTENTS[0]) -> Report:
    """Write the brief of a partner.

    Raises:
        StateError: there is no such partner.
        KnownError: no record names it.
    """
    store, say = labels.store, labels.say
    detail = store.detail(slug)
    if not isinstance(detail, PartnerDetail):
        raise StateError(f"“{slug[:60]}” is not a partner; “kzexplorer facets” lists those there are.")
    name = labels.text(detail.partner.names)
    if not detail.records:
        raise KnownError(f"No record names {name}, so there is nothing to report; choose another partner.")
    partner, numbers = detail.partner, _Numbers(extent.references)
    references, _ = numbers.of(detail.sources, len(detail.sources))
    details = [found for row in detail.records if isinstance(found := store.detail(row.slug), RecordDetail)]
    landmarks = _landmarks(detail, details, extent.landmarks)
    chapters = [
        Chapter(
            say("Landmark records"),
            Form.RECORDS,
            tuple(_record(found, numbers, labels) for found in landmarks),
            _part_of(len(landmarks), len(details), labels),
        ),
        _organizations(detail, details, extent.organizations, labels),
        *_unsettled(details, landmarks, numbers, extent, labels),
    ]
    sources = tuple(Passage(source_text(source, labels, brief=True)) for source in numbers.sources.values())
    whole = {cited.source.slug for found in details for cited in found.citations} | set(numbers.sources)
    remark = _part_of(len(sources), len(whole), labels)
    chapters.append(Chapter(say("Sources"), Form.SOURCES, sources, remark))
    edition = store.edition
    return Report(
        slug=partner.slug,
        overline=say(PARTNER_KINDS.get(partner.kind, "")),
        title=name,
        standing=say(STANDINGS.get(partner.standing, partner.standing)),
        standing_note=partner.standing_note,
        profile=partner.profile,
        references=references,
        figures=_figures(detail, details, len(whole), labels),
        timeline=say("Timeline"),
        rows=tuple(_alone(row, partner.slug) for row in detail.records),
        decades=_decades(detail.records, store, labels),
        chapters=tuple(chapter for chapter in chapters if chapter.entries),
        footer=say(
            "Edition {edition}, data up to {date}, {licence}",
            edition=edition.name,
            date=say.day(edition.data_day),
            licence=edition.licence,
        ),
    )


def _landmarks(detail: PartnerDetail, details: Sequence[RecordDetail], most: int) -> list[RecordDetail]:
    """Choose the records that say most: those the profile rests on, then by weight; give them in the order of time."""

    def weight(found: RecordDetail) -> tuple[bool, bool, int, int]:
        row = found.row
        return (
            row.slug not in detail.key_records,
            _is_context(row, detail.partner.slug),
            row.significance,
            -len(row.sources),
        )

    best = sorted(details, key=weight)[:most]
    return sorted(best, key=lambda found: found.row.id)


def _record(found: RecordDetail, numbers: _Numbers, labels: Labels) -> Passage:
    say, row = labels.say, found.row
    references, more = numbers.of(cited.source for cited in found.citations)
    caption = [labels.kind(row.kind), say(STATUSES.get(row.status, row.status))]
    if row.certainty != "confirmed":
        caption.append(say(CERTAINTIES.get(row.certainty, row.certainty)))
    return Passage(
        row.title, " ".join(row.summary.split()), labels.when(row), " · ".join(caption), references, more, row.kind
    )


def _organizations(detail: PartnerDetail, details: Sequence[RecordDetail], most: int, labels: Labels) -> Chapter:
    say = labels.say
    counts = Counter(slug for found in details for slug in {part.slug for part in found.row.organizations})
    own = sorted(detail.organizations, key=lambda o: (-counts[o.slug], sort_key(labels.text(o.names))))
    return Chapter(
        say("Organizations"),
        Form.LINES,
        tuple(
            Passage(
                labels.text(o.names),
                caption=" · ".join(
                    (
                        say(ORGANIZATION_KINDS.get(o.kind, o.kind)),
                        say.plural("{count} record", "{count} records", counts[o.slug]),
                    )
                ),
            )
            for o in own[:most]
        ),
        _part_of(min(most, len(own)), len(own), labels),
    )


def _unsettled(
    details: Sequence[RecordDetail],
    landmarks: Sequence[RecordDetail],
    numbers: _Numbers,
    extent: Extent,
    labels: Labels,
) -> list[Chapter]:
    """Say what is disputed and what rests on little; the doubts about what is told above come first."""
    say = labels.say
    told = {found.row.slug for found in landmarks}
    ordered = sorted(details, key=lambda found: (found.row.slug not in told, found.row.significance, found.row.id))
    conflicts = [(found.row, conflict) for found in ordered for conflict in found.conflicts]
    claims = {
        claim.slug: claim for found in landmarks for claim in found.claims if claim.verdict != "confirmed"
    }.values()
    graded = sorted(claims, key=lambda claim: _GRAVE.index(claim.verdict) if claim.verdict in _GRAVE else len(_GRAVE))
    lone = [found.row for found in ordered if found.row.certainty != "confirmed"]
    doubts = [_conflict(row, conflict, numbers, labels) for row, conflict in conflicts[: extent.conflicts]]
    doubts += [_claim(claim, numbers, labels) for claim in graded[: extent.claims]]
    whole = len(conflicts) + len(claims)
    return [
        Chapter(say("Disputed"), Form.DOUBTS, tuple(doubts), _part_of(len(doubts), whole, labels)),
        Chapter(
            say("Unverified"),
            Form.LINES,
            tuple(
                Passage(row.title, caption=f"{labels.when(row)} · {say(CERTAINTIES.get(row.certainty, row.certainty))}")
                for row in lone[: extent.unverified]
            ),
            _part_of(min(extent.unverified, len(lone)), len(lone), labels),
        ),
    ]


def _conflict(row: Row, conflict: Conflict, numbers: _Numbers, labels: Labels) -> Passage:
    say, known = labels.say, labels.store.sources
    positions = "; ".join(position.value for position in conflict.positions)
    sources = [known[p.source] for p in conflict.positions if p.source in known]
    references, more = numbers.of(sources)
    used = say("Used: {value}", value=conflict.used)
    return Passage(conflict.question, f"{positions}. {used}", say("sources disagree"), row.title, references, more)


def _claim(claim: Claim, numbers: _Numbers, labels: Labels) -> Passage:
    known = labels.store.sources
    references, more = numbers.of(known[slug] for slug in claim.sources if slug in known)
    verdict = labels.say(VERDICTS.get(claim.verdict, claim.verdict))
    caption = labels.say("Claim of the founding brief")
    return Passage(
        " ".join(claim.claim.split()), " ".join(claim.explanation.split()), verdict, caption, references, more
    )


def _figures(
    detail: PartnerDetail, details: Sequence[RecordDetail], sources: int, labels: Labels
) -> tuple[tuple[str, str], ...]:
    """Say in a few numbers how much there is, and how sure it is."""
    say, partner = labels.say, detail.partner
    confirmed = sum(found.row.certainty == "confirmed" for found in details)
    figures = [
        (say.number(partner.direct), say("direct cooperation")),
        (say.number(partner.context), say("as context only")),
        (str(partner.first_record_year) if partner.first_record_year else "", say("first record")),
        (f"{say.number(confirmed)} / {say.number(len(details))}", say("confirmed")),
        (say.number(sources), say("sources")),
    ]
    return tuple((figure, label) for figure, label in figures if figure)


def _decades(rows: Iterable[Row], store: Repository, labels: Labels) -> tuple[str, ...]:
    """Count the records by the decade they begin in, in words; one that may have begun in two counts in the first."""
    found = Counter(_decade(row) for row in rows if row.begins)
    known = store.values("decade")
    return tuple(
        f"{labels.text(known.get(decade, decade))}: {labels.say.number(found[decade])}" for decade in sorted(found)
    )


def _decade(row: Row) -> str:
    year = date.fromordinal(row.begins.begin).year if row.begins else 0
    return f"{year // 10}0s"


def _alone(row: Row, partner: str) -> Row:
    """Give a record with no other partner, so that a timeline by partner has one lane."""
    return row._replace(partners=tuple(part for part in row.partners if part.slug == partner))


def _is_context(row: Row, partner: str) -> bool:
    return all(part.role in INDIRECT_ROLES for part in row.partners if part.slug == partner)


def _worth(source: Source) -> tuple[bool, int, str]:
    """Order sources by their grade; the founding brief, which is what is being checked, comes last."""
    return source.slug == BRIEF, _RANKS.get(source.grade, len(GRADES)), source.slug


def _part_of(some: int, whole: int, labels: Labels) -> str:
    return labels.say("{part} of {whole}", part=some, whole=whole) if some < whole else ""
