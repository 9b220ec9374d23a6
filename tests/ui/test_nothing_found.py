"""What the views offer when nothing is found."""

import pytest
from PySide6.QtCore import Qt

from kzexplorer.domain.state import Query
from kzexplorer.ui.asking.nothing_found import NothingFound

VIEWS = ("timeline", "table", "matrix", "claims", "sources")


@pytest.fixture
def lost(open_window, qtbot):
    def open_(state):
        explorer, window = open_window(state)
        page = window.stack.currentWidget()
        (nothing,) = page.findChildren(NothingFound)
        if not explorer.results:
            qtbot.waitUntil(lambda: bool(nothing.buttons))
        return explorer, nothing

    return open_


@pytest.mark.parametrize("view", VIEWS)
def test_the_nearest_spelling_is_a_click_away(lost, qtbot, view):
    explorer, nothing = lost(f"show={view}&text=kazsta")
    assert nothing.isVisible()
    assert "spelled" in nothing.hint.text()
    assert nothing.buttons[0].text().startswith("“KazSat”: ")
    page = nothing.parentWidget()
    assert page.childAt(nothing.text.mapTo(page, nothing.text.rect().center())) is nothing.text
    qtbot.mouseClick(nothing.buttons[0], Qt.MouseButton.LeftButton)
    assert explorer.state.query == Query("KazSat")
    assert len(explorer.results) > 0
    assert not nothing.isVisible()
    explorer.back()
    assert nothing.isVisible()


@pytest.mark.parametrize("view", VIEWS)
def test_the_filter_to_relax_is_a_key_away(lost, qtbot, view):
    explorer, nothing = lost(f"show={view}&text=kazsat&kind=accident&partner=italy")
    (button,) = nothing.buttons
    assert button.text() == "Without “Accident”: 7 records"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(explorer.results) == 7


def test_offers_follow_what_is_typed(lost, qtbot):
    explorer, nothing = lost("text=kazsta")
    explorer.search("bellarus")
    qtbot.waitUntil(lambda: nothing.buttons[0].text().startswith("“Belarus”"))
    explorer.search("zz" * 200 + "&b")
    qtbot.waitUntil(lambda: "zz" in nothing.buttons[0].text())
    assert len(nothing.buttons) == 1
    assert nothing.width() <= 1280 - 272


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_said_while_something_is_found(lost, view):
    _, nothing = lost(f"show={view}")
    assert not nothing.isVisible()
