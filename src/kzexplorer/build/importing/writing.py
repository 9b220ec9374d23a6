"""Write the records of a table, in the order of time and beside what is bundled, into a database of our own schema.

Rows are staged on the disk as they are read, since only at the end it is known which of them comes first and how the
dates are meant: memory does not grow with the table.
"""

import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from operator import itemgetter
from typing import Any

from kzexplorer.build.importing.base import OTHERS, record_columns
from kzexplorer.build.importing.reading import Draft, Source
from kzexplorer.build.rows import Row, Tables, dated, fact
from kzexplorer.domain.dates import day
from kzexplorer.domain.ends import end_of
from kzexplorer.domain.text import sort_key
from kzexplorer.domain.written_dates import Order

ORIGIN = "origin"  # the fact that says which table a record comes from
BUNDLED = "bundled"
_ORDERS = tuple(Order)
_BATCH = 500  # rows
# The drafts stand apart: what is sorted should be small.
_STAGE = """
CREATE TEMP TABLE staged (
  id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, sort_key TEXT NOT NULL,
  day_first INTEGER, month_first INTEGER, open INTEGER, old INTEGER
);
CREATE TEMP TABLE drafted (id INTEGER PRIMARY KEY, draft BLOB NOT NULL);
"""
_STAGED = "INSERT OR IGNORE INTO staged (slug, sort_key, day_first, month_first, open, old) VALUES (?, ?, ?, ?, ?, ?)"
_MOST_SOURCES = 10_000  # that are remembered as written
_SOURCE = "INSERT OR IGNORE INTO source ({}) VALUES ({})"
_DRAFT = "SELECT draft FROM drafted WHERE id = ?"
_ROLE = "participant"


class Stage:
    """The records to be, on the disk, each with a slug of its own."""

    def __init__(self, db: sqlite3.Connection, tables: Tables, data_day: int, origin: str) -> None:
        """Begin with the records that are bundled, none where `origin` is empty.

        `origin` is the name of the table where records from elsewhere stand beside its own.
        """
        self._db = db
        self._tables = tables
        self._data_day = data_day
        self._origin = origin
        self._sources: set[str] = set()
        for statement in _STAGE.split(";"):
            db.execute(statement)
        self._taken = {str(row["slug"]) for what in ("partner", "organization", "claim", "source")
                       for row in tables.get(what, ())}  # fmt: skip
        for row in tables.get("record", ()):
            first = row["begins_first"]
            db.execute(_STAGED, (row["slug"], row["sort_key"], first, first, first, row["id"]))

    def add(self, draft: Draft) -> None:
        """Stage a row."""
        orders = _ORDERS if draft.begins.is_open or draft.ends.is_open else _ORDERS[:1]
        dates = [self._dates(draft, order) for order in orders]
        firsts = [date["begins_first"] for date in dates] * (len(_ORDERS) // len(orders))
        key = sort_key(draft.title)
        for slug in self._slugs(draft):
            staged = self._db.execute(_STAGED, (slug, key, *firsts, None))
            if staged.rowcount:
                break
        data = marshal.dumps((_common(draft), dates, _ties(draft), _facts(draft, self._origin)))
        self._db.execute("INSERT INTO drafted VALUES (?, ?)", (staged.lastrowid, data))
        for source in draft.sources:
            self._add_source(source)

    def _add_source(self, source: Source) -> None:
        if source.slug in self._sources:
            return
        if len(self._sources) == _MOST_SOURCES:
            self._sources.clear()
        self._sources.add(source.slug)
        row = {**source.row, "consulted": day(self._data_day).text}
        self._db.execute(_SOURCE.format(", ".join(row), ", ".join("?" * len(row))), tuple(row.values()))

    def _slugs(self, draft: Draft) -> Iterator[str]:
        """Give the slugs a record may have: its own, else one told apart by its line, which seldom changes."""
        if draft.slug and draft.slug not in self._taken:
            yield draft.slug
        numbered = f"{draft.slug or 'row'}-{draft.line}"
        yield numbered
        yield from (f"{numbered}-{again}" for again in count(2))

    def _dates(self, draft: Draft, order: Order) -> Row:
        begins, ends = draft.begins.settled(order), draft.ends.settled(order)
        end = end_of(ends, (), (), ongoing=draft.ongoing, data_day=self._data_day)
        return {
            **dated("begins", begins),
            "begins_note": draft.begins_note if begins and not begins.is_exact else "",
            **dated("ends", ends),
            **dated("end", end.date, text="end_text"),
            "end_basis": end.basis.value,
        }

    def write(self, order: Order) -> Iterator[int]:
        """Write all tables, the records numbered by begin, none last, then title and slug; gives how many stand so far.

        The dates of a column that does not tell are taken in the given order.
        """
        for table, rows in self._tables.items():
            if table not in dict(record_columns(self._db)):
                _insert(self._db, table, rows)
        numbers: dict[int, int] = {}
        of_old = {row["id"]: row for row in self._tables.get("record", ())}
        first, chosen = order.value, _ORDERS.index(order)
        staged = self._db.execute(
            f"SELECT id, old, slug, sort_key FROM staged ORDER BY {first} IS NULL, {first}, sort_key, slug"
        )
        number = 0
        while batch := staged.fetchmany(_BATCH):
            made: Tables = {}
            for staged_as, old, slug, key in batch:
                number += 1
                if old is not None:
                    numbers[old] = number
                    made.setdefault("record", []).append({**of_old[old], "id": number})
                else:
                    (data,) = self._db.execute(_DRAFT, (staged_as,)).fetchone()
                    _unpack(made, number, slug, key, marshal.loads(data), chosen)  # noqa: S302  written above
            for table, rows in made.items():
                _insert(self._db, table, rows)
            yield number
        self._write_bundled(numbers)

    def _write_bundled(self, numbers: Mapping[int, int]) -> None:
        """Write the tables that name records, under their new numbers."""
        columns: dict[str, list[str]] = {}
        for table, column in record_columns(self._db):
            columns.setdefault(table, []).append(column)
        for table, named in columns.items():
            if table != "record":
                renumbered = (
                    {**row, **{name: numbers.get(row[name]) for name in named}}  # type: ignore[call-overload]
                    for row in self._tables.get(table, ())
                )
                _insert(self._db, table, renumbered)
        if numbers:
            marks = [fact_row(number, 0, ORIGIN, BUNDLED) for number in numbers.values()]
            _insert(self._db, "fact", marks)


def fact_row(record: int, position: int, key: str, value: object) -> Row:
    """Make a row of the table of facts."""
    return {"record": record, "position": position, **fact(key, value)}


def _common(draft: Draft) -> Row:
    return {
        "title": draft.title,
        "kind": draft.kind,
        "ends_note": draft.ends_note,
        "ongoing": int(draft.ongoing),
        "status": draft.status,
        "place": draft.place or None,
        "significance": draft.significance,
        "certainty": "single_source" if draft.sources else "recalled",
        "in_brief": 0,
        "summary": draft.summary,
        "note": draft.note,
    }


def _ties(draft: Draft) -> dict[str, list[Row]]:
    partners = (*draft.partners, *((OTHERS,) if draft.others else ()))
    return {
        "record_partner": [{"partner": slug, "role": _ROLE} for slug in partners],
        "record_organization": [{"organization": slug, "role": _ROLE} for slug in draft.organizations],
        "record_term": [{"list": "area", "term": slug} for slug in draft.areas],
        "citation": [{"source": source.slug} for source in draft.sources],
    }


def _facts(draft: Draft, origin: str) -> list[tuple[str, Any]]:
    found = {ORIGIN: origin} if origin else {}
    if draft.others:
        found["partner"] = draft.others  # type: ignore[assignment]
    return [*found.items(), *draft.facts.items()]


def _unpack(rows: Tables, number: int, slug: str, key: str, staged: Sequence[Any], chosen: int) -> None:
    """Turn a staged record into the rows of each table."""
    common, dates, ties, facts = staged
    dated_ = dates[chosen if len(dates) > 1 else 0]
    rows.setdefault("record", []).append({"id": number, "slug": slug, "sort_key": key, **common, **dated_})
    for table, tied in ties.items():
        made = rows.setdefault(table, [])
        made += ({"record": number, "position": place, **tie} for place, tie in enumerate(tied, 1))
    made = rows.setdefault("fact", [])
    made += (
        fact_row(number, place, name, value)
        for place, (name, value) in enumerate(facts, 0 if facts and facts[0][0] == ORIGIN else 1)
    )


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows of the same columns."""
    every = iter(rows)
    first = next(every, None)
    if first is None:
        return
    names = tuple(first)
    marks = ", ".join("?" * len(names))
    db.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", map(itemgetter(*names), chain((first,), every))
    )
