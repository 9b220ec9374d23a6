"""The timeline used by mouse and by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from timelines import DATA_DAY, LAUNCHES, MARKUP, ROWS, item, lane_name, lanes, on, scene, shown

from kzexplorer import paths
from kzexplorer.domain.language import ENGLISH
from kzexplorer.ui.look.tokens import themes
from kzexplorer.ui.timeline.camera import SETTLE_MS
from kzexplorer.ui.timeline.view import TimelineView
from rows import row

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot):
    return shown(qtbot)


def point(view, slug, lane=0):
    found = item(view, slug, lane)
    return QPoint(round(found.mark_x), round(found.y - view._camera.scroll))


def wheel(widget, at, down, *, right=0, keys=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(at), widget.mapToGlobal(QPointF(at)), QPoint(), QPoint(right, -down), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def press(widget, *letters):
    for letter in letters:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def drag(qtbot, widget, start, end):
    qtbot.mousePress(widget, LEFT, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(widget, start + (end - start) * step / 5)
    qtbot.mouseRelease(widget, LEFT, pos=end)


# Looking


def test_the_first_records_are_shown_whole_and_later_ones_over_the_same_days(view):
    assert view.visible_span[0] < on("1957-10-04")
    assert view.visible_span[1] > DATA_DAY
    view.set_visible_span(on("2000-01-01"), on("2010-12-31"))
    view.show_rows(ROWS[2:], "kind", lane_name)
    assert view.visible_span == (on("2000-01-01"), on("2010-12-31"))
    assert [lane.key for lane in scene(view).lanes] == ["satellite", "project", "meeting"]


def test_showing_the_first_records_is_no_move(qtbot):
    view = TimelineView(themes(paths.resources())["light"], ENGLISH, DATA_DAY, LAUNCHES)
    qtbot.addWidget(view)
    view.show()
    with qtbot.assertNotEmitted(view.span_changed, wait=300):
        view.show_rows((), "partner", lane_name)
        view.show_rows(ROWS, "partner", lane_name)
    assert view.visible_span[0] < on("1957-10-04")


def test_where_the_view_has_settled_is_said_once(view, qtbot):
    qtbot.waitUntil(lambda: not view._camera._timer.isActive())
    said = []
    view.span_changed.connect(record := lambda *days: said.append(days))
    for _ in range(10):
        view.zoom(1.1)
    qtbot.waitUntil(lambda: said != [])
    qtbot.wait(2 * SETTLE_MS)
    view.span_changed.disconnect(record)
    assert said == [view.visible_span]


def test_the_wheel_zooms_at_the_pointer(view):
    at = point(view, "kazsat-2")
    before = view.visible_span
    wheel(lanes(view), at, -360)
    after = view.visible_span
    assert after[1] - after[0] < (before[1] - before[0]) * 0.7
    assert point(view, "kazsat-2").x() == pytest.approx(at.x(), abs=1)


def test_the_wheel_sideways_moves_along_time(view):
    view.zoom(4)
    first, last = view.visible_span
    wheel(lanes(view), QPoint(200, 100), 0, right=-240)
    assert view.visible_span[0] > first
    assert view.visible_span[1] - view.visible_span[0] == pytest.approx(last - first, abs=1)


def test_lanes_scroll_by_shift_and_wheel_over_their_heads_and_by_bar(view):
    view.resize(900, 240)
    camera = view._camera
    assert camera.lowest > 0
    wheel(lanes(view), QPoint(200, 100), 60, keys=Qt.KeyboardModifier.ShiftModifier)
    once = camera.scroll
    assert once == pytest.approx(30)
    wheel(view._heads, QPoint(20, 20), 60)
    assert camera.scroll == pytest.approx(60)
    view._bar.setValue(10)
    assert camera.scroll == 10
    wheel(view._heads, QPoint(20, 20), -1000)
    assert camera.scroll == 0


def test_a_drag_moves_the_timeline_both_ways_and_chooses_nothing(view, qtbot):
    view.resize(900, 240)
    view.zoom(3)
    view._camera.scroll_to(40)
    first = view.visible_span[0]
    chosen = []
    view.record_chosen.connect(chosen.append)
    drag(qtbot, lanes(view), QPoint(300, 60), QPoint(200, 40))
    assert view.visible_span[0] > first
    assert view._camera.scroll == pytest.approx(60)
    assert chosen == []


def test_a_pinch_zooms(view):
    before = view.visible_span
    at = QPointF(300, 100)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at, at, 0.5, QPointF()
    )
    QApplication.sendEvent(lanes(view), event)
    assert view.visible_span[1] - view.visible_span[0] < before[1] - before[0]


def test_a_click_chooses_and_the_focus_is_marked_in_every_lane(view, qtbot):
    with qtbot.waitSignal(view.record_chosen) as chosen:
        qtbot.mouseClick(lanes(view), LEFT, pos=point(view, "kazsat-3"))
    assert chosen.args == ["kazsat-3"]
    view.mark_focus("kazsat-3")
    assert [i.slug for i in scene(view).items if i.focused] == ["kazsat-3", "kazsat-3"]


def test_a_double_click_looks_at_the_record(view, qtbot):
    qtbot.mouseDClick(lanes(view), LEFT, pos=point(view, "kazsat-1"))
    first, last = view.visible_span
    assert on("2004-01-01") < first < on("2006-06-17")
    assert on("2008-06-08") < last < on("2010-12-31")


def test_a_double_click_beside_everything_zooms(view, qtbot):
    before = view.visible_span
    qtbot.mouseDClick(lanes(view), LEFT, pos=QPoint(300, lanes(view).height() - 5))
    assert view.visible_span[1] - view.visible_span[0] < (before[1] - before[0]) * 0.6


def test_hovering_says_what_is_there_in_plain_text(view, qtbot):
    with qtbot.waitSignal(view.record_hovered) as hovered:
        qtbot.mouseMove(lanes(view), point(view, "markup"))
    assert hovered.args == ["markup"]
    card = lanes(view).card
    assert card.isVisible()
    assert card.text.splitlines() == [MARKUP, "March 2012", "Meeting"]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in card.findChildren(QLabel))
    assert lanes(view).rect().contains(card.geometry())
    with qtbot.waitSignal(view.record_hovered) as left:
        qtbot.mouseMove(lanes(view), QPoint(5, 5))
    assert left.args == [""]
    assert card.isHidden()


def test_a_card_of_a_title_without_end_stays_inside(view, qtbot):
    view.show_rows((row("long", title="word " * 1000, begins="2010-01-01"),), "none", lane_name)
    view.fit()
    qtbot.mouseMove(lanes(view), point(view, "long"))
    card = lanes(view).card
    assert lanes(view).rect().contains(card.geometry())
    assert len(card.text) < 400


def crowded(view, days=1):
    rows = tuple(
        row(f"r{i}", id=i, title=f"Record {i}", begins=date.fromordinal(730000 + i % days).isoformat())
        for i in range(200)
    )
    view.show_rows(rows, "none", lane_name)
    view.set_visible_span(on("1990-01-01"), on("2010-01-01"))
    pill = scene(view).clusters[0]
    return pill, QPoint(round(pill.x), round(pill.y - view._camera.scroll))


def test_a_click_on_a_cluster_takes_it_apart(view, qtbot):
    pill, at = crowded(view, 150)
    qtbot.mouseMove(lanes(view), at)
    lines = lanes(view).card.text.splitlines()
    assert lines[0] == f"{pill.size} records"
    assert lines[-1] == f"and {pill.size - 8} more"
    qtbot.mouseClick(lanes(view), LEFT, pos=at)
    assert view.visible_span[1] - view.visible_span[0] < 300


def test_each_click_on_a_cluster_of_one_day_chooses_the_next_record(view, qtbot):
    crowded(view)
    view.set_visible_span(730000, 730001)
    view.show_rows(view._camera.timeline.stock.rows, "none", lane_name)
    chosen = []
    view.record_chosen.connect(chosen.append)
    for _ in range(3):
        pill = next(p for p in scene(view).clusters)
        qtbot.mouseClick(lanes(view), LEFT, pos=QPoint(round(pill.x), round(pill.y - view._camera.scroll)))
    assert len(set(chosen)) >= 2


# Keys


def test_the_caption_of_an_era_names_and_focuses_the_records_it_is_bounded_by(view, qtbot):
    strip = view._axis
    soviet, leased = scene(view).eras
    assert (soviet.text, soviet.shaded, leased.row) == ("Soviet period", True, 1)
    at = QPoint(round(strip._left + leased.text_x + 4), round(strip.height() - 8))
    chosen = []
    strip.record_chosen.connect(chosen.append)
    for _ in range(3):
        qtbot.mouseClick(strip, LEFT, pos=at)
    assert chosen == ["lease", "kazsat-1", "lease"]
    qtbot.mouseClick(strip, LEFT, pos=QPoint(at.x(), 6))
    assert len(chosen) == 3


def test_it_is_one_stop_for_the_tab_key(view):
    stops = [w for w in (view, *view.findChildren(type(view).__mro__[1])) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [w for w in stops if w is not view._bar] == [lanes(view)]


def test_arrows_go_along_time_and_across_lanes_and_enter_opens(view, qtbot):
    stop = lanes(view)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    hovered = []
    view.record_hovered.connect(hovered.append)
    view.mark_focus("kazsat-2")
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    ):
        qtbot.keyClick(stop, key)
    assert hovered == ["kazsat-2", "markup", "kazsat-2", "kazsat-1", "kazsat-3"]
    assert stop.card.text.splitlines() == ["KazSat-3", "28 April 2014", "Satellite", "Italy"]
    assert stop.accessibleDescription() == stop.card.text
    with qtbot.waitSignal(view.record_chosen) as chosen:
        qtbot.keyClick(stop, Qt.Key.Key_Return)
    assert chosen.args == ["kazsat-3"]


def test_the_ring_comes_into_view(view, qtbot):
    stop = lanes(view)
    stop.setFocus()
    view.set_visible_span(on("2011-01-01"), on("2015-01-01"))
    qtbot.keyClick(stop, Qt.Key.Key_Home)
    qtbot.keyClick(stop, Qt.Key.Key_Home)
    ring = stop._plot.item.cursor
    assert ring is not None
    assert 0 <= ring[0] <= stop.width()
    assert view._camera.scroll <= ring[1] <= view._camera.scroll + stop.height()


def test_the_ring_comes_into_view_in_a_lane_higher_than_the_view(view, qtbot):
    rows = tuple(row(f"r{i}", id=i, title=f"Record {i} of many", begins=f"2010-0{1 + i % 9}-11") for i in range(60))
    view.resize(700, 240)
    view.show_rows(rows, "none", lane_name)
    view.set_visible_span(on("2008-01-01"), on("2013-01-01"))
    stop, camera = lanes(view), view._camera
    assert scene(view).height > camera.height * 1.5
    stop.setFocus()
    seen = set()
    for _ in range(60):
        qtbot.keyClick(stop, Qt.Key.Key_Right)
        ring = stop._plot.item.cursor
        assert camera.scroll <= ring[1] <= camera.scroll + camera.height
        assert 0 <= ring[0] <= stop.width()
        seen.add(ring)
    assert len(seen) > 5


@pytest.mark.parametrize(("closer", "wider"), [("+", "-"), ("=", "_"), ("һ", "ө")])
def test_plus_and_minus_zoom_also_on_a_kazakh_keyboard(view, qtbot, closer, wider):
    first, last = view.visible_span
    press(lanes(view), closer, closer)
    assert view.visible_span[1] - view.visible_span[0] == pytest.approx((last - first) / 2, rel=0.01)
    press(lanes(view), wider, wider)
    assert view.visible_span == pytest.approx((first, last), abs=2)


@pytest.mark.parametrize("key", ["0", "f", "F", "а", "қ"])
def test_fit_by_key_also_on_a_russian_and_a_kazakh_keyboard(view, qtbot, key):
    whole = view.visible_span
    view.zoom(5)
    press(lanes(view), key)
    assert view.visible_span == whole


def test_control_and_arrows_move_the_view(view, qtbot):
    view.resize(900, 240)
    view.zoom(4)
    first = view.visible_span[0]
    qtbot.keyClick(lanes(view), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.visible_span[0] > first
    qtbot.keyClick(lanes(view), Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert view.visible_span[0] == pytest.approx(first, abs=1)
    qtbot.keyClick(lanes(view), Qt.Key.Key_PageDown)
    assert view._camera.scroll > 0
    qtbot.keyClick(lanes(view), Qt.Key.Key_PageUp)
    assert view._camera.scroll == 0
    qtbot.keyClick(lanes(view), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view._camera.scroll > 0


def test_keys_without_records_do_nothing(view, qtbot):
    view.show_rows((), "partner", lane_name)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Return,
        Qt.Key.Key_Escape,
    ):
        qtbot.keyClick(lanes(view), key)
    assert lanes(view)._empty.isVisible()
    assert lanes(view)._empty.text() == "Nothing fits."


# Overview


def test_the_window_of_the_overview_is_dragged_resized_and_brought(view, qtbot):
    strip = view._overview
    view.set_visible_span(on("2000-01-01"), on("2010-01-01"))
    first, last = view.visible_span
    middle = strip.pane.center().toPoint()
    drag(qtbot, strip, middle, middle + QPoint(40, 0))
    assert view.visible_span[0] > first
    assert view.visible_span[1] - view.visible_span[0] == pytest.approx(last - first, abs=1)
    right = QPoint(round(strip.pane.right()), middle.y())
    drag(qtbot, strip, right, right + QPoint(30, 0))
    assert view.visible_span[1] - view.visible_span[0] > last - first
    left = QPoint(round(strip.pane.left()), middle.y())
    drag(qtbot, strip, left, left + QPoint(2000, 0))
    assert view.visible_span[1] - view.visible_span[0] <= 2
    qtbot.mouseClick(strip, LEFT, pos=QPoint(100, middle.y()))
    assert view.visible_span[0] < on("1970-01-01")
    qtbot.mouseDClick(strip, LEFT, pos=QPoint(400, middle.y()))
    assert view.visible_span[0] < on("1957-10-04")
    wheel(strip, QPoint(400, 50), -240)
    assert strip.pane.width() < strip.width() - 40


# Legend


def test_a_narrow_legend_names_the_kinds_most_of_which_are_in_view(qtbot, view):
    days = {"meeting": (1990, 1991, 2002), "launch": (1992, 2001, 2003)}
    view.show_rows(
        [
            row(f"{kind}-{year}", id=id_, kind=kind, begins=f"{year}-01-01", partners="italy")
            for id_, (kind, year) in enumerate(((kind, year) for kind, years in days.items() for year in years), 1)
        ],
        "partner",
        lane_name,
    )
    view._legend.setFixedWidth(110)
    for first, last, commonest in (("1989", "1993", "meeting"), ("2000", "2004", "launch")):
        view.set_visible_span(on(f"{first}-01-01"), on(f"{last}-01-01"))
        assert {entry.kind for entry in scene(view).legend} == {"meeting", "launch"}
        qtbot.waitUntil(lambda kind=commonest: [chip.entry.kind for chip in view._legend._chips] == [kind])
