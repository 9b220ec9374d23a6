"""The logical digest of a database: equal for equal facts, whatever SQLite wrote them."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

from kzexplorer.build import index

_PRAGMAS = ("application_id", "user_version")
_PLAIN = f"type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT IN {index.TABLES}"


def digest(connection: sqlite3.Connection) -> str:
    """Hash the schema and the rows of each plain table, without the digest kept in `meta`.

    The index is left out: it follows from the rows, and a better way of folding words makes another one
    of the same facts. `index.blocks` proves it.
    """
    pragmas = [connection.execute(f"PRAGMA {name}").fetchone() for name in _PRAGMAS]
    query = f"SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT IN {index.TABLES}"
    whole = [("schema", _hash([*pragmas, *connection.execute(f"{query} ORDER BY name")]))]
    whole += [(table, _hash(rows(connection, table))) for table in plain_tables(connection)]
    return _hash(whole)


def plain_tables(connection: sqlite3.Connection) -> list[str]:
    """Name the tables that hold the data, by name."""
    return [name for (name,) in connection.execute(f"SELECT name FROM sqlite_schema WHERE {_PLAIN} ORDER BY name")]


def rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    """Read a table row by row, ordered by all its columns, but for the digest kept in `meta`."""
    columns = ", ".join(f'"{column[1]}"' for column in connection.execute(f'PRAGMA table_info("{table}")'))
    where = "WHERE key <> 'digest'" if table == "meta" else ""
    return connection.execute(f'SELECT {columns} FROM "{table}" {where} ORDER BY {columns}')


def _hash(values: Iterable[Iterable[object]]) -> str:
    """Hash rows of values with their types and lengths."""
    whole = hashlib.sha256()
    for row in values:
        # Half of a catalogue is text, and a third of it nothing.
        whole.update(b"%b\n" % b"".join([_NONE if value is None else _printed(value) for value in row]))
    return whole.hexdigest()


def _printed(value: object) -> bytes:
    # Python prints a float exactly; SQLite's own printing changed between its versions.
    printed = value if isinstance(value, bytes) else str(value).encode()
    return b"%b %d %b" % (_TYPES[type(value)], len(printed), printed)


_NONE = b"NoneType 4 None"
_TYPES: dict[type, bytes] = {kind: kind.__name__.encode() for kind in (str, int, float, bytes, type(None))}
