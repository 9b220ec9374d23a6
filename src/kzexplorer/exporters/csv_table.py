"""CSV in two profiles: `data`, exactly the data by RFC 4180, and `excel`, safe to open in a spreadsheet."""

from collections.abc import Generator, Iterable

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
    for number, row in enumerate(table.rows, 1):
        fields = [cell(table, number, column, column.value(row)) for column in table.columns]
        yield _line(fields, table.separator)


def csv_line(texts: Iterable[str]) -> bytes:
    """Write texts as a line of the `data` profile."""
    return _line([_field(text) for text in texts], ",")


def _field(text: str) -> str:
    return text if text and _DATA_QUOTED.isdisjoint(text) else _quoted(text)


def _line(fields: list[str], separator: str) -> bytes:
    # A line of one empty field would be no line at all.
    return ((separator.join(fields) or '""') + LINE_END).encode()


def _data_cell(table: Table, number: int, column: Column, value: Value) -> str:
    if value is None:
        return ""
    text, replaced = encodable(plain(value))
    table.notes.replaced += replaced
    if _is_text(column) and runs(text):
        table.notes.formulas.append(Cell(number, column.id))
    return _field(text)


def _excel_cell(table: Table, number: int, column: Column, value: Value) -> str:
    if value is None:
        return ""
    whole = plain(value)
    text, replaced = holdable(whole)
    table.notes.replaced += replaced
    if _is_text(column) and runs(whole):
        table.notes.formulas.append(Cell(number, column.id))
        text = guarded(text)
    return text if text and _EXCEL_QUOTED.isdisjoint(text) else _quoted(text)


def _is_text(column: Column) -> bool:
    return column.type in {Type.TEXT, Type.LIST}


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def plain(value: Value) -> str:
    """Print a value that is known, the same in every language: lists with “; ” between their items."""
    match value:
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
