"""Timelines to test with: a ruler for texts, names for lanes, and any rows at all."""

from datetime import date
from random import Random

from hypothesis import strategies as st

from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, Precision, VagueDate
from kzexplorer.domain.ends import NOT_KNOWN, Basis, End
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.records import Part, Step
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Viewport
from kzexplorer.scene.stock import Stock
from rows import row

DATA_DAY = date(2026, 9, 30).toordinal()
GROUPS = ("partner", "area", "kind", "organization", "status", "none")


def on(text):
    return date.fromisoformat(text).toordinal()


def measure(text, px, bold=False, /):
    return len(text) * px * (0.6 if bold else 0.55)


def lane_name(group, key):
    return f"{group} {key}"


def timeline(rows, group="partner", **lanes):
    return Timeline(Stock(rows, DATA_DAY, measure, ENGLISH), range(len(rows)), group, lane_name, **lanes)


LANES = {
    "partner": ("x", "y", "kazakhstan"),
    "area": ("a", "b", ""),
    "kind": ("launch", "treaty", "unheard"),
    "organization": ("",),
    "status": ("signed", "lost"),
    "none": ("",),
}


@st.composite
def timelines(draw, least=0, most=60):
    """Give records and a timeline of them by any group, some of its lanes collapsed, some pinned, as few or many."""
    rows, group = draw(records(least, most)), draw(st.sampled_from(GROUPS))
    some = st.sets(st.sampled_from(LANES[group]))
    return rows, timeline(rows, group, collapsed=draw(some), pinned=draw(some), crowd=draw(st.sampled_from((0, 1000))))


def viewport(first, last, width=800.0, height=560.0, **more):
    return Viewport(float(on(first)), float(on(last)), width, height, **more)


def numbered(*rows_given):
    """Make records with slugs and ids of their own."""
    return tuple(row(f"record-{i}", id=i, **values) for i, values in enumerate(rows_given))


@st.composite
def dates(draw):
    """Give dates as the data has them, most of them between 1955 and 2030, some anywhere."""
    low, high = draw(st.sampled_from(((on("1955-01-01"), on("2030-01-01")),) * 5 + ((MIN_DAY, MAX_DAY),)))
    first = draw(st.integers(low, high))
    shape = draw(st.integers(0, 5))
    if shape == 0:
        return VagueDate(None, first, Precision.APPROX)
    if shape == 1:
        return VagueDate(first, None, Precision.APPROX)
    if shape == 2:
        return VagueDate(first, min(first + draw(st.integers(0, 4000)), MAX_DAY), Precision.APPROX)
    return VagueDate(first, first, Precision.DAY)


TITLES = ("Q", "KazSat-1", "An agreement of some length", "Long " * 40, "")
PARTS = ((), (Part("x", "party"),), (Part("x", "context"), Part("y", "party")), (Part("x", "soviet_era"),))


def records(least=0, most=60):
    """Give lists of records with slugs of their own; by chance of a seed, since drawing each value takes long."""
    return st.builds(some_records, st.integers(least, most), st.integers(0, 2**32))


def some_records(count, seed):
    chance = Random(seed)
    low, high = on("1955-01-01"), on("2030-01-01")

    def any_date():
        first = chance.randint(MIN_DAY, MAX_DAY) if chance.random() < 0.05 else chance.randint(low, high)
        if chance.random() < 0.2:  # many begin together
            first = on("2010-01-01") + chance.randint(0, 40)
        shape = chance.random()
        if shape < 0.1:
            return VagueDate(None, first, Precision.APPROX)
        if shape < 0.2:
            return VagueDate(first, None, Precision.APPROX)
        if shape < 0.5:
            return VagueDate(first, min(first + chance.randint(0, 4000), MAX_DAY), Precision.APPROX)
        return VagueDate(first, first, Precision.DAY)

    def any_end():
        return chance.choice((NOT_KNOWN, End(any_date(), Basis.STATED), End(day_on(DATA_DAY), Basis.ONGOING)))

    return tuple(
        row(
            f"record-{i}",
            id=i,
            title=chance.choice(TITLES),
            kind=chance.choice((*kinds(), "unheard")),
            begins=None if chance.random() < 0.05 else any_date(),
            end=any_end(),
            significance=chance.randint(1, 3),
            certainty=chance.choice(("confirmed", "weak")),
            status=chance.choice(("signed", "lost")),
            areas=chance.choice(((), ("a",), ("a", "b"))),
            partners=chance.choice(PARTS),
            steps=tuple(
                Step(chance.choice(("signed", "in_force", "suspended", "resumed", "amended")), any_date(), "")
                for _ in range(chance.choice((0, 0, 0, 1, 3)))
            ),
        )
        for i in range(count)
    )


def day_on(first):
    """Give a date that lies on a day or later."""
    return VagueDate(first, None, Precision.APPROX)


@st.composite
def views(draw):
    """Give views from a day to thousands of years, also where there is nothing, also tiny ones."""
    first = draw(st.floats(on("1950-01-01"), on("2035-01-01")) | st.floats(MIN_DAY, MAX_DAY))
    length = draw(st.sampled_from((1.0, 30.0, 365.0, 4000.0, 26000.0, 365000.0, 3.6e6)) | st.floats(1.0, 40000.0))
    width = draw(st.sampled_from((0.0, 1.0, 90.0, 700.0, 1400.0)))
    return Viewport(first, first + length, width, draw(st.sampled_from((1.0, 560.0, 2000.0))))
