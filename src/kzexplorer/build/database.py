"""Make a database from rows: always the same one, whatever the clock, locale or machine."""

import sqlite3
from collections.abc import Iterable, Mapping
from importlib import resources

from kzexplorer.build import index
from kzexplorer.build.digest import digest
from kzexplorer.domain.schema import APPLICATION_ID, SCHEMA_VERSION


def schema() -> str:
    """Read the schema."""
    return resources.files("kzexplorer.build").joinpath("schema.sql").read_text(encoding="utf-8")


def empty(location: str = ":memory:") -> sqlite3.Connection:
    """Open a database that has the schema and no rows, in memory or in a new file."""
    connection = sqlite3.connect(location, isolation_level=None)
    if location != ":memory:":
        # What is written there is a draft: if the power fails, it is begun anew.
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "locking_mode = EXCLUSIVE",
            "cache_size = -32000",
            "temp.cache_size = -32000",  # where an import stages its rows
        ):
            connection.execute(f"PRAGMA {pragma}")
    for pragma in ("page_size = 4096", "encoding = 'UTF-8'", "auto_vacuum = NONE", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.executescript(schema())
    return connection


def fill(connection: sqlite3.Connection, tables: Mapping[str, Iterable[dict[str, object]]]) -> None:
    """Fill an empty database with the rows of each table, its index and its digest, in one transaction.

    Raises:
        sqlite3.IntegrityError: the rows do not fit the schema.
    """
    from sqlite_utils import Database  # takes 0.1 s to load, which an import of a table has no use for

    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    with database.atomic():
        # The order of tables need not follow the ties between them.
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for table in sorted(tables):
            database.table(table).insert_all(tables[table])
        index.fill(connection)
        database.table("meta").insert({"key": "digest", "value": digest(connection)})
    connection.execute("VACUUM")


def stored_digest(connection: sqlite3.Connection) -> str:
    """Read the digest a database keeps of itself."""
    found = connection.execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()
    return found[0] if found else ""
