"""Between two scenes everything is where the day and the row have it, and the ends are the scenes themselves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.language import ENGLISH
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Viewport
from kzexplorer.scene.stock import Stock
from kzexplorer.scene.tween import tween
from rows import row

ROWS = tuple(
    row(f"r{n}", begins=str(1990 + n), ends=str(1994 + n) if n % 2 else None, id=n + 1, partners="russia italy")
    for n in range(12)
)


def measure(text, px, bold=False):
    return 0.5 * px * len(text)


def scene(rows, first, last, group="none"):
    timeline = Timeline(Stock(rows, 740_000, measure, ENGLISH), range(len(rows)), group, lambda _, key: key)
    return timeline.scene(Viewport(first, last, 1000.0, 400.0, 20.0))


VIEWS = st.tuples(st.integers(720_000, 728_000), st.integers(1500, 8000)).map(lambda v: (v[0], v[0] + v[1]))


@given(VIEWS, VIEWS, st.sampled_from(["none", "partner"]), st.floats(0, 1))
def test_what_stays_leaves_and_comes_is_all_there_is(one, other, group, share):
    a, b = scene(ROWS[:9], *one, group), scene(ROWS[3:], *other, group)
    view = replace(b.viewport, first=one[0] + (other[0] - one[0]) * share, last=one[1] + (other[1] - one[1]) * share)
    moment = tween(a, b, view, b.axis, share)
    assert len(moment.staying.items) + len(moment.leaving.items) == len(a.items)
    assert len(moment.staying.items) + len(moment.coming.items) == len(b.items)
    for part in (moment.staying, moment.leaving, moment.coming):
        assert all(0 <= label.item < len(part.items) for label in part.labels)
    # Where a mark stands is told by its day alone.
    days = {(item.slug, item.lane): b.viewport.day(item.mark_x) for item in b.items}
    for item in moment.coming.items:
        assert view.day(item.mark_x) == pytest.approx(days[item.slug, item.lane], abs=1e-3)


@given(VIEWS, VIEWS)
def test_at_its_ends_the_way_is_the_scenes(one, other):
    a, b = scene(ROWS, *one), scene(ROWS, *other)
    end = tween(a, b, b.viewport, b.axis, 1.0)
    arrived = {item.slug: item for item in (*end.staying.items, *end.coming.items)}
    start = tween(a, b, a.viewport, a.axis, 0.0)
    left = {item.slug: item for item in (*start.staying.items, *start.leaving.items)}
    for items, scene_ in ((arrived, b), (left, a)):
        for item in scene_.items:
            assert items[item.slug].y == pytest.approx(item.y)
            assert items[item.slug].mark_x == pytest.approx(item.mark_x, abs=1e-3)
