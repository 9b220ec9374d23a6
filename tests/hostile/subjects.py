"""What is spoiled, and what the program is then asked to do with it: one entry a kind of file that people bring.

Each subject makes a mutant in a folder of its own and hands it to the program; it gives what the program said,
nothing when it took the mutant. Whatever the program raises besides is a defect.
"""

import io
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import mutator
from small_source import FILES, Folder

from kzexplorer import build as building
from kzexplorer import paths
from kzexplorer.build.digest import digest
from kzexplorer.cli import main
from kzexplorer.domain.errors import KnownError
from kzexplorer.shelf import SETTINGS, SHELF, Basket, Kept, Place, SavedView, Settings, Shelf
from kzexplorer.store import Repository
from kzexplorer.viewmodel.view_text import read_view


@dataclass(frozen=True)
class Subject:
    """A kind of file; `share` is how many of all mutants are of it."""

    name: str
    share: int
    meet: Callable[[Path, Random], str]


def run(*arguments):
    """Run a command line; give what it said on standard error, and see that it is a sentence where it failed."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace") for _ in range(2))
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        code = main([str(argument) for argument in arguments])
    finally:
        sys.stdout, sys.stderr = before
    err.flush()
    said = err.buffer.getvalue().decode("utf-8", "replace")
    assert code in (0, 1, 2), code
    assert code == 0 or said.strip(), f"{arguments} ends with {code} and says nothing"
    for line in said.splitlines():
        assert len(line) < 1500, f"a sentence of {len(line)} characters: {line[:200]}..."
    assert "Traceback" not in said
    return said if code else ""


@cache
def small():
    """The bytes of a small sound database."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        source, target = Folder(Path(folder) / "source"), Path(folder) / "small.db"
        assert building.build(source.path, target) == ()
        return target.read_bytes()


def _ask_database(path):
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
    return _ask_database(path)


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
    return _ask_database(folder / "a.db")


def _hostile_rows(folder, chance):
    _forged(folder / "a.db", chance, _ROWS, with_digest=True)
    return _ask_database(folder / "a.db")


def _source(folder, chance):
    source = Folder(folder / "source")
    for name in chance.sample(sorted(FILES), chance.choice((1, 1, 3))):
        data = mutator.spoiled(FILES[name].encode(), chance, mutator.TEXT)
        source.write(name if chance.random() < 0.95 else f"{name}~", data)
    target = folder / "out.db"
    said = run("build", source.path, "-o", target)
    assert target.exists() != bool(said)
    return said or _ask_database(target)


_SHELF = Shelf(
    (Basket("Ғарыш", ("kazsat-1", "kazsat-3")), Basket("b", ())), (SavedView("v", "partner=italy&from=2004"),)
)
_SETTINGS = Settings("dark", Place(10, 20, 1280, 800), False, (("body", (1, 2, 3)),), "focus=kazsat-3", "Ғарыш")


def _kept(folder, chance, form, value):
    path = folder / "kept.json"
    assert Kept(form, path).change(lambda _: value) == ""
    spoiled = mutator.spoiled(path.read_bytes(), chance, mutator.TEXT)
    path.write_bytes(spoiled)
    kept = Kept(form, path)
    said = kept.open()
    read = kept.value
    again = kept.change(lambda value: value)
    # Nothing of the user's is lost: what was not understood lies beside it, byte for byte, or where it was.
    beside = [p.read_bytes() for p in folder.iterdir() if p.suffix != ".lock"]
    assert spoiled in beside or not said, said
    assert kept.value == read
    return said or again


def _shelf(folder, chance):
    return _kept(folder, chance, SHELF, _SHELF)


def _settings(folder, chance):
    return _kept(folder, chance, SETTINGS, _SETTINGS)


_STATES = (
    "text=казсат&partner=italy,russia&kind=!meeting&sort=-begins",
    "from=2004&to=2014-07&span=begins&group=area&focus=kazsat-3&show=table&columns=title,begins,slug",
    "asof=2012-01-01&visible=2001-01-01..2009-12-31&show=matrix&across=decade&decade=1990s",
    "text=%D2%93%D0%B0%D1%80%D1%8B%D1%88+a%26b&area=!earth-observation,law-and-policy&significance=1",
)


@cache
def _store():
    return Repository.open(paths.database())


def _state(folder, chance):
    text = mutator.spoiled(chance.choice(_STATES).encode(), chance, mutator.TEXT).decode("utf-8", "surrogateescape")
    said = run("list", "--view", text, "--limit", "2")
    try:
        state = read_view(text, _store())
    except KnownError:
        return said or "the window refuses what the command line takes"
    assert not said or text != text.strip(), said
    assert read_view(str(state), _store()) == state
    assert str(replace(state, look=state.look)) == str(state)
    return said


def _ledger(folder, chance):
    """The list of what this installation wrote may not open what it did not write."""
    ledger = paths.user_data() / "written.sha256"
    ledger.parent.mkdir(parents=True, exist_ok=True)
    ledger.write_bytes(mutator.spoiled(b"0" * 64 + b"\n" + b"ab" * 32 + b"\n", chance, mutator.TEXT))
    path = folder / "a.db"
    path.write_bytes(small())
    assert run("--db", path, "list", "--limit", "1") == ""
    ledger.unlink()
    return ""


SUBJECTS = {
    subject.name: subject
    for subject in (
        Subject("database-bytes", 6, _spoiled_bytes),
        Subject("bundle-bytes", 1, _spoiled_bundle),
        Subject("database-schema", 4, _hostile_schema),
        Subject("database-rows", 4, _hostile_rows),
        Subject("source", 5, _source),
        Subject("shelf", 3, _shelf),
        Subject("settings", 3, _settings),
        Subject("state", 6, _state),
        Subject("ledger", 1, _ledger),
    )
}
