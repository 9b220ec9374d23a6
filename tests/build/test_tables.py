"""What every format keeps, and how texts of any encoding and separator are read."""

import pytest

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


def test_the_header_stands_below_a_title_or_nowhere(write):
    columns, found, table = read(write("My launches\n\nName,Date,Country\nA,2001,Italy\nB,2002,Chad\n"))
    assert (columns, table.header, len(found)) == (("Name", "Date", "Country"), 3, 2)
    columns, found, table = read(write("A,2001,Italy\nB,2002,Chad\n"))
    assert (columns, table.header, len(found)) == (("Column 1", "Column 2", "Column 3"), 0, 2)
    columns, found, _ = read(write("A,B\nC,D\n"), Told(header=False))
    assert (columns, len(found)) == (("Column 1", "Column 2"), 2)


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
