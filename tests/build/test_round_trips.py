"""Records written as tables of every format, with any dates, separators and encodings, come back as they were."""

import csv
import io
import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime
from functools import cache

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kzexplorer import paths
from kzexplorer.build.importing import preview
from kzexplorer.build.importing.base import bundled
from kzexplorer.build.importing.known import Known
from kzexplorer.build.importing.reading import BLANK, RowReader
from kzexplorer.build.tables import open_table
from kzexplorer.domain.column_map import ColumnMap
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.dates import DateError, Precision, VagueDate, day
from kzexplorer.domain.written_dates import read_written

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
KK = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()

WRITTEN = (
    lambda d: d.isoformat(),
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d.isoformat()}T12:33:00Z",
    lambda d: f"{d.isoformat()} 12:33",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.year} {MONTHS[d.month - 1]} {d.day:2}",
    lambda d: f"{d.year} {MONTHS[d.month - 1]} {d.day:2} 1423:10",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1]}-{d.year}",
    lambda d: f"{d.day} {RU[d.month - 1]} {d.year} г.",
    lambda d: f"{d.year} жылғы {d.day} {KK[d.month - 1]}",
)
DAYS = st.dates(date(1900, 3, 1), date(2099, 12, 31))
# What a cell of a table can hold: no line breaks, controls or blanks that are lost when they are set right.
TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30).filter(
    lambda text: text not in BLANK  # said instead of nothing
)


@given(DAYS, st.sampled_from(WRITTEN))
def test_a_day_is_read_however_it_is_written(on, write):
    assert read_written(write(on)).settled(Order.OPEN) == day(on.toordinal())


@given(DAYS)
def test_two_numbers_are_read_in_both_ways_or_in_the_only_one(on):
    found = read_written(f"{on:%d/%m/%Y}")
    assert found.settled(Order.DAY_FIRST) == day(on.toordinal())
    assert found.is_open == (on.day <= 12 and on.day != on.month)
    vague = found.settled(Order.OPEN)
    assert vague.first <= on.toordinal() <= vague.last


@st.composite
def vague_dates(draw):
    first, last = sorted((draw(DAYS).toordinal(), draw(DAYS).toordinal()))
    unit = read_written(draw(st.sampled_from(["{0}", "{0}-{1:02}", "{0}-Q{2}", "{3}s", "{0}~"])).format(
        *(lambda d: (d.year, d.month, (d.month + 2) // 3, d.year // 10 * 10))(date.fromordinal(first))
    )).settled(Order.OPEN)  # fmt: skip
    span = VagueDate(first, last, Precision.APPROX)
    return draw(st.sampled_from([unit, span, VagueDate(first, None, Precision.APPROX)]))


@given(vague_dates())
def test_our_own_grammar_is_read(vague):
    assert read_written(vague.text).settled(Order.OPEN) == vague


@given(st.text(max_size=120))
def test_no_text_breaks_the_reading_of_dates(text):
    with suppress(DateError):
        read_written(text)


@cache
def known():
    return Known(bundled(paths.database()))


COLUMNS = ("Name", "Date", "Partners", "Remarks")
ROWS = st.lists(
    st.tuples(TEXTS, DAYS, st.lists(st.sampled_from(["Italy", "Россия", "Қытай", "USA"]), unique=True), TEXTS),
    min_size=1,
    max_size=12,
)
SLUGS = {"Italy": "italy", "Россия": "russia", "Қытай": "china", "USA": "united-states"}
CHOSEN = ColumnMap.of(COLUMNS, {"Name": "title", "Date": "begins", "Partners": "partners", "Remarks": "note"})


def read_back(path):
    with open_table(path) as table:
        assert table.columns == COLUMNS
        reader = RowReader(table.columns, CHOSEN, known(), table.finding.day_zero)
        return [
            (draft.title, draft.begins.settled(Order.OPEN), draft.partners, draft.note)
            for draft in map(reader.read, table.lines())
        ]


def meant(rows):
    return [
        (name, day(on.toordinal()), tuple(SLUGS[p] for p in partners), note) for name, on, partners, note in rows
    ]  # fmt: skip


@settings(max_examples=60)
@given(
    ROWS,
    st.sampled_from(WRITTEN),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_text_comes_back(tmp_path_factory, rows, write, separator, encoding, ends):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=ends)
    writer.writerow(COLUMNS)
    writer.writerows((name, write(on), "; ".join(partners), note) for name, on, partners, note in rows)
    path = tmp_path_factory.mktemp("text") / "table.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    assert read_back(path) == meant(rows)


@settings(max_examples=15)
@given(ROWS, st.booleans(), st.sampled_from(["date", "serial", "text"]))
def test_a_workbook_comes_back(tmp_path_factory, rows, since_1904, form):
    path = tmp_path_factory.mktemp("book") / "table.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": since_1904}) as book:
        sheet, dated = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for place, name in enumerate(COLUMNS):
            sheet.write_string(0, place, name)
        zero = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
        for number, (name, on, partners, note) in enumerate(rows, 1):
            sheet.write_string(number, 0, name)
            on = max(on, date(1932, 1, 1)) if form == "serial" else max(on, date(1904, 1, 2))
            if form == "date":
                sheet.write_datetime(number, 1, datetime(on.year, on.month, on.day), dated)
            elif form == "serial":
                sheet.write_number(number, 1, (on - zero).days)
            else:
                sheet.write_string(number, 1, on.isoformat())
            rows[number - 1] = (name, on, partners, note)
            sheet.write_string(number, 2, "; ".join(partners))
            sheet.write_string(number, 3, note)
    assert read_back(path) == meant(rows)


@settings(max_examples=15)
@given(ROWS)
def test_a_table_of_a_database_comes_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("base") / "table.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE launches (Name TEXT, Date TEXT, Partners TEXT, Remarks TEXT)")
        values = [(name, on.isoformat(), "; ".join(partners), note) for name, on, partners, note in rows]
        db.executemany("INSERT INTO launches VALUES (?, ?, ?, ?)", values)
        db.commit()
    assert read_back(path) == meant(rows)


HEADS = {
    "GCAT": ("Launch_Tag,Launch_JD,Launch_Date,LV_Type,Mission,Launch_Site,Agency,LaunchCode,Cite,Notes",
             "1957-001,2436116.31,1957 Oct  4,8K71PS,Sputnik,NIIP-5,RSC Energia,OS,-,-",
             {"Launch_Date": "begins", "Mission": "title", "Launch_Site": "place", "Agency": "organizations",
              "LaunchCode": "status", "Notes": "note", "Launch_JD": ""}),
    "UCS": (("Current Official Name of Satellite;Country of Operator/Owner;Operator/Owner;Purpose;Date of Launch;"
             "Launch Site;COSPAR Number;NORAD Number;Comments;Source"),
            "KazSat-3;Kazakhstan;RCSC;Communications;28/04/2014;Baikonur Cosmodrome;2014-023A;39727;x;http://a.b/c",
            {"Current Official Name of Satellite": "title", "Country of Operator/Owner": "partners",
             "Operator/Owner": "organizations", "Date of Launch": "begins", "COSPAR Number": "cospar",
             "NORAD Number": "norad", "Comments": "note", "Source": "source", "Launch Site": "place"}),
    "Launch Library": ("name,net,status.name,launch_service_provider.name,mission.description,pad.location.name",
                       "Soyuz | ISS,2026-03-01T10:00:00Z,Go,Roscosmos,Crew flies,Baikonur",
                       {"name": "title", "net": "begins", "status.name": "status", "pad.location.name": "place",
                        "launch_service_provider.name": "organizations", "mission.description": "summary"}),
    "Wikipedia": ("Date and time (UTC)\tRocket\tLaunch site\tPayload\tOutcome\tRemarks",
                  "28 April 2014 04:24[3]\tProton-M\tBaikonur\tKazSat-3\tSuccess\tnone",
                  {"Date and time (UTC)": "begins", "Launch site": "place", "Payload": "title", "Outcome": "status",
                   "Remarks": "note"}),
    "a list of all launches": (
        "tag,JD,launch_date,launch_year,type,variant,mission,agency,state_code,category,agency_type",
        "1998-035,2450974.52,1998-06-10,1998,Delta 7925-9.5,,Thor 3,US,US,O,state",
        {"tag": "cospar", "JD": "", "launch_date": "begins", "type": "fact", "mission": "title", "category": "fact",
         "agency": "organizations", "state_code": "partners"}),
    "a copy of a launch calendar": (
        "Organisation,Location,Date,Detail,Rocket_Status,Price,Mission_Status",
        'RVSN USSR,"Site 1/5, Baikonur Cosmodrome, Kazakhstan","Fri Oct 04, 1957 19:28 UTC",Sputnik | S-1,Old,,Success',
        {"Organisation": "organizations", "Location": "place", "Date": "begins", "Detail": "title",
         "Rocket_Status": "fact", "Mission_Status": "status"}),
    "Russian": ("Название;Дата подписания;Страна;Организация;Примечание",
                "Соглашение;12 июня 1998 г.;Россия;Роскосмос;ок",
                {"Название": "title", "Дата подписания": "begins", "Страна": "partners", "Организация": "organizations",
                 "Примечание": "note"}),
    "Kazakh": ("Атауы;Басталуы;Аяқталуы;Елі;Сипаттамасы;Дереккөз",
               "Жоба;2010 жылғы 5 маусым;2012;Қытай;мәтін;кітап",
               {"Атауы": "title", "Басталуы": "begins", "Аяқталуы": "ends", "Елі": "partners", "Дереккөз": "source",
                "Сипаттамасы": "summary"}),
    "unnamed": ("a;b;c", "Sputnik;1957 Oct 4;Russia", {"a": "title", "b": "begins", "c": "partners"}),
}  # fmt: skip


@pytest.mark.parametrize("whose", HEADS)
def test_the_columns_of_tables_people_have_are_known(tmp_path, whose):
    head, row, fields = HEADS[whose]
    path = tmp_path / "table.csv"
    path.write_text(f"{head}\n{row}\n{row}\n", encoding="utf-8")
    with open_table(path) as table:
        first = preview(table, paths.database())
    assert {column: first.chosen.field(column) for column in fields} == fields
    assert first.wrong == ()
    assert first.drafts[0].begins.settled(Order.OPEN) is not None
