"""Damaged, forged and foreign databases are one sentence each; sound ones are copied whole."""

import os
import random
import shutil
import sqlite3
import sys
import time
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzexplorer import build as building
from kzexplorer.build import contents, foreign, index
from kzexplorer.build.foreign import Budget, Refused
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.schema import APPLICATION_ID, SCHEMA_VERSION


@pytest.fixture
def database(small, tmp_path):
    """A copy of the small database that may be spoiled."""
    return shutil.copy(small, tmp_path / "a?b #c%20.db")


def spoil(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)


def refused(path):
    """The sentence a database is refused with, which `copy` and `verify` agree on."""
    target = path.with_name("copy.db")
    with pytest.raises(KnownError) as raised:
        building.copy(path, target)
    assert not target.exists()
    problem = building.verify(path).problems[0]
    assert str(raised.value) == f"“{path}” {problem}."
    return problem


def test_a_sound_database_is_verified_and_copied(database):
    report = building.verify(database)
    assert report.problems == ()
    assert (report.edition, report.data_date, report.licence) == ("2026-11", "2026-09-30", "CC BY 4.0")
    assert report.counts["records"] == 2
    assert len(report.digest) == 64
    target = database.with_name("copy.db")
    building.copy(database, target)
    assert target.read_bytes() == database.read_bytes()
    assert {path.name for path in database.parent.iterdir() if path.is_file()} == {"copy.db", database.name}


def test_what_is_no_database_is_refused(database, tmp_path):
    whole = database.read_bytes()
    for data, said in (
        (b"", "is empty"),
        (b"SQLite", "is not a SQLite database"),
        (b"PK\x03\x04" + whole[4:], "is not a SQLite database"),
        (whole[:50], "is cut short"),
        (whole[: len(whole) // 2], "is cut short"),
        (whole[:-1], "is cut short"),
        (whole[:100] + bytes(len(whole) - 100), "is damaged"),
        (whole[:4096] + bytes(len(whole) - 4096), "is damaged"),
    ):
        database.write_bytes(data)
        assert refused(database).startswith(said)
    assert refused(tmp_path / "nothing.db") == "does not exist; check the name"
    assert refused(tmp_path) == "is not a file; name a kzexplorer database"


def test_a_file_too_large_is_not_read(database):
    with database.open("r+b") as file:
        file.truncate(foreign.MAX_FILE + 1)
    assert refused(database).startswith("is larger than 64 MB")


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes")
def test_a_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.db")
    assert refused(tmp_path / "pipe.db") == "is not a file; name a kzexplorer database"


def test_what_the_system_does_not_give_is_told(database, monkeypatch):
    def refuse(*arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", refuse)
    assert building.verify(database).problems == ("cannot be read (Permission denied); check its permissions",)


def test_a_database_that_is_being_written_is_refused(database, tmp_path):
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("UPDATE record SET note = 'x'")
        assert "is open in another program, or was not closed properly" in refused(database)
        if sys.platform != "win32":  # where links need a permission
            link = tmp_path / "link.db"
            link.symlink_to(database)
            assert "was not closed properly (“" in refused(link)
        connection.execute("ROLLBACK")


def test_a_lock_alone_is_not_waited_for(database):
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert building.verify(database).problems == ()


def test_a_journal_mode_does_not_matter(database):
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert building.verify(database).problems == ()
    assert not list(database.parent.glob("*-wal"))


# A table that answers by reading the index, and one that answers with code of its own.
VOCABULARY = "CREATE VIRTUAL TABLE words_idx USING fts5vocab(words, row)"
GENERATED = "CREATE TABLE words_docsize (id INTEGER PRIMARY KEY, sz AS (hex(id)))"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (f"PRAGMA user_version = {SCHEMA_VERSION + 1}", "was made by a newer kzexplorer (schema 3); update kzexplorer"),
        (f"PRAGMA user_version = {SCHEMA_VERSION - 1}", "was made by an older kzexplorer (schema 1); build it again"),
        (f"PRAGMA application_id = {APPLICATION_ID + 1}", "is a database of another program"),
        ("CREATE TABLE more (x)", "is not a database of this kzexplorer (“more” is defined in another way)"),
        ("DROP TABLE step", "is not a database of this kzexplorer (“step” is defined in another way)"),
        ("CREATE TRIGGER evil AFTER INSERT ON record BEGIN SELECT 1; END", "is not a database of this kzexplorer"),
        ("CREATE VIRTUAL TABLE more USING fts5 (x)", "is not a database of this kzexplorer"),
        ("UPDATE sqlite_schema SET sql = replace(sql, 'grade TEXT', 'grade BLOB')", "is not a database of this kzexp"),
        ("UPDATE sqlite_schema SET sql = 'CREATE VIEW v_meta AS SELECT 1' WHERE name = 'v_meta'", "is not a database"),
        (f"UPDATE sqlite_schema SET sql = {VOCABULARY!r} WHERE name = 'words_idx'", "is not a database of this kzexp"),
        (f"UPDATE sqlite_schema SET sql = {GENERATED!r} WHERE name = 'words_docsize'", "is not a database of this"),
        ("UPDATE sqlite_schema SET sql = 'broken' WHERE name = 'record'", "is damaged"),
        ("UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'record'", "is damaged"),
        ("UPDATE record SET title = 'Forged' WHERE id = 1", "was changed after it was built"),
        ("UPDATE meta SET value = 'x' WHERE key = 'digest'", "was changed after it was built"),
        ("UPDATE step SET record = 99 WHERE record = 1", "holds rows that do not fit together (FOREIGN KEY constraint"),
        ("UPDATE record SET note = CAST(x'ff' AS TEXT) WHERE id = 1", "is damaged (Could not decode to UTF-8"),
        ("UPDATE record SET note = printf('%.1000001c', 'x') WHERE id = 1", "is damaged (string or blob too big)"),
    ],
)  # fmt: skip
def test_a_forged_database_is_refused(database, statement, said):
    spoil(database, statement)
    assert refused(database).startswith(said)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM meta WHERE key = 'digest'", "meta lacks “digest”"),
        ("DELETE FROM meta WHERE key = 'edition'", "meta lacks “edition”"),
        ("UPDATE meta SET value = 'soon' WHERE key = 'data_date'", "the data date"),
        ("UPDATE record SET kind = 'party' WHERE id = 1", "table record: “party” is"),
        ("UPDATE step SET role = 'lost it'", "table step: “lost it” is not a word"),
        ("UPDATE record SET begins = '1995' WHERE id = 1", "table record: “1995” is"),
        ("UPDATE record SET begins = 'x' WHERE id = 1", "table record: “x” is not"),
        ("UPDATE record SET begins = NULL WHERE id = 1", "table record: “None” is"),
        ("UPDATE record SET slug = '../x' WHERE id = 1", "table record: “../x” is"),
        ("UPDATE record SET id = 7 WHERE id = 2", "the records are not numbered"),
        ("UPDATE fact SET value = x'00' WHERE type = 'text'", "table fact: the value"),
        ("UPDATE fact SET value = '[1]' WHERE type = 'list'", "table fact: the value"),
        ("UPDATE fact SET value = '[' WHERE type = 'list'", "table fact: the value"),
        ("UPDATE spelling SET token = 'a b'", "table spelling: “a b” is not a folded"),
    ],
)  # fmt: skip
def test_what_the_schema_allows_but_the_program_cannot_read_is_refused(database, statement, said):
    spoil(database, statement)
    assert refused(database).startswith(f"holds what this version cannot read: {said}")


def test_an_index_that_misses_a_row_is_refused(database):
    with closing(sqlite3.connect(database)) as connection:
        definition = connection.execute("SELECT * FROM sqlite_schema WHERE name = 'link_other'").fetchone()
    spoil(database, "DELETE FROM sqlite_schema WHERE name = 'link_other'")
    spoil(database, "UPDATE link SET other = 1")
    spoil(database, f"INSERT INTO sqlite_schema VALUES {definition}")
    assert refused(database).startswith("is damaged (table link: row 1 missing from index link_other)")


def test_many_faults_are_not_all_told(database):
    spoil(database, "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50) "
                    "INSERT INTO fact SELECT 1, i + 100, 'k', 'real', 'x' FROM n")  # fmt: skip
    assert len(building.verify(database).problems) == 20


@pytest.mark.parametrize(
    "statement",
    ["UPDATE words_data SET block = x'00' WHERE id > 10", "UPDATE words_idx SET term = CAST(x'ff41' AS TEXT)"],
)
def test_a_forged_index_is_found_but_never_asked(database, statement):
    spoil(database, statement)
    assert building.verify(database).problems == ("its search index is not made of its records",)
    target = database.with_name("copy.db")
    building.copy(database, target)
    assert building.verify(target).problems == ()


def test_no_statement_meets_the_index_of_a_foreign_file(database, monkeypatch):
    asked = []
    harden = foreign.harden

    def watched(connection):
        connection.set_trace_callback(asked.append)
        harden(connection)

    monkeypatch.setattr(foreign, "harden", watched)
    assert building.verify(database).problems == ()
    assert asked
    plain = [statement for statement in asked if "sqlite_schema" not in statement]
    assert not [
        statement for statement in plain if "MATCH" in statement or " words " in f"{statement} " or "v_" in statement
    ]


def test_a_database_of_another_encoding_is_refused(database):
    other = database.with_name("utf16.db")
    with closing(sqlite3.connect(other)) as connection:
        connection.executescript("PRAGMA encoding = 'UTF-16le'; CREATE TABLE a (b)")
    assert refused(other).startswith("is a database of another program")


def test_a_file_that_keeps_sqlite_busy_is_interrupted(database, monkeypatch):
    monkeypatch.setattr(Budget.__init__, "__defaults__", (-1,))
    started = time.monotonic()
    assert building.verify(database).problems == ("takes too long to check; it was not made by “kzexplorer build”",)
    assert time.monotonic() - started < 5


def test_a_large_file_may_take_longer():
    budget = Budget(-1)
    budget.allow(2**26)
    assert list(budget.watch([1])) == [1]


def test_reading_rows_stops_when_the_time_is_over():
    with pytest.raises(Refused, match="takes too long"):
        list(Budget(-1).watch([1]))
    assert list(Budget().watch([1])) == [1]


@settings(max_examples=80)
@given(seed=st.integers(0, 2**32))
def test_flipped_bits_are_told_or_harmless(small, tmp_path_factory, seed):
    """Nothing but a sentence comes of it, and what is copied is never another fact."""
    chance = random.Random(seed)
    data = bytearray(small.read_bytes())
    for _ in range(chance.choice([1, 1, 1, 40])):
        at = chance.randrange(len(data))
        data[at] ^= 1 << chance.randrange(8)
    path = tmp_path_factory.mktemp("flip") / "flipped.db"
    path.write_bytes(data)
    report = building.verify(path)
    try:
        building.copy(path, path.with_name("copy.db"))
    except KnownError:
        assert report.problems
    else:
        assert path.with_name("copy.db").read_bytes() == small.read_bytes()


def test_compare_is_silent_about_what_the_text_makes(folder, tmp_path):
    target = tmp_path / "out.db"
    assert building.build(folder.path, target) == ()
    assert building.compare(folder.path, target) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "table", "row"),
    [
        ("records/treaty/lease.toml", "A note.", "Another.", "record", "record lease"),
        ("records/treaty/lease.toml", "46.5", "46.6", "fact", "record lease, position 2"),
        ("records/treaty/lease.toml", 'role = "tenant"', 'role = "host"', "record_partner", "record lease, position 1"),
        ("names.csv", ",Байқоңыр", "", "spelling", "spelling baikonir"),
        ("edition.toml", "2026-11", "2026-12", "meta", "key edition"),
    ],
)  # fmt: skip
def test_compare_tells_of_one_changed_value(folder, tmp_path, name, old, new, table, row):
    target = tmp_path / "out.db"
    assert building.build(folder.path, target) == ()
    folder.change(name, old, new)
    before = target.read_bytes()
    [problem] = building.compare(folder.path, target)[:1]
    assert problem.path == str(target)
    assert problem.sentence.startswith(f"table {table} is not what the text makes (rows missing: ")
    assert problem.sentence.endswith(f", for example {row}; run “kzexplorer build”")
    assert target.read_bytes() == before


def test_compare_tells_of_the_texts_own_problems_first(folder, tmp_path):
    folder.change("records/treaty/lease.toml", "A note.", "")
    [problem] = building.compare(folder.path, tmp_path / "nothing.db")
    assert problem.path.endswith("lease.toml")


def test_compare_tells_of_a_database_it_cannot_read(folder, tmp_path):
    [problem] = building.compare(folder.path, tmp_path / "nothing.db")
    assert str(problem) == f"{tmp_path / 'nothing.db'}: does not exist; check the name"


def test_compare_tells_of_another_index_or_digest(folder, tmp_path):
    target = tmp_path / "out.db"
    for statement in (
        "UPDATE words_data SET block = x'00' WHERE id > 10",
        "UPDATE meta SET value = 'x' WHERE key = 'digest'",
    ):
        assert building.build(folder.path, target) == ()
        spoil(target, statement)
        [problem] = building.compare(folder.path, target)
        assert problem.sentence.startswith("its search index is not made of its records, or its digest")


def test_a_changed_way_of_folding_is_a_difference(folder, tmp_path, monkeypatch):
    target = tmp_path / "out.db"
    assert building.build(folder.path, target) == ()
    monkeypatch.setattr(index, "_NUMBERS_SEARCHED", ())
    [problem] = building.compare(folder.path, target)
    assert "its search index" in problem.sentence


def test_what_a_fault_is_about_stands_in_a_known_table():
    assert set(contents._words()) | set(contents._DATES) <= {
        "source", "organization", "record", "step", "record_partner", "record_organization", "link", "partner",
        "era",
    }  # fmt: skip
