"""Write the records of a table, in the order of time and beside what is bundled, into a database of our own schema.

Rows are staged on the disk as they are read, since only at the end it is known which of them comes first and how the
dates are meant: memory does not grow with the table.
"""

import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, count
from operator import itemgetter
from typing import Any

from kzexplorer.build.importing.base import OTHERS, record_columns
from kzexplorer.build.importing.drafts import Draft, Source
from kzexplorer.build.importing.row_dates import is_before, said_before
from kzexplorer.build.rows import Row, Tables, dated, fact
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.dates import VagueDate, day
from kzexplorer.domain.ends import end_of
from kzexplorer.domain.text import sort_key

ORIGIN = "origin"  # the fact that says which table a record comes from
BUNDLED = "bundled"
_ORDERS = tuple(Order)
_BATCH = 500  # rows
Values = tuple[Any, ...]  # of a row
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
_MOST_DATES = 1 << 14  # begins and ends that are remembered as columns
_SOURCE = "INSERT OR IGNORE INTO source ({}) VALUES ({})"
_DRAFT = "SELECT draft FROM drafted WHERE id = ?"
_ROLE = "participant"
# The columns that a staged record fills, in the order in which its values are kept.
_COLUMNS = {
    "record": "id slug sort_key title kind ongoing status place significance certainty in_brief summary note begins "
    "begins_first begins_last ends ends_first ends_last end_text end_first end_last end_basis begins_note ends_note",
    "record_partner": "record position partner role",
    "record_organization": "record position organization role",
    "record_term": "record position list term",
    "citation": "record position source",
    "fact": "record position key type value",
}
_in_order = itemgetter(*_COLUMNS["record"].split())


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
        self._dates = lru_cache(_MOST_DATES)(self._made_dates)
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
        begun = [draft.begins.settled(order) for order in orders]
        dates = [
            self._settled(draft, begins, draft.ends.settled(order)) for begins, order in zip(begun, orders, strict=True)
        ]
        firsts = [begins and begins.first for begins in begun] * (len(_ORDERS) // len(orders))
        key = sort_key(draft.title)
        for slug in self._slugs(draft):
            staged = self._db.execute(_STAGED, (slug, key, *firsts, None))
            if staged.rowcount:
                break
        data = marshal.dumps((_common(draft), dates, _tied(draft, self._origin)))
        self._db.execute("INSERT INTO drafted VALUES (?, ?)", (staged.lastrowid, data))
        for source in draft.sources:
            self._add_source(source)

    def _settled(self, draft: Draft, begins: VagueDate | None, ends: VagueDate | None) -> Values:
        """Give the columns of a begin and an end, taken in one order of day and month."""
        begins_note = draft.begins_note if begins and not begins.is_exact else ""
        ends_note = draft.ends_note
        if ends and is_before(ends, begins):
            ends_note = said_before(ends_note or ends.text)
            ends = None
        elif ends and ends.is_exact and draft.ends.is_open:
            ends_note = ""  # what was open is no doubt where the other dates have settled it
        return (*self._dates(begins, ends, draft.ongoing), begins_note, ends_note)

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

    def _made_dates(self, begins: VagueDate | None, ends: VagueDate | None, ongoing: bool) -> Values:
        end = end_of(ends, (), (), ongoing=ongoing, data_day=self._data_day)
        three = (dated("", one).values() for one in (begins, ends, end.date))
        return (*chain.from_iterable(three), end.basis.value)

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
            made: dict[str, list[Values]] = {table: [] for table in _COLUMNS}
            for staged_as, old, slug, key in batch:
                number += 1
                if old is not None:
                    numbers[old] = number
                    made["record"].append(_in_order({**of_old[old], "id": number}))
                    continue
                (data,) = self._db.execute(_DRAFT, (staged_as,)).fetchone()
                common, dates, ties = marshal.loads(data)  # noqa: S302  written above
                made["record"].append((number, slug, key, *common, *dates[chosen if len(dates) > 1 else 0]))
                for table, tied in ties.items():
                    made[table] += [(number, *values) for values in tied]
            for table, columns in _COLUMNS.items():
                self._db.executemany(_statement(table, columns.split()), made[table])
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


def _common(draft: Draft) -> Values:
    """Give the columns of a record from its title to its note."""
    return (
        draft.title,
        draft.kind,
        int(draft.ongoing),
        draft.status,
        draft.place or None,
        draft.significance,
        "single_source" if draft.sources else "recalled",
        0,
        draft.summary,
        draft.note,
    )


def _tied(draft: Draft, origin: str) -> dict[str, list[Values]]:
    """Give the rows of the other tables that belong to a record, but for its number."""
    partners = (*draft.partners, *((OTHERS,) if draft.others else ()))
    others = {"partner": draft.others} if draft.others else {}
    facts = chain(others.items(), draft.facts.items())
    marks = [(0, *fact(ORIGIN, origin).values())] if origin else []
    return {
        "record_partner": [(place, slug, _ROLE) for place, slug in enumerate(partners, 1)],
        "record_organization": [(place, slug, _ROLE) for place, slug in enumerate(draft.organizations, 1)],
        "record_term": [(place, "area", slug) for place, slug in enumerate(draft.areas, 1)],
        "citation": [(place, source.slug) for place, source in enumerate(draft.sources, 1)],
        "fact": [*marks, *((place, *fact(key, value).values()) for place, (key, value) in enumerate(facts, 1))],
    }


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows of the same columns."""
    every = iter(rows)
    first = next(every, None)
    if first is None:
        return
    names = tuple(first)
    db.executemany(_statement(table, names), map(itemgetter(*names), chain((first,), every)))


def _statement(table: str, names: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
