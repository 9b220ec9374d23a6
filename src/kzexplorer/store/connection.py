"""Open a database that is trusted, read-only, and leave nothing beside it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from stat import S_ISREG

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.schema import APPLICATION_ID, SCHEMA_VERSION

# What is read inside turns into a sentence where the file is damaged.
Guard = Callable[[], AbstractContextManager[None]]
_MAGIC = b"SQLite format 3\x00"


class StoreError(KnownError):
    """Say why a database cannot be read, and what helps."""


def open_trusted(path: Path) -> sqlite3.Connection:
    """Open the bundled database or a file this installation wrote.

    `immutable=1` is right because nobody writes these files; without it a read can leave files beside
    the database. Any thread may use the connection. Any other file goes through `kzexplorer.build.copy` first.

    Raises:
        StoreError: the file is missing, is not a file, is damaged, too new or not a kzexplorer database.
    """
    check_file(path)
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        _settle(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: sqlite3.Connection, path: Path) -> None:
    try:
        for pragma in ("query_only = 1", "trusted_schema = 0", "cell_size_check = 1", "mmap_size = 0"):
            connection.execute(f"PRAGMA {pragma}")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        raise damaged(path, error) from error
    if application != APPLICATION_ID:
        raise StoreError(f"“{path}” is a database of another program; open one made by “kzexplorer build”.")
    if version > SCHEMA_VERSION:
        raise StoreError(f"“{path}” was made by a newer kzexplorer (schema {version}); update kzexplorer to open it.")
    if version < SCHEMA_VERSION:
        raise StoreError(f"“{path}” was made by an older kzexplorer (schema {version}); rebuild it from its text.")


def check_file(path: Path) -> None:
    """Refuse what is not a readable SQLite file before SQLite sees it; a FIFO would block it for ever.

    Raises:
        StoreError: with the reason.
    """
    try:
        if not S_ISREG(path.stat().st_mode):
            raise StoreError(f"“{path}” is not a file; name a kzexplorer database.")
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        raise StoreError(
            f"There is no file “{path}”; check the name, or leave out --db for the bundled data."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"“{path}” cannot be read ({reason}); check its permissions.") from error
    if not head:
        raise StoreError(f"“{path}” is empty; get a fresh copy of the database.")
    if head != _MAGIC:
        raise StoreError(f"“{path}” is not a SQLite database; name a kzexplorer database.")


@contextmanager
def decoding() -> Iterator[None]:
    """Turn what stored values that mean nothing raise into an error of the database; nothing else belongs inside."""
    try:
        yield
    except (ValueError, LookupError, TypeError, OverflowError) as error:
        raise sqlite3.DataError(str(error)) from error


def damaged(path: Path, error: Exception) -> StoreError:
    """Make the sentence for a database that cannot be read to its end."""
    return StoreError(f"“{path}” is damaged ({error}); get a fresh copy, or rebuild it with “kzexplorer build”.")
