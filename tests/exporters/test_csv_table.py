"""CSV: RFC 4180 to the letter in one profile, safe in a spreadsheet in the other."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports import excel, exported, read_csv
from kzexplorer.exporters.columns import COLUMNS, Type
from kzexplorer.exporters.csv_table import plain
from rows import NASTY, row, rows

RECORDS = st.lists(rows(), max_size=3)
ALL = tuple(COLUMNS)

# The grammar of RFC 4180 with TEXTDATA widened to all of Unicode but control of lines.
_FIELD = re.compile(r'"(?:[^"]|"")*"|[^",\r\n]*')


def by_the_grammar(text):
    """Read CSV by the grammar alone; an empty field without quotes is None."""
    lines, line, at = [], [], 0
    while at < len(text):
        field = _FIELD.match(text, at)
        at = field.end()
        line.append(field[0][1:-1].replace('""', '"') if field[0].startswith('"') else field[0] or None)
        if text.startswith(",", at):
            at += 1
        else:
            assert text.startswith("\r\n", at), (at, text[at - 20 : at + 20])
            at += 2
            lines.append(line)
            line = []
    assert not line
    return lines


def known(text):
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def expected(records, columns=ALL):
    return [list(columns)] + [[known(plain(COLUMNS[c].value(r))) for c in columns] for r in records]


@settings(max_examples=40, deadline=None)
@given(records=RECORDS)
@example(records=[row(title=text, note=text) for text in NASTY])
def test_data_reads_back_by_pythons_reader(records):
    assert read_csv(exported(records, columns=ALL)[0]) == expected(records)


@settings(max_examples=40, deadline=None)
@given(records=RECORDS)
@example(records=[row(title=text, note=text) for text in NASTY])
def test_data_is_rfc_4180_and_tells_not_known_from_empty(records):
    lines = by_the_grammar(exported(records, columns=ALL)[0].decode())
    assert [[f or "" for f in line] for line in lines] == expected(records)
    for record, line in zip(records, lines[1:], strict=True):
        assert [f is None for f in line] == [COLUMNS[c].value(record) is None for c in ALL]


@settings(max_examples=40, deadline=None)
@given(records=RECORDS, column=st.sampled_from(ALL))
def test_one_column_has_no_line_that_is_nothing(records, column):
    data = exported(records, columns=[column])[0].decode()
    assert [[f or "" for f in line] for line in by_the_grammar(data)] == expected(records, [column])
    assert read_csv(data.encode()) == expected(records, [column])
    assert "\r\n\r\n" not in data or any("\n" in plain(COLUMNS[column].value(r)) for r in records)


def test_data_is_plain_to_see():
    record = row("kazsat-1", title='KazSat-1, "first"', begins="2006-06-17", partners="russia:supplier italy")
    data = exported([record], columns=["slug", "title", "begins", "ends", "partners", "areas", "significance"])[0]
    assert data == (
        b"slug,title,begins,ends,partners,areas,significance\r\n"
        b'kazsat-1,"KazSat-1, ""first""",2006-06-17,,russia; italy,"",2\r\n'
    )


@settings(max_examples=40, deadline=None)
@given(records=RECORDS, separator=st.sampled_from(",;"))
@example(records=[row(title=text, note=text) for text in NASTY], separator=";")
def test_excel_reads_back_once_the_guards_are_taken_off(records, separator):
    data, report = excel(records, separator, columns=ALL)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = read_csv(data, separator, "utf-8-sig")
    for cell in report.guarded:
        at = ALL.index(cell.column)
        assert lines[cell.row][at].startswith("'")
        lines[cell.row][at] = lines[cell.row][at][1:]
    assert lines == [[in_a_cell(f) for f in line] for line in expected(records)]


def in_a_cell(text):
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "\ufffd", re.sub("\r\n?", "\n", text))


@settings(max_examples=40, deadline=None)
@given(records=RECORDS)
@example(records=[row(title=text, note=text) for text in NASTY])
def test_excel_runs_nothing_and_leaves_numbers_alone(records):
    data, report = excel(records, columns=ALL)
    lines = read_csv(data, ";", "utf-8-sig")
    for column in COLUMNS.values():
        at = ALL.index(column.id)
        for record, line in zip(records, lines[1:], strict=True):
            assert not a_spreadsheet_runs(line[at])
            if column.type not in {Type.TEXT, Type.LIST}:
                assert line[at] == plain(column.value(record))
    assert {cell.column for cell in report.guarded} <= {c.id for c in COLUMNS.values() if c.type in {"text", "list"}}


def a_spreadsheet_runs(cell):
    if re.fullmatch(r"\s*[+-]?[\d.,]+([eE][+-]?\d+)?\s*", cell, re.ASCII):
        return False
    return cell.startswith(("\t", "\r", "\n")) or cell.strip().startswith(tuple("=+-@＝＋－＠"))


@pytest.mark.parametrize("text", ["-5", "+7", "-1.5", "-1,5", "1e5", "-.5", " -5 "])
def test_a_text_that_is_a_number_stays_one(text):
    data, report = excel([row(title=text)], columns=["title"])
    assert read_csv(data, ";", "utf-8-sig")[1] == [text]
    assert report.guarded == ()


def test_excel_quotes_what_another_separator_would_split():
    data, _ = excel([row(title="a,b", note="c\td", summary="e;f")], columns=["title", "note", "summary"])
    assert data.endswith(b'"a,b";"c\td";"e;f"\r\n')


def test_truths_are_small_letters():
    assert exported([row(in_brief=True), row()], columns=["in_brief"])[0] == b"in_brief\r\ntrue\r\nfalse\r\n"
