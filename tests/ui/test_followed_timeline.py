"""The timeline and the explorer together: lanes, spans, kinds and dates asked for from the timeline."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from kzexplorer.domain.dates import parse
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import Choice, Choices, Look, Query, Span, SpanMode, State
from kzexplorer.ui.timeline.brush import BrushMenu, snapped
from kzexplorer.ui.timeline.date_dialog import DateDialog
from kzexplorer.ui.timeline.followed import FollowedTimeline
from kzexplorer.ui.timeline.lane_menu import LaneMenu
from kzexplorer.ui.timeline.view import TimelineView
from kzexplorer.viewmodel.explorer import Explorer
from rows import row

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
PARTNERS = Choices({"partner": Choice.of(["italy", "russia", "france"])})


@pytest.fixture
def made(qtbot, store, labels, theme):
    explorer = Explorer(store, State(Query(choices=PARTNERS)))
    widget = FollowedTimeline(explorer, labels, theme)
    qtbot.addWidget(widget)
    explorer.setParent(widget)
    widget.resize(1000, 700)
    widget.show()
    qtbot.waitExposed(widget)
    return explorer, widget.timeline


def scene(view):
    return view._camera.scene


def lane(view, key):
    return next(lane for lane in scene(view).lanes if lane.key == key)


def press(qtbot, view, text):
    """Type letters of any layout; Qt's own test functions know the Latin ones only."""
    for letter in text:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(view.focusProxy(), event)


def drag(widget, start, stop, keys):
    for kind, at, buttons in (
        (QMouseEvent.Type.MouseButtonPress, start, LEFT),
        (QMouseEvent.Type.MouseMove, start + QPoint(20, 0), LEFT),
        (QMouseEvent.Type.MouseMove, stop, LEFT),
        (QMouseEvent.Type.MouseButtonRelease, stop, Qt.MouseButton.NoButton),
    ):
        button = Qt.MouseButton.NoButton if kind is QMouseEvent.Type.MouseMove else LEFT
        at = QPointF(at)
        QApplication.sendEvent(widget, QMouseEvent(kind, at, QPointF(widget.mapToGlobal(at)), button, buttons, keys))


def test_a_click_on_a_head_collapses_its_lane_and_back_opens_it(made, qtbot):
    explorer, view = made
    russia = lane(view, "russia")
    qtbot.mouseClick(view._heads, LEFT, pos=QPoint(20, int(russia.top + 20)))
    assert explorer.state.look.collapsed == ("russia",)
    shown = lane(view, "russia")
    assert shown.is_collapsed
    assert shown.caption == f"collapsed · {shown.counts.placements}"
    assert sum(column.number for column in shown.columns) == shown.counts.clustered > 0
    explorer.back()
    assert not lane(view, "russia").is_collapsed


@pytest.mark.parametrize(("fold", "pin"), [("c", "p"), ("с", "з")])
def test_keys_collapse_and_pin_the_lane_of_the_ring_also_on_a_russian_keyboard(made, qtbot, fold, pin):
    explorer, view = made
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_Home)
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_Down)
    key = scene(view).lanes[1].key
    press(qtbot, view, pin)
    assert explorer.state.look.pinned == (key,)
    assert scene(view).lanes[0].key == key
    assert scene(view).pinned == scene(view).lanes[0].height
    press(qtbot, view, fold)
    assert explorer.state.look.collapsed == (key,)
    assert scene(view).lanes[0].is_collapsed
    press(qtbot, view, fold + pin)
    assert (explorer.state.look.collapsed, explorer.state.look.pinned) == ((), ())


def test_pinned_lanes_stay_in_view_and_under_the_pointer_while_the_others_scroll(made, qtbot):
    explorer, view = made
    explorer.look(Look(pinned=("italy",), collapsed=("italy",)))
    view._camera.scroll_to(200)
    assert view._camera.scroll == 200
    assert view._camera.down(10.0) == 10.0
    assert view._camera.down(scene(view).pinned + 5) == scene(view).pinned + 205
    qtbot.mouseClick(view._heads, LEFT, pos=QPoint(20, 20))
    assert explorer.state.look.collapsed == ()


def test_a_pinned_lane_leaves_what_is_looked_at_where_it_is(made):
    explorer, view = made
    explorer.look(Look(pinned=("france",)))
    assert view._camera.scroll == 0


def test_the_menu_of_a_lane_does_it_for_all(made, qtbot):
    explorer, view = made
    view.offer(scene(view).lanes[0], view.mapToGlobal(QPoint(10, 100)))
    (menu,) = view.findChildren(LaneMenu)
    next(action for action in menu.actions() if action.text() == "Collapse all lanes").trigger()
    menu.close()
    assert set(explorer.state.look.collapsed) == {lane.key for lane in scene(view).lanes}
    assert not scene(view).items


def test_a_column_says_what_it_counts_and_a_click_looks_closer(made, qtbot):
    explorer, view = made
    explorer.look(Look(collapsed=("russia",)))
    russia = lane(view, "russia")
    column = max(russia.columns, key=lambda column: column.number)
    at = QPoint(round(column.x + column.width / 2), round(view._camera.on_screen(russia.top + 20)))
    qtbot.mouseMove(view.focusProxy(), at)
    assert view.focusProxy().card.text.startswith(f"{column.number} records")
    before = view._camera.span.length
    qtbot.mouseClick(view.focusProxy(), LEFT, pos=at)
    assert view._camera.span.length < before


@pytest.mark.parametrize(("begin", "end"), [("[", "]"), ("х", "ъ")])
def test_brackets_begin_and_end_the_span_at_the_record_under_the_ring(made, qtbot, begin, end):
    explorer, view = made
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_Right)
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_Home)
    first = view.focusProxy()._ring.row.begins
    press(qtbot, view, begin)
    assert explorer.state.query.span == Span(first)
    assert "of 309 records: with France or Italy or Russia, active since" in view.focusProxy().accessibleDescription()
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_End)
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_End)
    last = view.focusProxy()._ring.row.begins
    press(qtbot, view, end)
    assert explorer.state.query.span == Span(first, last)
    explorer.set_span(Span(parse("2020"), parse("2021")))
    view.range_ended.emit(parse("2001"))
    assert explorer.state.query.span == Span(None, parse("2001"))


def test_the_ring_stays_around_its_record_when_the_range_begins_there(made, qtbot):
    explorer, view = made
    stop = view.focusProxy()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(stop, key)
    here, lane = stop._ring.row, stop._ring.lane_key
    press(qtbot, view, "[")
    assert explorer.state.query.span == Span(here.begins)
    assert (stop._ring.row, stop._ring.lane_key) == (here, lane)
    qtbot.keyClick(stop, Qt.Key.Key_Right)
    assert stop._ring.row.begins.begin >= here.begins.begin
    assert stop._ring.row != here
    explorer.set_span(Span(parse("2026"), parse("2026")))
    still = stop._ring.row
    assert still is None or explorer.store.among(explorer.state.query, [still.slug])


def test_t_goes_to_a_date_typed_in_words(made, qtbot):
    _, view = made
    press(qtbot, view, "t")
    (dialog,) = view.findChildren(DateDialog)
    dialog.line.setText("april 2014")
    assert dialog.answer.text() == "April 2014"
    dialog.accept_button.click()
    first, last = view._camera.span.days
    assert first < parse("2014-04").begin < parse("2014-04").finish < last
    assert 100 < last - first < 1000
    view.ask_date()
    dialog = view.findChildren(DateDialog)[-1]
    dialog.line.setText("soon")
    dialog.accept_button.click()
    assert "“soon” is not a date" in dialog.answer.text()
    dialog.reject()


def test_a_drag_with_shift_draws_a_span_and_the_menu_asks_how_to_meet_it(made, qtbot):
    explorer, view = made
    drag(view.focusProxy(), QPoint(100, 200), QPoint(300, 210), SHIFT)
    (menu,) = view.findChildren(BrushMenu)
    viewport = scene(view).viewport
    span = snapped(viewport.day(100), viewport.day(300), viewport.px_per_day)
    assert (span.start.precision, span.stop.precision) == ("year", "year")
    action = next(action for action in menu.actions() if action.text().startswith("Begun in"))
    action.trigger()
    menu.close()
    assert explorer.state.query.span == Span(span.start, span.stop, SpanMode.BEGINS)


def test_the_overview_is_brushed_too(made, qtbot):
    explorer, view = made
    drag(view._overview, QPoint(200, 60), QPoint(400, 60), SHIFT)
    (menu,) = view.findChildren(BrushMenu)
    menu.actions()[-1].trigger()
    menu.close()
    assert not explorer.state.query.span
    first, last = view.visible_span
    assert 3000 < last - first < 20000


def test_the_legend_is_the_facet_of_kinds(made, qtbot):
    explorer, view = made
    view._legend.grab()
    chip = next(chip for chip in view._legend._chips if chip.entry.kind == "satellite")
    qtbot.mouseClick(view._legend, LEFT, pos=chip.box.center().toPoint())
    assert explorer.state.query.choices.of("kind") == Choice.of(["satellite"])
    assert [entry.kind for entry in scene(view).legend] == ["satellite"]
    view._legend.grab()
    (chip,) = view._legend._chips
    qtbot.mouseClick(view._legend, LEFT, pos=chip.box.center().toPoint())
    assert not explorer.state.query.choices.of("kind")


def test_threads_lead_from_the_focus_to_the_records_it_is_linked_with(made, store):
    explorer, view = made
    explorer.focus("kazsat-3")
    links = store.detail("kazsat-3").links
    ties = scene(view).ties
    assert len(ties.drawn) + ties.beyond == len(links)
    assert ties.caption.startswith(f"{len(links)} links")
    marks = {(item.mark_x, item.y) for item in scene(view).items} | {pill.centre for pill in scene(view).clusters}
    assert ties.drawn
    for tie in ties.drawn:
        assert {(tie.x0, tie.y0), (tie.x1, tie.y1)} <= marks
    explorer.focus("")
    assert scene(view).ties is None


def test_the_card_tells_the_steps_of_an_act(made, store):
    _, view = made
    lines = view.focusProxy()._describe(store.row("baikonur-extension-2004"))
    assert lines[-1] == ("signed 9 January 2004 · ratified June 2005 · ratified 29 April 2010 · in force 7 June 2010")


def test_the_tray_of_undated_records_names_and_opens_them(qtbot, labels, theme):
    rows = (row("offer", id=1, title="An offer"), row("talk", id=2, title="A talk"), row("x", id=3, begins="2010"))
    view = TimelineView(theme.tokens, ENGLISH, 740000)
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show_rows(rows, "none", lambda *_: "All")
    view.show()
    tray = scene(view).tray
    at = QPoint(60, int(tray.top + 10))
    qtbot.mouseMove(view.focusProxy(), at)
    assert view.focusProxy().card.text == "2 records\nAn offer\nA talk"
    chosen = []
    view.record_chosen.connect(chosen.append)
    for _ in range(2):
        qtbot.mouseClick(view.focusProxy(), LEFT, pos=at)
    assert chosen == ["offer", "talk"]


def test_escape_takes_the_card_and_then_the_ring_away(made, qtbot):
    _, view = made
    lanes = view.focusProxy()
    qtbot.keyClick(lanes, Qt.Key.Key_Right)
    assert not lanes.card.isHidden()
    qtbot.keyClick(lanes, Qt.Key.Key_Escape)
    assert lanes.card.isHidden()
    assert lanes._ring.row
    qtbot.keyClick(lanes, Qt.Key.Key_Escape)
    assert lanes._ring.row is None


def test_what_the_ring_stands_around_is_announced(made, qtbot, monkeypatch):
    _, view = made
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_Right)
    assert told == [view.focusProxy().accessibleDescription()]
