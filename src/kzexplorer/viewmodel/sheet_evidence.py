"""Sheets of what facts rest on and bear out: sources, claims, disagreements, and the brief's controlled lists."""

from collections.abc import Iterable
from types import MappingProxyType

from kzexplorer.domain.records import Citation, Claim, ClaimDetail, Conflict, Source, SourceDetail, TermDetail
from kzexplorer.domain.vocabulary import GRADES, N_, SOURCE_LANGUAGES, VERDICTS
from kzexplorer.viewmodel.claims import SERVING, section_name
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.sheet_parts import Ask, Doubt, Entry, Pair, Section, Sheet, filled, listed, part, records

_TERMS = MappingProxyType(
    {
        "area": N_("Area of cooperation"),
        "objective": N_("Objective of the founding brief"),
        "need": N_("Need of the founding brief"),
        "stage": N_("Stage of development in the founding brief"),
    }
)


def source_sheet(detail: SourceDetail, labels: Labels) -> Sheet:
    """Make the sheet of a source: what it is, and all that rests on it, first what rests on nothing else."""
    say, source = labels.say, detail.source
    pairs = [
        Pair(say("Author"), (Entry(source.author),) if source.author else ()),
        Pair(say("Publisher"), (Entry(source.publisher),)),
        Pair(say("Published"), (Entry(say.date(source.published)),) if source.published else ()),
        Pair(say("Language"), (Entry(language_name(source.language, labels)),)),
        Pair(say("Grade"), (Entry(say(GRADES.get(source.grade, source.grade))),)),
        Pair(say("Consulted"), (Entry(source.consulted),)),
        Pair(say("Licence"), (Entry(source.licence),) if source.licence else ()),
        Pair(say("Address"), (Entry(source.url),) if source.url else ()),
        Pair(say("Note"), (Entry(source.note),) if source.note else ()),
    ]
    shared = say("Records that rest on others too") if detail.alone else say("Records that rest on it")
    alone = [row for row in detail.records if row.slug in detail.alone]
    others = [row for row in detail.records if row.slug not in detail.alone]
    named = tuple(part(labels, slug) for slug in (*detail.partners, *detail.organizations))
    disagreements = tuple(Entry(c.question, labels.thing(c.about), c.about, mark="conflict") for c in detail.conflicts)
    return Sheet(
        slug=source.slug,
        overline=say("Source"),
        title=source.title,
        subtitle=source.publisher,
        address=source.url,
        pairs=filled(pairs),
        sections=listed(
            (
                records(say("Records that rest on it alone"), alone, labels),
                records(shared, others, labels),
                Section(say("Claims that rest on it"), tuple(claim_entry(c, labels) for c in detail.claims)),
                Section(say("Disagreements it is part of"), disagreements),
                Section(say("Profiles that rest on it"), named),
            )
        ),
    )


def claim_sheet(detail: ClaimDetail, labels: Labels) -> Sheet:
    """Make the sheet of a claim: its verdict with its reasons, and what it was judged by."""
    say, claim = labels.say, detail.claim
    count = say.plural("Show the {count} record", "Show the {count} records", len(detail.records))
    bare = Entry(say("No record bears this claim out; the verdict rests on its sources alone."))
    return Sheet(
        slug=claim.slug,
        overline=say("Claim of the founding brief"),
        title=claim.claim,
        subtitle=f"{say(VERDICTS.get(claim.verdict, claim.verdict))} · {section_name(claim.section, labels)}",
        body=claim.explanation,
        weak=claim.verdict != "confirmed",
        mark=claim.verdict,
        ask=Ask(count, "claim", claim.slug) if detail.records else None,
        sections=listed(
            (
                records(say("Records"), detail.records, labels) if detail.records else Section(say("Records"), (bare,)),
                Section(say("Sentences of the brief"), tuple(Entry(sentence) for sentence in detail.sentences)),
                sources_section(detail.sources, labels),
            )
        ),
    )


def term_sheet(detail: TermDetail, labels: Labels) -> Sheet:
    """Make the sheet of an objective, need, stage or area: what the brief says, and the programmes that serve it."""
    say, term = labels.say, detail.term
    serving = [row for row in detail.records if row.kind in SERVING]
    landmarks = [row for row in detail.records if row.significance == 1 and row not in serving]
    others = [row for row in detail.records if row not in serving and row not in landmarks]
    count = say.plural("Show the {count} record", "Show the {count} records", len(detail.records))
    return Sheet(
        slug=f"{detail.facet}.{term.slug}",
        overline=say(_TERMS.get(detail.facet, detail.facet)),
        title=labels.text(term.names),
        subtitle=say.plural("{count} record", "{count} records", len(detail.records)),
        body=term.description,
        ask=Ask(count, detail.facet, term.slug) if detail.records else None,
        sections=listed(
            (
                Section(say("The brief says"), (Entry(term.seed_text),) if term.seed_text else ()),
                records(say("Programmes and projects"), serving, labels),
                records(say("Landmark records"), landmarks, labels),
                # The rest of a long list is a query away; of a short one it stands here.
                records(say("More records"), others if len(others) <= _FEW else (), labels),
                *((sources_section(detail.sources, labels),) if detail.sources else ()),
            )
        ),
    )


_FEW = 12


def citation_entry(citation: Citation, labels: Labels) -> Entry:
    """Name a source with what it says of the record that cites it."""
    entry = source_entry(citation.source, labels)
    return Entry(entry.text, entry.caption, entry.slug, note=citation.note)


def source_entry(source: Source, labels: Labels) -> Entry:
    """Name a source with its publisher, date, grade, language and licence."""
    say = labels.say
    caption = [
        source.publisher,
        say.date(source.published) if source.published else say("undated"),
        say(GRADES.get(source.grade, source.grade)),
        language_name(source.language, labels),
    ]
    return Entry(source.title, " · ".join(filter(None, (*caption, source.licence))), source.slug)


def language_name(code: str, labels: Labels) -> str:
    """Name the language of a source, one that is not known by its code."""
    return labels.text(SOURCE_LANGUAGES[code]) if code in SOURCE_LANGUAGES else code


def sources_section(sources: Iterable[Source], labels: Labels) -> Section:
    """List the sources a thing rests on; that there is none is said."""
    return evidence_section(tuple(source_entry(source, labels) for source in sources), labels)


def evidence_section(entries: tuple[Entry, ...], labels: Labels, remark: str = "") -> Section:
    """List what a thing rests on; that it rests on nothing is said."""
    nothing = (Entry(labels.say("No source is named.")),)
    return Section(labels.say("Evidence"), entries or nothing, remark, is_evidence=True)


def claim_entry(claim: Claim, labels: Labels) -> Entry:
    """Name a claim with its verdict."""
    return Entry(claim.claim, labels.say(VERDICTS.get(claim.verdict, claim.verdict)), claim.slug, mark=claim.verdict)


def conflict_doubt(conflict: Conflict, labels: Labels) -> Doubt:
    """Set the positions of a disagreement side by side, each with the source that takes it."""
    return Doubt(
        labels.say("Sources disagree: {question}", question=conflict.question),
        tuple(_position(position.value, position.source, position.note, labels) for position in conflict.positions),
        conflict.used,
    )


def _position(value: str, slug: str, note: str, labels: Labels) -> Entry:
    source = labels.store.sources.get(slug)
    if source is None:
        return Entry(value, labels.say("no source named"), note=note)
    return Entry(value, f"{source.title}\n{source_entry(source, labels).caption}", slug, note=note)
