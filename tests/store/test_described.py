"""All that an edition holds is compared: each column of each table, or there is a reason to leave it out."""

import re
import sqlite3
from contextlib import closing

import pytest

from kzexplorer import paths
from kzexplorer.store.described import described
from kzexplorer.viewmodel.changes import THINGS, field_label

# What is left out, as TABLE.COLUMN with * for any.
EXCUSED = {
    "words*.*": "the index of words is made of the texts",
    "*.position": "what orders things is no part of them",
    "*.sort_*": "what orders things is no part of them",
    "*.*_first": "the day follows from the date beside it",
    "*.*_last": "the day follows from the date beside it",
    "origin.*": "the ids of the founding collection are how the data came about, and nothing shows them",
    "record.id": "records are numbered anew in each edition",
    "record.ends": "the end by the end rule stands for it",
    "record.ongoing": "the end by the end rule stands for it",
}


def excused(table, column):
    places = (re.escape(place).replace(r"\*", ".*") for place in EXCUSED)
    return any(re.fullmatch(place, f"{table}.{column}") for place in places)


@pytest.fixture(scope="module")
def copy():
    """The bundled data, to be changed in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        with closing(sqlite3.connect(paths.database())) as bundled:
            bundled.backup(database)
        database.execute("PRAGMA ignore_check_constraints = 1")
        yield database


# Another value of each type; text that is JSON stays JSON.
OTHER = {
    "TEXT": "coalesce({0}, '') || 'x'",
    "INTEGER": "coalesce({0}, 0) + 1000",
    "REAL": "{0} + 1",
    "ANY": "'[\"x\"]'",
}


def is_told(copy, before, table, column, type_):
    """Say whether it is told that a column holds other values, and give it back those it had."""
    copy.execute("BEGIN")
    try:
        assert copy.execute(f"UPDATE {table} SET {column} = {OTHER[type_].format(column)}").rowcount > 0, table
        return described(copy) != before
    finally:
        copy.execute("ROLLBACK")


def test_whatever_differs_is_told_or_excused(copy):
    before = described(copy)
    untold = [
        f"{table}.{column}"
        for (table,) in copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for _, column, type_, *_ in copy.execute(f"PRAGMA table_info({table})").fetchall()
        if not excused(table, column) and not is_told(copy, before, table, f'"{column}"', type_)
    ]
    assert untold == []


def test_every_thing_and_every_field_has_a_name(labels, copy):
    for (what, _), thing in described(copy).items():
        assert what in THINGS
        names = [name for name in thing.fields if not name.startswith("data.")]
        assert not [name for name in names if field_label(name, labels.say) == name]
