"""Read all that an edition holds as things with fields of text, so that two editions can be compared."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kzexplorer.domain.difference import Key, Thing, Value
from kzexplorer.store.connection import decoding
from kzexplorer.store.reading import grouped

# An end that follows from other records is no field of its own, and that of what goes on is the data's date.
_RECORD = """
SELECT slug, title AS name, title, kind, begins, begins_note,
  CASE end_basis WHEN 'stated' THEN end_text WHEN 'ongoing' THEN 'ongoing' END AS ends, ends_note, status, place,
  significance, certainty, iif(in_brief, 'yes', 'no') AS in_brief, summary, note FROM v_row"""
_ERA = """
SELECT slug, name_en AS name, "row", name_en, name_kk, name_ru, begins,
  iif(ends = (SELECT value || '..' FROM v_meta WHERE key = 'data_date'), 'ongoing', ends) AS ends FROM v_era"""
_CITED = "".join(f" || iif({part} = '', '', ' ' || {part})" for part in ("field", "locator", "citation_note"))
_DATED = "coalesce(date, '') || iif(text = '', '', ' ' || text)"


@dataclass(frozen=True, slots=True)
class Table:
    """How one sort of thing is read: its slug, its name and its fields, then its lists as (slug, entry) in order."""

    what: str
    things: str
    lists: Mapping[str, str] = field(default_factory=dict)


def _of_record(columns: str, view: str) -> str:
    order = "ORDER BY record, position"
    return f"SELECT r.slug, {columns} FROM {view} AS v JOIN v_row AS r ON r.id = v.record {order}"


def _named(view: str) -> str:
    return f"SELECT *, name_en AS name FROM {view}"


def _of_term(term: str) -> Table:
    order = f"WHERE t.list = '{term}' ORDER BY t.term, t.position"
    return Table(
        term,
        f"{_named('v_term')} WHERE list = '{term}'",
        {
            "records": f"SELECT t.term, r.slug FROM term_record AS t JOIN v_row AS r ON r.id = t.record {order}",
            "sources": f"SELECT t.term, t.source FROM term_source AS t {order}",
        },
    )


# Where no view shows a table, it is read itself: whoever opens a file has checked that its version is ours.
_TABLES = (
    Table(
        "record",
        _RECORD,
        {
            "partners": _of_record("v.partner || ' ' || v.role", "v_part"),
            "organizations": _of_record("v.organization || ' ' || v.role", "v_organization_part"),
            **{
                f"{term}s": _of_record("v.term", f"(SELECT * FROM v_term_of WHERE list = '{term}')")
                for term in ("area", "objective", "need")
            },
            "steps": _of_record("v.role || ' ' || " + _DATED.replace("text", "v.text"), "v_step"),
            "links": _of_record("v.relation || ' ' || v.other_slug", "(SELECT * FROM v_link WHERE back = 0)"),
            "citations": _of_record("v.slug" + _CITED, "v_citation"),
        },
    ),
    Table(
        "partner",
        _named("v_partner"),
        {
            "aliases": "SELECT partner, alias FROM v_partner_alias ORDER BY partner, position",
            "records": "SELECT partner, slug FROM v_partner_record ORDER BY partner, position",
            "sources": "SELECT partner, slug FROM v_partner_source ORDER BY partner, position",
        },
    ),
    Table(
        "organization",
        _named("v_organization"),
        {
            "aliases": "SELECT organization, alias FROM v_organization_alias ORDER BY organization, position",
            "sources": "SELECT organization, slug FROM v_organization_source ORDER BY organization, position",
        },
    ),
    Table(
        "claim",
        "SELECT slug, claim AS name, section, claim, verdict, explanation FROM v_claim",
        {
            "records": "SELECT c.claim, r.slug FROM v_claim_record AS c JOIN v_row AS r ON r.id = c.record "
            "ORDER BY c.claim, c.position",
            "sources": "SELECT claim, slug FROM v_claim_source ORDER BY claim, position",
        },
    ),
    Table(
        "sentence",
        "SELECT CAST(number AS TEXT) AS slug, sentence AS name, section, sentence FROM sentence",
        {
            "claims": "SELECT CAST(sentence AS TEXT), claim FROM sentence_claim ORDER BY sentence, position",
            "records": "SELECT CAST(s.sentence AS TEXT), r.slug FROM sentence_record AS s "
            "JOIN v_row AS r ON r.id = s.record ORDER BY s.sentence, s.position",
        },
    ),
    Table(
        "conflict",
        "SELECT c.slug, c.question AS name, coalesce(r.slug, '') || coalesce(c.organization, '') AS about, "
        "c.question, c.used FROM v_conflict AS c LEFT JOIN v_row AS r ON r.id = c.record",
        {
            "positions": "SELECT conflict, value || iif(source IS NULL, '', ' [' || source || ']') || "
            "iif(note = '', '', ' ' || note) FROM v_conflict_position ORDER BY conflict, position",
        },
    ),
    Table("source", "SELECT *, title AS name FROM v_source"),
    Table("place", _named("v_place")),
    *map(_of_term, ("area", "objective", "need", "stage")),
    Table("era", _ERA, {"records": "SELECT era, slug FROM v_era_record ORDER BY era, position"}),
    Table(
        "launches",
        "SELECT CAST(year AS TEXT) AS slug, CAST(year AS TEXT) AS name, attempts, failures FROM v_baikonur_year",
    ),
    Table("family", "SELECT family AS slug, family AS name, attempts FROM baikonur_family"),
    Table("pad", "SELECT pad AS slug, pad AS name, attempts, place FROM baikonur_pad"),
    Table(
        "spelling",
        "SELECT DISTINCT token AS slug, token AS name FROM v_spelling",
        {"spellings": "SELECT token, spelling FROM v_spelling ORDER BY token, spelling"},
    ),
    # Which edition it is and of what day stands above what differs; the others say how the file was made.
    Table(
        "edition",
        "SELECT key AS slug, key AS name, value FROM v_meta "
        "WHERE key NOT IN ('edition', 'data_date', 'schema', 'digest')",
    ),
)
# What orders things is no part of them.
_NOT_FIELDS = frozenset({"slug", "name", "list", "position", "sort_key", "sort_en", "sort_kk", "sort_ru"})


def described(db: sqlite3.Connection) -> dict[Key, Thing]:
    """Read an edition as things by what they are and their slug."""
    found: dict[Key, Thing] = {}
    for table in _TABLES:
        lists = {name: grouped(db.execute(sql)) for name, sql in table.lists.items()}
        data = _data(db) if table.what == "record" else {}
        for slug, name, fields in _things(db, table):
            entries: dict[str, Value] = {field: tuple(groups.get(slug, ())) for field, groups in lists.items()}
            found[table.what, slug] = Thing(name, {**fields, **entries, **data.get(slug, {})})
    return found


def _things(db: sqlite3.Connection, table: Table) -> Iterator[tuple[str, str, dict[str, Value]]]:
    cursor = db.execute(table.things)
    columns = [column[0] for column in cursor.description]
    for row in cursor:
        values = dict(zip(columns, row, strict=True))
        fields: dict[str, Value] = {
            column: "" if value is None else str(value) for column, value in values.items() if column not in _NOT_FIELDS
        }
        yield values["slug"], values["name"], fields


@decoding()
def _data(db: sqlite3.Connection) -> dict[str, dict[str, Value]]:
    """Read the typed extra facts of records as fields, each with its key."""
    facts = grouped(db.execute("SELECT slug, key, type, value FROM v_fact JOIN v_row ON id = record ORDER BY position"))
    return {
        slug: {
            f"data.{key}": tuple(map(str, json.loads(value))) if kind == "list" else str(value)
            for key, kind, value in entries
        }
        for slug, entries in facts.items()
    }
