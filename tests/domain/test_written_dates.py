"""Dates as people write them: read as they are meant, or refused in a sentence, never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.date_order import Order
from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, DateError, day
from kzexplorer.domain.written_dates import NOT_KNOWN, read_written, typed_date

DAYS = st.dates(date(1930, 1, 1), date(2029, 12, 31))


def said(text):
    """Give the begin, the end and whether it goes on, as texts of our own grammar."""
    found = read_written(text)
    one = found.settled(Order.OPEN)
    return (one.text if one else "", found.until.text if found.until else "", found.goes_on)


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("12.06.1998 г.", "1998-06-12"),
        ("12.06.1998г", "1998-06-12"),
        ("12.06.1998 ж.", "1998-06-12"),
        ("06.1998 г.", "1998-06"),
        ("early 2010", "2010"),
        ("mid-2010", "2010"),
        ("Mid 2010", "2010"),
        ("late 2010", "2010"),
        ("end of 2010", "2010"),
        ("at the end of June 2010", "2010-06"),
        ("end 2010", "2010"),
        ("нач. 2010 г.", "2010"),
        ("1990-е гг.", "1990s"),
        ("late June 2010", "2010-06"),
        ("early 1990s", "1990s"),
        ("начало 2010", "2010"),
        ("в середине 2010 года", "2010"),
        ("конец 2010 г.", "2010"),
        ("конец мая 2010", "2010-05"),
        ("2010 жылдың басы", "2010"),
        ("2010 жылдың ортасы", "2010"),
        ("2010 жылдың соңында", "2010"),
        ("about mid-2010", "2010~"),
        ("between 2009 and 2011", "2009..2011"),
        ("между 2009 и 2011 гг.", "2009..2011"),
        ("2009 және 2011 жылдар аралығында", "2009..2011"),
        ("between May and June 2010", "2010-05..2010-06"),
        ("2010-06-00", "2010-06"),
        ("2010-00-00", "2010"),
        ("2010-00", "2010"),
        ("00.06.2010", "2010-06"),
        ("00/00/2010", "2010"),
        ("6/18/06", "2006-06-18"),
        ("18/6/06", "2006-06-18"),
        ("18.06.06", "2006-06-18"),
        ("18.06.29", "2029-06-18"),
        ("18.06.30", "1930-06-18"),
        ("18/06/99", "1999-06-18"),
        ("18/06/06 10:30", "2006-06-18"),
    ],
)
def test_a_date_is_read_as_people_write_it(text, begin):
    assert said(text) == (begin, "", False)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("1998–2001 гг.", "1998", "2001"),
        ("1998-2001 гг.", "1998", "2001"),
        ("1998-2001 жж.", "1998", "2001"),
        ("1998–2001 жылдары", "1998", "2001"),
        ("12.06.1998 г. – 13.07.1998 г.", "1998-06-12", "1998-07-13"),
        ("с 2005 по 2009", "2005", "2009"),
        ("С 2005 г. по 2009 г.", "2005", "2009"),
        ("c 2005 до 2009", "2005", "2009"),  # with a Latin letter
        ("from 2005 to 2009", "2005", "2009"),
        ("с мая по июнь 2010", "2010-05", "2010-06"),
        ("2005 жылдан 2009 жылға дейін", "2005", "2009"),
        ("01.02.2003-04.05.2006", "2003-02-01", "2006-05-04"),
        ("05.2003-6.2006", "2003-05", "2006-06"),
        ("May-June 2010", "2010-05", "2010-06"),
        ("May–June 2010", "2010-05", "2010-06"),
        ("май-июнь 2010 г.", "2010-05", "2010-06"),
        ("12-15 June 2010", "2010-06-12", "2010-06-15"),
        ("early 2005 – late 2009", "2005", "2009"),
    ],
)
def test_a_period_is_read_with_its_end(text, begin, end):
    assert said(text) == (begin, end, False)


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("2005 – present", "2005"),
        ("2005-present", "2005"),
        ("May 2005 to date", "2005-05"),
        ("12.06.2005 – now", "2005-06-12"),
        ("с 2005 г. по настоящее время", "2005"),
        ("2005–н.в.", "2005"),
        ("from 2005 to the present", "2005"),
        ("2005 жылдан қазіргі уақытқа дейін", "2005"),
    ],
)
def test_what_goes_on_has_a_begin_and_no_end(text, begin):
    assert said(text) == (begin, "", True)


def test_the_times_of_both_ends_are_kept():
    found = read_written("2010-06-01 10:00 – 2010-06-02T11:30")
    assert (found.time, found.until_time) == ("10:00", "11:30")


@given(DAYS, st.sampled_from(["/", "."]))
def test_a_year_of_two_digits_is_read_like_one_of_four(on, separator):
    write = f"%d{separator}%m{separator}"
    short, long = read_written(on.strftime(f"{write}%y")), read_written(on.strftime(f"{write}%Y"))
    assert (short.day_first, short.month_first) == (long.day_first, long.month_first)
    assert short.day_first == day(on.toordinal())


def test_three_short_numbers_never_begin_with_the_year():
    found = read_written("10/11/12")
    assert (found.day_first.text, found.month_first.text) == ("2012-11-10", "2012-10-11")
    for text in ("31/12/11", "12/31/11"):
        assert said(text)[0] == "2011-12-31"
    with pytest.raises(DateError, match="is not a day of the calendar"):
        read_written("99/12/31")


@pytest.mark.parametrize(
    "text",
    [
        "1.2.3", "1.2.10", "2.0.12", "4.1.10", "10.1.12", "1/2/3", "10/11/1", "10-11-12", "06-06-18",
        "10.11.12.13", "v10.11.12",
        "between 2009", "between 2011 and 2009", "with 2005", "mid", "early", "early 12 June 2010",
        "mid-12.06.2010", "present",
        "2010-00-05", "2010-06-000", "– present", "present – 2010", "A-320", "May-Day 2010",
        "31.02.2010 г.", "12 г.", "2009 по", "начало",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(DateError):
        read_written(text)


@pytest.mark.parametrize(
    "text", ["n/a", "N/A", "Н/Д", "0000-00-00", "0000-00-00 00:00:00", "unknown", "Нет данных", ""]
)
def test_a_word_that_says_nothing_is_no_date_and_no_fault(text):
    assert read_written(text) is NOT_KNOWN


@pytest.mark.parametrize("text", ["31.02.1998 Г.", "с 31 Июня 1998 по 2001", "about 31 June 1998", "2010-13"])
def test_a_refusal_names_the_whole_text_of_the_cell(text):
    with pytest.raises(DateError, match=f"^“{text}” is not a (day|month) of the calendar$"):
        read_written(text)


@pytest.mark.parametrize(
    "text", ["<" * 58 + "x" + " кейін" * 6, "mid " * 14 + "x" + " дейін" * 7, "до " * 16 + "x" + " г." * 16]
)
def test_what_is_said_again_and_again_is_refused_at_once(text):
    with pytest.raises(DateError):
        read_written(text)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("28 April 2014", "2014-04-28"), ("2010s", "2010s"), ("28.04.2014", "2014-04-28"), ("03/04/2010", "2010-04-03"),
        ("4/2014", "2014-04"), (" 2014-Q2 ", "2014-Q2"), ("2014 q2", "2014-Q2"), ("Q2/2014", "2014-Q2"),
        ("апрель 2014", "2014-04"), ("28 апреля 2014 г.", "2014-04-28"), ("Sept 2014", "2014-09"),
        ("2014 сәуір", "2014-04"), ("about May 2010", "2010-05~"),
        ("before 5 May 2010", "..2010-05-04"),
    ],
)  # fmt: skip
def test_one_date_is_read_as_somebody_types_it(typed, means):
    assert typed_date(typed).text == means


@pytest.mark.parametrize(
    "typed",
    [
        "", "Q2", "2014 Q2 2015", "ma 2014", "31 April 2014", "April", "May June 2014", "1 2 April 2014", "99.99.2014",
        "not 5 May 2010", "2004 to 2016", "since 2004 until now", "before 0001-01-01", "after 9999-12-31",
    ],
)  # fmt: skip
def test_what_is_not_one_date_is_refused(typed):
    with pytest.raises(DateError):
        typed_date(typed)


@given(st.sampled_from(["before", "after", "by", "net", "до", "после", "<", ">"]), st.integers(MIN_DAY, MAX_DAY))
def test_a_bound_at_any_day_is_read_or_refused(word, ordinal):
    try:
        found = read_written(f"{word} {day(ordinal).text}").settled(Order.OPEN)
    except DateError:
        assert ordinal in (MIN_DAY, MAX_DAY)
    else:
        assert (found.first is None) != (found.last is None)


@pytest.mark.parametrize(
    "text",
    [
        "1200 UTC 15 July 1975", "1430 5 May 2010", "12.III.2010", "III 1998", "12-III-2010", "2010 (12 May 2011)",
        "12 May 2010 (2011)", "12 May 2010, 2011", "5 May 2010 (2011–2012)", "May 2010 (3)", "Март 2010 (2)",
        "May 2010, 12", "5 May 2010 1423 – 2130", "2010 May 5 1200 – 2300", "Казань 2013", "Kazan 2005", "KAZ 2010",
        "Казань, 12 2013", "SAU 2010", "KYR 2010", "Maya-1 2021", "Sat 2010", "Sun 2001",
        "2010-05-05T10:00/2010-05-06T12:00", "12 May 2010 [14 May]", "2010 [2011]", "12.05.2010 [отменён]", "2010/11",
        "May – 2010", "2010-05-05 25:99", "5 May 2010 99:99",
    ],
)  # fmt: skip
def test_what_says_two_things_or_a_name_is_refused_and_not_read_as_one(text):
    with pytest.raises(DateError):
        read_written(text)


@pytest.mark.parametrize(
    ("text", "begin", "time"),
    [
        ("1957 Oct  4 1928:34", "1957-10-04", "1928:34"), ("1961 Apr 12 2007", "1961-04-12", "2007"),
        ("5 May 2010 14:23", "2010-05-05", "14:23"), ("5 May 2010, 14:23:10.5 UTC", "2010-05-05", "14:23:10.5"),
        ("2010-05-05T10:00+06:00", "2010-05-05", "10:00+06:00"), ("Sat 5 May 2010", "2010-05-05", ""),
        ("2010 [1]", "2010", ""), ("12 May 2010[a][3]", "2010-05-12", ""), ("2010/12", "2010-12", ""),
        ("05/13/2010 2:30 pm", "2010-05-13", "2:30 pm"), ("қазанда 2013", "2013-10", ""),
    ],
)  # fmt: skip
def test_a_time_of_day_is_told_from_a_year_and_a_note_from_a_day(text, begin, time):
    found = read_written(text)
    assert (found.settled(Order.OPEN).text, found.time) == (begin, time)
