from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, DateError, Precision, VagueDate, day, iso, parse


def ordinals(first: str, last: str) -> tuple[int, int]:
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2010", "2010-01-01", "2010-12-31", Precision.YEAR),
        ("2010-07", "2010-07-01", "2010-07-31", Precision.MONTH),
        ("2012-02", "2012-02-01", "2012-02-29", Precision.MONTH),
        ("2010-07-02", "2010-07-02", "2010-07-02", Precision.DAY),
        ("2010-Q3", "2010-07-01", "2010-09-30", Precision.QUARTER),
        ("2010s", "2010-01-01", "2019-12-31", Precision.DECADE),
        ("1994~", "1994-01-01", "1994-12-31", Precision.APPROX),
        ("2001..2006-08", "2001-01-01", "2006-08-31", Precision.APPROX),
    ],
)
def test_a_date_spans_the_days_it_can_mean(text, first, last, precision):
    value = parse(text)
    assert (value.first, value.last) == ordinals(first, last)
    assert value.precision is precision
    assert value.text == text


def test_open_dates_have_no_bound_on_that_side():
    assert parse("..1999").first is None
    assert parse("2026-09-30..").last is None
    assert parse("..1999").begin == parse("..1999").finish == date(1999, 12, 31).toordinal()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "later",
        "2010-13",
        "2010-02-30",
        "2010-Q5",
        "2015s",
        "2010-7-2",
        "1999..1990",
        "0000",
        "١٩٩٤",
        "2010~~",
    ],
)
def test_what_is_no_date_is_refused_in_a_sentence(text):
    with pytest.raises(DateError) as error:
        parse(text)
    assert "date" in str(error.value) or "day" in str(error.value)


def test_a_book_in_place_of_a_date_stays_one_short_sentence():
    with pytest.raises(DateError) as error:
        parse("x" * 100_000 + "\n\x00")
    assert len(str(error.value)) < 250


days = st.integers(MIN_DAY, MAX_DAY)


@given(days, days, st.sampled_from(list(Precision)))
def test_whatever_is_printed_is_read_back(one, other, precision):
    first, last = sorted((one, other))
    if precision is Precision.DAY:
        value = day(first)
    elif precision is Precision.APPROX:
        value = VagueDate(first, last, precision)
    else:
        year = iso(first)[:4]
        value = parse(
            {
                Precision.MONTH: iso(first)[:7],
                Precision.QUARTER: f"{year}-Q2",
                Precision.YEAR: year,
                Precision.DECADE: f"{year[:3]}0s",
            }[precision]
        )
    assert parse(value.text) == value
    assert parse(value.text).text == value.text


@given(days)
def test_open_dates_are_read_back_too(ordinal):
    for value in (VagueDate(None, ordinal, Precision.APPROX), VagueDate(ordinal, None, Precision.APPROX)):
        assert parse(value.text) == value


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text):
    try:
        value = parse(text)
    except DateError:
        return
    assert parse(value.text) == value


def test_the_wording_of_the_source_is_kept_and_compares_equal():
    assert parse("2010", note="about 2010, perhaps").note == "about 2010, perhaps"
    assert parse("2010", note="x") == parse("2010")


def test_a_date_needs_a_bound():
    with pytest.raises(DateError):
        VagueDate(None, None, Precision.APPROX)
    with pytest.raises(DateError):
        VagueDate(2, 1, Precision.APPROX)


def test_only_a_day_is_exact():
    assert parse("2010-07-02").is_exact
    assert not parse("2010-07").is_exact
    assert str(parse("2010")) == "2010"
