"""A table becomes a database of our own: what is read, what is matched, what is left out and reported."""

import csv
import errno
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kzexplorer import paths
from kzexplorer.build import verify
from kzexplorer.build.database import empty
from kzexplorer.build.importing import Cancelled, import_table, preview
from kzexplorer.build.tables import UNTOLD, open_table
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import Choice, Query
from kzexplorer.store import Repository

LAUNCHES = """\
Launch_Tag,Launch_Date,Mission,State,Agency,Launch_Site,Outcome,Cite,LV_Type,Apogee (km)
1957-001,1957 Oct  4 1928:34,Sputnik 1,Russia,RSC Energia,Baikonur Cosmodrome,Success,https://example.org/a,8K71PS,945
1998-067,1998 Jun?,Zarya,USA; RUS,NASA; Unheard,Байконур,Success,-,Proton-K,
2003-099,2003 Q3,Test,Brazil,-,Alcântara,Failure,Flight report,VLS-1,0.5
2010-001,2010?,Something,Италия,,,,,,
2011-001,soonish,Broken,Italy,,,,,,
2012-001,*,Undated,Қытай,,,,,,
2013-001,2013 Feb 30,No such day,Italy,,,,,,
"""


@pytest.fixture
def bring(tmp_path):
    def bring_(text, name="launches.csv", told=UNTOLD, change=None, written=1.6e9, **options):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(path, (written, written))  # 2020-09-13
        target = tmp_path / "launches.db"
        with open_table(path, told) as table:
            chosen = preview(table, paths.database()).chosen
            chosen = change(chosen) if change else chosen
            return import_table(table, chosen, target, paths.database(), **options)

    return bring_


@pytest.fixture
def opened():
    stores = []

    def open_(path):
        stores.append(Repository.open(path))
        return stores[-1]

    yield open_
    for store in stores:
        store.close()


def test_a_catalogue_is_read_by_guesses_alone(bring, opened):
    done = bring(LAUNCHES)
    assert (done.records, done.left_out, done.undated, done.unsourced) == (5, 2, 1, 3)
    assert done.others == (("Brazil", 1),)
    assert verify(done.target).problems == ()
    store = opened(done.target)
    rows = {row.title: row for row in store.all_rows}
    assert [(row.title, row.begins and row.begins.text) for row in store.all_rows] == [
        ("Sputnik 1", "1957-10-04"),
        ("Zarya", "1998-06~"),
        ("Test", "2003-Q3"),
        ("Something", "2010~"),
        ("Undated", None),
    ]
    assert [part.slug for part in rows["Zarya"].partners] == ["united-states", "russia"]
    assert [part.slug for part in rows["Something"].partners] == ["italy"]
    assert [part.slug for part in rows["Undated"].partners] == ["china"]
    assert [part.slug for part in rows["Test"].partners] == ["other-partners"]
    assert rows["Sputnik 1"].place == rows["Zarya"].place == "baikonur"
    assert {row.kind for row in store.all_rows} == {"launch"}
    assert rows["Test"].status == "failure"
    assert rows["Sputnik 1"].certainty == "single_source"
    assert rows["Something"].certainty == "recalled"
    facts = {fact.key: fact.value for fact in store.detail(rows["Test"].slug).facts}
    assert facts == {
        "partner": ("Brazil",),
        "place": "Alcântara",
        "cospar": "2003-099",
        "LV_Type": "VLS-1",
        "Apogee (km)": 0.5,
    }
    assert store.edition.data_day == 737681
    assert store.edition.name == "launches.csv"
    assert (store.launches, store.begun) == ((), ((1957, 1), (1998, 1), (2003, 1), (2010, 1)))


def test_what_is_left_out_stands_in_the_report_with_line_reason_and_row(bring):
    done = bring(LAUNCHES)
    with done.report.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head[:5] == ["line", "import", "reason", "Launch_Tag", "Launch_Date"]
    assert [row[:3] for row in rows] == [
        ["6", "left out", "“soonish” is not a date (column “Launch_Date”)"],
        ["8", "left out", "“2013 Feb 30” is not a day of the calendar (column “Launch_Date”)"],
        ["", "kept", "no partner known is called “Brazil” (1 rows)"],
    ]
    assert rows[0][3:7] == ["2011-001", "soonish", "Broken", "Italy"]


def test_every_spelling_finds_what_was_imported(bring, opened):
    store = opened(bring(LAUNCHES).target)
    for text in ("sputnik baikonur", "спутник байконур", "Байқоңыр sputnik", "россия sputnik", "8k71ps"):
        assert [row.title for row in store.rows(store.find(Query(text)).places)] == ["Sputnik 1"], text


def test_a_weight_in_kilograms_is_no_significance(bring, opened):
    record = opened(bring("Name,Date,Weight\nA,2001,84\nB,2002,2\nC,2003,1300\n").target).detail("a")
    assert ("Weight", 84) in [(fact.key, fact.value) for fact in record.facts]


def test_no_row_vanishes_behind_a_hash_or_above_full_ones(bring, opened):
    done = bring("# Mission,Launch date,Country\nKazSat-1,2006-06-18,Russia\n#GirlsInSpace,2011-07-16,Italy\n")
    assert [row.title for row in opened(done.target).all_rows] == ["KazSat-1", "#GirlsInSpace"]
    done = bring("Sputnik 9,,,\nKazSat-1,2006-06-18,Russia,Baikonur\nKazSat-2,2011,Russia,Baikonur\n")
    assert (done.records + done.left_out, "Sputnik 9" in [row.title for row in opened(done.target).all_rows]) == (
        3,
        True,
    )


def test_a_table_of_dates_alone_is_a_table(bring, opened):
    done = bring("Date\n2001\n2002-03\n5 May 2004\n")
    store = opened(done.target)
    assert [row.begins.text for row in store.all_rows] == ["2001", "2002-03", "2004-05-05"]
    assert [row.begins.text for row in opened(bring("2001\n2002-03\n").target).all_rows] == ["2001", "2002-03"]


@pytest.mark.parametrize(
    ("dates", "told", "order", "read"),
    [
        (("03/04/2010", "13/04/2010"), Order.OPEN, Order.DAY_FIRST, "2010-04-03"),
        (("03/04/2010", "04/13/2010"), Order.OPEN, Order.MONTH_FIRST, "2010-03-04"),
        (("03/04/2010", "05/06/2010"), Order.OPEN, Order.OPEN, "2010-03-04..2010-04-03"),
        (("03/04/2010", "05/06/2010"), Order.MONTH_FIRST, Order.MONTH_FIRST, "2010-03-04"),
        (("03/04/2010", "13/04/2010", "04/13/2010"), Order.OPEN, Order.OPEN, "2010-03-04..2010-04-03"),
    ],
)
def test_the_whole_column_tells_which_number_is_the_day(bring, opened, dates, told, order, read):
    rows = "".join(f"Event {n},{date}\n" for n, date in enumerate(dates))
    done = bring("Name,Date\n" + rows, change=lambda chosen: replace(chosen, order=told))
    assert done.order is order
    assert done.open_dates == sum(date in {"03/04/2010", "05/06/2010"} for date in dates)
    assert opened(done.target).row("event-0").begins.text == read


def test_a_newer_table_does_not_make_the_bundled_records_newer(bring, opened, store):
    done = bring(LAUNCHES, written=4e9, with_bundled=True)  # 2096
    assert opened(done.target).edition.data_day == store.edition.data_day


def test_records_stand_beside_the_bundled_ones_each_with_its_origin(bring, opened, store):
    done = bring(LAUNCHES, with_bundled=True)
    assert verify(done.target).problems == ()
    both = opened(done.target)
    assert len(both.all_rows) == len(store.all_rows) + 5
    counts = both.find(Query()).counts["origin"]
    assert counts == {"bundled": len(store.all_rows), "launches.csv": 5}
    found = both.find(Query().choose("origin", Choice.of(["launches.csv"])))
    assert "Sputnik 1" in [row.title for row in both.rows(found.places)]
    for row in store.all_rows:
        detail, other = store.detail(row.slug), both.detail(row.slug)
        assert detail.citations == other.citations
        assert detail.links == other.links
        assert [claim.slug for claim in detail.claims] == [claim.slug for claim in other.claims]
    assert [c.slug for c in both.detail("kazsat-2").claims] == [c.slug for c in store.detail("kazsat-2").claims]


def test_a_table_that_is_called_bundled_is_told_from_what_is(bring, opened):
    done = bring("Name,Date\nA,2001\n", name="bundled", with_bundled=True)
    assert opened(done.target).find(Query()).counts["origin"]["bundled (table)"] == 1


def test_what_the_first_rows_prove_holds_for_the_preview_too(bring, tmp_path):
    bring("Name,Date\nA,03/04/2010\nB,25/12/2010\n")
    with open_table(tmp_path / "launches.csv") as table:
        first = preview(table, paths.database())
    assert first.order is Order.DAY_FIRST
    assert first.under(replace(first.chosen, order=Order.MONTH_FIRST)).order is Order.DAY_FIRST


def test_a_slug_is_kept_when_rows_come_and_go_and_never_that_of_another_thing(bring, opened):
    before = opened(bring("Name,Date\nItaly,2001\nSoyuz,2002\nSoyuz,2003\nҒарыш,2004\n").target)
    assert [row.slug for row in before.all_rows] == ["italy-2", "soyuz", "soyuz-4", "garish"]
    assert before.detail("italy-2").row.title == "Italy"
    after = opened(bring("Name,Date\nNew,1999\nSoyuz,2002\n").target)
    assert [row.slug for row in after.all_rows] == ["new", "soyuz"]


def test_the_result_is_read_by_sqlite_alone(bring):
    done = bring(LAUNCHES)
    with closing(sqlite3.connect(done.target)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        query = "SELECT title FROM record WHERE begins_last < 715000"
        assert plain.execute(query).fetchall() == [("Sputnik 1",)]


def test_a_cancelled_import_leaves_nothing(bring, tmp_path):
    asked = []

    def stop(done, rows):
        asked.append(done)
        return len(asked) < 3

    with pytest.raises(Cancelled, match="nothing was changed"):
        bring("Name,Date\n" + "".join(f"A{n},{1900 + n % 100}\n" for n in range(2000)), progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["launches.csv"]


def test_progress_only_grows(bring):
    told = []
    bring(
        "Name,Date\n" + "".join(f"A{n},{1900 + n % 100}\n" for n in range(2000)),
        progress=lambda done, rows: told.append((done, rows)) is None,
    )
    assert told == sorted(told)
    assert told[-1] == (1.0, 2000)


def test_nothing_is_written_over_what_is_not_ours(bring, tmp_path):
    with pytest.raises(KnownError, match="is the table itself"):
        bring(LAUNCHES, name="launches.db")
    (tmp_path / "launches.db").write_text("my poem")
    with pytest.raises(KnownError, match="exists and is no kzexplorer database"):
        bring(LAUNCHES)
    assert (tmp_path / "launches.db").read_text() == "my poem"
    (tmp_path / "launches.db").unlink()
    first = bring(LAUNCHES).target.read_bytes()
    assert bring("Name,Date\nA,2001\n").target.read_bytes() != first  # one of ours is replaced
    assert Path(paths.database()).exists()


def test_when_no_row_can_be_read_nothing_is_written(bring, tmp_path):
    with pytest.raises(KnownError, match=r"No row of .* can be read as a record \(line 2: “never” is not a date"):
        bring("Name,Date\nA,never\nB,ever\n", change=lambda chosen: chosen.with_("Date", "begins"))
    assert [path.name for path in tmp_path.iterdir()] == ["launches.csv"]


def left(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_full_disk_leaves_the_old_database_and_says_so(bring, tmp_path, monkeypatch):
    before = bring("Name,Date\nA,2001\n").target.read_bytes()

    def small(location):
        connection = empty(location)
        connection.execute("PRAGMA max_page_count = 80")
        return connection

    rows = "".join(f"A long enough name of number {n},{1900 + n % 100}\n" for n in range(3000))
    with monkeypatch.context() as patch:
        patch.setattr("kzexplorer.build.importing.empty", small)
        with pytest.raises(KnownError, match=r"The disk is full, so “.*launches\.db” was not written; free some space"):
            bring("Name,Date\n" + rows)
    assert (tmp_path / "launches.db").read_bytes() == before

    def refuse(_):
        raise OSError(errno.ENOSPC, "No space left")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(KnownError, match="The disk is full"):
        bring("Name,Date\nB,2002\nC,never\n")
    assert (tmp_path / "launches.db").read_bytes() == before
    assert left(tmp_path) == ["launches.csv", "launches.db"]


def test_a_table_that_vanishes_is_told_and_nothing_is_written(tmp_path):
    path = tmp_path / "launches.csv"
    path.write_text("Name,Date\nA,2001\n")
    with open_table(path) as table:
        chosen = preview(table, paths.database()).chosen
        path.unlink()
        with pytest.raises(KnownError, match=r"There is no file “.*launches\.csv”"):
            import_table(table, chosen, tmp_path / "launches.db", paths.database())
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("nowhere/made.db", "The folder “.*nowhere” does not exist; create it"),
        ("", "is a folder; name a file inside"),
        ("/", "is a folder; name a file inside"),
        ("x" * 300 + ".db", "is too long; choose a shorter one"),
        ("/dev/null", "is a pipe or a device, not a file; name a file"),
    ],
)
def test_where_nothing_can_be_written_is_told(tmp_path, target, sentence):
    path = tmp_path / "launches.csv"
    path.write_text("Name,Date\nA,2001\n")
    with open_table(path) as table:
        chosen = preview(table, paths.database()).chosen
        with pytest.raises(KnownError, match=sentence):
            import_table(table, chosen, tmp_path / target, paths.database())
    assert left(tmp_path) == ["launches.csv"]


def test_the_bundled_database_is_never_written_over(tmp_path):
    base = tmp_path / "bundled.db"
    base.write_bytes(Path(paths.database()).read_bytes())
    path = tmp_path / "launches.csv"
    path.write_text("Name,Date\nA,2001\n")
    with open_table(path) as table:
        chosen = preview(table, base).chosen
        with pytest.raises(KnownError, match="is the bundled database; name another file"):
            import_table(table, chosen, base, base)


def test_rows_that_cannot_be_kept_are_left_out_one_by_one(bring):
    rows = [
        b"A,2001,fine",
        b"B,2002,\x00",
        b"C,2003," + b"x" * 20_001,
        "D,2004,Жер".encode(),
        b"E,2005,\xff\xfe",
        b"F,2006,fine",
        "G,2007,Құрлық".encode() * 1,
    ]
    done = bring(b"Name,Date,Note\n" + b"\n".join(rows) + b"\n" + "Ә,2008,ғарыш туралы ұзақ мәтін\n".encode() * 9)
    with done.report.open(encoding="utf-8-sig", newline="") as file:
        found = [(row["line"], row["reason"]) for row in csv.DictReader(file)]
    assert found == [
        ("3", "column “Note” holds the control character U+0000; take it out"),
        ("4", "column “Note” has 20001 characters, at most 20000 are kept"),
        ("6", "column “Note” holds the byte FF, no text in this encoding"),
    ]
    assert done.records == 13


def test_no_report_is_written_over_somebody_may_be_mending_it(bring, tmp_path):
    bring("Name,Date\nA,2001\nA,2001\nA,2001\nB,never\nC,ever\n")
    report = tmp_path / "launches.report.csv"
    mended = report.read_text(encoding="utf-8-sig").replace("never", "2002")
    done = bring(mended, name="launches.report.csv")
    assert (done.records, done.left_out) == (1, 1)
    assert report.read_text(encoding="utf-8-sig") == mended.replace("\r", "")
    assert done.report.name == "launches.report-2.csv"
    assert bring("Name,Date\nA,2001\n").report is None
    assert left(tmp_path) == ["launches.csv", "launches.db", "launches.report-2.csv", "launches.report.csv"]


def test_a_report_is_read_without_its_remarks_and_says_the_same_of_its_own_rows(bring):
    first = bring("Name,Date,Partner\nA,2001,Brazil\nA,2001,Italy\nB,never,Italy\nC,ever,Italy\n")
    mended = first.report.read_text(encoding="utf-8-sig").replace("never", "2002")
    done = bring(mended, name="mended.csv", change=lambda chosen: chosen.with_("Date", "begins"))
    with closing(sqlite3.connect(done.target)) as db:
        assert db.execute("SELECT title, begins FROM record").fetchall() == [("B", "2002")]
    with done.report.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["line", "import", "reason", "Name", "Date", "Partner"]
    assert [(row[1], row[2], row[3]) for row in rows] == [
        ("left out", "“ever” is not a date (column “Date”)", "C"),
        ("left out", "the row says nothing in the columns that are read", ""),
    ]


def test_the_wording_of_an_end_stays_only_where_it_is_in_doubt(bring):
    done = bring("Name,Begins,Ends\nA,1/2/2010,05/06/2010\nB,25/12/2009,03/04/2011\n")
    with closing(sqlite3.connect(done.target)) as db:
        assert db.execute("SELECT ends, ends_note FROM record WHERE title = 'A'").fetchall() == [("2010-06-05", "")]
    done = bring("Name,Begins,Ends\nA,2009,05/06/2010\n")
    with closing(sqlite3.connect(done.target)) as db:
        assert db.execute("SELECT ends_note FROM record").fetchall() == [("05/06/2010",)]


def test_columns_whose_names_begin_alike_keep_a_fact_each(bring, opened):
    stem = "A name of a column that goes on for more than sixty characters, "
    record = opened(bring(f'Name,Date,"{stem}one","{stem}two"\nA,2001,1,2\n').target).detail("a")
    assert sorted(fact.value for fact in record.facts) == [1, 2]


def test_what_stands_in_brackets_is_not_lost(bring, opened):
    rows = (
        "A,2001,Italy (France),",
        "B,2002,Georgia (USA),",
        "C,2003,Kazakhstan (Russia),Baikonur (LC-1/5)",
        "D,2004,Russia (RUS),",
    )
    store = opened(bring("Name,Date,Partner,Launch site\n" + "\n".join(rows) + "\n").target)
    found = {slug: store.detail(slug) for slug in "abcd"}
    partners = {slug: [part.slug for part in store.row(slug).partners] for slug in "abcd"}
    assert partners == {"a": ["italy", "france"], "b": ["united-states"], "c": ["russia"], "d": ["russia"]}
    facts = {slug: {fact.key: fact.value for fact in record.facts} for slug, record in found.items()}
    assert facts["b"] == {"partner (whole)": ("Georgia (USA)",)}
    assert facts["c"] == {"place": "Baikonur (LC-1/5)"}
    assert (facts["a"], facts["d"]) == ({}, {})


def test_an_end_is_before_its_begin_in_the_order_that_the_column_tells(bring):
    rows = ("B,2010-04-20,05/04/2010", "C,03/12/2010,05/04/2010", "D,13/12/2010,01/02/2011", "E,01/02/2010,05/04/2010")
    done = bring("Project,Start,End\n" + "\n".join(rows) + "\n")
    with closing(sqlite3.connect(done.target)) as db:
        found = db.execute("SELECT title, ends, ends_note FROM record ORDER BY title").fetchall()
    assert found == [
        ("B", None, "05/04/2010 in the table, before it begins"),
        ("C", None, "05/04/2010 in the table, before it begins"),
        ("D", "2011-02-01", ""),
        ("E", "2010-04-05", ""),
    ]


def test_a_version_is_no_number(bring, opened):
    record = opened(bring("Name,Date,Version,Mass\nA,2001,1.10,1.5\n").target).detail("a")
    assert {fact.key: fact.value for fact in record.facts} == {"Version": "1.10", "Mass": 1.5}


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (
            "Sputnik,1957,,\nVostok,Russia,Baikonur,crewed\nMercury,1961,Canaveral,crewed\nGemini,1965,Canaveral,crewed\n",
            4,
        ),
        ("Name,Country,,,,\n" + "".join(f"Sat {n},Russia,x{n},y,z,good\n" for n in "ABCD"), 4),
        ("Sputnik,Russia\nVostok,Russia\nMercury,USA\n", 3),
        ("Name,Country\nA,Russia\nName,Country\nB,Russia\n", 3),
    ],
)
def test_no_row_is_taken_for_a_caption_or_for_names(bring, text, records):
    assert bring(text).records == records
