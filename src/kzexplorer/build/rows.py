"""Turn drafts into the rows of each table."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kzexplorer.build.drafts import Draft, Drafts, Record
from kzexplorer.domain.dates import VagueDate, iso
from kzexplorer.domain.names import LANGUAGES, Names
from kzexplorer.domain.schema import SCHEMA_VERSION
from kzexplorer.domain.text import sort_key

Row = dict[str, object]
Tables = dict[str, list[Row]]


def tables_of(drafts: Drafts) -> Tables:
    """Give the rows of each table; records are numbered by begin, none last, then title and slug."""
    tables: Tables = defaultdict(list)
    records = sorted(drafts.records, key=_in_time)
    ids = {record.slug: number for number, record in enumerate(records, 1)}

    def add(table: str, items: Iterable[Mapping[str, object]], **key: object) -> None:
        tables[table] += ({**key, "position": n, **item} for n, item in enumerate(items, 1))

    def add_slugs(table: str, what: str, slugs: Iterable[str], **key: object) -> None:
        add(table, ({what: slug} for slug in slugs), **key)

    def add_ids(table: str, slugs: Iterable[str], **key: object) -> None:
        add(table, ({"record": ids[slug]} for slug in slugs), **key)

    def add_origin(of: str, slug: str, how: str, entries: Iterable[str]) -> None:
        add("origin", ({"entry": entry} for entry in entries), of=of, slug=slug, how=how)

    tables["meta"] += _meta(drafts)
    for spelling, token in sorted(drafts.spellings.canonical.items()):
        tables["spelling"].append({"spelling": spelling, "token": token})
    for source in drafts.sources:
        tables["source"].append(
            {
                **_pick(source, "slug title publisher author"),
                **_dated("published", source.published),
                **_pick(source, "url language grade"),
                "consulted": source.consulted.text,
                **_pick(source, "licence note"),
                "sort_key": sort_key(source.title),
            }
        )
    for place in drafts.places:
        names = Names(place.name_en, place.name_kk, place.name_ru)
        picked = _pick(place, "slug latitude longitude precision summary")
        tables["place"].append({**picked, **_named(names)})
    for name, terms in (
        ("area", drafts.areas),
        ("objective", drafts.objectives),
        ("need", drafts.needs),
        ("stage", drafts.stages),
    ):
        for position, term in enumerate(terms, 1):
            tables["term"].append(
                {
                    "list": name,
                    "position": position,
                    **_pick(term, "slug description seed_text"),
                    **{f"name_{lang}": getattr(term.names, lang) for lang in LANGUAGES},
                }
            )
            add_slugs("term_source", "source", term.sources, list=name, term=term.slug)
            add_ids("term_record", term.records, list=name, term=term.slug)
            add_origin(name, term.slug, "merged", term.merged_from)
    for partner in drafts.partners:
        picked = _pick(
            partner,
            "slug kind region capital seat latitude longitude place_note in_brief standing"
            " standing_note first_record_year profile",
        )
        tables["partner"].append({**picked, "code": partner.iso2, **_named(partner.names)})
        add_slugs("partner_alias", "alias", partner.aliases, partner=partner.slug)
        add_ids("partner_record", partner.records, partner=partner.slug)
        add_slugs("partner_source", "source", partner.sources, partner=partner.slug)
    for organization in drafts.organizations:
        slug = organization.slug
        tables["organization"].append(
            {
                **_pick(organization, "slug kind country summary"),
                **_dated("begins", organization.begins),
                **_dated("ends", organization.ends),
                "successor": organization.successor or None,
                **_named(organization.names),
            }
        )
        add_slugs("organization_alias", "alias", organization.aliases, organization=slug)
        add_slugs("organization_source", "source", organization.sources, organization=slug)
        add_origin("organization", slug, "merged", organization.merged_from)
    for record in records:
        number = ids[record.slug]
        tables["record"].append({"id": number, **_record(record, drafts)})
        steps = (
            {"role": s.role, **_dated("date", s.date), "text": s.text} for s in record.steps
        )
        add("step", steps, record=number)
        add("record_partner", map(vars, record.partners), record=number)
        add("record_organization", map(vars, record.organizations), record=number)
        add_slugs("record_term", "term", record.areas, record=number, list="area")
        add_slugs("record_term", "term", record.objectives, record=number, list="objective")
        add_slugs("record_term", "term", record.needs, record=number, list="need")
        links = ({"relation": x.relation, "other": ids[x.record]} for x in record.links)
        add("link", links, record=number)
        add("fact", (_fact(key, value) for key, value in record.data.items()), record=number)
        add("citation", map(vars, record.citations), record=number)
        add_origin("record", record.slug, "merged", record.merged_from)
        add_origin("record", record.slug, "derived", record.derived_from)
    for conflict in drafts.conflicts:
        tables["conflict"].append(
            {
                **_pick(conflict, "slug question used"),
                "record": ids.get(conflict.record),
                "organization": conflict.organization or None,
            }
        )
        positions = ({**vars(p), "source": p.source or None} for p in conflict.positions)
        add("conflict_position", positions, conflict=conflict.slug)
    for claim in drafts.claims:
        picked = _pick(claim, "slug section claim verdict explanation")
        tables["claim"].append({**picked, "position": claim.order})
        add_ids("claim_record", claim.records, claim=claim.slug)
        add_slugs("claim_source", "source", claim.sources, claim=claim.slug)
    for sentence in drafts.sentences:
        tables["sentence"].append(_pick(sentence, "number section sentence"))
        add_slugs("sentence_claim", "claim", sentence.claims, sentence=sentence.number)
        add_ids("sentence_record", sentence.records, sentence=sentence.number)
    tables["baikonur_year"] += (_pick(year, "year attempts failures") for year in drafts.years)
    add("baikonur_family", map(vars, drafts.baikonur.families))
    add("baikonur_pad", ({**vars(p), "place": p.place or None} for p in drafts.baikonur.pads))
    return tables


def _meta(drafts: Drafts) -> list[Row]:
    edition, baikonur = drafts.edition, drafts.baikonur
    values = {
        **_pick(edition, "title edition licence attribution"),
        "data_date": iso(edition.data_day),
        "schema": SCHEMA_VERSION,
        **{
            f"baikonur_{key}": value
            for key, value in _pick(
                baikonur, "source licence attribution scope attempts full_success failure partial"
            ).items()
        },
    }
    return [{"key": key, "value": str(value)} for key, value in sorted(values.items())]


def _record(record: Record, drafts: Drafts) -> Row:
    end = drafts.ends[record.slug]
    return {
        **_pick(record, "slug title kind"),
        **_dated("begins", record.begins),
        "begins_note": record.begins_note,
        **_dated("ends", record.ends),
        "ends_note": record.ends_note,
        "ongoing": record.ongoing,
        **_dated("end", end.date, text="end_text"),
        "end_basis": end.basis.value,
        "place": record.place or None,
        **_pick(record, "status significance certainty in_brief summary note"),
        "sort_key": sort_key(record.title),
    }


def _in_time(record: Record) -> tuple[bool, int, str, str]:
    first = record.begins.first if record.begins else None
    return first is None, first or 0, sort_key(record.title), record.slug


def _pick(draft: Draft, names: str) -> Row:
    return {name: getattr(draft, name) for name in names.split()}


def _named(names: Names) -> Row:
    keys = {f"sort_{lang}": sort_key(names.in_(lang)) for lang in LANGUAGES}
    return {**{f"name_{lang}": getattr(names, lang) for lang in LANGUAGES}, **keys}


def _dated(name: str, date: VagueDate | None, text: str = "") -> Row:
    if date is None:
        return {text or name: None, f"{name}_first": None, f"{name}_last": None}
    return {text or name: date.text, f"{name}_first": date.first, f"{name}_last": date.last}


def _fact(key: str, value: object) -> Row:
    match value:
        case bool():
            return {"key": key, "type": "boolean", "value": int(value)}
        case int():
            return {"key": key, "type": "integer", "value": value}
        case float():
            return {"key": key, "type": "real", "value": value}
        case tuple():
            listed = json.dumps(value, ensure_ascii=False)
            return {"key": key, "type": "list", "value": listed}
        case _:
            return {"key": key, "type": "text", "value": value}
