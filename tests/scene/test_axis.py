from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from scenes import measure, on, viewport, views

from kzexplorer.domain.dates import MAX_DAY, MIN_DAY
from kzexplorer.domain.language import ENGLISH, language
from kzexplorer.paths import resources
from kzexplorer.scene.axis import Calendar
from kzexplorer.scene.shapes import Viewport

CALENDAR = Calendar(12.0, measure, ENGLISH)


def texts(view, code="en"):
    calendar = Calendar(12.0, measure, language(code, resources() / "i18n"))
    return [tick.text for tick in calendar.axis(view, 12.0).ticks if tick.text]


def test_years():
    assert texts(viewport("2004-01-01", "2009-01-02")) == ["2004", "2005", "2006", "2007", "2008", "2009"]


def test_years_before_1970_lie_on_the_first_of_january():
    view = viewport("1955-01-01", "1961-01-01", width=600.0)
    for tick in CALENDAR.axis(view).ticks:
        if tick.text:
            assert view.day(tick.x) == pytest.approx(on(f"{tick.text}-01-01"))


def test_decades_and_centuries():
    assert texts(viewport("1950-01-01", "2026-01-01", width=400.0)) == [str(year) for year in range(1950, 2021, 10)]
    assert texts(viewport("1001-01-01", "2000-12-31", width=300.0)) == ["1200", "1400", "1600", "1800", "2000"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", ["2014", "Apr", "Jul", "Oct", "2015"]),
        ("ru", ["2014", "апр.", "июль", "окт.", "2015"]),
        ("kk", ["2014", "сәу.", "шіл.", "қаз.", "2015"]),
    ],
)
def test_quarters_in_three_languages(code, expected):
    found = texts(viewport("2014-01-01", "2015-01-02", width=320.0), code)
    assert [found[0], found[-1]] == ["2014", "2015"]
    assert len(found) == len(expected)
    if code == "en":
        assert found == expected
    else:
        assert all(any(letter in text for letter in "аәбвгдежзийқклмнопрстуүфхцчшщыіьэюя") for text in found[1:-1])


def test_months_and_days():
    assert texts(viewport("2014-03-01", "2014-06-15", width=300.0)) == ["Mar", "Apr", "May", "Jun"]
    assert texts(viewport("2014-04-25", "2014-05-04", width=500.0)) == [
        *("25", "26", "27", "28", "29", "30", "May", "2", "3", "4"),
    ]


def test_the_context_says_what_the_labels_do_not():
    assert CALENDAR.axis(viewport("2014-04-25", "2014-05-04")).context == "Apr 2014"
    assert CALENDAR.axis(viewport("2014-04-01", "2014-04-09")).context == "2014"
    assert CALENDAR.axis(viewport("2014-03-05", "2014-08-04", width=300.0)).context == "2014"
    assert CALENDAR.axis(viewport("2014-01-01", "2014-08-04", width=300.0)).context == ""
    assert CALENDAR.axis(viewport("1955-01-01", "2014-08-04")).context == ""


@given(views())
def test_labels_never_overlap_and_lie_in_view(view):
    found = CALENDAR.axis(view, 5.0).ticks
    labelled = sorted((tick for tick in found if tick.text), key=lambda tick: tick.left)
    assert all(one.left + one.width <= other.left for one, other in pairwise(labelled))
    assert all(tick.left + tick.width <= view.width + 5.0 for tick in labelled)
    assert all(-0.01 <= tick.x <= max(view.width, 1.0) + 0.01 for tick in found)
    assert len(found) < 400


@pytest.mark.parametrize("length", [1.0, 40.0, 400.0, 8000.0, 400_000.0])
def test_the_calendar_ends_at_year_1_and_9999(length):
    first = Viewport(float(MIN_DAY), MIN_DAY + length, 800.0)
    last = Viewport(MAX_DAY + 1 - length, MAX_DAY + 1.0, 800.0)
    beyond = Viewport(MIN_DAY - 5 * length, MIN_DAY - length, 800.0)
    assert CALENDAR.axis(first).ticks[0].x == pytest.approx(0.0)
    assert all(0 <= tick.x <= 800 for tick in CALENDAR.axis(last).ticks)
    assert CALENDAR.axis(beyond).ticks == ()


def test_every_tick_is_the_first_of_its_unit():
    for tick in CALENDAR.axis(view := viewport("2013-11-12", "2016-02-03")).ticks:
        assert date.fromordinal(round(view.day(tick.x))).day == 1
