"""CSV in two profiles: `data`, exactly the data by RFC 4180, and `excel`, safe to open in a spreadsheet."""

from collections.abc import Generator, Iterable
from functools import lru_cache

from kzexplorer.exporters import Exporter
from kzexplorer.exporters.columns import FULL, LIST_SEPARATOR, Column, Type, Value
from kzexplorer.exporters.sidecar import sidecar
from kzexplorer.exporters.spreadsheet import encodable, guarded, holdable, runs
from kzexplorer.exporters.table import Cell, Table

BOM = b"\xef\xbb\xbf"
LINE_END = "\r\n"

_DATA_QUOTED = frozenset('",\r\n')
# A program that guesses at the separator may take any of these for one.
_EXCEL_QUOTED = frozenset('",;\t\r\n ')


def _write(table: Table) -> Generator[bytes, None, None]:
    excel = table.profile == "excel"
    cell = _excel_cell if excel else _data_cell
    if excel:
        yield BOM
    yield _line([column.id for column in table.columns], table.separator)
    columns = [(column, column.value, _is_text(column)) for column in table.columns]
    for number, row in enumerate(table.rows, 1):
        fields = []
        for column, value, is_text in columns:
            text, replaced, formula = cell(value(row), is_text)
            if replaced or formula:
                _note(table, number, column, replaced, formula)
            fields.append(text)
        yield _line(fields, table.separator)


def csv_line(texts: Iterable[str]) -> bytes:
    """Write texts as a line of the `data` profile."""
    return _line([_field(text) for text in texts], ",")


def _field(text: str) -> str:
    return text if text and _DATA_QUOTED.isdisjoint(text) else _quoted(text)


def _line(fields: list[str], separator: str) -> bytes:
    # A line of one empty field would be no line at all.
    return ((separator.join(fields) or '""') + LINE_END).encode()


def _note(table: Table, number: int, column: Column, replaced: int, formula: bool) -> None:
    table.notes.replaced += replaced
    if formula:
        table.notes.formulas.append(Cell(number, column.id))


# Most values of a table come again and again: words, keys of partners, years.
@lru_cache(maxsize=20_000, typed=True)
def _data_cell(value: Value, is_text: bool) -> tuple[str, int, bool]:
    """Give the text of a field, how many characters were replaced, and whether a spreadsheet would run it."""
    if value is None:
        return "", 0, False
    text, replaced = encodable(plain(value))
    return _field(text), replaced, is_text and runs(text)


@lru_cache(maxsize=20_000, typed=True)
def _excel_cell(value: Value, is_text: bool) -> tuple[str, int, bool]:
    if value is None:
        return "", 0, False
    whole = plain(value)
    text, replaced = holdable(whole)
    formula = is_text and runs(whole)
    if formula:
        text = guarded(text)
    return text if text and _EXCEL_QUOTED.isdisjoint(text) else _quoted(text), replaced, formula


def _is_text(column: Column) -> bool:
    return column.type in {Type.TEXT, Type.LIST}


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def plain(value: Value) -> str:
    """Print a value that is known, the same in every language: lists with “; ” between their items."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return LIST_SEPARATOR.join(value)
        case _:
            return str(value)


EXPORTER = Exporter(
    id="csv",
    label="CSV",
    suffix=".csv",
    media_type="text/csv",
    write=_write,
    profiles=("data", "excel"),
    columns=FULL,
    sidecar=sidecar,
    order=1,
)
