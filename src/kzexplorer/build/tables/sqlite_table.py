"""A table of somebody's SQLite database: read row by row from a plain table, nothing else in the file is asked."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kzexplorer.build.foreign import harden, journal_of
from kzexplorer.build.tables import MAX_COLUMNS, Finding, Format, Line, NotATable, Raw, Told, named
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\x00"
_ROWS = 1000  # that one step of the reading may take time for
_SECONDS = 10.0  # for a step; a table is read in many
_LONGEST = 1 << 24  # bytes of a value; a longer one refuses the file, one longer than a cell its row
_PLAIN = re.compile(r"CREATE\s+TABLE\b", re.IGNORECASE)
_ORDINARY = 0  # of the kinds of columns; others are computed or hidden


class _Database:
    """One table of an open database."""

    def __init__(self, path: Path, connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> None:
        self._path = path
        self._connection = connection
        names = ", ".join(_quoted(column) for column in columns)
        # Without an index: one that was tampered with could give other rows than the table has.
        self._query = f"SELECT {names} FROM {_quoted(table)} NOT INDEXED"
        self._at = 0
        self._end = time.monotonic() + _SECONDS
        connection.set_progress_handler(self._is_late, 1000)
        self.rows: int = connection.execute(f"SELECT count(*) FROM {_quoted(table)} NOT INDEXED").fetchone()[0]

    def part_read(self) -> float:
        return min(self._at / max(self.rows, 1), 1.0)

    def lines(self) -> Iterator[Line]:
        with _explained(self._path), closing(self._connection.cursor()) as cursor:
            self._connection.set_progress_handler(self._is_late, 1000)
            self._end = time.monotonic() + _SECONDS
            cursor.execute(self._query)
            self._at = 0
            while rows := cursor.fetchmany(_ROWS):
                for row in rows:
                    self._at += 1
                    yield Line(self._at, row)
                self._end = time.monotonic() + _SECONDS

    def _is_late(self) -> bool:
        return time.monotonic() > self._end


@contextmanager
def _open(path: Path, told: Told) -> Iterator[Raw]:
    if journal_of(path):
        raise NotATable(f"{named(path)} is open in another program, or was not closed properly; close it there.")
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        with _explained(path):
            reader, name, tables = _chosen(path, connection, told.sheet)
        yield Raw(reader.lines, reader.part_read, Finding(sheet=name, sheets=tuple(tables)), tables[name])


def _chosen(path: Path, connection: sqlite3.Connection, told: str) -> tuple[_Database, str, dict[str, tuple[str, ...]]]:
    """Choose the table that was told, or else the longest."""
    harden(connection)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.text_factory = _text
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        raise NotATable(f"{named(path)} is a kzexplorer database already; open it with --db, or in the window.")
    tables = dict(_tables(connection))
    if not tables:
        raise NotATable(f"{named(path)} holds no plain table; views and virtual tables are not read.")
    if told and told not in tables:
        there = shortened(", ".join(tables), 200)
        raise NotATable(f"{named(path)} has no plain table “{shortened(told)}”; there are {there}.")
    readers = {
        name: _Database(path, connection, name, columns) for name, columns in tables.items() if not told or name == told
    }
    longest = max(readers, key=lambda name: readers[name].rows)
    if not readers[longest].rows:
        raise _without_rows(path, longest, tuple(tables), told)
    return readers[longest], longest, tables


def _without_rows(path: Path, table: str, tables: tuple[str, ...], told: str) -> NotATable:
    names = shortened(", ".join(tables), 200)
    if len(tables) > 1 and not told:
        return NotATable(f"{named(path)} has no rows in any of its tables {names}; get a copy that has them.")
    remedy = f"name another of {names}" if len(tables) > 1 else "get a copy that has them"
    return NotATable(f"{named(path)} has no rows in its table “{shortened(table)}”; {remedy}.")


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the plain tables with their ordinary columns; what is computed or virtual is left alone."""
    query = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    shadows = {
        name for _, name, kind, *_ in connection.execute("PRAGMA table_list") if kind in ("shadow", "virtual", "view")
    }
    for name, sql in connection.execute(query).fetchall():
        if name in shadows or not _PLAIN.match(str(sql)):
            continue
        columns = connection.execute(f"PRAGMA table_xinfo({_quoted(name)})").fetchall()
        plain = tuple(str(column[1]) for column in columns if column[6] == _ORDINARY)
        if 0 < len(plain) <= MAX_COLUMNS:
            yield name, plain


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _quoted(name: str) -> str:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        raise sqlite3.DataError("the name of a table or a column is no text") from None
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if str(error) == "interrupted":
            raise NotATable(f"{named(path)} takes too long to read; export the table as CSV.") from None
        raise NotATable(
            f"{named(path)} is damaged ({shortened(str(error), 100)}); get a fresh copy, or export the table as CSV."
        ) from None


def _is_sqlite(head: bytes) -> bool:
    return head.startswith(_MAGIC)


SQLITE = Format("sqlite", "SQLite", (".db", ".sqlite", ".sqlite3"), _is_sqlite, _open, order=2)
