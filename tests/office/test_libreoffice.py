"""The round trip through LibreOffice: what a person sees who opens an export in it."""

import io
import shutil
import subprocess
from datetime import datetime

import openpyxl
import pytest

from exports import CSV, XLSX, exported
from kzexplorer.exporters.columns import COLUMNS, Type
from kzexplorer.exporters.csv_table import plain
from kzexplorer.exporters.spreadsheet import holdable
from rows import NASTY, row

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

ALL = tuple(COLUMNS)
# Where LibreOffice itself differs: it drops a byte order mark at the start of a text.
TEXTS = tuple(text for text in NASTY if not text.startswith("\ufeff"))
RECORDS = [
    row(
        f"r-{number}",
        title=text,
        note=text,
        begins=("2010", "2010-07", "2010-07-02", "2010-Q3", "2010s", "1994~", "..1899-12-31", "2026-09-30..")[
            number % 8
        ],
        ends="1895-05-05..2001-06-30",
        partners="russia:supplier italy",
        significance=number % 3 + 1,
        in_brief=number % 2 == 0,
    )
    for number, text in enumerate(TEXTS)
]


def converted(folder, name, data, *options):
    """Let LibreOffice open a file and save it as a workbook; give the cells of its first sheet."""
    (folder / name).write_bytes(data)
    out = folder / "out"
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *options,
            "--convert-to",
            "xlsx",
            "--outdir",
            str(out),
            str(folder / name),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    book = openpyxl.load_workbook(io.BytesIO((out / f"{name.split('.')[0]}.xlsx").read_bytes()))
    return list(book.worksheets[0].iter_rows())


@pytest.mark.parametrize("separator", [";", ","])
def test_the_csv_for_spreadsheets(tmp_path, separator):
    data, report = exported(RECORDS, CSV, profile="excel", separator=separator, columns=ALL)
    lines = converted(tmp_path, "table.csv", data, f"--infilter=Text - txt - csv (StarCalc):{ord(separator)},34,76,1")
    assert [cell.value for cell in lines[0]] == list(ALL)
    assert len(lines) == len(RECORDS) + 1
    guarded = {(cell.row, cell.column) for cell in report.guarded}
    wrong = []
    for number, (record, line) in enumerate(zip(RECORDS, lines[1:], strict=True), 1):
        for cell, column in zip(line, COLUMNS.values(), strict=True):
            text = holdable(plain(column.value(record)))[0]
            if (number, column.id) in guarded:
                text = "'" + text
            assert cell.data_type != "f", (number, column.id, cell.value)
            if column.type in {Type.TEXT, Type.LIST} and shown(cell.value) != shown(text):
                wrong.append((number, column.id, text, cell.value))
    assert wrong == []


def shown(value):
    """Reduce a cell to its text, since a spreadsheet makes numbers and truths of texts that look like them."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() | int():
            return f"{value:g}"
        case datetime():
            return f"{value:%Y-%m}"
        case _:
            try:
                return f"{float(value):g}"
            except ValueError:
                return value


def test_the_workbook(tmp_path):
    lines = converted(tmp_path, "table.xlsx", exported(RECORDS, XLSX, columns=ALL)[0])
    assert [cell.value for cell in lines[0]] == list(ALL)
    for record, line in zip(RECORDS, lines[1:], strict=True):
        for cell, column in zip(line, COLUMNS.values(), strict=True):
            value = column.value(record)
            # LibreOffice has no truths of its own: it keeps one as =TRUE().
            assert cell.data_type != "f" or column.type is Type.BOOLEAN
            if value in (None, "", ()):
                assert cell.value in (None, "")
            elif column.type is Type.DAY and value >= "1900-03-01":
                assert cell.value == datetime.fromisoformat(value)
            elif isinstance(value, bool):
                assert cell.value in (value, f"={value}()".upper())
            elif isinstance(value, int):
                assert cell.value == value
            else:
                assert cell.value == holdable(plain(value))[0], column.id
