"""Prove databases: that one is whole, that one is what the text makes, that one can be copied safely."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kzexplorer.build import index
from kzexplorer.build.compiler import compiled, read
from kzexplorer.build.contents import faults
from kzexplorer.build.database import empty, fill, stored_digest
from kzexplorer.build.digest import plain_tables, rows
from kzexplorer.build.foreign import Budget, Refused, opened, read_tables
from kzexplorer.build.output import write
from kzexplorer.build.problems import Problem
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError

# What a report counts: table -> what a person calls its rows.
COUNTED = {
    "record": "records",
    "partner": "partners",
    "organization": "organizations",
    "source": "sources",
    "citation": "citations",
    "claim": "claims",
    "conflict": "conflicts",
    "place": "places",
    "sentence": "sentences",
    "baikonur_year": "years of launches",
}
_LISTS = {"area": "areas", "objective": "objectives", "need": "needs", "stage": "stages"}
_MOST_FAULTS = 20
_DIFFERENT_INDEX = "its search index is not made of its records"


@dataclass(frozen=True, slots=True)
class Report:
    """What a database holds and what is wrong with it; without problems it is whole."""

    edition: str = ""
    data_date: str = ""
    licence: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""
    problems: tuple[str, ...] = ()


def verify(path: Path) -> Report:
    """Check a database: file, structure, ties, contents, digest and search index."""
    try:
        with _rebuilt(path) as (found, ours):
            meta = dict(ours.execute("SELECT key, value FROM meta"))
            problems = () if _same_index(found, ours) else (_DIFFERENT_INDEX,)
            counts = _counts(ours)
    except Refused as refused:
        return Report(problems=refused.reasons)
    return Report(meta["edition"], meta["data_date"], meta["licence"], counts, meta["digest"], problems)


def copy(foreign: Path, target: Path) -> None:
    """Copy the rows of a database that anyone may have made into a fresh one of our own.

    Raises:
        KnownError: the file is not a sound database of this version, or the target cannot be written.
    """
    try:
        with _rebuilt(foreign) as (_, ours):
            write(target, ours.serialize())
    except Refused as refused:
        raise KnownError(f"“{shortened(str(foreign), 200)}” {refused.reasons[0]}.") from refused


def compare(source: Path, committed: Path) -> tuple[Problem, ...]:
    """Say in what a database differs from the one its text makes; writes nothing."""
    drafts, problems = read(source)
    if drafts is None or problems:
        return problems
    try:
        with closing(compiled(drafts)) as ours, opened(committed, Budget()) as found:
            sentences = tuple(_differences(found, ours))
    except Refused as refused:
        sentences = refused.reasons
    return tuple(Problem(str(committed), 0, sentence) for sentence in sentences)


@contextmanager
def _rebuilt(path: Path) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """Open a database that anyone may have made, and one of our own made of its rows.

    Raises:
        Refused: it is not sound, or its digest is not that of its rows.
    """
    budget = Budget()
    with opened(path, budget) as found, closing(empty()) as ours:
        tables = read_tables(found, budget)
        if wrong := tuple(islice(faults(tables, budget), _MOST_FAULTS)):
            raise Refused(*(f"holds what this version cannot read: {sentence}" for sentence in wrong))
        tables["meta"] = [row for row in tables["meta"] if row["key"] != "digest"]
        budget.guard(ours)
        try:
            fill(ours, tables)
        except sqlite3.IntegrityError as error:
            raise Refused(f"holds rows that do not fit together ({error}); get a fresh copy") from error
        if stored_digest(ours) != stored_digest(found):
            raise Refused("was changed after it was built (its digest is not that of its rows); get a fresh copy")
        yield found, ours


def _same_index(found: sqlite3.Connection, ours: sqlite3.Connection) -> bool:
    try:
        return index.blocks(found) == index.blocks(ours)
    except (sqlite3.Error, UnicodeDecodeError):  # what stands in it cannot even be read
        return False


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    counted = {name: f"FROM {table}" for table, name in COUNTED.items()}
    counted |= {name: f"FROM term WHERE list = '{slug}'" for slug, name in _LISTS.items()}
    return {name: connection.execute(f"SELECT count(*) {rows}").fetchone()[0] for name, rows in counted.items()}


def _differences(found: sqlite3.Connection, ours: sqlite3.Connection) -> Iterator[str]:
    same = True
    for table in plain_tables(ours):
        made, held = set(rows(ours, table)), set(rows(found, table))
        if made != held:
            same = False
            row = min(made - held or held - made, key=str)
            example = _key(ours if row in made else found, table, row)
            yield (
                f"table {table} is not what the text makes (rows missing: {len(made - held)}, others:"
                f" {len(held - made)}), for example {example}; run “kzexplorer build”"
            )
    if same and not (_same_index(found, ours) and stored_digest(found) == stored_digest(ours)):
        yield f"{_DIFFERENT_INDEX}, or its digest is not that of its rows; run “kzexplorer build”"


def _key(connection: sqlite3.Connection, table: str, row: tuple[object, ...]) -> str:
    """Name a row by its key, and records by their slugs."""
    slugs = dict(connection.execute("SELECT id, slug FROM record"))
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = {name: row[n] for n, name, _, _, _, is_key in columns if is_key}
    if table == "record":
        keys = {"record": keys["id"]}
    return ", ".join(
        f"{name} {shortened(str(slugs.get(key, key) if name == 'record' else key))}" for name, key in keys.items()
    )
