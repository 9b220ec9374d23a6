"""A row of a table read as a draft: nothing of it is lost, and what is in doubt is shown so."""

from datetime import date, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer import paths
from kzexplorer.build.importing.base import bundled
from kzexplorer.build.importing.known import Known
from kzexplorer.build.importing.reading import Rejected, RowReader
from kzexplorer.build.tables import Line
from kzexplorer.domain.column_map import FACT, NOTHING, ColumnMap
from kzexplorer.domain.date_order import Order

COLUMNS = ("Name", "Begins", "Ends")
FIELDS = {"Name": "title", "Begins": "begins", "Ends": "ends"}


@cache
def known():
    return Known(bundled(paths.database()))


def draft_of(*cells, columns=COLUMNS, fields=FIELDS, day_zero=0):
    return RowReader(columns, ColumnMap.of(columns, fields), known(), day_zero).read(Line(2, list(cells)))


def dated(*cells):
    """Give begin, end and their notes as texts, whether the record goes on, and its facts."""
    draft = draft_of("A", *cells)
    begins, ends = (one.settled(Order.OPEN) for one in (draft.begins, draft.ends))
    return (
        (begins.text if begins else "", draft.begins_note),
        (ends.text if ends else "", draft.ends_note),
        draft.ongoing,
        draft.facts,
    )


@pytest.mark.parametrize(
    ("begins", "ends", "end", "note"),
    [
        ("2005", "2009–2010", "2009..2010", "2009–2010"),
        ("2005", "May-June 2010", "2010-05..2010-06", "May-June 2010"),
        ("2005", "between 2009 and 2010", "2009..2010", "between 2009 and 2010"),
        ("2005", "late 2010", "2010", "late 2010"),
        ("2005", "2010", "2010", ""),
        ("2005", "12.06.2010", "2010-06-12", ""),
        ("2005–2009", "", "2009", ""),
        ("12.06.2005 – late 2009", "", "2009", "12.06.2005 – late 2009"),
        ("2009", "2010–2005", None, None),
        ("2005", "before 2009 – after 2010", "", "before 2009 – after 2010"),
    ],
)
def test_an_end_is_as_vague_as_it_is_written(begins, ends, end, note):
    if end is None:
        with pytest.raises(Rejected, match="“2010–2005” is not a date"):
            dated(begins, ends)
    else:
        assert dated(begins, ends)[1] == (end, note)


@pytest.mark.parametrize(
    ("begins", "ends", "facts"),
    [
        ("2010-12-31T08:00", "2011-01-01T10:00", {"time": "08:00", "end time": "10:00"}),
        ("2010", "2011-01-01T10:00Z", {"end time": "10:00"}),
        ("2010", datetime(2011, 1, 1, 10, 0), {"end time": "10:00:00"}),
        ("2010", datetime(2011, 1, 1), {}),
        ("2010-06-01 10:00 – 2010-06-02 11:30", "", {"time": "10:00", "end time": "11:30"}),
    ],
)
def test_the_time_of_day_of_an_end_is_kept_like_that_of_a_begin(begins, ends, facts):
    assert dated(begins, ends)[3] == facts


@pytest.mark.parametrize(
    ("begins", "ends", "read"),
    [
        ("2005 – present", "", (("2005", "2005 – present"), ("", ""), True)),
        ("2005 – present", "n/a", (("2005", "2005 – present"), ("", ""), True)),
        ("2005 – present", "2010", (("2005", "2005 – present"), ("2010", ""), False)),
        ("2005", "present", (("2005", ""), ("", ""), True)),
        ("2005", "2006 – present", (("2005", ""), ("", "2006 – present"), True)),
    ],
)
def test_what_goes_on_is_ongoing_unless_its_end_is_known(begins, ends, read):
    assert dated(begins, ends)[:3] == read


def test_a_period_beside_an_end_of_its_own_is_kept_as_it_stands():
    begins, ends, _, facts = dated("12.06.2005 – 13.07.2005", "2010")
    assert (begins[0], ends[0], facts) == ("2005-06-12", "2010", {"begins": "12.06.2005 – 13.07.2005"})


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        ("2010", "2005", "2005"),
        ("2010-06-02", "2010-06-01", "2010-06-01"),
        ("2010", "2005-06-01T10:00", "2005-06-01T10:00"),
        ("2010", "2003–2004", "2003–2004"),
        ("2010", datetime(2005, 6, 1, 10, 0), "2005-06-01 10:00:00"),
        ("03/04/2010", "05/01/2010", None),
        ("03/04/2010", "02/01/2010", "02/01/2010"),
    ],
)
def test_an_end_before_its_begin_is_shown_and_not_believed(begins, ends, said):
    draft = draft_of("A", begins, ends)
    if said is None:
        assert (draft.ends_note, draft.facts) == ("05/01/2010", {})
        assert draft.ends.is_open
    else:
        assert draft.ends.settled(Order.OPEN) is None
        assert draft.ends_note == f"{said} in the table, before it begins"
        assert draft.facts == {"ends": said}
        assert not draft.ongoing
    assert draft.begins.settled(Order.OPEN) is not None


DAYS = st.dates(date(1930, 1, 1), date(2029, 12, 31))


@given(DAYS, DAYS)
def test_every_end_is_taken_or_told(begin, end):
    draft = draft_of("A", begin.isoformat(), end.isoformat())
    assert (draft.ends.settled(Order.OPEN) is None) == (end < begin) == ("ends" in draft.facts)


@pytest.mark.parametrize(
    ("begins", "ends"), [("2010", "2010"), ("2010", "2010-03"), ("2010-06", "2010"), ("?", "2005")]
)
def test_dates_that_overlap_are_both_taken(begins, ends):
    assert dated(begins, ends)[1] == (ends, "")


@pytest.mark.parametrize("number", [2010.1, 2010.5, 2010.13, 2010.999])
def test_a_number_that_is_not_whole_tells_the_year_alone(number):
    begins, ends, _, facts = dated(number, number)
    assert (begins, ends, facts) == (("2010", str(number)), ("2010", str(number)), {})


def test_other_numbers_are_read_as_before():
    assert dated(2010.0, 2011)[:2] == (("2010", ""), ("2011", ""))
    assert draft_of("A", 40000.5, None, day_zero=693594).begins.settled(Order.OPEN).text == "2009-07-06"
    assert dated("2010.10", "2010.1")[0] == ("2010-10", "2010.10")
    with pytest.raises(Rejected, match=r"“3\.14” is not a date"):
        dated(3.14, None)


def test_a_long_title_is_cut_and_kept_whole_beside():
    title = "word " * 80 + "end"
    draft = draft_of(title, "2010", "")
    assert (len(draft.title), draft.title[-1]) == (300, "…")
    assert draft.facts == {"title (whole)": title}
    assert draft_of("x" * 300, "2010", "").facts == {}


def test_further_facts_never_take_the_keys_of_what_is_kept():
    columns = ("Name", "title (whole)", "ends", "end time", "begins")
    fields = {"Name": "title", **dict.fromkeys(columns[1:], FACT)}
    draft = draft_of("x" * 301, "a", "b", "c", "d", columns=columns, fields=fields)
    assert draft.facts == {
        "title (whole)": "x" * 301,
        "title (whole) (table)": "a",
        "ends (table)": "b",
        "end time (table)": "c",
        "begins (table)": "d",
    }


REPORT = ("line", "import", "reason", "Name", "Date", "Mass")
TAKEN = {"line": NOTHING, "import": NOTHING, "reason": NOTHING, "Name": "title", "Date": "begins", "Mass": FACT}


@pytest.mark.parametrize("cells", [("", "kept", "no partner known", "", "", ""), ("", "kept", "x", "-", None, "n/a")])
def test_a_row_that_says_nothing_in_the_columns_taken_is_left_out(cells):
    with pytest.raises(Rejected, match=r"^the row says nothing in the columns that are read$"):
        draft_of(*cells, columns=REPORT, fields=TAKEN)


def test_columns_that_are_left_out_are_not_read():
    def titled(*cells):
        return draft_of(*cells, columns=REPORT, fields=TAKEN).title

    assert titled("7", "left out", "\x00", "", "2001", "") == "2001"
    assert titled("7", "left out", b"x", "-", "?", "12") == "12"
    assert titled("7", "left out", "x", "Soyuz", "2001", "12") == "Soyuz"
