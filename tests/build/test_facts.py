"""The committed database holds every fact it was collected from, value by value, and their counts."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kzexplorer import build as building
from kzexplorer.domain.dates import iso, parse
from kzexplorer.domain.language import ENGLISH

ROOT = Path(__file__).parents[2]
DATABASE = ROOT / "data" / "kzspace.db"
FACTS = ROOT.parent / "shared" / "facts"

collected = pytest.mark.skipif(not FACTS.is_dir(), reason="the facts as they were collected are not at hand")


@pytest.fixture(scope="module")
def db():
    with closing(sqlite3.connect(f"{DATABASE.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def load(name):
    return json.loads((FACTS / f"{name}.json").read_text(encoding="utf-8"))


def things(db, table, order="slug"):
    return [dict(row) for row in db.execute(f"SELECT * FROM {table} ORDER BY {order}")]


def column(db, sql, *values):
    return [row[0] for row in db.execute(sql, values)]


def known(**values):
    """What is known of a thing: the facts leave out what is not."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def names(row):
    return known(en=row["name_en"], kk=row["name_kk"], ru=row["name_ru"])


def slug_of(db, record):
    return column(db, "SELECT slug FROM record WHERE id = ?", record)[0]


def ids(db, of, slug, how):
    return column(db, "SELECT entry FROM origin WHERE of = ? AND slug = ? AND how = ? ORDER BY position", of, slug, how)


def listed(db, table, column_, key, slug):
    return column(db, f"SELECT {column_} FROM {table} WHERE {key} = ? ORDER BY position", slug)


def records_of(db, table, key, slug):
    return [slug_of(db, number) for number in listed(db, table, "record", key, slug)]


def spelled(row, name):
    if row[name] is None:
        return None
    value = parse(row[name])
    assert (value.first, value.last) == (row[f"{name}_first"], row[f"{name}_last"])
    return {
        "text": row[f"{name}_note"] or ENGLISH.date(value),
        "first": iso(value.first),
        "last": iso(value.last),
        "precision": value.precision.value,
    }


def fact(row):
    match row["type"]:
        case "list":
            return json.loads(row["value"])
        case "boolean":
            return bool(row["value"])
        case _:
            return row["value"]


def record(db, row):
    number, slug = row["id"], row["slug"]

    def parts(table, *columns):
        query = f"SELECT {', '.join(columns)} FROM {table} WHERE record = ? ORDER BY position"
        return [known(**dict(part)) for part in db.execute(query, (number,))]

    def terms(name):
        return column(db, "SELECT term FROM record_term WHERE record = ? AND list = ? ORDER BY position", number, name)

    made = {name: row[name] for name in ("slug", "kind", "title", "status", "summary", "significance", "certainty")}
    made |= {"begins": spelled(row, "begins"), "ends": spelled(row, "ends")}
    made |= {"ongoing": bool(row["ongoing"]), "in_seed": bool(row["in_brief"])}
    made["steps"] = [{"date": None, **step} for step in parts("step", "role", "date", "text")]
    made["partners"] = parts("record_partner", "partner", "role")
    made["organizations"] = parts("record_organization", "organization", "role")
    made |= {"areas": terms("area"), "objectives": terms("objective"), "needs": terms("need")}
    made["links"] = [
        {"record": slug_of(db, link["other"]), "relation": link["relation"]}
        for link in parts("link", "other", "relation")
    ]
    made["data"] = {f["key"]: fact(f) for f in db.execute("SELECT * FROM fact WHERE record = ?", (number,))}
    made["citations"] = parts("citation", "source", "note")
    made["merged_from"] = ids(db, "record", slug, "merged")
    made |= known(place=row["place"], note=row["note"], derived_from=ids(db, "record", slug, "derived"))
    return made


def partner(db, row):
    slug = row["slug"]
    plain = (
        "slug",
        "kind",
        "region",
        "latitude",
        "longitude",
        "standing",
        "standing_note",
        "first_record_year",
        "profile",
    )
    return {
        **{name: row[name] for name in plain},
        "names": names(row),
        "in_seed": bool(row["in_brief"]),
        "records": records_of(db, "partner_record", "partner", slug),
        "sources": listed(db, "partner_source", "source", "partner", slug),
        **known(iso2=row["code"], capital=row["capital"], seat=row["seat"], place_note=row["place_note"]),
        **known(aliases=listed(db, "partner_alias", "alias", "partner", slug)),
    }


def organization(db, row):
    slug = row["slug"]
    return {
        **{name: row[name] for name in ("slug", "kind", "country", "summary")},
        "names": names(row),
        "aliases": listed(db, "organization_alias", "alias", "organization", slug),
        "sources": listed(db, "organization_source", "source", "organization", slug),
        **known(**{"from": row["begins"], "to": row["ends"], "successor": row["successor"]}),
        **known(merged_from=ids(db, "organization", slug, "merged")),
    }


def term(db, row):
    name, slug = row["list"], row["slug"]

    def tied(table, what):
        query = f"SELECT {what} FROM {table} WHERE list = ? AND term = ? ORDER BY position"
        return column(db, query, name, slug)

    return {
        "slug": slug, "names": names(row), "description": row["description"], "seed_text": row["seed_text"],
        "order": row["position"],
        **known(sources=tied("term_source", "source"), merged_from=ids(db, name, slug, "merged")),
        **known(records=[slug_of(db, number) for number in tied("term_record", "record")]),
    }  # fmt: skip


def source(db, row):
    plain = ("slug", "title", "publisher", "language", "grade", "consulted")
    return {
        **{name: row[name] for name in plain},
        "published": row["published"],
        "url": row["url"] or None,
        **known(author=row["author"], licence=row["licence"], note=row["note"]),
    }


def place(db, row):
    plain = {name: row[name] for name in ("slug", "latitude", "longitude", "precision")}
    return {**plain, "names": names(row), **known(summary=row["summary"])}


def claim(db, row):
    slug = row["slug"]
    return {
        **{name: row[name] for name in ("slug", "section", "claim", "verdict", "explanation")},
        "records": records_of(db, "claim_record", "claim", slug),
        "sources": listed(db, "claim_source", "source", "claim", slug),
    }


def conflict(db, row):
    positions = "SELECT value, source, note FROM conflict_position WHERE conflict = ? ORDER BY position"
    of = {"record": slug_of(db, row["record"])} if row["record"] else {"organization": row["organization"]}
    return {
        **{name: row[name] for name in ("slug", "question", "used")},
        "subject": of,
        "positions": [dict(position) for position in db.execute(positions, (row["slug"],))],
    }


def sentence(db, row):
    number = row["number"]
    return {
        **{name: row[name] for name in ("number", "section", "sentence")},
        "claims": listed(db, "sentence_claim", "claim", "sentence", number),
        "records": records_of(db, "sentence_record", "sentence", number),
    }


@collected
@pytest.mark.parametrize(
    ("file", "table", "order", "made"),
    [
        ("records", "record", "slug", record),
        ("partners", "partner", "slug", partner),
        ("organizations", "organization", "slug", organization),
        ("sources", "source", "slug", source),
        ("places", "place", "slug", place),
        ("claims", "claim", "position", claim),
        ("conflicts", "conflict", "slug", conflict),
        ("seed-coverage", "sentence", "number", sentence),
    ],
)
def test_nothing_was_lost(db, file, table, order, made):
    facts = load(file)
    if order == "slug":
        facts = sorted(facts, key=lambda fact: fact["slug"])
    rows = [made(db, row) for row in things(db, table, order)]
    assert len(rows) == len(facts)
    for row, expected in zip(rows, facts, strict=True):
        # A list's key without value, and no key, say the same.
        assert json.dumps(row, sort_keys=True) == json.dumps(_spelled_out(file, expected), sort_keys=True)


def _spelled_out(file, expected):
    if file == "conflicts":
        return {**expected, "positions": [{"note": "", **position} for position in expected["positions"]]}
    return expected


@collected
@pytest.mark.parametrize(
    ("file", "name"), [("areas", "area"), ("objectives", "objective"), ("needs", "need"), ("stages", "stage")]
)
def test_no_term_was_lost(db, file, name):
    rows = [term(db, row) for row in things(db, "term", "position") if row["list"] == name]
    assert rows == sorted(load(file), key=lambda term: term["order"])


@collected
def test_no_launch_was_lost(db):
    facts = load("baikonur-launches")
    meta = {row["key"]: row["value"] for row in things(db, "meta", "key")}
    assert [dict(year) for year in things(db, "baikonur_year", "year")] == facts["years"]
    families = things(db, "baikonur_family", "position")
    assert [{"family": f["family"], "attempts": f["attempts"]} for f in families] == facts["by_family"]
    pads = things(db, "baikonur_pad", "position")
    assert [known(pad=p["pad"], attempts=p["attempts"], place=p["place"]) for p in pads] == facts["by_pad"]
    assert {name: int(meta[f"baikonur_{name}"]) for name in facts["totals"]} == facts["totals"]
    for name in ("source", "licence", "attribution", "scope"):
        assert meta[f"baikonur_{name}"] == facts[name]


@collected
def test_a_note_is_kept_only_where_the_date_in_words_says_less(db):
    noted = [row for row in things(db, "record") for name in ("begins", "ends") if row[f"{name}_note"]]
    assert len(noted) == 19
    for row in noted:
        assert ENGLISH.date(parse(row["begins"])) != row["begins_note"]


def test_the_counts_are_those_of_the_collection(db):
    report = building.verify(DATABASE)
    assert report.problems == ()
    assert report.counts == {
        "records": 309, "partners": 42, "organizations": 98, "sources": 451, "citations": 765, "claims": 46,
        "conflicts": 33, "places": 26, "sentences": 51, "years of launches": 69,
        "areas": 12, "objectives": 5, "needs": 4, "stages": 4,
    }  # fmt: skip
    kinds = Counter(column(db, "SELECT kind FROM record"))
    assert kinds == {
        "agreement": 52, "meeting": 49, "treaty": 34, "launch": 31, "project": 30, "milestone": 24, "policy": 23,
        "crewed_flight": 17, "accident": 13, "satellite": 9, "facility": 8, "person": 6, "programme": 6, "training": 5,
        "contest": 2,
    }  # fmt: skip
    assert Counter(column(db, "SELECT certainty FROM record")) == {"confirmed": 198, "single_source": 105, "weak": 6}
    assert Counter(column(db, "SELECT significance FROM record")) == {1: 35, 2: 117, 3: 157}
    assert column(db, "SELECT count(*) FROM record WHERE in_brief") == [61]
    assert column(db, "SELECT count(*) FROM partner WHERE in_brief") == [25]
    assert Counter(column(db, "SELECT verdict FROM claim")) == {
        "confirmed": 22, "imprecise": 14, "outdated": 4, "unverified": 2, "unsupported": 2, "wrong": 2,
    }  # fmt: skip


def test_each_sentence_of_the_brief_leads_somewhere(db):
    rows = [sentence(db, row) for row in things(db, "sentence", "number")]
    assert len(rows) == 51
    for row in rows:
        assert row["claims"]
        tied = [claim for slug in row["claims"] for claim in records_of(db, "claim_record", "claim", slug)]
        assert tied or row["records"]


def test_each_partner_of_the_brief_has_records_and_a_profile(db):
    for row in things(db, "partner"):
        assert row["profile"]
        assert column(db, "SELECT count(*) FROM record_partner WHERE partner = ?", row["slug"]) != [0]


def test_the_committed_database_is_what_the_text_makes():
    assert building.compare(ROOT / "data" / "source", DATABASE) == ()


def test_the_edition_says_its_date_and_licence():
    report = building.verify(DATABASE)
    assert (report.edition, report.data_date, report.licence) == ("2026-11", date(2026, 9, 30).isoformat(), "CC BY 4.0")
