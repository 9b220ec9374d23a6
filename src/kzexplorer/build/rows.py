"""Turn drafts into the rows of each table."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kzexplorer.build.bounds import between, date_at
from kzexplorer.build.drafts import Drafts
from kzexplorer.build.entries import Entry, Record
from kzexplorer.domain.dates import VagueDate, iso
from kzexplorer.domain.names import LANGUAGES, Names
from kzexplorer.domain.schema import SCHEMA_VERSION
from kzexplorer.domain.text import sort_key

Row = dict[str, object]
Tables = dict[str, list[Row]]


def tables_of(drafts: Drafts) -> Tables:
    """Give the rows of each table; records are numbered by begin, none last, then title and slug."""
    rows = _Rows(drafts)
    rows.tables["meta"] += _meta(drafts)
    for spelling, token in sorted(drafts.spellings.canonical.items()):
        rows.tables["spelling"].append({"spelling": spelling, "token": token})
    rows.sources()
    rows.places()
    rows.terms()
    rows.eras()
    rows.partners()
    rows.organizations()
    rows.records()
    rows.conflicts()
    rows.brief()
    rows.launches()
    return rows.tables


class _Rows:
    """Collects the rows; what stands in an order gets its position from 1."""

    def __init__(self, drafts: Drafts) -> None:
        self.tables: Tables = defaultdict(list)
        self._drafts = drafts
        self._in_time = sorted(drafts.records, key=_time)
        self._ids = {record.slug: number for number, record in enumerate(self._in_time, 1)}

    def _add(self, table: str, items: Iterable[Mapping[str, object]], **key: object) -> None:
        self.tables[table] += ({**key, "position": n, **item} for n, item in enumerate(items, 1))

    def _add_each(self, table: str, column: str, values: Iterable[object], **key: object) -> None:
        self._add(table, ({column: value} for value in values), **key)

    def _add_records(self, table: str, slugs: Iterable[str], **key: object) -> None:
        self._add_each(table, "record", (self._ids[slug] for slug in slugs), **key)

    def _add_origin(self, of: str, slug: str, merged: Iterable[str], derived: Iterable[str] = ()) -> None:
        self._add_each("origin", "entry", merged, of=of, slug=slug, how="merged")
        self._add_each("origin", "entry", derived, of=of, slug=slug, how="derived")

    def sources(self) -> None:
        for source in self._drafts.sources:
            self.tables["source"].append(
                {
                    **_pick(source, "slug title publisher author url language grade licence note"),
                    **dated("published", source.published),
                    "consulted": source.consulted.text,
                    "sort_key": sort_key(source.title),
                }
            )

    def places(self) -> None:
        for place in self._drafts.places:
            names = Names(place.name_en, place.name_kk, place.name_ru)
            picked = _pick(place, "slug latitude longitude precision summary")
            self.tables["place"].append({**picked, **_named(names), **_sorted_by(names)})

    def terms(self) -> None:
        drafts = self._drafts
        lists = {
            "area": drafts.areas,
            "objective": drafts.objectives,
            "need": drafts.needs,
            "stage": drafts.stages,
        }
        for name, terms in lists.items():
            picked = ({**_pick(term, "slug description seed_text"), **_named(term.names)} for term in terms)
            self._add("term", picked, list=name)
            for term in terms:
                self._add_each("term_source", "source", term.sources, list=name, term=term.slug)
                self._add_records("term_record", term.records, list=name, term=term.slug)
        for name, united in (("objective", drafts.objectives), ("need", drafts.needs)):
            for term in united:
                self._add_origin(name, term.slug, term.merged_from)

    def eras(self) -> None:
        for position, era in enumerate(self._drafts.eras, 1):
            begins, ends = (
                [date for bound in its if (date := date_at(self._drafts, bound))] for its in (era.begins, era.ends)
            )
            if not (begins and ends):
                continue  # a check tells of it
            self.tables["era"].append(
                {
                    **_pick(era, "slug row"),
                    "position": position,
                    **_named(era.names),
                    **dated("begins", between(begins)),
                    **dated("ends", between(ends)),
                }
            )
            records = dict.fromkeys(bound.record for bound in (*era.begins, *era.ends))
            self._add_records("era_record", records, era=era.slug)

    def partners(self) -> None:
        for partner in self._drafts.partners:
            picked = _pick(
                partner,
                "slug kind region capital seat latitude longitude place_note in_brief standing standing_note"
                " first_record_year profile",
            )
            names = {**_named(partner.names), **_sorted_by(partner.names)}
            self.tables["partner"].append({**picked, "code": partner.iso2, **names})
            self._add_each("partner_alias", "alias", partner.aliases, partner=partner.slug)
            self._add_records("partner_record", partner.records, partner=partner.slug)
            self._add_each("partner_source", "source", partner.sources, partner=partner.slug)

    def organizations(self) -> None:
        for organization in self._drafts.organizations:
            slug = organization.slug
            self.tables["organization"].append(
                {
                    **_pick(organization, "slug kind country summary"),
                    **_named(organization.names),
                    **_sorted_by(organization.names),
                    **dated("begins", organization.begins),
                    **dated("ends", organization.ends),
                    "successor": organization.successor or None,
                }
            )
            self._add_each("organization_alias", "alias", organization.aliases, organization=slug)
            self._add_each("organization_source", "source", organization.sources, organization=slug)
            self._add_origin("organization", slug, organization.merged_from)

    def records(self) -> None:
        for record in self._in_time:
            number = self._ids[record.slug]
            self.tables["record"].append({"id": number, **_record(record, self._drafts)})
            steps = ({"role": s.role, **dated("date", s.date), "text": s.text} for s in record.steps)
            self._add("step", steps, record=number)
            self._add("record_partner", map(vars, record.partners), record=number)
            self._add("record_organization", map(vars, record.organizations), record=number)
            self._add_each("record_term", "term", record.areas, record=number, list="area")
            self._add_each("record_term", "term", record.objectives, record=number, list="objective")
            self._add_each("record_term", "term", record.needs, record=number, list="need")
            links = ({"relation": link.relation, "other": self._ids[link.record]} for link in record.links)
            self._add("link", links, record=number)
            self._add("fact", (fact(key, value) for key, value in record.data.items()), record=number)
            self._add("citation", map(vars, record.citations), record=number)
            self._add_origin("record", record.slug, record.merged_from, record.derived_from)

    def conflicts(self) -> None:
        for conflict in self._drafts.conflicts:
            self.tables["conflict"].append(
                {
                    **_pick(conflict, "slug question used"),
                    "record": self._ids.get(conflict.record),
                    "organization": conflict.organization or None,
                }
            )
            positions = ({**vars(p), "source": p.source or None} for p in conflict.positions)
            self._add("conflict_position", positions, conflict=conflict.slug)

    def brief(self) -> None:
        for claim in self._drafts.claims:
            picked = _pick(claim, "slug section claim verdict explanation")
            self.tables["claim"].append({**picked, "position": claim.order})
            self._add_records("claim_record", claim.records, claim=claim.slug)
            self._add_each("claim_source", "source", claim.sources, claim=claim.slug)
        for sentence in self._drafts.sentences:
            self.tables["sentence"].append(_pick(sentence, "number section sentence"))
            self._add_each("sentence_claim", "claim", sentence.claims, sentence=sentence.number)
            self._add_records("sentence_record", sentence.records, sentence=sentence.number)

    def launches(self) -> None:
        self.tables["baikonur_year"] += (_pick(year, "year attempts failures") for year in self._drafts.years)
        self._add("baikonur_family", map(vars, self._drafts.baikonur.families))
        pads = ({**vars(pad), "place": pad.place or None} for pad in self._drafts.baikonur.pads)
        self._add("baikonur_pad", pads)


def _meta(drafts: Drafts) -> list[Row]:
    launches = _pick(drafts.baikonur, "source licence attribution scope attempts full_success failure partial")
    values = {
        **_pick(drafts.edition, "title edition licence attribution"),
        "data_date": iso(drafts.edition.data_day),
        "schema": SCHEMA_VERSION,
        **{f"baikonur_{key}": value for key, value in launches.items()},
    }
    return [{"key": key, "value": str(value)} for key, value in sorted(values.items())]


def _record(record: Record, drafts: Drafts) -> Row:
    end = drafts.ends[record.slug]
    return {
        **_pick(record, "slug title kind begins_note ends_note ongoing status significance certainty in_brief"),
        **_pick(record, "summary note"),
        **dated("begins", record.begins),
        **dated("ends", record.ends),
        **dated("end", end.date, text="end_text"),
        "end_basis": end.basis.value,
        "place": record.place or None,
        "sort_key": sort_key(record.title),
    }


def _time(record: Record) -> tuple[bool, int, str, str]:
    first = record.begins.first if record.begins else None
    return first is None, first or 0, sort_key(record.title), record.slug


def _pick(entry: Entry, names: str) -> Row:
    return {name: getattr(entry, name) for name in names.split()}


def _named(names: Names) -> Row:
    return {f"name_{language}": getattr(names, language) for language in LANGUAGES}


def _sorted_by(names: Names) -> Row:
    return {f"sort_{language}": sort_key(names.in_(language)) for language in LANGUAGES}


def dated(name: str, date: VagueDate | None, *, text: str = "") -> Row:
    """Give the columns of a date: its text, first and last day; the text stands under the name unless told."""
    first, last = (date.first, date.last) if date else (None, None)
    return {text or name: date.text if date else None, f"{name}_first": first, f"{name}_last": last}


def fact(key: str, value: object) -> Row:
    """Give the columns of a typed extra fact."""
    match value:
        case bool():
            return {"key": key, "type": "boolean", "value": int(value)}
        case int():
            return {"key": key, "type": "integer", "value": value}
        case float():
            return {"key": key, "type": "real", "value": value}
        case tuple():
            return {"key": key, "type": "list", "value": json.dumps(value, ensure_ascii=False)}
        case _:
            return {"key": key, "type": "text", "value": value}
