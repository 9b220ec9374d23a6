from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scenes import DATA_DAY, numbered, on, records, some_records, timeline, timelines, viewport, views

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.scene.shapes import Edge, Side, Viewport
from kzexplorer.scene.span import Span


def boxes(scene):
    """Give the boxes of labels, marks, bars and pills by lane, marks and bars of one item together."""
    sizes = scene.sizes
    found = []
    for i, item in enumerate(scene.items):
        half = sizes.mark / 2
        thick = sizes.mark if item.is_range else half
        found.append((("mark", i), item.mark_x - half, item.mark_x + half, item.y - half, item.y + half))
        found.append((("bar", i), *item.reach, item.y - thick / 2, item.y + thick / 2))
    for i, pill in enumerate(scene.clusters):
        half = pill.width / 2
        found.append((("pill", i), pill.x - half, pill.x + half, pill.y - pill.height / 2, pill.y + pill.height / 2))
    for i, label in enumerate(scene.labels):
        found.append((("label", i, label.item), label.x, label.x + label.width, label.y, label.y + label.height))
    return found


def meet(one, other, slack=0.01):
    return (
        one[1] < other[2] - slack
        and other[1] < one[2] - slack
        and one[3] < other[4] - slack
        and other[3] < one[4] - slack
    )


def owner(box):
    key = box[0]
    return ("item", key[2]) if key[0] == "label" else ("item", key[1]) if key[0] in {"mark", "bar"} else key


@settings(max_examples=150)
@given(timelines(), views())
def test_nothing_overlaps(made, view):
    scene = made[1].scene(view)
    assert_apart(scene)
    for lane in scene.lanes:
        assert not (lane.is_collapsed and any(lane.top < item.y < lane.top + lane.height for item in scene.items))


@settings(max_examples=60)
@given(
    records(100, 300), st.floats(on("1960-01-01"), on("2020-01-01")), st.sampled_from((400.0, 2000.0, 6000.0, 12000.0))
)
@example(some_records(94, 1), 730759.18, 6000.0)
def test_nothing_overlaps_in_one_crowded_lane(rows, first, length):
    scene = timeline(rows, "none").scene(Viewport(first, first + length, 800.0, 100.0))
    assert_apart(scene)
    (lane,) = scene.lanes
    members = [row for pill in scene.clusters for row in pill.members] + [item.row for item in scene.items]
    assert len(members) == len(set(members)) == lane.counts.drawn + lane.counts.clustered


def assert_apart(scene):
    found = boxes(scene)
    for one, other in combinations(found, 2):
        if owner(one) != owner(other) or (one[0][0] == "label" and other[0][0] != "label"):
            assert not meet(one, other), (one, other)


def shown_in(scene, made):
    """Give the places of all records that a scene shows by a mark, in a pill or in a column."""
    found = {item.row for item in scene.items} | {row for pill in scene.clusters for row in pill.members}
    for number, lane in enumerate(scene.lanes):
        for column in lane.columns:
            bounds = (scene.viewport.day(x) for x in (column.x, column.x + column.width))
            found.update(made.begun(number, *bounds))
    return found


@settings(max_examples=150)
@given(timelines(), views())
def test_in_each_lane_all_placements_are_accounted_for(given_rows, view):
    rows, made = given_rows
    scene = made.scene(view)
    drawn, grouped = Counter(), Counter()
    for item in scene.items:
        drawn[item.lane] += 1
    for pill in scene.clusters:
        grouped[pill.lane] += pill.size
    for number, lane in enumerate(scene.lanes):
        grouped[number] += sum(column.number for column in lane.columns)
    labelled = Counter(scene.items[label.item].lane for label in scene.labels)
    for number, lane in enumerate(scene.lanes):
        counts = lane.counts
        assert counts.drawn + counts.clustered + counts.outside + counts.undated == counts.placements
        assert (counts.drawn, counts.clustered, counts.labelled) == (drawn[number], grouped[number], labelled[number])
        assert min(counts.outside, counts.undated) >= 0
    assert shown_in(scene, made) <= set(range(len(rows)))
    placed = {row for lane in range(made.lanes) for row in made.members(lane)}
    tray = set(scene.tray.members) if scene.tray else set()
    assert placed | tray == set(range(len(rows)))
    assert not placed & tray


@settings(max_examples=80)
@given(timelines())
def test_a_view_of_all_shows_every_dated_record(given_rows):
    rows, made = given_rows
    first, last = made.span
    scene = made.scene(Viewport(first, last, 900.0))
    assert shown_in(scene, made) == {index for index in range(len(rows)) if made.extent_of(index)}
    assert sum(lane.counts.outside for lane in scene.lanes) == 0


@settings(max_examples=80)
@given(timelines())
def test_pinned_lanes_come_first_and_change_nothing_else(given_rows):
    made = given_rows[1]
    first, last = made.span
    scene = made.scene(Viewport(first, last, 900.0))
    pinned = [lane for lane in scene.lanes if lane.is_pinned]
    assert list(scene.lanes[: len(pinned)]) == pinned
    assert scene.pinned == (pinned[-1].top + pinned[-1].height if pinned else 0.0)
    assert all(one.top + one.height == pytest.approx(other.top) for one, other in pairwise(scene.lanes))


@settings(max_examples=80)
@given(records(), views())
def test_an_instant_in_view_is_drawn_or_counted(rows, view):
    made = timeline(rows, "none")
    scene = made.scene(replace(view, width=700.0))
    shown = {item.slug for item in scene.items} | {rows[m].slug for pill in scene.clusters for m in pill.members}
    reach = 40 / scene.viewport.px_per_day  # a pill stands for what is at most its width away
    for index, row in enumerate(rows):
        drawn = made.extent_of(index)
        if drawn and not drawn.is_range and view.first + reach < drawn.mark < view.last - reach:
            assert row.slug in shown


@settings(max_examples=80)
@given(records(), st.sampled_from((365.0, 4000.0, 26000.0)), st.floats(-40, 40), st.sampled_from((0, 1000)))
def test_panning_by_a_few_pixels_moves_nothing_between_rows(rows, length, pixels, crowd):
    made = timeline(rows, crowd=crowd)
    first = float(on("1990-01-01"))
    view = Viewport(first, first + length, 800.0)
    days = pixels / view.px_per_day
    moved = Viewport(first + days, first + length + days, 800.0)
    window = Span(view.first, view.last).hull(Span(moved.first, moved.last))
    one, other = made.scene(view, window=window), made.scene(moved, window=window)
    places = {(item.lane, item.slug): item.y for item in one.items}
    for item in other.items:
        before = places.get((item.lane, item.slug))
        assert before is None or before == pytest.approx(item.y)
    texts = {(one.items[label.item].slug, one.items[label.item].lane): label for label in one.labels}
    for label in other.labels:
        item = other.items[label.item]
        before = texts.get((item.slug, item.lane))
        inside = 60 < label.x < 740 - label.width
        if before and inside and 60 < before.x < 740 - before.width:
            assert (before.side, before.text) == (label.side, label.text)
            if before.side is not Side.ABOVE:
                assert before.x - pixels == pytest.approx(label.x, abs=0.01)


@given(records(0, 30), st.floats(0.1, 3000))
def test_the_part_in_view_is_the_same_with_and_without_the_rest(rows, top):
    made = timeline(rows)
    first, last = made.span
    whole = made.scene(Viewport(first, last, 900.0))
    part = made.scene(Viewport(first, last, 900.0, top=top, bottom=top + 300))
    assert set(part.items) <= set(whole.items)
    assert part.lanes == whole.lanes
    assert {i for i in whole.items if top <= i.y <= top + 300} <= set(part.items)


def test_in_a_crowd_labels_stay_from_one_stretch_of_time_to_the_next():
    made = timeline(some_records(3000, 7), "none")
    first, days = float(on("1990-01-01")), 20.0
    before = {}
    kept = moved = 0
    for step in range(260):  # over several borders of stretches
        scene = made.scene(Viewport(first + step * days, first + step * days + 2000.0, 1000.0))
        now = {scene.items[label.item].slug: label for label in scene.labels if 80 < label.x < 920 - label.width}
        same = [slug for slug in now if slug in before]
        kept += len(same)
        moved += sum((now[slug].text, now[slug].side) != (before[slug].text, before[slug].side) for slug in same)
        before = now
    assert kept > 2000
    assert moved == 0


def test_a_label_stands_beside_a_mark_and_above_a_bar():
    rows = numbered({"begins": "2006-06-17", "title": "KazSat-1"}, {"begins": "2004", "ends": "2010-06-01"})
    scene = timeline(rows).scene(viewport("2000-01-01", "2015-01-01"))
    sides = {scene.items[label.item].slug: label.side for label in scene.labels}
    assert sides == {"record-0": Side.RIGHT, "record-1": Side.ABOVE}


def test_a_label_flips_to_the_left_where_the_right_edge_would_cut_it():
    rows = numbered({"begins": "2014-11-01", "title": "A satellite with a name"}, {"begins": "2025", "title": "later"})
    scene = timeline(rows).scene(viewport("2000-01-01", "2015-01-01"))
    (label,) = scene.labels
    assert label.side is Side.LEFT
    assert label.x + label.width < scene.items[label.item].mark_x


def test_the_label_of_a_bar_that_began_before_the_view_stays_in_view():
    scene = timeline(numbered({"begins": "1955-06-02", "ends": "2020-01-01", "title": "Baikonur"})).scene(
        viewport("2000-01-01", "2015-01-01")
    )
    assert scene.labels[0].x == pytest.approx(2.0)


def test_what_is_ongoing_ends_in_an_arrow_at_the_data_day():
    from kzexplorer.domain.dates import Precision, VagueDate
    from kzexplorer.domain.ends import Basis, End

    ongoing = End(VagueDate(DATA_DAY, None, Precision.APPROX), Basis.ONGOING)
    view = viewport("2000-01-01", "2030-01-01")
    scene = timeline(numbered({"begins": "2004-01-09", "end": ongoing})).scene(view)
    (item,) = scene.items
    assert item.end is Edge.OPEN
    assert item.x1 == pytest.approx(scene.data_x)
    assert scene.data_x == pytest.approx(view.x(DATA_DAY + 1))


def test_vague_bounds_are_soft():
    (item,) = (
        timeline(numbered({"begins": "1994~", "ends": "2001..2006"})).scene(viewport("1990-01-01", "2010-01-01")).items
    )
    assert (item.begin, item.end) == (Edge.SOFT, Edge.SOFT)
    assert item.x0 < item.mark_x < item.solid0 < item.solid1 < item.x1


def test_a_record_stands_in_every_lane_it_belongs_to_and_the_focus_marks_all():
    rows = numbered({"begins": "2014-04-28", "partners": "russia italy:supplier"}, {"begins": "1999"})
    scene = timeline(rows).scene(viewport("1990-01-01", "2020-01-01"), "record-0")
    assert [lane.key for lane in scene.lanes] == ["italy", "kazakhstan", "russia"]
    assert Counter(item.focused for item in scene.items) == {True: 2, False: 1}


def test_context_is_muted_and_counts_last():
    rows = numbered(
        {"begins": "1957-10-04", "partners": "russia:soviet_era"}, {"begins": "2001", "partners": "italy:context italy"}
    )
    scene = timeline(rows).scene(viewport("1950-01-01", "2020-01-01"))
    assert [(lane.key, lane.counts.placements) for lane in scene.lanes] == [("italy", 1), ("russia", 1)]
    assert {item.slug: item.muted for item in scene.items} == {"record-0": True, "record-1": False}


def test_ten_thousand_records_of_one_day_are_one_pill_and_a_few_marks():
    rows = tuple(row for i in range(1) for row in numbered(*[{"begins": "2010-05-05"}] * 10_000))
    scene = timeline(rows, "none").scene(viewport("2000-01-01", "2020-01-01"))
    (lane,) = scene.lanes
    assert lane.counts.drawn + lane.counts.clustered == 10_000
    assert lane.counts.clustered == sum(pill.size for pill in scene.clusters)
    assert len(scene.items) < 100


def test_what_began_before_the_view_and_had_no_room_is_counted_at_the_left():
    rows = numbered(
        *[{"begins": f"1990-01-{i % 28 + 1:02}", "ends": "2020-01-01", "title": "T" * 30} for i in range(60)]
    )
    scene = timeline(rows, "none").scene(viewport("2000-01-01", "2010-01-01", height=100.0))
    (pill,) = scene.clusters
    assert pill.running
    assert pill.size + len(scene.items) == 60
    assert pill.x - pill.width / 2 >= 0


def test_lanes_without_anything_in_the_window_close():
    then, now = {"begins": "1960", "partners": "usa"}, {"begins": "2010", "partners": "italy"}
    rows = numbered(now, now, then, then, then)
    made = timeline(rows)
    view = viewport("2005-01-01", "2015-01-01")
    italy, usa = reversed(made.scene(view).lanes)
    assert usa.height == 48.0
    assert usa.counts.outside == 3
    wide = made.scene(view, window=Span.of(on("1950-01-01"), on("2015-01-01"))).lanes
    assert wide[0].height > 48.0
    assert italy.height == wide[1].height


def test_an_unknown_kind_is_a_small_circle():
    (item,) = (
        timeline(numbered({"begins": "2010", "kind": "unheard"})).scene(viewport("2005-01-01", "2015-01-01")).items
    )
    assert (item.mark, item.family) == (Mark.SMALL_CIRCLE, Family.EVENT)


def test_undated_records_stay_in_a_tray_with_their_count():
    scene = timeline(numbered({"title": "Training\nin Milan"}, {"title": "Offer"}, {"begins": "2010"})).scene(
        viewport("2005-01-01", "2015-01-01")
    )
    assert scene.tray is not None
    assert (scene.tray.text, scene.tray.caption, scene.tray.members) == (
        "Training in Milan · Offer",
        "2 records",
        (0, 1),
    )
    assert scene.lanes[0].counts.undated == 2


def test_no_rows_are_an_empty_scene():
    made = timeline(())
    scene = made.scene(Viewport(*made.span, 500.0))
    assert (scene.lanes, scene.items, scene.clusters, scene.tray, scene.height) == ((), (), (), None, 0.0)
    assert scene.axis.ticks


def test_the_same_view_asked_again_is_the_same_scene():
    rows = numbered(*[{"begins": str(1990 + i), "partners": "russia"} for i in range(30)])
    one, other = timeline(rows), timeline(rows)
    view = viewport("1985-01-01", "2025-01-01")
    other.scene(viewport("2000-01-01", "2001-01-01"))
    assert one.scene(view) == other.scene(view) == one.scene(view)


def test_a_year_of_days_is_where_the_calendar_has_it():
    view = viewport("2014-01-01", "2015-01-01", width=365.0)
    (item,) = timeline(numbered({"begins": "2014-04-28"})).scene(view).items
    assert item.mark_x == pytest.approx((date(2014, 4, 28) - date(2014, 1, 1)).days + 0.5)


@settings(max_examples=60)
@given(records(20, 120), views())
def test_one_record_that_has_no_row_shows_its_mark_and_is_not_a_pill_of_one(rows, view):
    scene = timeline(rows, "none").scene(replace(view, width=700.0))
    assert all(pill.size > 1 for pill in scene.clusters if not pill.running)
