"""The logical digest of a database: equal for equal contents, whatever SQLite wrote them."""

import hashlib
import sqlite3
from collections.abc import Iterable

from kzexplorer.build.index import words

# What the digest covers besides tables and views.
INDEX = "words"


def digests(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the digest of each part: the schema, each table, and the words the index is made of."""
    ids = ("application_id", "user_version")
    schema = [connection.execute(f"PRAGMA {name}").fetchone() for name in ids]
    schema += connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'view')"
        " AND name NOT LIKE 'words\\_%' ESCAPE '\\' ORDER BY name"
    )
    parts = {"schema": _hash(schema)}
    for table in tables(connection):
        parts[table] = _hash(rows(connection, table))
    parts[INDEX] = _hash(words(connection))
    return parts


def digest(connection: sqlite3.Connection) -> str:
    """Give the digest of the whole but for `meta.digest`, in which it is kept."""
    return _hash(sorted(digests(connection).items()))


def tables(connection: sqlite3.Connection) -> list[str]:
    """Name the plain tables: not the index, nor the tables it keeps itself in."""
    query = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'words'"
        " AND name NOT LIKE 'words\\_%' ESCAPE '\\' ORDER BY name"
    )
    return [name for (name,) in connection.execute(query)]


def rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    """Read a table ordered by all its columns, without the digest in `meta`."""
    names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    columns = ", ".join(f'"{name}"' for name in names)
    where = "WHERE key <> 'digest'" if table == "meta" else ""
    query = f'SELECT {columns} FROM "{table}" {where} ORDER BY {columns}'
    return connection.execute(query).fetchall()


def _hash(values: Iterable[Iterable[object]]) -> str:
    """Hash rows of values with their types and lengths."""
    whole = hashlib.sha256()
    for row in values:
        for value in row:
            # Python prints a float exactly; SQLite's own printing changed between its versions.
            printed = value if isinstance(value, bytes) else str(value).encode()
            whole.update(f"{type(value).__name__} {len(printed)} ".encode() + printed)
        whole.update(b"\n")
    return whole.hexdigest()
