"""A workbook for Excel and LibreOffice with typed cells: no text in it is ever run, or read as a number."""

from collections.abc import Generator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kzexplorer.domain.dates import iso
from kzexplorer.domain.errors import KnownError
from kzexplorer.exporters import Exporter
from kzexplorer.exporters.columns import FULL, LIST_SEPARATOR, Column, Type, Value
from kzexplorer.exporters.spreadsheet import holdable
from kzexplorer.exporters.table import Cell, Notes, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# What a sheet can hold: rows with the heading, and UTF-16 units a cell.
MAX_ROWS = 1_048_576
MAX_LENGTH = 32_767

# Before this day Excel counts a 29 February 1900 that never was, and LibreOffice does not: such a day
# is written as text.
_FIRST_SERIAL = date(1900, 3, 1)

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_CHUNK = 1 << 16


def _write(table: Table) -> Generator[bytes, None, None]:
    # Late, so that a command which writes no workbook does not wait for the library.
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    try:
        # The library leaves its own temporary files behind when it is stopped half-way.
        with TemporaryDirectory(prefix="kzexplorer-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "table.xlsx"
            with Workbook(str(path), {**_OPTIONS, "tmpdir": folder}) as book:
                _fill(book, table)
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
    except (OSError, FileCreateError) as error:
        raise KnownError(
            f"The workbook cannot be made in the folder for temporary files ({error}); free some space there."
        ) from None


def _fill(book: "Workbook", table: Table) -> None:
    about = table.about
    book.set_properties(
        {
            "title": _held(about.sentence),
            "comments": _held(f"Edition {about.edition}. {about.licence}. {about.attribution}"),
            "author": f"kzexplorer {about.version}",
            # Not the time of writing: the same rows make the same bytes.
            "created": datetime.fromisoformat(iso(about.data_day)),
        }
    )
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Records")
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.id, bold)
    sheet.freeze_panes(1, 1)
    for number, row in enumerate(table.rows, 1):
        if number == MAX_ROWS:
            raise KnownError(
                f"A sheet holds {MAX_ROWS - 1:,} records and the selection has more; narrow it, or choose CSV."
            )
        for at, column in enumerate(table.columns):
            _put(sheet, (number, at), column, column.value(row), table.notes, day)
    sheet.autofilter(0, 0, table.notes.rows, len(table.columns) - 1)
    _describe(book.add_worksheet("About"), table, bold)


def _put(
    sheet: "Worksheet",
    at: tuple[int, int],
    column: Column,
    value: Value,
    notes: Notes,
    day: "Format",
) -> None:
    """Write one cell by its type; a value that is not known, or empty, leaves the cell blank."""
    match value:
        case None | "" | ():
            return
        case bool():
            sheet.write_boolean(*at, value)
        case int():
            sheet.write_number(*at, value)
        case str() if column.type is Type.DAY and date.fromisoformat(value) >= _FIRST_SERIAL:
            sheet.write_datetime(*at, datetime.fromisoformat(value), day)
        case _:
            text = value if isinstance(value, str) else LIST_SEPARATOR.join(value)
            held, replaced = holdable(text)
            notes.replaced += replaced
            short = shortened_cell(held)
            if short != held:
                notes.cut.append(Cell(at[0], column.id))
            sheet.write_string(*at, short)


def shortened_cell(text: str) -> str:
    """Give a text as long as a cell can hold, one that was cut ending in “…”."""
    # Two units a character at most: short texts need not be encoded to know.
    if len(text) <= MAX_LENGTH // 2 or len(text.encode("utf-16-le")) <= 2 * MAX_LENGTH:
        return text
    return text.encode("utf-16-le")[: 2 * (MAX_LENGTH - 1)].decode("utf-16-le", "ignore") + "…"


def _describe(sheet: "Worksheet", table: Table, bold: "Format") -> None:
    about, notes = table.about, table.notes
    lines = [
        ("Selection", about.sentence),
        ("Query", about.query),
        ("Records", f"{notes.rows} of {about.total}"),
        ("Edition", about.edition),
        ("Data up to", iso(about.data_day)),
        ("Licence", about.licence),
        ("Attribution", about.attribution),
        ("Program", f"kzexplorer {about.version}"),
        ("Empty cells", "not known, or nothing to say"),
        ("Line breaks", "inside a cell are line feeds"),
        ("Replaced characters", f"{notes.replaced} that a cell cannot hold, by U+FFFD"),
        (
            "Shortened cells",
            ", ".join(f"{c.column} of record {c.row}" for c in notes.cut) or "none",
        ),
        ("", ""),
        ("Column", "Meaning"),
        *((column.id, column.meaning) for column in table.columns),
    ]
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for at, (name, text) in enumerate(lines):
        sheet.write_string(at, 0, name, bold)
        sheet.write_string(at, 1, shortened_cell(_held(text)))


def _held(text: str) -> str:
    return holdable(text)[0]


EXPORTER = Exporter(
    id="xlsx",
    label="XLSX",
    suffix=".xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write=_write,
    # Typed cells serve both: nothing in them needs a guard.
    profiles=("data", "excel"),
    columns=FULL,
    sidecar=None,
    order=3,
)
