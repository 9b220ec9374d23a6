"""A thing in full as headed paragraphs, pairs and lists: what the detail pane draws and `show` prints."""

from itertools import islice

from kzexplorer.domain.fields import IDENTIFIERS, fact_words
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import (
    ClaimDetail,
    Detail,
    Fact,
    Organization,
    OrganizationDetail,
    PartnerDetail,
    RecordDetail,
    SourceDetail,
    TermDetail,
)
from kzexplorer.domain.vocabulary import (
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
)
from kzexplorer.viewmodel.certainty import certainty
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.sheet_evidence import (
    citation_entry,
    claim_entry,
    claim_sheet,
    conflict_doubt,
    evidence_section,
    source_sheet,
    sources_section,
    term_sheet,
)
from kzexplorer.viewmodel.sheet_parts import (
    LISTED,
    Entry,
    LifeStep,
    Pair,
    Section,
    Sheet,
    filled,
    listed,
    part,
    records,
)


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
            return source_sheet(detail, labels)
        case ClaimDetail():
            return claim_sheet(detail, labels)
        case TermDetail():
            return term_sheet(detail, labels)


def _record(detail: RecordDetail, labels: Labels) -> Sheet:
    say, row = labels.say, detail.row
    sure = certainty(row.certainty, [c.source for c in detail.citations], labels)
    begins_note = row.begins.note if row.begins else ""
    subtitle = [labels.when(row), say(STATUSES.get(row.status, row.status))]
    pairs = [
        Pair(say("With"), tuple(part(labels, p.slug, PARTNER_ROLES.get(p.role, p.role)) for p in row.partners)),
        Pair(
            say("Organizations"),
            tuple(part(labels, o.slug, ORGANIZATION_ROLES.get(o.role, o.role)) for o in row.organizations),
        ),
        Pair(say("Place"), (Entry(labels.text(detail.place.names)),) if detail.place else ()),
        Pair(say("Dated by the source"), (Entry(begins_note),) if begins_note else ()),
        *(_fact(fact, labels) for fact in detail.facts),
        *(
            Pair(say(label), tuple(Entry(labels.value(facet, slug), slug=f"{facet}.{slug}") for slug in slugs))
            for facet, label, slugs in (
                ("area", N_("Areas"), row.areas),
                ("objective", N_("Objectives"), row.objectives),
                ("need", N_("Needs"), row.needs),
            )
        ),
    ]
    sections = (
        evidence_section(tuple(citation_entry(c, labels) for c in detail.citations), labels, sure.short),
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
        Section(say("In the founding brief"), tuple(claim_entry(c, labels) for c in detail.claims)),
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
        pairs=filled(pairs),
        life=tuple(
            LifeStep(
                step.date,
                say.date(step.date) if step.date else say("date not known"),
                ": ".join(filter(None, (say(STEP_ROLES.get(step.role, step.role)), step.text))),
            )
            for step in row.steps
        ),
        doubts=tuple(conflict_doubt(c, labels) for c in detail.conflicts),
        sections=listed(sections),
    )


def _fact(fact: Fact, labels: Labels) -> Pair:
    label, value = fact_words(fact, labels.say)
    return Pair(label, (Entry(value, copy=value if fact.key in IDENTIFIERS else ""),))


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
    named = labels.store.rows(labels.store.places(detail.key_records))
    key = [row for row in named if any(one.slug == partner.slug for one in row.partners)]
    rest = list(islice((row for row in detail.records if row.slug not in detail.key_records), LISTED))
    standing = say(STANDINGS.get(partner.standing, partner.standing))
    return Sheet(
        slug=partner.slug,
        overline=say(PARTNER_KINDS.get(partner.kind, "")).capitalize(),
        title=labels.text(partner.names),
        subtitle=": ".join(filter(None, (standing, partner.standing_note))),
        body=partner.profile,
        pairs=filled(pairs),
        sections=listed(
            (
                records(say("Key records"), key, labels),
                records(say("More records") if key else say("Records"), rest, labels, len(detail.records) - len(key)),
                Section(say("Organizations"), tuple(_organization_entry(o, labels) for o in detail.organizations)),
                sources_section(detail.sources, labels),
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
        Pair(say("Before it"), tuple(part(labels, slug) for slug in detail.predecessors)),
        Pair(say("After it"), (part(labels, organization.successor),) if organization.successor else ()),
        Pair(say("Also called"), tuple(Entry(name) for name in (*others, *organization.aliases))),
    ]
    return Sheet(
        slug=organization.slug,
        overline=say(ORGANIZATION_KINDS.get(organization.kind, organization.kind)).capitalize(),
        title=labels.text(organization.names),
        subtitle=labels.value("partner", organization.country),
        body=organization.summary,
        pairs=filled(pairs),
        doubts=tuple(conflict_doubt(c, labels) for c in detail.conflicts),
        sections=listed(
            (
                records(say("Records"), detail.records, labels),
                sources_section(detail.sources, labels),
            )
        ),
    )


def _others(names: Names, labels: Labels) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name != labels.text(names)))


def _organization_entry(organization: Organization, labels: Labels) -> Entry:
    kind = labels.say(ORGANIZATION_KINDS.get(organization.kind, organization.kind))
    return Entry(labels.text(organization.names), kind, organization.slug)
