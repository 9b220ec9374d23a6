"""XLSX: typed cells, nothing run, nothing linked, nothing lost unsaid."""

import io
import tempfile
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import ABOUT, XLSX, exported
from kzexplorer.domain.errors import KnownError
from kzexplorer.exporters import export, xlsx_table
from kzexplorer.exporters.columns import COLUMNS, Type
from kzexplorer.exporters.csv_table import plain
from kzexplorer.exporters.spreadsheet import holdable
from kzexplorer.exporters.table import Cell
from kzexplorer.exporters.xlsx_table import MAX_LENGTH, shortened_cell
from rows import NASTY, row, rows

ALL = tuple(COLUMNS)


def workbook(records, columns=ALL):
    data, report = exported(records, XLSX, columns=columns)
    return openpyxl.load_workbook(io.BytesIO(data)), report


def as_read(value, column):
    """Say what a reader finds for a value: a blank cell for none, a date for a day Excel can count."""
    if value is None or value == "" or value == ():
        return None
    if column.type is Type.DAY and value >= "1900-03-01":
        return datetime.fromisoformat(value)
    if isinstance(value, int):
        return value
    # openpyxl shows the escape of a text that looks like an escape, where Excel shows the text.
    return shortened_cell(holdable(plain(value))[0]).replace("_x0041_", "_x005F_x0041_")


def check(records):
    book, _ = workbook(records)
    sheet = book["Records"]
    for record, line in zip(records, list(sheet.iter_rows(min_row=2)), strict=True):
        for cell, column in zip(line, COLUMNS.values(), strict=True):
            assert cell.value == as_read(column.value(record), column), column.id
            assert cell.data_type in {"s", "inlineStr", "n", "b", "d"}
            assert cell.hyperlink is None


def test_nasty_texts_come_back_as_texts():
    check([row(title=text, note=text, begins="1895..1999", ends="..2008-02-29") for text in NASTY])


@settings(max_examples=20, deadline=None)
@given(records=st.lists(rows(), min_size=1, max_size=3))
def test_any_records_come_back(records):
    check(records)


def test_days_are_dates_and_vague_dates_are_text():
    book, _ = workbook([row(begins="2010-07")], ["begins", "begins_first", "significance"])
    text, day, number = next(book["Records"].iter_rows(min_row=2))
    assert (text.value, text.data_type) == ("2010-07", "inlineStr") or text.data_type == "s"
    assert (day.value, day.number_format) == (datetime(2010, 7, 1), "yyyy-mm-dd")
    assert (number.value, number.data_type) == (2, "n")


def test_days_that_programs_count_differently_are_text():
    days = [row(begins=day) for day in ("1899-12-31", "1900-02-28", "1900-03-01", "0001-01-01", "9999-12-31")]
    book, _ = workbook(days, ["begins_first"])
    values = [cell.value for (cell,) in book["Records"].iter_rows(min_row=2)]
    assert values == ["1899-12-31", "1900-02-28", datetime(1900, 3, 1), "0001-01-01", datetime(9999, 12, 31)]


def test_the_heading_stays_and_filters():
    book, _ = workbook([row(), row()], ["slug", "title"])
    sheet = book["Records"]
    assert [(cell.value, cell.font.bold) for cell in sheet[1]] == [("slug", True), ("title", True)]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width > 20


def test_the_second_sheet_says_where_it_comes_from():
    book, _ = workbook([row()], ["slug"])
    told = dict(list(book["About"].values))
    assert told["Selection"] == ABOUT.sentence
    assert told["Query"] == ABOUT.query
    assert told["Records"] == "1 of 309"
    assert (told["Edition"], told["Data up to"]) == ("2026-11", "2026-11-01")
    assert (told["Licence"], told["Attribution"]) == (ABOUT.licence, ABOUT.attribution)
    assert told["slug"] == COLUMNS["slug"].meaning


def test_no_clock_and_no_link_is_in_it():
    data, _ = exported([row(title="https://example.org/", note="file:///etc/passwd")], XLSX)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 31)}
        assert not any("external" in name.lower() for name in archive.namelist())
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"<hyperlink" not in everything
    assert b"<f>" not in everything
    assert b"2026-11-01T00:00:00Z" in everything


def test_a_text_too_long_for_a_cell_is_cut_and_said_to_be():
    long = "😀" * 20_000
    book, report = workbook([row(), row(title="x" * MAX_LENGTH, summary=long)], ["title", "summary"])
    cut = book["Records"]["B3"].value
    assert long.startswith(cut[:-1])
    assert cut[-1] == "…"
    assert MAX_LENGTH - 1 <= len(cut.encode("utf-16-le")) // 2 <= MAX_LENGTH
    assert len(book["Records"]["A3"].value) == MAX_LENGTH
    assert report.cut == (Cell(2, "summary"),)
    assert dict(list(book["About"].values))["Shortened cells"] == "summary of record 2"


def test_more_records_than_a_sheet_holds_are_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(xlsx_table, "MAX_ROWS", 4)
    assert exported([row()] * 3, XLSX)[1].rows == 3
    with pytest.raises(KnownError, match="A sheet holds 3 records and the selection has more"):
        export([row()] * 4, tmp_path / "x.xlsx", exporter=XLSX, about=ABOUT)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_among_the_temporary_files(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    exported([row()], XLSX)
    with pytest.raises(KeyboardInterrupt):
        exported(interrupted(), XLSX)
    assert list(tmp_path.iterdir()) == []


def interrupted():
    yield row()
    raise KeyboardInterrupt


def test_no_room_for_temporary_files_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(KnownError, match="The workbook cannot be made in the folder for temporary files"):
        exported([row()], XLSX)
