import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import dates, lane_name, numbered, on, timeline, viewport

from kzexplorer.domain.columns import HOME, NO_KEY, Listed
from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, parse
from kzexplorer.domain.ends import NOT_KNOWN, Basis, End
from kzexplorer.scene.extents import extent
from kzexplorer.scene.hit import hit, lane_at
from kzexplorer.scene.labels import Wordings, elide
from kzexplorer.scene.lanes import belonging, place
from kzexplorer.scene.packing import Rows
from kzexplorer.scene.shapes import Cluster, Edge
from kzexplorer.scene.span import Span
from rows import row

# Extents


@given(st.none() | dates(), st.none() | dates())
def test_extents_are_in_order(begins, ends):
    drawn = extent(row(begins=begins, end=End(ends, Basis.STATED) if ends else NOT_KNOWN))
    assert (drawn is None) == (begins is None)
    if drawn:
        assert MIN_DAY <= drawn.start <= drawn.solid0 <= drawn.solid1 <= drawn.stop <= MAX_DAY + 1
        assert drawn.start <= drawn.mark <= drawn.stop


def test_a_lasting_kind_without_a_known_end_is_an_instant():
    drawn = extent(row(kind="treaty", begins="1994-12-10"))
    assert drawn is not None
    assert not drawn.is_range
    assert drawn.mark == on("1994-12-10") + 0.5


@pytest.mark.parametrize(
    ("begins", "ends", "edges"),
    [
        ("2004-01-09", "2010-02-03", (Edge.SHARP, Edge.SHARP)),
        ("2004", "2010", (Edge.SOFT, Edge.SOFT)),
        ("..1999", "2010-02-03", (Edge.OPEN, Edge.SHARP)),
        ("2004-01-09", "2026-09-30..", (Edge.SHARP, Edge.OPEN)),
        ("1999..", "..2010", (Edge.SHARP, Edge.SOFT)),
    ],
)
def test_edges_say_how_a_bound_is_known(begins, ends, edges):
    drawn = extent(row(begins=begins, ends=ends))
    assert drawn is not None
    assert (drawn.begin, drawn.end, drawn.is_range) == (*edges, True)


def test_what_begins_after_the_data_and_goes_on_is_an_instant():
    drawn = extent(row(begins="2028", ends="2026-09-30.."))
    assert drawn is not None
    assert (drawn.is_range, drawn.end) == (False, Edge.OPEN)


# Lanes


def placed(rows, group):
    return place(belonging(Listed(rows), group), np.ones(len(rows), np.bool_), lane_name)


def test_lanes_by_every_group():
    rows = (
        row("a", partners="russia russia:supplier italy:context", areas=("x", "y"), kind="launch", status="lost"),
        row("b", organizations="esa", kind="treaty", status="signed"),
    )
    keys = {group: placed(rows, group).keys for group in ("partner", "area", "kind", "organization", "status")}
    assert keys == {
        "partner": (HOME, "russia", "italy"),
        "area": (NO_KEY, "x", "y"),
        "kind": ("treaty", "launch"),
        "organization": (NO_KEY, "esa"),
        "status": ("lost", "signed"),
    }
    assert placed(rows, "none").titles == ("none ",)


def test_a_partner_with_a_direct_role_too_is_not_muted():
    found = placed((row(partners="russia:context russia:host uk:context"),), "partner")
    assert dict(zip(found.keys, found.muted.tolist(), strict=True)) == {"russia": False, "uk": True}


# Labels


@given(st.text(max_size=60), st.floats(0, 400))
def test_an_elided_text_fits_and_is_as_long_as_can_be(text, limit):
    found, width = elide(text, len(text) * 7.0, limit, lambda t: len(t) * 7.0)
    if len(text) * 7.0 <= limit:
        assert found == text
    elif found:
        assert found.endswith("…")
        assert width == len(found) * 7.0 <= limit
        assert text.startswith(found[:-1])
    else:
        assert limit < 14


def test_a_title_of_five_thousand_letters_is_measured_once():
    asked = []

    def ruler(text, px, bold=False, /):
        asked.append(text)
        return len(text) * px / 2

    words = Wordings(["long " * 1000], [False], 12.0, ruler)
    first = words.at_most(0, 150.0)
    count = len(asked)
    assert words.at_most(0, 150.0) == first
    assert len(asked) == count < 20
    assert first[1] <= 150.0


# Rows


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 200)), max_size=80), st.integers(1, 6))
def test_what_is_put_into_rows_never_overlaps(things, most):
    rows, placed = Rows(most), {}
    for owner, (start, length) in enumerate(things):
        put = rows.put(((0, start, start + length),), owner)
        if put:
            for other_start, other_stop in placed.get(put[0], []):
                assert start + length <= other_start or other_stop <= start
            placed.setdefault(put[0], []).append((start, start + length))
        else:
            assert len(rows) == most
            for intervals in placed.values():
                assert any(s < start + length and start < e for s, e in intervals)
        if rows.is_full_at(start):
            assert rows.put(((0, start, start + 1),), -1) is None


# Hits


def test_hits_prefer_marks_then_pills_then_labels_then_bars():
    rows = numbered(
        {"begins": "2004-01-01", "ends": "2012-01-01", "title": "A bar"}, {"begins": "2008-01-01", "title": "A mark"}
    )
    scene = timeline(rows).scene(viewport("2000-01-01", "2016-01-01"))
    bar, mark = (next(item for item in scene.items if item.slug == f"record-{i}") for i in (0, 1))
    label = next(label for label in scene.labels if scene.items[label.item] is mark)
    assert hit(scene, mark.mark_x + 5, mark.y - 5) == mark
    assert hit(scene, label.x + 3, label.y + 3) == mark
    assert hit(scene, bar.x0 + 100, bar.y) == bar
    assert hit(scene, bar.x0 - 60, bar.y) is None
    assert hit(scene, bar.x0 + 100, bar.y + 60) is None


def test_hits_pills():
    scene = timeline(numbered(*[{"begins": "2010-05-05"}] * 200), "none").scene(viewport("2000-01-01", "2020-01-01"))
    pill = scene.clusters[0]
    found = hit(scene, pill.x, pill.y)
    assert isinstance(found, Cluster)
    assert found.size == pill.size


def test_lanes_are_found_by_height():
    scene = timeline(numbered({"begins": "2010"})).scene(viewport("2000-01-01", "2020-01-01"))
    assert lane_at(scene, 5.0) is scene.lanes[0]
    assert lane_at(scene, -1.0) is lane_at(scene, scene.height) is None


# Spans

moments = st.floats(MIN_DAY - 1000, MAX_DAY + 1000)


@given(moments, moments, st.floats(0.001, 1000), moments, st.floats(-1e7, 1e7))
def test_spans_stay_in_the_calendar_whatever_is_done_to_them(first, last, factor, at, days):
    span = Span.of(first, last)
    for other in (span, span.moved(days), span.zoomed(factor, min(max(at, span.first), span.last)), span.around(at)):
        assert MIN_DAY - 1e-6 <= other.first < other.last <= MAX_DAY + 1 + 1e-6
        assert other.length > 1 - 1e-6


def test_a_moment_near_the_edge_is_brought_in_by_as_little_as_is_needed():
    span = Span.of(on("2000-01-01"), on("2020-01-01"))
    assert span.around(on("2010-01-01")) == span
    near = span.around(on("1999-06-01"))
    assert near.length == span.length
    assert 1 < on("1999-06-01") - near.first <= 0.051 * span.length
    assert span.around(on("2050-01-01")).first == pytest.approx(on("2050-01-01") - span.length / 2)


def test_zooming_keeps_the_day_under_the_pointer():
    span = Span.of(on("2000-01-01"), on("2010-01-01"))
    at = on("2003-03-03") + 0.25
    near = span.zoomed(4, at)
    assert (at - near.first) / near.length == pytest.approx((at - span.first) / span.length)
    assert near.length == pytest.approx(span.length / 4)


def test_the_days_of_a_span_are_those_of_which_anything_is_in_it():
    assert Span(5.0, 6.0).days == (5, 5)
    assert Span(5.5, 7.25).days == (5, 7)
    assert Span.of(parse("2014").begin, parse("2014").finish + 1.0).days == (parse("2014").begin, parse("2014").finish)
