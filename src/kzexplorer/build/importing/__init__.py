"""Bring somebody's table in: read it, match it with what is known, and write a database of our own schema."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from kzexplorer.atomic import Draft as File
from kzexplorer.build import index
from kzexplorer.build.database import empty
from kzexplorer.build.digest import digest
from kzexplorer.build.foreign import MAX_FILE
from kzexplorer.build.importing.base import bundled, prune, things, with_others
from kzexplorer.build.importing.first_rows import Preview, preview
from kzexplorer.build.importing.known import Known
from kzexplorer.build.importing.reading import Rejected, RowReader
from kzexplorer.build.importing.report import KEPT, LEFT_OUT, Report
from kzexplorer.build.importing.work import INDEXED, READ, WRITTEN, Cancelled, Progress, Work
from kzexplorer.build.importing.writing import BUNDLED, Stage
from kzexplorer.build.rows import Row, Tables
from kzexplorer.build.tables import NotATable, Table, explained, named
from kzexplorer.domain.column_map import ColumnMap
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.dates import iso, shortened
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.schema import APPLICATION_ID, SCHEMA_VERSION
from kzexplorer.domain.written_dates import column_order

__all__ = ["Cancelled", "Imported", "Preview", "Progress", "import_table", "preview"]

_MOST_NAMES = 10_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a table.

    `others` are names that stand for no partner known, with the number of their rows; `open_dates` counts the rows
    with a date that can be read in two ways, which `order` settled or, where it is open, left vague. Where it
    `stays_here`, the database is so large that only who made it opens it.
    """

    target: Path
    report: Path | None
    records: int
    left_out: int
    unsourced: int
    undated: int
    others: tuple[tuple[str, int], ...]
    open_dates: int
    order: Order
    stays_here: bool


def import_table(
    table: Table,
    chosen: ColumnMap,
    target: Path,
    base: Path,
    *,
    with_bundled: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Write a database of a table's rows, whole or not at all, and a report of those left out beside it.

    Args:
        table: an open table.
        chosen: which column fills which field.
        target: the database to write.
        base: the bundled database, whose partners, places and words the table is matched with.
        with_bundled: whether the records of the bundled database are in it too.
        progress: called with how far the work is, 0 to 1, and the number of rows read; answering False cancels.

    Raises:
        NotATable: the table turns out to be unreadable.
        KnownError: the target cannot be written, or no row can be read as a record.
        Cancelled: `progress` answered False.
    """
    _check_target(target, table.path, base)
    work = Work(table, progress)
    with Report(target, table.columns) as report, File(target) as file:
        with _explained(target), closing(empty(str(file.path))) as db:
            work.guard(db)
            tables = bundled(base)
            known = Known(tables)
            kept = with_others(tables if with_bundled else things(tables))
            with explained(table.path):
                data_day = _data_day(table.path, tables if with_bundled else {})
            stage = _begin(db, kept, data_day, _origin(table) if with_bundled else "")
            with explained(table.path):
                tally = _read(work, RowReader(table.columns, chosen, known, table.finding.day_zero), stage, report)
            if not tally.records:
                raise _nothing_read(table, tally)
            order = column_order(tally.proofs, chosen.order)
            _finish(work, stage, db, order, _meta(table, tables if with_bundled else {}, data_day), tally.records)
        for name, rows in tally.others.most_common():
            report.add(0, KEPT, f"no partner known is called “{shortened(name)}” ({rows} rows)", ())
        report.seal()
        file.seal()
        beside = report.publish()
        file.publish()
    return Imported(
        target,
        beside,
        tally.records,
        report.left_out,
        tally.unsourced,
        tally.undated,
        tuple(tally.others.most_common()),
        tally.open_dates,
        order,
        target.stat().st_size > MAX_FILE,
    )


@dataclass(slots=True)
class _Tally:
    """What is counted while rows are read."""

    records: int = 0
    unsourced: int = 0
    undated: int = 0
    open_dates: int = 0
    first_fault: str = ""
    proofs: set[Order] = field(default_factory=set)
    others: Counter[str] = field(default_factory=Counter)


def _read(work: Work, reader: RowReader, stage: Stage, report: Report) -> _Tally:
    tally = _Tally()
    for line in work.lines():
        try:
            draft = reader.read(line)
        except Rejected as rejected:
            tally.first_fault = tally.first_fault or f"line {line.number}: {rejected}"
            report.add(line.number, LEFT_OUT, str(rejected), line.cells)
            continue
        stage.add(draft)
        tally.records += 1
        tally.unsourced += not draft.sources
        tally.proofs |= draft.proves
        tally.open_dates += draft.is_open
        tally.undated += draft.begins.settled(Order.OPEN) is None
        if len(tally.others) < _MOST_NAMES:
            tally.others.update(draft.others)
    return tally


def _begin(db: sqlite3.Connection, kept: Tables, data_day: int, origin: str) -> Stage:
    db.execute("BEGIN")
    db.execute("PRAGMA defer_foreign_keys = ON")
    kept["meta"] = []
    return Stage(db, kept, data_day, origin)


def _finish(work: Work, stage: Stage, db: sqlite3.Connection, order: Order, meta: list[Row], count: int) -> None:
    for number in stage.write(order):
        work.tell(READ + (WRITTEN - READ) * number / count)
    prune(db)
    db.executemany("INSERT INTO meta VALUES (:key, :value)", meta)
    index.fill(db, lambda words: work.watch(words, WRITTEN, INDEXED, count))
    db.execute("INSERT INTO meta VALUES ('digest', ?)", (digest(db),))
    db.execute("COMMIT")
    work.tell(1.0)


def _meta(table: Table, tables: Tables, data_day: int) -> list[Row]:
    """Say which data it is: the table, and the bundled edition where that is in it."""
    known = {str(row["key"]): str(row["value"]) for row in tables.get("meta", ())}
    values = {
        **known,
        "title": table.name,
        "edition": f"{known['edition']} + {table.name}" if known else table.name,
        "data_date": iso(data_day),
        "licence": f"{known['licence']}; {table.name}: licence not stated" if known else "licence not stated",
        "attribution": f"{known['attribution']} {table.name}: imported." if known else f"{table.name}: imported.",
        "schema": str(SCHEMA_VERSION),
    }
    values.pop("digest", None)
    return [{"key": key, "value": value} for key, value in sorted(values.items())]


def _data_day(path: Path, tables: Tables) -> int:
    """Give the day up to which the data reaches: that of the edition in it, else that on which the table was written.

    A table that is newer does not make the edition so: of its records nothing is known after its day.
    """
    for row in tables.get("meta", ()):
        if row["key"] == "data_date":
            return date.fromisoformat(str(row["value"])).toordinal()
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().toordinal()
    except (OverflowError, ValueError):
        return date(1970, 1, 1).toordinal()


def _origin(table: Table) -> str:
    # A comma would end a value of a facet in a view, and a “!” begin one that is not wanted.
    name = table.name.replace(",", " ").lstrip("!") or "table"
    return f"{name} (table)" if name == BUNDLED else name


def _nothing_read(table: Table, tally: _Tally) -> NotATable:
    return NotATable(
        f"No row of {named(table.path)} can be read as a record ({shortened(tally.first_fault, 200)}); "
        "tell which column is which with --map."
    )


def _check_target(target: Path, source: Path, base: Path) -> None:
    """Refuse to write over the table, the bundled data or anything that is no database of ours."""
    try:
        if not target.exists():
            return
    except OSError:
        return  # a name that is too long is refused when the file is opened
    for other, what in ((source, "the table itself"), (base, "the bundled database")):
        if target.samefile(other):
            raise KnownError(f"{named(target)} is {what}; name another file for the database.")
    if target.is_dir():
        raise KnownError(f"{named(target)} is a folder; name a file inside it.")
    if not target.is_file():
        return  # a pipe or a device is refused when it is opened
    with explained(target), target.open("rb") as file:
        head = file.read(100)
    if head and int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise KnownError(f"{named(target)} exists and is no kzexplorer database; name another file, or remove it.")


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    """Turn what SQLite refuses while a database is written into a sentence."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled("The import was cancelled; nothing was changed.") from None
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise KnownError(
                f"The disk is full, so {named(target)} was not written; free some space or choose another disk."
            ) from None
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise KnownError(f"{named(target)} cannot be written ({error}); choose another place.") from None
        raise
