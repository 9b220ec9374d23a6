"""Databases that are spoiled byte by byte, and such as a hostile hand would make."""

import sqlite3
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import mutator
from small_source import Folder
from subject import Subject, run

from kzexplorer import build as building
from kzexplorer import paths
from kzexplorer.build.digest import digest


@cache
def small():
    """The bytes of a small sound database."""
    with TemporaryDirectory() as folder:
        source, target = Folder(Path(folder) / "source"), Path(folder) / "small.db"
        assert building.build(source.path, target) == ()
        return target.read_bytes()


def ask_database(path):
    """Ask a database all that the command line can ask of one; what is taken once must be taken throughout."""
    said = run("check", path)
    again = run("--db", path, "list", "--format", "json", "--sort", "place")
    assert bool(said) == bool(again) or "search index" in said, (said, again)
    if again:
        assert run("--previous", path, "list", "--since", "new")
        return again
    run("--db", path, "facets")
    run("diff", paths.database(), path)
    for slug in ("lease", "russia", "agency", "it-began"):
        run("--db", path, "show", slug)
    for form in ("csv", "xlsx", "json", "bibtex"):
        run("--db", path, "export", "--format", form, "-o", path.with_suffix(f".{form}"))
    return said


def _spoiled_bytes(folder, chance):
    path = folder / chance.choice(("a.db", "a?b #c%20.db"))
    path.write_bytes(mutator.spoiled(small(), chance, mutator.PAGES))
    return ask_database(path)


def _spoiled_bundle(folder, chance):
    path = folder / "kzspace.db"
    path.write_bytes(mutator.spoiled(paths.database().read_bytes(), chance, mutator.PAGES))
    return run("--db", path, "list", "--limit", "3")


# What a hostile hand may write into the schema. {t}: a table, {c}: a column, {v}: a value.
_STRUCTURES = (
    "CREATE TRIGGER evil AFTER INSERT ON {t} BEGIN DELETE FROM record; END",
    "CREATE TRIGGER evil INSTEAD OF INSERT ON v_meta BEGIN SELECT load_extension('x'); END",
    "CREATE VIEW evil AS SELECT writefile('/tmp/evil', 'x')",
    "CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "CREATE TABLE evil (a, b GENERATED ALWAYS AS (randomblob(a)) VIRTUAL)",
    "CREATE TABLE evil (a CHECK (load_extension('x')))",
    "CREATE INDEX evil ON {t} (length({c}))",
    "CREATE VIRTUAL TABLE evil USING fts5 (x)",
    "CREATE VIRTUAL TABLE evil USING rtree (a, b, c)",
    "DROP TABLE {t}",
    "ALTER TABLE {t} RENAME COLUMN {c} TO evil",
    "ALTER TABLE {t} RENAME TO evil",
    "ALTER TABLE {t} ADD COLUMN evil GENERATED ALWAYS AS ({c}) VIRTUAL",
    "UPDATE sqlite_schema SET sql = replace(sql, ' TEXT', ' BLOB') WHERE name = '{t}'",
    "UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = '{t}'",
    "UPDATE sqlite_schema SET rootpage = abs(random() % 90) WHERE name = '{t}'",
    "UPDATE sqlite_schema SET type = 'view', rootpage = 0, sql = 'CREATE VIEW {t} AS SELECT 1' WHERE name = '{t}'",
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE {t} (x)' WHERE name = '{t}'",
    "UPDATE sqlite_schema SET name = {v} WHERE name = '{t}'",
    "UPDATE sqlite_schema SET sql = {v} WHERE type = 'view'",
    "PRAGMA user_version = {n}",
    "PRAGMA application_id = {n}",
    "PRAGMA journal_mode = WAL",
)
# What a hostile hand may write into the rows, each time with a digest that fits.
_ROWS = (
    "UPDATE {t} SET {c} = {v}",
    "UPDATE {t} SET {c} = {v} WHERE rowid = (SELECT rowid FROM {t} LIMIT 1)",
    "UPDATE {t} SET {c} = {c} || {v}",
    "UPDATE {t} SET {c} = {n}",
    "UPDATE {t} SET {c} = NULL",
    "UPDATE {t} SET {c} = CAST(x'ff41' AS TEXT)",
    "DELETE FROM {t}",
    "DELETE FROM {t} WHERE {c} = (SELECT {c} FROM {t} LIMIT 1)",
)


def _statement(connection, chance, templates):
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    table = chance.choice(tables)
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')] or ["x"]
    value = mutator.nasty(chance).decode("utf-8", "replace").replace("'", "''").replace("\x00", "")
    return chance.choice(templates).format(
        t=table, c=f'"{chance.choice(columns)}"', v=f"'{value}'", n=chance.choice((-1, 0, 7, 2**31 - 1, 2**62, 1e300))
    )


def _forged(path, chance, templates, *, with_digest):
    path.write_bytes(small())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA writable_schema = ON")
        for _ in range(chance.choice((1, 1, 3))):
            with suppress(sqlite3.Error):
                connection.execute(_statement(connection, chance, templates))
        if with_digest:
            with suppress(sqlite3.Error, UnicodeError):
                connection.execute("UPDATE meta SET value = ? WHERE key = 'digest'", (digest(connection),))


def _hostile_schema(folder, chance):
    _forged(folder / "a.db", chance, _STRUCTURES, with_digest=chance.random() < 0.5)
    return ask_database(folder / "a.db")


def _hostile_rows(folder, chance):
    _forged(folder / "a.db", chance, _ROWS, with_digest=True)
    return ask_database(folder / "a.db")


SUBJECTS = (
    Subject("database-bytes", 6, _spoiled_bytes),
    Subject("bundle-bytes", 1, _spoiled_bundle),
    Subject("database-schema", 4, _hostile_schema),
    Subject("database-rows", 4, _hostile_rows),
)
