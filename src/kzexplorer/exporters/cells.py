"""The cells of a table as the texts a format writes, each made once for the rows that have the same value."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from kzexplorer.domain.records import Row
from kzexplorer.exporters.columns import Column, Type, Value
from kzexplorer.exporters.table import Cell, Table

# Rows at a time, and the texts of a column that are remembered.
_AT_ONCE = 200
_KEPT = 2_000

# The text of a cell, how many of its characters were replaced, and whether a spreadsheet would run it; it is made
# of a value and of whether the column is one of texts.
Made = tuple[str, int, bool]
Make = Callable[[Value, bool], Made]


def texts(table: Table, make: Make) -> Iterator[list[tuple[str, ...]]]:
    """Give the cells row by row, some hundred rows at a time, and note what came up in them."""
    columns = [_Texts(column, make) for column in table.columns]
    rows, before = iter(table.rows), 0
    while some := list(islice(rows, _AT_ONCE)):
        cells = [column.of(some) for column in columns]
        if noted := [column for column in columns if column.noted]:
            for number, row in enumerate(some, before + 1):
                for column in noted:
                    _note(table, number, column.column, column.noted.get(column.column.taken(row)))
        before += len(some)
        yield list(zip(*cells, strict=True))


def _note(table: Table, number: int, column: Column, made: Made | None) -> None:
    if made:
        _, replaced, formula = made
        table.notes.replaced += replaced
        if formula:
            table.notes.formulas.append(Cell(number, column.id))


class _Texts(dict[Any, str]):
    """The texts of a column by what it takes from a row; those with something to note stand in `noted` too."""

    def __init__(self, column: Column, make: Make) -> None:
        self.column = column
        self.noted: dict[Any, Made] = {}
        self._make = make
        self._is_text = column.type in {Type.TEXT, Type.LIST}

    def of(self, rows: Sequence[Row]) -> list[str]:
        if len(self) > _KEPT:
            self.clear()
            self.noted.clear()
        return [self[taken] for taken in map(self.column.taken, rows)]

    def __missing__(self, taken: Any) -> str:
        text, replaced, formula = made = self._make(self.column.shown(taken), self._is_text)
        if replaced or formula:
            self.noted[taken] = made
        self[taken] = text
        return text
