"""A thing in full as headed paragraphs, pairs and lists: what the detail pane draws and `show` prints."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.fields import fact_words
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import (
    Citation,
    Claim,
    ClaimDetail,
    Conflict,
    Detail,
    Organization,
    OrganizationDetail,
    PartnerDetail,
    RecordDetail,
    Row,
    Source,
    SourceDetail,
)
from kzexplorer.domain.vocabulary import (
    GRADES,
    N_,
    ORGANIZATION_KINDS,
    ORGANIZATION_ROLES,
    PARTNER_KINDS,
    PARTNER_ROLES,
    RELATIONS,
    REVERSE_RELATIONS,
    STANDINGS,
    STATUSES,
    STEP_ROLES,
    VERDICTS,
)
from kzexplorer.viewmodel.certainty import Certainty, certainty
from kzexplorer.viewmodel.labels import Labels


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: what it says, a smaller line below it, and the slug it leads to, if any."""

    text: str
    caption: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the entries beside it."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a short remark beside it and numbered or plain entries below."""

    heading: str
    entries: tuple[Entry, ...]
    remark: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not settled: a headline, its positions, and what the data uses."""

    headline: str
    entries: tuple[Entry, ...] = ()
    used: str = ""


@dataclass(frozen=True, slots=True)
class LifeStep:
    """A step in the life of a record: when, in words, and what happened."""

    date: VagueDate | None
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything known of one thing, in the order in which it is read; `certainty` is that of a record."""

    slug: str
    overline: str
    title: str
    subtitle: str
    body: str = ""
    kind: str = ""
    weak: bool = False
    certainty: Certainty | None = None
    pairs: tuple[Pair, ...] = ()
    life: tuple[LifeStep, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    sections: tuple[Section, ...] = field(default=())


def sheet(detail: Detail, labels: Labels) -> Sheet:
    """Make the sheet of any detail."""
    match detail:
        case RecordDetail():
            return _record(detail, labels)
        case PartnerDetail():
            return _partner(detail, labels)
        case OrganizationDetail():
            return _organization(detail, labels)
        case SourceDetail():
            return _source(detail, labels)
        case ClaimDetail():
            return _claim(detail, labels)


def _record(detail: RecordDetail, labels: Labels) -> Sheet:
    say, row = labels.say, detail.row
    sure = certainty(row.certainty, [c.source for c in detail.citations], labels)
    begins_note = row.begins.note if row.begins else ""
    subtitle = [labels.when(row), say(STATUSES.get(row.status, row.status))]
    pairs = [
        Pair(say("With"), tuple(_part(labels, p.slug, PARTNER_ROLES.get(p.role, p.role)) for p in row.partners)),
        Pair(
            say("Organizations"),
            tuple(_part(labels, o.slug, ORGANIZATION_ROLES.get(o.role, o.role)) for o in row.organizations),
        ),
        Pair(say("Place"), (Entry(labels.text(detail.place.names)),) if detail.place else ()),
        Pair(say("Dated by the source"), (Entry(begins_note),) if begins_note else ()),
        *(Pair(label, (Entry(value),)) for label, value in (fact_words(fact, say) for fact in detail.facts)),
        *(
            Pair(say(label), tuple(Entry(labels.value(facet, slug)) for slug in slugs))
            for facet, label, slugs in (
                ("area", N_("Areas"), row.areas),
                ("objective", N_("Objectives"), row.objectives),
                ("need", N_("Needs"), row.needs),
            )
        ),
    ]
    sections = (
        Section(
            say("Evidence"),
            tuple(_citation(c, labels) for c in detail.citations),
            remark=sure.short,
            numbered=True,
        ),
        Section(say("Remark"), (Entry(row.note),) if row.note else ()),
        Section(
            say("Related"),
            tuple(
                Entry(
                    link.title,
                    say((REVERSE_RELATIONS if link.back else RELATIONS).get(link.relation, link.relation)),
                    link.slug,
                )
                for link in detail.links
            ),
        ),
        Section(say("In the founding brief"), tuple(_claim_entry(c, labels) for c in detail.claims)),
    )
    kind = kinds().get(row.kind)
    return Sheet(
        slug=row.slug,
        overline=" · ".join([labels.kind(row.kind), *(labels.value("area", area) for area in row.areas[:1])]),
        title=row.title,
        subtitle=" · ".join(subtitle),
        body=row.summary,
        kind=kind.id if kind else "",
        weak=row.certainty in {"weak", "recalled"},
        certainty=sure,
        pairs=_filled(pairs),
        life=tuple(
            LifeStep(
                step.date,
                say.date(step.date) if step.date else say("date not known"),
                ": ".join(filter(None, (say(STEP_ROLES.get(step.role, step.role)), step.text))),
            )
            for step in row.steps
        ),
        doubts=tuple(_conflict(c, labels) for c in detail.conflicts),
        sections=_listed(sections),
    )


def _partner(detail: PartnerDetail, labels: Labels) -> Sheet:
    say, partner = labels.say, detail.partner
    others = _others(partner.names, labels)
    counts = say("{count} direct, {context} as context only", count=partner.direct, context=partner.context)
    pairs = [
        Pair(say("Records"), (Entry(counts),)),
        Pair(say("First record"), (Entry(str(partner.first_record_year)),) if partner.first_record_year else ()),
        Pair(say("Capital"), (Entry(partner.capital),) if partner.capital else ()),
        Pair(say("Seat"), (Entry(partner.seat),) if partner.seat else ()),
        Pair(say("Note"), (Entry(partner.place_note),) if partner.place_note else ()),
        Pair(say("Also called"), tuple(Entry(name) for name in (*others, *partner.aliases))),
    ]
    key = [row for row in detail.records if row.slug in detail.key_records]
    rest = [row for row in detail.records if row.slug not in detail.key_records]
    standing = say(STANDINGS.get(partner.standing, partner.standing))
    return Sheet(
        slug=partner.slug,
        overline=say(PARTNER_KINDS.get(partner.kind, "")).capitalize(),
        title=labels.text(partner.names),
        subtitle=": ".join(filter(None, (standing, partner.standing_note))),
        body=partner.profile,
        pairs=_filled(pairs),
        sections=_listed(
            (
                _records(say("Key records"), key, labels),
                _records(say("More records") if key else say("Records"), rest, labels),
                Section(say("Organizations"), tuple(_organization_entry(o, labels) for o in detail.organizations)),
                Section(say("Evidence"), tuple(_source_entry(s, labels) for s in detail.sources), numbered=True),
            )
        ),
    )


def _organization(detail: OrganizationDetail, labels: Labels) -> Sheet:
    say, organization = labels.say, detail.organization
    others = _others(organization.names, labels)
    pairs = [
        Pair(say("Country"), (Entry(labels.value("partner", organization.country), slug=organization.country),)),
        Pair(say("From"), (Entry(say.date(organization.begins)),) if organization.begins else ()),
        Pair(say("To"), (Entry(say.date(organization.ends)),) if organization.ends else ()),
        Pair(say("Before it"), tuple(_part(labels, slug, "") for slug in detail.predecessors)),
        Pair(say("After it"), (_part(labels, organization.successor, ""),) if organization.successor else ()),
        Pair(say("Also called"), tuple(Entry(name) for name in (*others, *organization.aliases))),
    ]
    return Sheet(
        slug=organization.slug,
        overline=say(ORGANIZATION_KINDS.get(organization.kind, organization.kind)).capitalize(),
        title=labels.text(organization.names),
        subtitle=labels.value("partner", organization.country),
        body=organization.summary,
        pairs=_filled(pairs),
        doubts=tuple(_conflict(c, labels) for c in detail.conflicts),
        sections=_listed(
            (
                _records(say("Records"), detail.records, labels),
                Section(say("Evidence"), tuple(_source_entry(s, labels) for s in detail.sources), numbered=True),
            )
        ),
    )


def _source(detail: SourceDetail, labels: Labels) -> Sheet:
    say, source = labels.say, detail.source
    pairs = [
        Pair(say("Author"), (Entry(source.author),) if source.author else ()),
        Pair(say("Publisher"), (Entry(source.publisher),)),
        Pair(say("Published"), (Entry(say.date(source.published)),) if source.published else ()),
        Pair(say("Language"), (Entry(source.language),)),
        Pair(say("Grade"), (Entry(say(GRADES.get(source.grade, source.grade))),)),
        Pair(say("Consulted"), (Entry(source.consulted),)),
        Pair(say("Licence"), (Entry(source.licence),) if source.licence else ()),
        Pair(say("Address"), (Entry(source.url),) if source.url else ()),
        Pair(say("Note"), (Entry(source.note),) if source.note else ()),
    ]
    named = tuple(_part(labels, slug, "") for slug in (*detail.partners, *detail.organizations))
    return Sheet(
        slug=source.slug,
        overline=say("Source"),
        title=source.title,
        subtitle=source.publisher,
        pairs=_filled(pairs),
        sections=_listed(
            (
                _records(say("Records that rest on it"), detail.records, labels),
                Section(say("Claims that rest on it"), tuple(_claim_entry(c, labels) for c in detail.claims)),
                Section(say("Profiles that rest on it"), named),
            )
        ),
    )


def _claim(detail: ClaimDetail, labels: Labels) -> Sheet:
    say, claim = labels.say, detail.claim
    return Sheet(
        slug=claim.slug,
        overline=say("Claim of the founding brief"),
        title=claim.claim,
        subtitle=f"{say(VERDICTS.get(claim.verdict, claim.verdict))} · {claim.section}",
        body=claim.explanation,
        weak=claim.verdict != "confirmed",
        sections=_listed(
            (
                _records(say("Records"), detail.records, labels),
                Section(say("Sentences of the brief"), tuple(Entry(sentence) for sentence in detail.sentences)),
                Section(say("Evidence"), tuple(_source_entry(s, labels) for s in detail.sources), numbered=True),
            )
        ),
    )


def _others(names: Names, labels: Labels) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name != labels.text(names)))


def _part(labels: Labels, slug: str, role: str) -> Entry:
    return Entry(labels.thing(slug), labels.say(role) if role else "", slug)


def _citation(citation: Citation, labels: Labels) -> Entry:
    entry = _source_entry(citation.source, labels)
    return Entry(entry.text, "\n".join(filter(None, (entry.caption, citation.note))), entry.slug)


def _source_entry(source: Source, labels: Labels) -> Entry:
    caption = [
        source.publisher,
        source.published.text if source.published else labels.say("undated"),
        labels.say(GRADES.get(source.grade, source.grade)),
        source.language,
    ]
    return Entry(source.title, " · ".join(filter(None, (*caption, source.licence))), source.slug)


def _claim_entry(claim: Claim, labels: Labels) -> Entry:
    return Entry(claim.claim, labels.say(VERDICTS.get(claim.verdict, claim.verdict)), claim.slug)


def _organization_entry(organization: Organization, labels: Labels) -> Entry:
    kind = labels.say(ORGANIZATION_KINDS.get(organization.kind, organization.kind))
    return Entry(labels.text(organization.names), kind, organization.slug)


def _records(heading: str, rows: Iterable[Row], labels: Labels) -> Section:
    return Section(
        heading, tuple(Entry(row.title, f"{labels.when(row)} · {labels.kind(row.kind)}", row.slug) for row in rows)
    )


def _conflict(conflict: Conflict, labels: Labels) -> Doubt:
    say = labels.say
    positions = tuple(
        Entry(p.value, " · ".join(filter(None, (p.source or say("no source named"), p.note))), p.source)
        for p in conflict.positions
    )
    return Doubt(say("Sources disagree: {question}", question=conflict.question), positions, conflict.used)


def _filled(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if pair.entries)


def _listed(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.entries)
