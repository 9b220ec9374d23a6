"""What every action keeps, whoever adds it."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from kzexplorer.ui.actions import actions
from kzexplorer.ui.commands import Command, CommandMenu
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


@EACH
def test_it_stands_in_the_menu_with_its_key(action, open_window):
    _, window = open_window("partner=italy")
    (button,) = window.findChildren(CommandMenu)
    (command,) = (one for one in button.menu().actions() if isinstance(one, Command) and one.declared is action)
    assert command.text() == action.text
    assert [key.toString() for key in command.shortcuts()] == [QKeySequence(key).toString() for key in action.keys]
    assert window.commands[action.id] is command
    assert command in window.actions()


@EACH
@pytest.mark.parametrize("state", ["", "partner=italy&focus=kazsat-2", "text=zzzz", "show=table", "show=matrix"])
def test_it_is_grey_exactly_when_it_says_so(action, state, open_window):
    _, window = open_window(state)
    command = window.commands[action.id]
    command.refresh()
    assert command.isEnabled() == action.available(window.desk)
