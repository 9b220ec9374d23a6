"""Make a table of what a format reads: its columns, and the rows below their names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from kzexplorer.build.tables import MAX_COLUMNS, Format, Line, NotATable, Raw, Table, Told, named
from kzexplorer.build.tables.header import filled, header_of, is_blank
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.vocabulary import N_

_FIRST = 40  # lines in which the header is looked for
_ABOVE = N_("What stands above the names of the columns is left out.")
_BEYOND = 50  # columns without a name that are taken; what stands farther off is no part of the table


def headed(path: Path, form: Format, raw: Raw, told: Told) -> Table:
    """Make a table of what a format reads; of several sheets that may be meant the first that looks like one.

    Raises:
        NotATable: it has no rows, or more columns than anyone has.
    """
    found, without = [], []
    for one in (raw, *raw.others):
        try:
            table = _table(path, form, one, told)
        except _NoRows as error:
            without.append(error)
            continue
        if not raw.others or _is_likely(table):
            return table
        found.append(table)
    if found:
        return found[0]
    there = shortened(", ".join(raw.finding.sheets), 200)
    if raw.others:
        raise NotATable(f"{named(path)} holds no rows on any of its sheets {there}; get the table with its rows.")
    if len(raw.finding.sheets) > 1:
        sheet = shortened(raw.finding.sheet)
        raise NotATable(f"{named(path)}, sheet “{sheet}”: it {without[0]}; name another of {there}.")
    raise NotATable(f"{named(path)} {without[0]}; {without[0].remedy}.")


class _NoRows(Exception):
    """Say what stands where rows should, and what helps."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


def _is_likely(table: Table) -> bool:
    """Say whether a sheet is a table beyond doubt, and no cover: several columns have names, and most rows cells."""
    first = list(islice(table.lines(), _FIRST))
    several = sum(sum(not is_blank([cell]) for cell in line.cells) > 1 for line in first)
    names = [name for number, name in enumerate(table.columns, 1) if name != f"Column {number}"]
    return several * 2 > len(first) and (not table.header or len(names) > 1)


def _table(path: Path, form: Format, raw: Raw, told: Told) -> Table:
    first = [line for line in islice(raw.lines(), _FIRST) if not is_blank(line.cells)]
    if not first:
        raise _NoRows("holds nothing but blank lines", "get a fresh copy of the table")
    width = _usual_width(first)
    header, names = (0, list(raw.columns)) if raw.columns else header_of(first, width, told.header)
    if max(width, len(names)) > MAX_COLUMNS or _LONG in first[0].fault:
        raise NotATable(
            f"{named(path)}, line {first[0].number}: the row has {_many(first[0], width)}, at most {MAX_COLUMNS} are "
            "read; see whether the separator is right, or leave columns out."
        )
    names = names or [""] * width
    columns = _distinct(names + [""] * (_whole_width(raw, first, header, len(names)) - len(names)))
    # A row may begin with a hash too, so that only a line without a separator is taken for a comment.
    commented = bool(raw.finding.separator) and len(columns) > 1 and _starts(first, header)

    def rows() -> Iterator[Line]:
        for line in raw.lines():
            if is_blank(line.cells):
                continue
            if line.fault:  # above the names too: what it was meant for cannot be seen
                yield line
            elif line.number > header and not (
                commented and len(line.cells) == 1 and str(line.cells[0]).startswith("#")
            ):
                yield _fitted(line, len(columns), separated=bool(raw.finding.separator))

    if next(rows(), None) is None:
        raise _NoRows("holds the names of columns and no rows", "get the table with its rows")
    finding = raw.finding
    if any(line.number < header and not line.fault for line in first):
        finding = replace(finding, remarks=(*finding.remarks, _ABOVE))
    return Table(path, form, columns, header, finding, rows, raw.part_read)


_LONG = "is longer than"


def _many(line: Line, width: int) -> str:
    return "more columns than fit on a line" if line.fault else f"{width} columns"


def _whole_width(raw: Raw, first: list[Line], header: int, named: int) -> int:
    """Count the columns with those that have cells and no name, as one of remarks.

    A text has such a column where the line of names has a cell for it: a longer row of a text is likelier one that a
    separator inside a cell has cut.
    """
    if raw.columns:
        return named
    if raw.width_below:
        return max(named, raw.width_below(header, min(named + _BEYOND, MAX_COLUMNS)))
    cells = next((len(line.cells) for line in first if line.number == header), 0)
    if not named < cells <= MAX_COLUMNS:
        return named
    return max(
        (filled(line.cells) for line in raw.lines() if line.number > header and len(line.cells) == cells), default=named
    )


def _fitted(line: Line, width: int, *, separated: bool) -> Line:
    cells = line.cells
    if len(cells) > width:
        if not is_blank(cells[width:]):
            help_ = "a separator inside a text needs quotes" if separated else "move the last ones nearer"
            return line._replace(fault=f"the row has {len(cells)} cells and the header {width}; {help_}")
        cells = cells[:width]
    return line._replace(cells=[*cells, *[None] * (width - len(cells))])


def _usual_width(lines: list[Line]) -> int:
    """Give the number of cells most rows have, without empty ones at their ends."""
    counts = Counter(filled(line.cells) for line in lines)
    return max(counts, key=lambda cells: (counts[cells], cells))


def _starts(lines: list[Line], header: int) -> bool:
    return any(line.number == header and str(line.cells[0]).startswith("#") for line in lines)


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Name the columns that have no name, and tell those apart that have the same."""
    found: dict[str, None] = {}
    for number, name in enumerate(names, 1):
        whole = name or f"Column {number}"
        known, again = whole, 2
        while known in found:
            known, again = f"{whole} ({again})", again + 1
        found[known] = None
    return tuple(found)
