"""The day for which is answered: reached and stepped by keys and buttons, drawn on the timeline, counted honestly."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QToolButton

from kzexplorer import paths
from kzexplorer.app import make_window
from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, parse, shifted
from kzexplorer.domain.language import language
from kzexplorer.domain.state import State
from kzexplorer.ui.timeline.day_line import DayLine
from kzexplorer.ui.top_bar import TopBar
from kzexplorer.viewmodel.facet_tree import FacetTree
from kzexplorer.viewmodel.roles import Role


@given(st.integers(MIN_DAY, MAX_DAY), st.integers(-3, 3))
def test_years_keep_the_day_where_there_is_one(ordinal, years):
    on, moved = date.fromordinal(ordinal), date.fromordinal(shifted(ordinal, years))
    assert moved.month == on.month
    assert moved.day == on.day or (on.month, on.day, moved.day) == (2, 29, 28)
    assert moved.year == min(max(on.year + years, 1), 9999)
    assert shifted(ordinal, 0, 1) == min(ordinal + 1, MAX_DAY)


def test_it_is_reached_by_a_key_and_stepped_by_keys_and_buttons(open_window, qtbot):
    explorer, window = open_window()
    assert not window.chips.stepper.isVisible()
    window.commands["as-of"].trigger()
    assert explorer.state.query.as_of == parse("2026-09-30")
    assert window.chips.stepper.isVisible()
    earlier, day_earlier, day_later, later = window.chips.stepper.findChildren(QToolButton)
    qtbot.mouseClick(earlier, Qt.MouseButton.LeftButton)
    window.commands["as-of-0"].trigger()
    assert explorer.state.query.as_of == parse("2024-09-30")
    qtbot.mouseClick(day_later, Qt.MouseButton.LeftButton)
    assert explorer.state.query.as_of == parse("2024-10-01")
    qtbot.mouseClick(day_earlier, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert explorer.state.query.as_of == parse("2025-09-30")
    explorer.back()
    assert explorer.state.query.as_of == parse("2026-09-30")  # all the steps were one
    window.commands["as-of"].trigger()
    assert explorer.state.query.as_of is None


def test_the_timeline_has_a_line_at_the_day(open_window, qtbot):
    explorer, window = open_window("asof=2012-01-01")
    (line,) = window.findChildren(DayLine)
    qtbot.waitUntil(line.isVisible)
    before = line.x()
    explorer.step_day(10, 0)
    qtbot.waitUntil(lambda: line.x() > before)
    explorer.pan(parse("1960").begin, parse("1970").finish)
    qtbot.waitUntil(lambda: not line.isVisible())
    window.commands["as-of"].trigger()
    explorer.pan(parse("2010").begin, parse("2030").finish)
    assert not line.isVisible()


def test_vague_dates_make_every_count_a_range(open_window):
    explorer, window = open_window("span=begins&to=2012&kind=agreement")
    assert window.status.sentence.text() == "11 to 12 of 309 records: kind Agreement, begun until 2012"
    partners = window.partners.view.model()
    lines = {one.data(Role.SLUG): one.data(Role.LINE) for one in map(partners.index, range(partners.rowCount()))}
    assert lines["japan"].number == "0–1"
    assert lines["france"].number == "4"
    facets = FacetTree(explorer, window.desk.labels, frozenset(), window)
    kind = next(one for one in children(facets, QModelIndex()) if one.data(Role.SLUG) == "kind")
    values = {leaf.data(Role.SLUG): leaf.data(Role.LINE) for leaf in children(facets, kind)}
    assert values["agreement"].number == "11–12"


def test_the_table_marks_what_is_not_known_then(open_window, store):
    explorer, window = open_window("show=table&asof=2012-01-01")
    model = window.stack.currentWidget().table.model()
    marked = {
        model.index(row, 0).data(Role.SLUG)
        for row in range(model.rowCount())
        if model.index(row, 2).data(Role.DOUBT) and model.index(row, 2).data().endswith(" ?")
    }
    assert marked == store.unsure(explorer.state.query)
    assert len(marked) == 28


def children(model, branch):
    return [model.index(row, 0, branch) for row in range(model.rowCount(branch))]


@pytest.mark.parametrize("width", [960, 1024, 1280, 1920])
@pytest.mark.parametrize("code", ["en", "kk", "ru"])
def test_nothing_in_the_bar_is_cut(width, code, qtbot, store, theme):
    say = language(code, paths.resources() / "i18n")
    _, window = make_window(store, say, State(), theme)
    qtbot.addWidget(window)
    window.resize(width, 700)
    window.show()
    qtbot.waitUntil(lambda: window.stack.count() > 1)
    (bar,) = window.findChildren(TopBar)
    row = bar.layout()
    shown = [w for w in (row.itemAt(n).widget() for n in range(row.count())) if w is not None and w.isVisible()]
    for one, other in pairwise(shown):
        assert one.geometry().right() < other.x()
    assert shown[-1].geometry().right() < bar.width()
    for widget in (widget for widget in shown if widget.property("role") != "flat"):  # a sign, which has room
        assert widget.width() >= widget.minimumSizeHint().width()
    assert window.search.width() >= 200


def test_folded_the_views_are_in_a_menu(open_window):
    explorer, window = open_window()
    window.switch.fold(True)
    (button,) = (one for one in window.switch.findChildren(QToolButton) if one.menu())
    assert button.text() == "Timeline ▾"
    assert [action.data() for action in button.menu().actions()] == list(range(5))
    button.menu().actions()[3].trigger()
    assert explorer.state.look.view == "claims"
    assert button.text() == "Claims ▾"
