"""What every format keeps, and how texts of any encoding and separator are read."""

import sqlite3
import sys
import zipfile
from contextlib import closing

import pytest
import xlsxwriter

from kzexplorer import paths
from kzexplorer.build.tables import UNTOLD, NotATable, Told, formats, open_table


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.id)
def test_a_format_says_what_it_is_and_the_last_takes_what_is_left(form):
    assert form.label
    assert all(suffix.startswith(".") for suffix in form.suffixes)
    assert form.claims(b"a,b\n1,2\n") == (form is formats()[-1])


def read(path, told=UNTOLD):
    with open_table(path, told) as table:
        return table.columns, [tuple(line.cells) for line in table.lines()], table


@pytest.fixture
def write(tmp_path):
    def write_(data, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write_


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"])
def test_an_encoding_is_found(write, encoding):
    rows = [(f"Спутник № {n}, запущен с Байконура", f"{1990 + n}-01-02") for n in range(20)]
    text = "Название;Дата\n" + "".join(f"{name};{date}\n" for name, date in rows)
    columns, found, table = read(write(text.encode(encoding)))
    assert columns == ("Название", "Дата")
    assert found == rows
    assert table.finding.separator == "semicolon"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_separator_is_found_and_quoted_ones_do_not_count(write, separator):
    text = "".join(f'"a{separator}b{n}"{separator}2001{separator}x\n' for n in range(5))
    columns, found, _ = read(write(f"Name{separator}Date{separator}Note\n{text}"))
    assert columns == ("Name", "Date", "Note")
    assert found[0] == (f"a{separator}b0", "2001", "x")


def test_tabs_need_no_quotes_and_comments_behind_a_hash_are_passed_over(write):
    text = '#JCAT\tName\tLDate\n# Updated 2026 Jan 1\nS1\t"Vega\t1957 Oct 4\nS2\tLa "Petite"\t1957 Nov 3\n'
    columns, found, table = read(write(text, "satcat.tsv"))
    assert columns == ("JCAT", "Name", "LDate")
    assert found == [("S1", '"Vega', "1957 Oct 4"), ("S2", 'La "Petite"', "1957 Nov 3")]
    assert table.header == 1


def test_a_row_behind_a_hash_that_is_no_comment_is_a_row(write):
    rows = "KazSat-1,2006-06-18,Russia\n#GirlsInSpace,2011-07-16,Italy\n# A comment\n#Late,2012\n"
    columns, found, _ = read(write("# Mission,Launch date,Country\n" + rows))
    assert columns == ("Mission", "Launch date", "Country")
    assert [row[0] for row in found] == ["KazSat-1", "#GirlsInSpace", "#Late"]
    columns, found, _ = read(write("#,Mission,Launch date\n#1,KazSat-1,2006-06-18\n#2,KazSat-2,2011\n#3,,\n"))
    assert columns == ("#", "Mission", "Launch date")
    assert [row[0] for row in found] == ["#1", "#2", "#3"]
    assert read(write("#Name\n#GirlsInSpace\n"))[1] == [("#GirlsInSpace",)]
    with open_table(write('#Name,Date\nA,2001\n"#B"x,2002\n')) as table:
        assert [bool(line.fault) for line in table.lines()] == [False, True]


def test_the_header_stands_below_a_title_or_nowhere(write):
    columns, found, table = read(write("My launches\n\nName,Date,Country\nA,2001,Italy\nB,2002,Chad\n"))
    assert (columns, table.header, len(found)) == (("Name", "Date", "Country"), 3, 2)
    columns, found, table = read(write("A,2001,Italy\nB,2002,Chad\n"))
    assert (columns, table.header, len(found)) == (("Column 1", "Column 2", "Column 3"), 0, 2)
    columns, found, _ = read(write("A,B\nC,D\n"), Told(header=False))
    assert (columns, len(found)) == (("Column 1", "Column 2"), 2)


def test_without_names_every_row_is_a_row(write):
    full = "".join(f"KazSat-{n},200{n},Russia,Baikonur,x\n" for n in range(3))
    columns, found, table = read(write(f"Sputnik 9,,,,\n{full}"))
    assert (columns[0], table.header, len(found)) == ("Column 1", 0, 4)
    assert found[0] == ("Sputnik 9", "", "", "", "")


def test_the_header_stands_below_a_caption_that_holds_a_date(write):
    dated = "".join(f"A{n},200{n}-02-03,Россия\n" for n in range(5))
    columns, found, table = read(write(f"Отчёт\nДата выгрузки,01.01.2020\nНазвание,Дата,Страна\n{dated}"))
    assert (columns, table.header, len(found)) == (("Название", "Дата", "Страна"), 3, 5)
    # A short row and one without a date are rows: they could not be told from names.
    for second in ("B,unknown,Chad", "B,B,Chad", "B,7,Chad"):
        _, found, table = read(write(f"A,2001\n{second}\n{dated}"))
        assert (table.header, len(found)) == (0, 7)
    _, found, table = read(write("A,2001\nB,early,Chad\n" + "C,late,Chad\n" * 5))
    assert (table.header, len(found)) == (0, 7)


def test_years_are_names_above_other_numbers(write):
    columns, found, table = read(write("Country,2005,2006\nRussia,1,2\nItaly,-,5.5\n"))
    assert (columns, table.header, len(found)) == (("Country", "2005", "2006"), 1, 2)
    for text in (
        "A,2001,2005\nB,2002,2004\n",
        "A,2001,2005\nB,unknown,\n",
        "A,2005,2005\nB,1,2\n",
        "A,2001,7\nB,5,6\n",
    ):
        assert read(write(text))[2].header == 0


def test_columns_without_a_name_or_of_one_name_are_told_apart(write):
    columns, _, _ = read(write("Name,,Name,Name\nA,x,B,C\n"))
    assert columns == ("Name", "Column 2", "Name (2)", "Name (3)")


def test_ragged_rows_are_filled_up_or_refused_each(write):
    with open_table(write("Name,Date\nA\nB,2001,extra\nC,2002,,\n\nD,2003\n")) as table:
        lines = list(table.lines())
    assert [line.number for line in lines] == [2, 3, 4, 6]
    assert tuple(lines[0].cells) == ("A", None)
    assert "the row has 3 cells and the header 2" in lines[1].fault
    assert not lines[2].fault


def test_a_row_that_is_none_is_told_above_the_names_too(write):
    with open_table(write('"Name"x,Date\nA,unknown\nB,2002\n')) as table:
        assert [(line.number, bool(line.fault)) for line in table.lines()] == [(1, True), (3, False)]


def test_a_column_without_a_name_is_taken_where_the_header_has_a_cell_for_it(write):
    rows = "".join(f"M{n},{2000 + n},Russia,{'see letter' if n > 50 else ''},\n" for n in range(60))
    columns, found, _ = read(write(f"Mission,Date,Country,,\n{rows}"))
    assert columns == ("Mission", "Date", "Country", "Column 4")
    assert (found[0][3], found[59][3]) == ("", "see letter")
    # A row with more cells than that was cut by a separator, and so may be several.
    rows = "M1,2001,Russia,\n" * 3 + "A, or B,2002,Italy,\nA, or C,2003,Chad,\n"
    for header in ("Mission,Date,Country,", "Mission,Date,Country"):
        with open_table(write(f"{header}\n{rows}")) as table:
            assert [bool(line.fault) for line in table.lines()] == [False] * 3 + [True] * 2


def test_a_long_line_or_a_wrong_quote_is_one_row_left_out(write):
    with open_table(write(f'Name,Date\n"A"x,2001\n{"b" * 10**6},2002\nC,2003\n')) as table:
        lines = list(table.lines())
    assert [bool(line.fault) for line in lines] == [True, True, False]
    assert tuple(lines[2].cells) == ("C", "2003")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty; get a fresh copy"),
        (b"\n\n  \n", "holds nothing but blank lines"),
        (b"Name,Date\n", "holds the names of columns and no rows"),
        (b"Name,Date\nA,2001\n\"B,2002\nC,2003\nD,2004\n", "line 3: a quotation mark opens here and is never closed"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "an old Excel workbook or one with a password"),
        (b"<html><table></table></html>", "a page of HTML"),
        (b"\x7fELF\x02\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" * 100, "neither text nor a workbook"),
        (b",".join(b"c%d" % n for n in range(100_000)) + b"\n1,2\n", "line 1: the row has more columns than fit"),
        (b",".join(b"c%d" % n for n in range(5_000)) + b"\n1,2\n", "has 5000 columns, at most 1000 are read"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_a_sentence(write, data, sentence):
    path = write(data)
    with pytest.raises(NotATable, match=sentence) as refused, open_table(path):
        pass
    assert str(path.name) in str(refused.value)


def test_a_folder_a_missing_and_a_locked_file_are_told(tmp_path, write, monkeypatch):
    with pytest.raises(NotATable, match="is a folder"), open_table(tmp_path):
        pass
    with pytest.raises(NotATable, match="There is no file"), open_table(tmp_path / "no.csv"):
        pass
    path = write("Name,Date\nA,2001\n")

    def refuse(*_args, **_named):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(NotATable, match="cannot be read; close it"), open_table(path):
        pass


def test_a_wrong_encoding_told_names_the_line(write):
    path = write("Name;Date\nA;2001\nЖер;2002\n".encode("cp1251"))
    with pytest.raises(NotATable, match="line 3: this is not UTF-8"), open_table(path, Told(encoding="utf-8")):
        pass
    with pytest.raises(NotATable, match="There is no encoding “klingon”"), open_table(path, Told(encoding="klingon")):
        pass
    assert read(path, Told(encoding="cp1251"))[1][1] == ("Жер", "2002")


def book_of(path, fill):
    with xlsxwriter.Workbook(path) as book:
        fill(book)
    return path


def repacked(path, change):
    """Write an archive anew with some of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in change(parts).items():
            archive.writestr(name, data)
    return path


def plain_book(book):
    sheet = book.add_worksheet("Launches")
    for number, row in enumerate([("Name", "Date"), ("A", "2001"), ("B", "2002")]):
        sheet.write_row(number, 0, row)


def test_a_workbook_gives_its_first_shown_sheet_and_says_what_it_does_not_do(tmp_path):
    def fill(book):
        book.add_worksheet("Secret").write_string(0, 0, "x")
        plain_book(book)
        book.worksheets()[1].activate()
        book.worksheets()[0].hide()
        book.worksheets()[1].write_formula(3, 0, "=A2", value="A")
        book.worksheets()[1].write_string(3, 1, "2003")

    path = book_of(tmp_path / "book.xlsx", fill)
    columns, found, table = read(path)
    assert (columns, found) == (("Name", "Date"), [("A", "2001"), ("B", "2002"), ("A", "2003")])
    assert (table.finding.sheet, table.finding.sheets) == ("Launches", ("Secret", "Launches"))
    assert "last computed" in table.finding.remarks[0]
    assert "hidden" in table.finding.remarks[1]
    with (
        pytest.raises(NotATable, match="has no sheet “No”; there are Secret, Launches"),
        open_table(path, Told(sheet="No")),
    ):
        pass


def sheets_of(book, **sheets):
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


TABLE = [("Name", "Date"), ("A", "2001"), ("B", "2002")]


@pytest.mark.parametrize(
    "cover",
    [
        [],
        [("My report",)],
        [("My report",), ("for the ministry",), ("by Ivanov",)],
        [("My report",), ("Author", "Ivanov"), ("Made", "2020-01-01")],
        [("", "My report"), (), ("", "for the ministry")],
    ],
)
def test_a_cover_is_passed_over_unless_it_is_told(tmp_path, cover):
    path = book_of(tmp_path / "book.xlsx", lambda book: sheets_of(book, Cover=cover, Data=TABLE, Later=TABLE))
    columns, found, table = read(path)
    assert (columns, len(found)) == (("Name", "Date"), 2)
    assert (table.finding.sheet, table.finding.sheets) == ("Data", ("Cover", "Data", "Later"))
    alone = book_of(tmp_path / "alone.xlsx", lambda book: sheets_of(book, Cover=cover))
    for other, told in ((path, Told(sheet="Cover")), (alone, UNTOLD)):
        if len(cover) > 1:
            assert read(other, told)[2].finding.sheet == "Cover"
        else:
            with pytest.raises(NotATable, match=r"no rows|nothing but"), open_table(other, told):
                pass


def test_where_no_sheet_holds_rows_the_sheets_are_named(tmp_path):
    path = book_of(tmp_path / "book.xlsx", lambda book: sheets_of(book, Cover=[("My report",)], Data=[("A", "B")]))
    with pytest.raises(NotATable, match="holds no rows on any of its sheets Cover, Data; get"), open_table(path):
        pass
    sentence = "sheet “Data”: it holds the names of columns and no rows; name another of Cover, Data"
    with pytest.raises(NotATable, match=sentence), open_table(path, Told(sheet="Data")):
        pass
    lists = book_of(tmp_path / "lists.xlsx", lambda book: sheets_of(book, Dates=[("Date",), ("2001",)], More=[("x",)]))
    assert read(lists)[2].finding.sheet == "Dates"


def test_a_workbook_is_one_whatever_its_name_says(tmp_path):
    path = book_of(tmp_path / "book.xlsx", plain_book)
    assert read(path.rename(tmp_path / "book.csv"))[2].format.id == "workbook"
    text = tmp_path / "text.xlsx"
    text.write_text("Name,Date\nA,2001\n")
    assert read(text)[2].format.id == "delimited"


def bomb(parts):
    return {**parts, "xl/worksheets/sheet1.xml": b"<x>" + b"0" * 2**26}


def entities(parts):
    sheet = parts["xl/worksheets/sheet1.xml"]
    return {**parts, "xl/worksheets/sheet1.xml": sheet.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "aaaa">]>', 1)}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (bomb, "would unpack to .* more than a workbook has"),
        (entities, "is not made as workbooks are"),
        (lambda parts: {name: data[: len(data) // 2] for name, data in parts.items()}, "is damaged or no XLSX"),
        (lambda parts: {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "an archive and no XLSX"),
        (lambda parts: {**parts, "xl/workbook.xml": b"<workbook/>"}, "no sheet|is damaged"),
    ],
)
def test_an_archive_that_is_no_sound_workbook_is_refused(tmp_path, change, sentence):
    path = repacked(book_of(tmp_path / "book.xlsx", plain_book), change)
    with pytest.raises(NotATable, match=sentence), open_table(path):
        pass


def test_a_cut_archive_is_refused(tmp_path):
    path = book_of(tmp_path / "book.xlsx", plain_book)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(NotATable, match="is damaged or no XLSX workbook"), open_table(path):
        pass


def test_a_row_a_million_lines_down_does_not_fill_the_memory(tmp_path):
    def far(parts):
        sheet = parts["xl/worksheets/sheet1.xml"]
        row = b'<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        return {**parts, "xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", row)}

    with open_table(repacked(book_of(tmp_path / "book.xlsx", plain_book), far)) as table:
        lines = list(table.lines())
    assert [(line.number, line.fault) for line in lines] == [
        (2, ""),
        (3, ""),
        (999_999_999, "no sheet has more than 1048576 rows"),
    ]


def test_rows_below_many_blank_ones_are_read_and_blank_ones_below_all_are_not(tmp_path):
    def fill(book):
        plain_book(book)
        book.worksheets()[0].write_row(30_000, 0, ("C", "2003"))

    def formatted(parts):
        sheet = parts["xl/worksheets/sheet1.xml"]
        rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(30_002, 150_000))
        return {**parts, "xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", rows + b"</sheetData>")}

    with open_table(repacked(book_of(tmp_path / "book.xlsx", fill), formatted)) as table:
        assert [line.number for line in table.lines()] == [2, 3, 30_001]


def test_a_remark_beside_a_sheet_is_a_column_without_a_name(tmp_path):
    def fill(book):
        plain_book(book)
        sheet = book.worksheets()[0]
        for number in range(3, 100):
            sheet.write_row(number, 0, (f"A{number}", "2003"))
        sheet.write(90, 3, "see letter")
        sheet.write(0, 20, "Printed")

    columns, found, _ = read(book_of(tmp_path / "book.xlsx", fill))
    assert columns[:4] == ("Name", "Date", "Column 3", "Column 4")
    assert (found[0][:4], found[89][:4]) == (("A", "2001", None, None), ("A90", "2003", None, "see letter"))

    def far(book):
        plain_book(book)
        book.worksheets()[0].write(2, 900, "x")

    with open_table(book_of(tmp_path / "far.xlsx", far)) as table:
        assert [line.fault for line in table.lines()] == [
            "",
            "the row has 901 cells and the header 2; move the last ones nearer",
        ]


def test_a_value_merged_over_rows_is_that_of_each(tmp_path):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.merge_range("A1:D1", "Launches")
        rows = ("Country", "Name", "Year"), ("", "A", 2001), ("", "B", 2002), ("Italy", "C", 2003), (), ("", "D", 2004)
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, row)
        sheet.merge_range("A3:A4", "Russia")
        sheet.merge_range("A7:A9", "Chad")
        sheet.merge_range("D4:E5", "see letter")

    columns, found, _ = read(book_of(tmp_path / "book.xlsx", fill))
    assert columns == ("Country", "Name", "Year", "Column 4")
    assert found == [
        ("Russia", "A", 2001, None),
        ("Russia", "B", 2002, "see letter"),
        ("Italy", "C", 2003, "see letter"),
        ("Chad", "D", 2004, None),
    ]


def database(path, script):
    with closing(sqlite3.connect(path)) as db:
        db.executescript(script)
    return path


HOSTILE = """
CREATE TABLE launches (Name TEXT, Date TEXT, Boom AS (zeroblob(500000000)) VIRTUAL);
INSERT INTO launches (Name, Date) VALUES ('A', '2001'), ('B', '2002');
CREATE VIEW everything AS SELECT abs(-9223372036854775808) AS Name FROM launches;
CREATE TRIGGER t AFTER INSERT ON launches BEGIN SELECT RAISE(FAIL, 'ran'); END;
CREATE VIRTUAL TABLE words USING fts5 (Name, Date);
INSERT INTO words VALUES ('v', '1999'), ('v', '1999'), ('v', '1999'), ('v', '1999');
CREATE TABLE short (Name TEXT);
INSERT INTO short VALUES ('x');
"""


def test_of_a_hostile_database_only_plain_tables_are_read(tmp_path):
    path = database(tmp_path / "base.db", HOSTILE)
    before = path.read_bytes()
    columns, found, table = read(path)
    assert (columns, found) == (("Name", "Date"), [("A", "2001"), ("B", "2002")])
    assert table.finding.sheets == ("launches", "short")
    for name in ("everything", "words", "words_content"):
        with pytest.raises(NotATable, match=f"no plain table “{name}”"), open_table(path, Told(sheet=name)):
            pass
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["base.db"]


@pytest.mark.parametrize(
    ("script", "told", "sentence"),
    [
        ("CREATE TABLE a (x)", "", "has no rows in its table “a”; get a copy that has them"),
        ("CREATE TABLE a (x); CREATE TABLE b (x)", "", "has no rows in any of its tables a, b; get a copy"),
        ("CREATE TABLE a (x); CREATE TABLE b (x)", "b", "has no rows in its table “b”; name another of a, b"),
    ],
)
def test_a_database_without_rows_is_told(tmp_path, script, told, sentence):
    path = database(tmp_path / "base.db", script)
    with pytest.raises(NotATable, match=sentence), open_table(path, Told(sheet=told)):
        pass


def test_a_database_without_tables_one_of_ours_and_a_damaged_one_are_told(tmp_path):
    views = database(tmp_path / "views.db", "CREATE VIEW v AS SELECT 1")
    damaged = database(tmp_path / "damaged.db", "CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(9000))")
    data = bytearray(damaged.read_bytes())
    data[4096:4200] = b"\xff" * 104
    damaged.write_bytes(data)
    for path, sentence in (
        (views, "holds no plain table"),
        (paths.database(), "is a kzexplorer database already; open it with --db"),
        (damaged, "is damaged"),
    ):
        with pytest.raises(NotATable, match=sentence), open_table(path):
            pass


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
def test_what_is_not_yet_in_a_database_is_seen_through_a_link(tmp_path):
    folder = tmp_path / "real"
    folder.mkdir()
    link = tmp_path / "link.db"
    with closing(sqlite3.connect(folder / "base.db")) as db:
        db.executescript("PRAGMA journal_mode = WAL; CREATE TABLE t (Name, Date); INSERT INTO t VALUES ('A', '2001')")
        link.symlink_to(folder / "base.db")
        with pytest.raises(NotATable, match="is open in another program"), open_table(link):
            pass
    assert read(link)[1] == [("A", "2001")]
