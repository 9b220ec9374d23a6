from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.dates import Precision, VagueDate, day, parse
from kzexplorer.domain.ends import (
    NOT_KNOWN,
    Answer,
    Basis,
    End,
    active_within,
    alive_on,
    begun_within,
    end_of,
    ended_within,
)

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


# Days for the oracle, which tries each; what has no bound may lie as far out as these.
FIRST, LAST = 1000, 1012
FAR = range(FIRST - 4, LAST + 5)


def oracle(meets, begins, end):
    """Try all days on which a record may have begun and ended, and see whether some or all of them meet."""
    starts = [d for d in FAR if (begins.first or FAR[0]) <= d <= (begins.last or FAR[-1])]
    if end.date is None:
        lives = [(start, start) for start in starts]
    else:
        stops = [d for d in FAR if (end.date.first or FAR[0]) <= d <= (end.date.last or FAR[-1])]
        lives = [(a, b) for a in starts for b in stops if a <= b] or [(start, start) for start in starts]
    answers = {meets(start, stop) for start, stop in lives}
    return {frozenset({True}): Answer.YES, frozenset({False}): Answer.NO}.get(frozenset(answers), Answer.UNKNOWN)


@st.composite
def vague(draw):
    """A date of any shape among the oracle's days."""
    one, other = sorted((draw(st.integers(FIRST, LAST)), draw(st.integers(FIRST, LAST))))
    first, last = draw(st.sampled_from(((one, other), (one, None), (None, other), (one, one))))
    return VagueDate(first, last, Precision.APPROX)


spans = st.tuples(st.none() | st.integers(FIRST, LAST), st.none() | st.integers(FIRST, LAST)).filter(
    lambda span: None in span or span[0] <= span[1]
)
ends = st.just(NOT_KNOWN) | vague().map(lambda date: End(date, Basis.STATED))


def bounds(span):
    return -inf if span[0] is None else span[0], inf if span[1] is None else span[1]


@given(vague(), ends, spans)
def test_a_span_is_met_surely_perhaps_or_not_at_all(begins, end, span):
    first, last = bounds(span)
    assert active_within(first, last, begins, end) is oracle(lambda a, b: a <= last and b >= first, begins, end)
    assert begun_within(first, last, begins, end) is oracle(lambda a, b: first <= a <= last, begins, end)
    if end.date is not None and not (begins.first and end.date.last and end.date.last < begins.first):
        assert ended_within(first, last, begins, end) is oracle(lambda a, b: first <= b <= last, begins, end)


@given(vague(), ends, st.integers(FIRST, LAST))
def test_a_day_is_met_surely_perhaps_or_not_at_all(begins, end, asked):
    alive = alive_on(asked, begins, end, lasting=False)
    assert alive is oracle(lambda a, b: a <= asked <= b, begins, end)
    lasting = alive_on(asked, begins, end, lasting=True)
    if end.date is not None:
        assert lasting is alive
    else:
        # It may have gone on for ever, or ended at once.
        endless = End(VagueDate(FIRST - 4, None, Precision.APPROX), Basis.STATED)
        assert lasting is oracle(lambda a, b: a <= asked <= b, begins, endless)


def test_what_goes_on_has_not_ended_and_what_has_no_date_meets_no_span():
    ongoing = End(VagueDate(DATA_DAY, None, Precision.APPROX), Basis.ONGOING)
    assert ended_within(-inf, inf, day(DATA_DAY - 9), ongoing) is Answer.NO
    assert active_within(DATA_DAY + 1, inf, day(DATA_DAY - 9), ongoing) is Answer.UNKNOWN
    assert active_within(DATA_DAY, inf, day(DATA_DAY - 9), ongoing) is Answer.YES
    assert active_within(-inf, inf, None, NOT_KNOWN) is Answer.NO
    assert begun_within(-inf, inf, None, NOT_KNOWN) is Answer.NO
    assert ended_within(-inf, inf, None, End(day(5), Basis.STATED)) is Answer.YES
    assert alive_on(6, None, End(day(5), Basis.STATED), lasting=True) is Answer.NO
