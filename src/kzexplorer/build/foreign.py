"""Read a database that anyone may have made: nothing in it is trusted, and none of its code is run.

The file is read once, as bytes, and opened in memory: so no file is left beside it, no lock is waited
for, and it cannot change between a check and its use. Only plain tables whose definition is ours to the
letter are read; views and the full-text index are never asked.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from kzexplorer.build import index
from kzexplorer.build.database import empty
from kzexplorer.build.digest import plain_tables
from kzexplorer.build.rows import Tables
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.schema import APPLICATION_ID, SCHEMA_VERSION

T = TypeVar("T")

MAX_FILE = 64 * 2**20  # bytes; the memory that its rows need is some ten times that
MAX_VALUE = 10**6  # bytes of one text
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes
_DEFENSIVE, _ENABLE_TRIGGER = 1010, 1003  # SQLITE_DBCONFIG_*, which Python 3.11 does not name
_SECONDS_A_BYTE = 1e-6  # three times what an imported table takes
_TOO_LONG = "takes too long to check; it was not made by “kzexplorer build”"


class Refused(Exception):
    """Say, as what follows the file's name in a sentence, why a database is not taken."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


class Budget:
    """The work that a file may take to be read, in seconds of this thread's own; what takes more is refused.

    Not of the clock: that a machine is busy with something else is no fault of the file.
    """

    def __init__(self, seconds: float = 10) -> None:
        self._end = time.thread_time() + seconds

    def allow(self, size: int) -> None:
        """Allow for what a file of so many bytes takes that is sound."""
        self._end += size * _SECONDS_A_BYTE

    def guard(self, connection: sqlite3.Connection) -> None:
        """Interrupt the connection's statements when the time is over."""
        connection.set_progress_handler(lambda: time.thread_time() > self._end, 1000)

    def watch(self, items: Iterable[T]) -> Iterator[T]:
        """Pass items on as long as there is time.

        Raises:
            Refused: the time is over.
        """
        for item in items:
            if time.thread_time() > self._end:
                raise Refused(_TOO_LONG)
            yield item


@contextmanager
def opened(path: Path, budget: Budget) -> Iterator[sqlite3.Connection]:
    """Open the bytes of a file as a database whose structure is ours and sound.

    Raises:
        Refused: it is no file, cannot be read to its end, or is not a database of this version; also
            where what is read inside the `with` block turns out damaged.
    """
    data = _bytes(path)
    budget.allow(len(data))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        try:
            connection.deserialize(data)
            harden(connection)
            budget.guard(connection)
            _check_identity(connection)
            _check_schema(connection)
            _check_integrity(connection)
            yield connection
        except sqlite3.Error as error:
            if str(error) == "interrupted":
                raise Refused(_TOO_LONG) from error
            raise Refused(f"is damaged ({shortened(str(error), 100)}); get a fresh copy") from error
        except UnicodeDecodeError as error:  # SQLite quotes damaged names in its messages
            raise Refused("is damaged (a name is not text); get a fresh copy") from error


def read_tables(connection: sqlite3.Connection, budget: Budget) -> Tables:
    """Read the rows of all plain tables."""
    tables: Tables = {}
    for table in plain_tables(connection):
        cursor = connection.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in cursor.description]
        tables[table] = [dict(zip(names, row, strict=True)) for row in budget.watch(cursor)]
    return tables


def _bytes(path: Path) -> bytearray:
    """Read a file without waiting for what is none, and see that it looks like a whole database."""
    try:
        # Opening a named pipe would otherwise wait for somebody to write into it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Refused("is not a file; name a kzexplorer database")
            if status.st_size > MAX_FILE:
                raise Refused(
                    f"is larger than {MAX_FILE // 2**20} MB, the most that is checked; only the machine that made it "
                    "opens it, so import its table again where it is wanted"
                )
            data = bytearray(file.read(MAX_FILE))
    except FileNotFoundError:
        raise Refused("does not exist; check the name") from None
    except IsADirectoryError:
        raise Refused("is not a file; name a kzexplorer database") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"cannot be read ({reason}); check its permissions") from error
    if not data:
        raise Refused("is empty; get a fresh copy")
    if not data.startswith(_MAGIC):
        raise Refused("is not a SQLite database; name a kzexplorer database")
    page = int.from_bytes(data[16:18], "big")
    pages = int.from_bytes(data[28:32], "big")
    if len(data) < _HEADER or len(data) < pages * (65536 if page == 1 else page):
        raise Refused("is cut short; get a fresh copy")
    if beside := journal_of(path):
        name = shortened(beside.name)
        raise Refused(f"is open in another program, or was not closed properly (“{name}”); close it there")
    # A mark of the journal it was last opened with; a database in memory has none.
    data[18:20] = b"\x01\x01"
    return data


def journal_of(path: Path) -> Path | None:
    """Find what is not yet written into a database, beside the file itself where the path is a link to it."""
    whole = path.resolve()
    for suffix in ("-journal", "-wal"):
        beside = whole.with_name(whole.name + suffix)
        with suppress(FileNotFoundError):
            if beside.stat().st_size:
                return beside
    return None


def harden(connection: sqlite3.Connection) -> None:
    """Let a connection to a file that anyone may have made read, and do nothing else."""
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    if hasattr(connection, "setconfig"):  # Python 3.12
        connection.setconfig(_DEFENSIVE, True)
        connection.setconfig(_ENABLE_TRIGGER, False)


def _check_identity(connection: sqlite3.Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise Refused("is a database of another program; name one made by “kzexplorer build”")
    if version > SCHEMA_VERSION:
        raise Refused(f"was made by a newer kzexplorer (schema {version}); update kzexplorer to open it")
    if version < SCHEMA_VERSION:
        raise Refused(f"was made by an older kzexplorer (schema {version}); build it again from its text")


def _check_schema(connection: sqlite3.Connection) -> None:
    """See that there is all of our schema to the letter, and nothing else."""
    with closing(empty()) as ours:
        expected, found = _schema(ours), _schema(connection)
    if different := sorted({str(name) for _, name, *_ in expected ^ found}):
        name = shortened(different[0])
        raise Refused(f"is not a database of this kzexplorer (“{name}” is defined in another way)")


def _schema(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    # How SQLite words the tables of the index is its own affair, but plain tables they are, of the usual columns:
    # a virtual one, as `fts5vocab` makes, would answer by reading a forged index.
    query = f"SELECT type, name, tbl_name, iif(name IN {index.TABLES}, substr(sql, 1, 13), sql) FROM sqlite_schema"
    columns = "SELECT 'column', ?1, * FROM pragma_table_xinfo(?1)"
    found = set(connection.execute(query))
    plain = [name for name in index.TABLES if ("table", name, name, "CREATE TABLE ") in found]
    return found.union(*(connection.execute(columns, (name,)) for name in plain))


def _check_integrity(connection: sqlite3.Connection) -> None:
    # Table by table: SQLite would ask the index whether it is sound, and so run what it holds.
    for table in plain_tables(connection) + list(index.TABLES):
        for (finding,) in connection.execute(f"PRAGMA integrity_check({table})"):
            if finding != "ok":
                raise Refused(f"is damaged (table {table}: {shortened(str(finding), 100)}); get a fresh copy")
