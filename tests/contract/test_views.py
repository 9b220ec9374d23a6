"""What every central view keeps, whoever adds it."""

import pytest
from PySide6.QtWidgets import QPushButton

from kzexplorer.domain.state import State
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.store.facets import facets
from kzexplorer.ui.keys_sheet import KeysSheet
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.views import views

EACH = pytest.mark.parametrize("view", views(), ids=lambda view: view.id)


def test_the_first_is_what_a_state_shows():
    assert State().look.view == views()[0].id


@EACH
def test_a_state_carries_it(view):
    state = parse_state(f"show={view.id}", [facet.id for facet in facets()])
    assert state.look.view == view.id
    assert parse_state(str(state), [facet.id for facet in facets()]) == state


@EACH
def test_its_button_and_its_state_show_it(view, open_window):
    explorer, window = open_window(f"show={view.id}")
    shown = window.stack.currentWidget()
    (button,) = (one for one in window.switch.findChildren(QPushButton) if one.text() == view.title)
    assert button.isChecked()
    other = next(one for one in views() if one is not view)
    window.stack.choose(other.id)
    assert window.stack.currentWidget() is not shown
    button.click()
    assert window.stack.currentWidget() is shown
    assert explorer.state.look.view == view.id


@EACH
@pytest.mark.parametrize("state", ["text=zzzz", "partner=italy&kind=accident"])
def test_it_says_so_when_nothing_is_found(view, state, open_window, qtbot):
    _, window = open_window(f"show={view.id}&{state}")

    def said():
        texts = [label.text() for label in window.stack.currentWidget().findChildren(PlainLabel) if label.isVisible()]
        assert "No record meets all of this." in texts

    qtbot.waitUntil(lambda: said() is None)


@EACH
def test_its_keys_stand_in_the_sheet(view, open_window):
    _, window = open_window()
    sheet = KeysSheet(window.desk)
    texts = {label.text() for label in sheet.findChildren(PlainLabel)}
    for key, does in view.keys:
        assert {key, does} <= texts
    sheet.deleteLater()
