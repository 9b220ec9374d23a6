"""What an imported database has beside its records: the bundled things that texts can name, or all that is bundled."""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from kzexplorer.build.foreign import Budget, Refused, opened, read_tables
from kzexplorer.build.rows import Row, Tables
from kzexplorer.domain.errors import KnownError

# Things that records are tied to, and what of them only the bundled sources vouch for.
_THINGS: Mapping[str, Mapping[str, object]] = {
    "spelling": {},
    "partner": {
        "in_brief": 0,
        "standing": "unclear",
        "standing_note": "",
        "first_record_year": None,
        "profile": "",
    },
    "partner_alias": {},
    "organization": {"summary": ""},
    "organization_alias": {},
    "place": {"summary": ""},
    "term": {"seed_text": ""},
}
# Where a row's partners are none of those known: else it would stand under Kazakhstan itself.
OTHERS = "other-partners"
_OTHERS: Row = {
    "slug": OTHERS,
    "kind": "multilateral",
    "code": "",
    "name_en": "Others, not recognized",
    "name_kk": "Басқалар, танылмаған",
    "name_ru": "Другие, не распознаны",
    "latitude": 0.0,
    "longitude": 0.0,
    "region": "",
    "capital": "",
    "seat": "",
    "place_note": "Names in the table that stand for no partner known here.",
    "in_brief": 0,
    "standing": "unclear",
    "standing_note": "",
    "first_record_year": None,
    "profile": "",
    "sort_en": "~~",
    "sort_kk": "~~",
    "sort_ru": "~~",
}
# Of these only what the records name is kept.
_PRUNED = {
    "partner": "SELECT partner FROM record_partner",
    "organization": "SELECT organization FROM record_organization UNION SELECT successor FROM organization "
    "WHERE successor IS NOT NULL",
    "place": "SELECT place FROM record WHERE place IS NOT NULL",
}


def bundled(path: Path) -> Tables:
    """Read the rows of the bundled database.

    Raises:
        KnownError: it is missing or damaged.
    """
    budget = Budget()
    try:
        with opened(path, budget) as connection:
            return read_tables(connection, budget)
    except Refused as refused:
        raise KnownError(f"The bundled database “{path}” {refused.reasons[0]}.") from refused


def things(tables: Tables) -> Tables:
    """Give the things of the bundled data alone, without what its records and sources say of them."""
    return {table: [{**row, **without} for row in tables[table]] for table, without in _THINGS.items()}


def with_others(tables: Tables) -> Tables:
    """Add the partner that stands for all that are not recognized."""
    return {**tables, "partner": [*tables["partner"], _OTHERS]}


def prune(connection: sqlite3.Connection) -> None:
    """Take out the things that no record names."""
    for table in ("partner", "organization"):
        named = f"SELECT {table} FROM record_{table}"
        connection.execute(f"DELETE FROM {table}_alias WHERE {table} NOT IN ({named})")
    for table, named in _PRUNED.items():
        connection.execute(f"DELETE FROM {table} WHERE slug NOT IN ({named})")


def record_columns(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Name each column that holds the id of a record, its table first."""
    yield "record", "id"
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        for _, _, parent, column, *_ in connection.execute(f'PRAGMA foreign_key_list("{table}")'):
            if parent == "record":
                yield table, column
