import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.dates import day, parse
from kzexplorer.domain.ends import NOT_KNOWN, Answer, Basis, End, alive_on, end_of

DATA_DAY = parse("2026-09-30").begin


def on(text: str) -> int:
    return parse(text).begin


def test_a_stated_end_counts_before_all_else():
    end = end_of(parse("2010"), [("ended", parse("2009"))], [parse("2008")], ongoing=True, data_day=DATA_DAY)
    assert end == End(parse("2010"), Basis.STATED)


@pytest.mark.parametrize("role", ["ended", "repealed", "lost", "deorbited"])
def test_then_the_step_that_ended_it(role):
    steps = [("signed", parse("2001")), (role, parse("2009-05")), (role, None)]
    assert end_of(None, steps, [parse("2008")], ongoing=True, data_day=DATA_DAY) == End(parse("2009-05"), Basis.STEP)


def test_then_the_begin_of_what_replaced_it_the_earliest_of_several():
    end = end_of(
        None, [("amended", parse("2001"))], [parse("2012"), None, parse("2008")], ongoing=False, data_day=DATA_DAY
    )
    assert end == End(parse("2008"), Basis.REPLACED)


def test_a_planned_successor_ends_nothing_that_is_known_to_go_on():
    end = end_of(None, [], [parse("2023")], ongoing=True, data_day=DATA_DAY)
    assert end.basis is Basis.ONGOING


def test_the_end_of_what_goes_on_lies_after_the_data():
    end = end_of(None, [], [], ongoing=True, data_day=DATA_DAY)
    assert end.basis is Basis.ONGOING
    assert end.date is not None
    assert end.date.text == "2026-09-30.."


def test_else_the_end_is_not_known():
    assert end_of(None, [("held", parse("2001"))], [None], ongoing=False, data_day=DATA_DAY) == NOT_KNOWN


@pytest.mark.parametrize(
    ("begins", "end", "lasting", "day_asked", "answer"),
    [
        ("2004-06-01", "2014-06-01", True, "2003", Answer.NO),
        ("2004-06-01", "2014-06-01", True, "2010-01-01", Answer.YES),
        ("2004-06-01", "2014-06-01", True, "2014-06-01", Answer.YES),
        ("2004-06-01", "2014-06-01", True, "2014-06-02", Answer.NO),
        ("2004", "2014", True, "2004-05-01", Answer.UNKNOWN),  # may not have begun
        ("2004", "2014", True, "2014-05-01", Answer.UNKNOWN),  # may have ended
        ("2004", "2014", True, "2009-05-01", Answer.YES),
        ("2004", None, True, "2010-01-01", Answer.UNKNOWN),  # a treaty without a known end
        ("2004-05-01", None, False, "2010-01-01", Answer.NO),  # a launch is over
        ("2004-05-01", None, False, "2004-05-01", Answer.YES),
        ("2004", None, False, "2004-05-01", Answer.UNKNOWN),  # on which day of the year?
        ("2004", "2026-09-30..", True, "2026-09-30", Answer.YES),
        ("2004", "2026-09-30..", True, "2030-01-01", Answer.UNKNOWN),  # beyond the data nothing is known
        ("..2004", "2010", True, "1990-01-01", Answer.UNKNOWN),
        (None, "2010", True, "2005-01-01", Answer.UNKNOWN),
    ],
)
def test_alive_answers_yes_no_or_not_known(begins, end, lasting, day_asked, answer):
    known = End(parse(end), Basis.STATED) if end else NOT_KNOWN
    assert alive_on(on(day_asked), parse(begins) if begins else None, known, lasting=lasting) is answer


@given(st.integers(1000, 9000), st.integers(0, 500), st.integers(0, 12_000))
def test_exact_dates_are_never_answered_with_not_known(begin, length, asked):
    end = End(day(begin + length), Basis.STATED)
    answer = alive_on(asked, day(begin), end, lasting=True)
    assert answer is (Answer.YES if begin <= asked <= begin + length else Answer.NO)
