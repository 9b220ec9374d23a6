"""CSV in two profiles: `data`, exactly the data by RFC 4180, and `excel`, safe to open in a spreadsheet."""

import re
from collections.abc import Generator, Iterable

from kzexplorer.exporters import Exporter
from kzexplorer.exporters.cells import Made, texts
from kzexplorer.exporters.columns import FULL, LIST_SEPARATOR, Value
from kzexplorer.exporters.sidecar import sidecar
from kzexplorer.exporters.spreadsheet import encodable, guarded, holdable, runs
from kzexplorer.exporters.table import Table

BOM = b"\xef\xbb\xbf"
LINE_END = "\r\n"

_DATA_QUOTED = re.compile(r'[",\r\n]')
# A program that guesses at the separator may take any of these for one.
_EXCEL_QUOTED = re.compile(r'[",;\t\r\n ]')


def _write(table: Table) -> Generator[bytes, None, None]:
    excel = table.profile == "excel"
    if excel:
        yield BOM
    yield _lines([[column.id for column in table.columns]], table.separator)
    for rows in texts(table, _excel_cell if excel else _data_cell):
        yield _lines(rows, table.separator)


def csv_line(fields: Iterable[str]) -> bytes:
    """Write texts as a line of the `data` profile."""
    return _lines([[_field(field, _DATA_QUOTED) for field in fields]], ",")


def _lines(rows: Iterable[Iterable[str]], separator: str) -> bytes:
    # A line of one empty field would be no line at all.
    return "".join((separator.join(fields) or '""') + LINE_END for fields in rows).encode()


def _data_cell(value: Value, is_text: bool) -> Made:
    if value is None:
        return "", 0, False
    text, replaced = encodable(plain(value))
    return _field(text, _DATA_QUOTED), replaced, is_text and runs(text)


def _excel_cell(value: Value, is_text: bool) -> Made:
    if value is None:
        return "", 0, False
    whole = plain(value)
    text, replaced = holdable(whole)
    formula = is_text and runs(whole)
    return _field(guarded(text) if formula else text, _EXCEL_QUOTED), replaced, formula


def _field(text: str, quoted: re.Pattern[str]) -> str:
    """Quote a text that would be taken for something else; an empty one would be for what is not known."""
    return '"' + text.replace('"', '""') + '"' if not text or quoted.search(text) else text


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
