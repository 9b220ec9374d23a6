"""What every action keeps, whoever adds it."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from kzexplorer.ui.actions import actions
from kzexplorer.ui.commands import CommandMenu
from kzexplorer.ui.views import views

EACH = pytest.mark.parametrize("action", actions(), ids=lambda action: action.id)


def test_no_two_share_a_key():
    keys = [QKeySequence(key).toString() for action in actions() for key in action.keys]
    keys += [f"Ctrl+{number}" for number, _ in enumerate(views(), start=1)]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@EACH
def test_its_keys_are_keys(action):
    for key in action.keys:
        sequence = QKeySequence(key)
        assert sequence.count() == 1
        assert sequence.toString()


def test_each_stands_in_its_menu_with_its_key(open_window):
    _, window = open_window("partner=italy")
    (button,) = window.findChildren(CommandMenu)
    for action in actions():
        (command,) = (one for one in button.menus[action.menu].actions() if one is window.commands[action.id])
        assert command.declared is action
        assert command.text() == action.text
        assert [key.toString() for key in command.shortcuts()] == [QKeySequence(key).toString() for key in action.keys]
        assert command in window.actions()


@pytest.mark.parametrize("state", ["", "partner=italy&focus=kazsat-2", "text=zzzz", "show=table", "show=matrix"])
def test_each_is_grey_exactly_when_it_says_so_and_ticked_when_in_force(state, open_window):
    _, window = open_window(state)
    (button,) = window.findChildren(CommandMenu)
    button.menu().aboutToShow.emit()
    for action in actions():
        command = window.commands[action.id]
        assert command.isEnabled() == action.available(window.desk), action.id
        assert command.isCheckable() == (action.in_force is not None)
        assert command.isChecked() == bool(action.in_force and action.in_force(window.desk)), action.id
    assert window.commands["use-system"].isChecked()
