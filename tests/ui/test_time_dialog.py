"""Asking for a span of time and a day, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt

from kzexplorer.domain.dates import parse
from kzexplorer.domain.state import Span, SpanMode
from kzexplorer.ui.asking.time_dialog import TimeDialog


@pytest.fixture
def opened(open_window, qtbot):
    explorer, window = open_window("partner=france&to=2020")
    qtbot.mouseClick(window.chips.time, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(TimeDialog)
    return explorer, dialog


def test_it_shows_what_is_asked_and_asks_for_what_is_typed(opened, qtbot):
    explorer, dialog = opened
    assert (dialog.first.text(), dialog.last.text(), dialog.as_of.text()) == ("", "2020", "")
    qtbot.keyClicks(dialog.first, "2008-Q1")
    found = len(explorer.store.find(explorer.state.query))
    qtbot.mouseClick(dialog.modes.button(1), Qt.MouseButton.LeftButton)
    assert "begun quarter 1 of 2008" in dialog.answer.text()
    assert len(explorer.store.find(explorer.state.query)) == found
    qtbot.keyClick(dialog.first, Qt.Key.Key_Return)
    assert explorer.state.query.span == Span(parse("2008-Q1"), parse("2020"), SpanMode.BEGINS)
    assert 0 < len(explorer.results) < found
    explorer.back()
    assert explorer.state.query.span == Span(None, parse("2020"))


@pytest.mark.parametrize(
    ("line", "typed", "said"),
    [("first", "soon", "soon"), ("first", "2021", "before it begins"), ("as_of", "2012", "one day")],
)
def test_what_cannot_be_read_is_said_and_cannot_be_asked(opened, qtbot, line, typed, said):
    explorer, dialog = opened
    before = explorer.state
    qtbot.keyClicks(getattr(dialog, line), typed)
    assert said in dialog.answer.text()
    assert not dialog.show_button.isEnabled()
    qtbot.keyClick(dialog.first, Qt.Key.Key_Return)
    assert explorer.state == before
    assert dialog.isVisible()


def test_any_time_takes_span_and_day_back(opened, qtbot):
    explorer, dialog = opened
    qtbot.keyClicks(dialog.as_of, "2012-01-31")
    assert "as of 31 January 2012" in dialog.answer.text()
    qtbot.mouseClick(dialog.any_time, Qt.MouseButton.LeftButton)
    assert not explorer.state.query.span
    assert explorer.state.query.as_of is None
    assert list(explorer.state.query.choices) == ["partner"]


def test_a_day_alone_is_asked_for(opened, qtbot):
    explorer, dialog = opened
    dialog.last.clear()
    qtbot.keyClicks(dialog.as_of, "2012-01-31")
    qtbot.keyClick(dialog.as_of, Qt.Key.Key_Return)
    assert explorer.state.query.as_of == parse("2012-01-31")
