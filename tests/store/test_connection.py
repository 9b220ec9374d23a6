import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from kzexplorer import paths
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import Query
from kzexplorer.store import Repository
from kzexplorer.store.connection import StoreError, open_trusted
from kzexplorer.store.trust import is_ours, remember


@pytest.fixture
def copied(tmp_path):
    return shutil.copy(paths.database(), tmp_path / "copy.db") and tmp_path / "copy.db"


def altered(path, sql):
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "no file"),
        (lambda path: path.mkdir(), "not a file"),
        (lambda path: path.touch(), "is empty"),
        (lambda path: path.write_bytes(b"hello"), "not a SQLite database"),
        (lambda path: os.mkfifo(path), "not a file"),
        (lambda path: altered(path, "CREATE TABLE t (x)"), "another program"),
        (lambda path: path.write_bytes(paths.database().read_bytes()[:5000]), "damaged"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_a_sentence(tmp_path, make, says):
    path = tmp_path / "x.db"
    make(path)
    with pytest.raises(StoreError) as error:
        Repository.open(path)
    assert says in str(error.value)
    assert str(path) in str(error.value)


@pytest.mark.parametrize(("version", "says"), [(99, "newer"), (0, "older")])
def test_another_schema_is_refused(copied, version, says):
    altered(copied, f"PRAGMA user_version = {version}")
    with pytest.raises(StoreError, match=says):
        open_trusted(copied)


def test_an_unreadable_file_is_refused(copied, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(StoreError, match="permissions"):
        open_trusted(copied)


def test_a_table_that_is_gone_is_damage(copied):
    altered(copied, "DROP VIEW v_step")
    with pytest.raises(StoreError, match="damaged"):
        Repository.open(copied)


def test_ids_with_gaps_are_damage(copied):
    altered(copied, "PRAGMA foreign_keys = 0; DELETE FROM record WHERE id = 5")
    with pytest.raises(StoreError, match="gaps"):
        Repository.open(copied)


def test_a_tie_to_a_record_that_is_not_there_is_damage(copied):
    altered(copied, "PRAGMA foreign_keys = 0; UPDATE record_partner SET record = 5000 WHERE record = 7")
    with pytest.raises(StoreError, match="no record 5000"):
        Repository.open(copied)


def test_reading_leaves_nothing_beside_the_file(copied):
    store = Repository.open(copied)
    assert store.detail("kazsat-3")
    assert [p.name for p in copied.parent.iterdir()] == ["copy.db"]
    store.close()
    assert [p.name for p in copied.parent.iterdir()] == ["copy.db"]


@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "a%20b.db", "база данных.db"])
def test_any_file_name_opens_that_file(tmp_path, name):
    shutil.copy(paths.database(), tmp_path / name)
    store = Repository.open(tmp_path / name)
    assert store.edition.counts["row"] == 309
    store.close()


def test_nothing_can_be_written(copied):
    connection = open_trusted(copied)
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM record")
    connection.close()


def test_trust_is_by_content(copied, tmp_path):
    ledger = tmp_path / "folder" / "ledger"
    assert not is_ours(copied, ledger)
    assert remember(copied, ledger)
    assert remember(copied, ledger)
    assert ledger.read_text().count("\n") == 1
    assert is_ours(copied, ledger)
    altered(copied, "PRAGMA user_version = 1; CREATE TABLE more (x)")
    assert not is_ours(copied, ledger)


def test_a_ledger_that_cannot_be_written_trusts_nothing(copied, tmp_path):
    (tmp_path / "folder").touch()
    assert not remember(copied, tmp_path / "folder" / "ledger")
    assert not is_ours(copied, tmp_path / "folder" / "ledger")


def test_store_errors_are_for_the_user():
    assert issubclass(StoreError, KnownError)


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        ("UPDATE record SET begins = 'soon' WHERE slug = 'kazsat-2'", lambda store: store.row("kazsat-2")),
        ("UPDATE fact SET type = 'list', value = '[' WHERE key = 'mass_kg'", lambda store: store.described()),
        ("UPDATE fact SET type = 'list', value = '['", lambda store: store.detail("kazsat-2")),
        ("UPDATE source SET published = 'soon'", lambda store: store.sources),
        ("UPDATE source SET published = 'soon'", lambda store: store.detail("kazsat-2")),
        ("UPDATE organization SET begins = 'soon'", lambda store: store.organizations),
        ("UPDATE era SET ends = 'soon'", lambda store: store.eras),
        ("UPDATE meta SET value = 'soon' WHERE key = 'data_date'", lambda store: store.edition),
        ("DELETE FROM meta WHERE key = 'title'", lambda store: store.edition),
        ("UPDATE record SET begins_first = 9999999, begins_last = 9999999", lambda store: store.partners),
        ("UPDATE conflict SET record = 5000", lambda store: store.conflicts),
        ("INSERT INTO words (rowid, title) VALUES (5000, 'zebra')", lambda store: store.count(Query("zebra"))),
    ],
)
def test_a_value_that_means_nothing_is_damage(copied, sql, read):
    altered(copied, sql)
    with closing(Repository.open(copied)) as store, pytest.raises(StoreError, match="is damaged"):
        read(store)


def test_a_fault_of_the_program_is_not_told_as_damage(copied, monkeypatch):
    def fail(*_):
        raise KeyError("a name nobody gave")

    monkeypatch.setattr("kzexplorer.store.details.Details.of", fail)
    monkeypatch.setattr("kzexplorer.store.orders.Orders.sorted", fail)
    with closing(Repository.open(copied)) as store:
        with pytest.raises(KeyError):
            store.detail("kazsat-2")
        with pytest.raises(KeyError):
            _ = store.find(Query()).places
