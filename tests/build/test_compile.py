"""The same text makes the same database, whatever the clock, locale, hash seed or machine."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from small_source import SUMMARY

from kzexplorer import build as building
from kzexplorer.build import index
from kzexplorer.build.compiler import read
from kzexplorer.build.database import empty, fill, stored_digest
from kzexplorer.build.digest import digest
from kzexplorer.build.rows import tables_of
from kzexplorer.domain.schema import APPLICATION_ID, SCHEMA_VERSION
from kzexplorer.domain.text import Spellings, fold, index_text

BUILD = """
import sys
from pathlib import Path
from kzexplorer.build import build, verify
assert build(Path(sys.argv[1]), Path(sys.argv[2])) == ()
print(verify(Path(sys.argv[2])).digest)
"""


def rows(path, sql, *values):
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()


def test_bytes_and_digest_do_not_depend_on_seed_locale_or_zone(folder, tmp_path):
    digests, files = set(), set()
    for seed, locale, zone in (("0", "C", "UTC"), ("1", "tr_TR.UTF-8", "Asia/Almaty"), ("77", "kk_KZ.UTF-8", "UTC")):
        target = tmp_path / f"{seed}.db"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", BUILD, folder.path, target],
            env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        digests.add(done.stdout)
        files.add(target.read_bytes())
    assert len(digests) == len(files) == 1


def test_the_digest_does_not_depend_on_the_order_rows_were_written_in(folder):
    found, _ = read(folder.path)
    tables = tables_of(found)
    digests = set()
    for turned in (tables, {name: rows[::-1] for name, rows in reversed(tables.items())}):
        with closing(empty()) as connection:
            fill(connection, turned)
            digests.add(stored_digest(connection))
            assert digest(connection) == stored_digest(connection)
    assert len(digests) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE record SET note = note || '.' WHERE id = 1",
        "UPDATE fact SET value = 46.5000001 WHERE type = 'real'",
        "UPDATE fact SET value = '12345' WHERE key = 'norad'",  # a text, no number
        "UPDATE place SET name_ru = name_ru || ' '",
        "INSERT INTO meta VALUES ('more', '')",
        "CREATE VIEW v_more AS SELECT 1",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 99",
    ],
)
def test_the_digest_covers_values_types_schema_and_version(folder, sql):
    found, _ = read(folder.path)
    with closing(empty()) as connection:
        fill(connection, tables_of(found))
        connection.execute(sql)
        assert digest(connection) != stored_digest(connection)


def test_the_file_is_as_plain_as_a_database_can_be(small):
    for pragma, value in (
        ("page_size", 4096), ("encoding", "UTF-8"), ("journal_mode", "delete"), ("auto_vacuum", 0),
        ("application_id", APPLICATION_ID), ("user_version", SCHEMA_VERSION), ("freelist_count", 0),
        ("integrity_check", "ok"),
    ):  # fmt: skip
        assert rows(small, f"PRAGMA {pragma}") == [(value,)]
    assert rows(small, "PRAGMA foreign_key_check") == []
    assert [path.name for path in small.parent.iterdir() if path.is_file()] == ["small.db"]


def test_every_field_arrives(small):
    [record] = rows(small, "SELECT id, slug, kind, begins, begins_note, end_text, end_basis, place, in_brief, summary,"
                           " note FROM record WHERE slug = 'lease'")  # fmt: skip
    assert record == (
        1, "lease", "treaty", "1994-12-10", "on a Saturday", "2026-09-30..", "ongoing", "baikonur", 1, SUMMARY,
        "A note.",
    )  # fmt: skip
    assert rows(small, "SELECT role, date, text FROM step ORDER BY position") == [
        ("ratified", "1995", ""),
        ("amended", None, "some day"),
    ]
    assert rows(small, "SELECT key, type, value FROM fact ORDER BY position") == [
        ("rent_usd_per_year", "integer", 115000000),
        ("latitude", "real", 46.5),
        ("renewed", "boolean", 1),
        ("act_number", "text", "Law No. 1"),
        ("projects", "list", '["One", "Two"]'),
        ("norad", "integer", 12345),
    ]
    assert rows(small, "SELECT of, slug, how, entry FROM origin ORDER BY of, slug, how") == [
        ("objective", "progress", "merged", "OB-1"),
        ("organization", "agency", "merged", "O-1"),
        ("record", "lease", "derived", "T-0"),
        ("record", "lease", "merged", "T-1"),
    ]
    assert rows(small, "SELECT value, source FROM conflict_position ORDER BY position") == [
        ("1994", "gazette"),
        ("1995", None),
    ]
    assert rows(small, "SELECT list, slug, position FROM term WHERE list = 'area' ORDER BY position") == [
        ("area", "launch-services", 1),
        ("area", "law", 2),
    ]
    assert rows(small, "SELECT begins, begins_first, ends, successor FROM organization WHERE slug = 'agency'") == [
        ("1993", 727564, "2014-08", "committee")
    ]
    assert dict(rows(small, "SELECT key, value FROM meta"))["baikonur_full_success"] == "2"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("baikonur", [1]),
        ("lease", [1]),
        ("Россия", [1, 2]),  # a partner's Russian name
        ("Ресей", [1, 2]),  # its Kazakh one
        ("federation", [1, 2]),  # its alias
        ("договор", [1]),  # the kind in Russian
        ("law", [1]),  # an area, and an act
        ("ta", [1]),  # an organization's alias
        ("12345", [1]),  # a catalogue number
        ("115000000", []),  # a measure
        ("two", [1]),  # an item of a list
        ("some day", [1]),  # a step
        ("gazette", []),  # sources are not the record's own text
        ("baik*", [1]),
        ("Байқоң*", [1]),  # another spelling's beginning
        ("bai", []),
    ],
)
def test_the_index_finds_names_in_all_languages(small, words, found):
    asked = " ".join(f'"{fold(word.rstrip("*"))}"{"*" * word.endswith("*")}' for word in words.split())
    assert rows(small, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", asked) == [(n,) for n in found]


def test_the_index_holds_what_the_domain_folds(drafts):
    with closing(empty()) as connection:
        fill(connection, tables_of(drafts))
        groups = index.spellings(connection)
        assert dict(groups.canonical) == dict(drafts.spellings.canonical)
        titles = dict(connection.execute("SELECT id, title FROM record"))
        summaries = dict(connection.execute("SELECT id, summary FROM record"))
        for words in index.words(connection):
            assert words.title == index_text(titles[words.record], groups)
            assert words.body.startswith(index_text(summaries[words.record], groups))
            whole = " ".join(words[1:4])
            assert words.also == " ".join(groups.others(whole))
    assert isinstance(groups, Spellings)


def test_records_are_numbered_in_time(drafts):
    records = tables_of(drafts)["record"]
    assert [record["id"] for record in records] == list(range(1, len(records) + 1))
    begins = [record["begins_first"] for record in records]
    assert begins == sorted(begins)


def test_an_undated_record_comes_last(folder):
    folder.change("records/treaty/lease.toml", 'begins = "1994-12-10"\n', "")
    found, _ = read(folder.path)
    assert [record["slug"] for record in tables_of(found)["record"]] == ["launch", "lease"]


def test_a_failed_build_leaves_the_old_file(folder, tmp_path):
    target = tmp_path / "out.db"
    assert building.build(folder.path, target) == ()
    before = target.read_bytes()
    folder.change("edition.toml", "edition =", "editon =")
    assert building.build(folder.path, target)
    assert target.read_bytes() == before
