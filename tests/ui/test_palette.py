"""The command palette by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from shiboken6 import isValid

from kzexplorer.ui.palette import Palette
from kzexplorer.ui.parts.plain import LinkLabel
from kzexplorer.viewmodel.palette_list import Entry


@pytest.fixture
def palette(open_window, qtbot):
    explorer, window = open_window()
    window.activateWindow()
    window.search.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (opened,) = window.findChildren(Palette)
    return explorer, window, opened


def texts(palette):
    return [palette.model.index(row).data() for row in range(palette.model.rowCount())]


def test_ctrl_k_opens_it_with_the_actions_and_their_keys(palette):
    _, _, opened = palette
    assert opened.isVisible()
    assert texts(opened)[0] == "Search"
    first = opened.model.entry(opened.model.index(0))
    assert first.keys == "Ctrl+F"
    assert "Export this matrix…" not in texts(opened)
    assert "Find anything…" not in texts(opened)


def test_a_partner_an_organization_and_a_record_are_a_few_letters_away(palette, qtbot):
    explorer, window, opened = palette
    for typed, slug in (("мальта", None), ("italy", "italy"), ("thales ital", "tasi"), ("KazSat-3", "kazsat-3")):
        if not opened.isVisible():
            window.commands["palette"].trigger()
            (opened,) = (one for one in window.findChildren(Palette) if one.isVisible())
        # Not by keys: Qt’s own test of them knows ASCII alone.
        opened.line.setText(typed)
        if slug is None:
            assert opened.nothing.isVisible()
            qtbot.keyClick(opened.line, Qt.Key.Key_Return)
            assert opened.isVisible()
            continue
        qtbot.keyClick(opened.line, Qt.Key.Key_Return)
        assert explorer.state.look.focus == slug
        assert not opened.isVisible()


def test_an_action_is_done(palette, qtbot):
    explorer, window, opened = palette
    explorer.toggle("kind", "launch")
    opened.close()
    window.commands["palette"].trigger()
    opened = window.findChildren(Palette)[-1]
    qtbot.keyClicks(opened.line, "take off")
    qtbot.keyClick(opened.line, Qt.Key.Key_Return)
    assert not explorer.state.query


def test_arrows_go_round_while_the_cursor_stays_in_the_line(palette, qtbot):
    _, _, opened = palette
    last = opened.model.rowCount() - 1
    for key, row in (
        (Qt.Key.Key_Up, last),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, 11),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_Tab, 1),
    ):
        qtbot.keyClick(opened.line, key)
        assert opened.list.currentIndex().row() == row
        assert opened.line.hasFocus()
    assert opened.line.accessibleDescription().startswith(str(opened.list.currentIndex().data()))


def test_escape_or_a_click_beside_it_closes_it_and_gives_the_keys_back(palette, qtbot):
    explorer, window, opened = palette
    before = explorer.state
    qtbot.keyClick(opened.line, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert window.search.hasFocus()
    window.commands["palette"].trigger()
    opened = window.findChildren(Palette)[-1]
    qtbot.mouseClick(opened, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not opened.isVisible()
    assert explorer.state == before


def test_it_closes_when_what_had_the_keys_is_gone(open_window, qtbot):
    explorer, window = open_window()
    window.activateWindow()
    explorer.focus("kazsat-3")
    link = window.findChild(LinkLabel)
    link.setFocus()
    assert window.focusWidget() is link
    window.commands["palette"].trigger()
    (opened,) = window.findChildren(Palette)
    explorer.focus("italy")  # as another window of the same explorer would
    qtbot.waitUntil(lambda: not isValid(link))
    qtbot.keyClick(opened.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Palette))
    assert window.isVisible()


def test_a_click_chooses_and_it_follows_the_windows_size(palette, qtbot):
    explorer, window, opened = palette
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: opened.size() == window.size())
    assert opened.rect().contains(opened.card.geometry())
    opened.line.setText("belarus")
    rect = opened.list.visualRect(opened.model.index(0))
    qtbot.mouseClick(opened.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert explorer.state.look.focus == "belarus"


def test_saved_views_are_opened_by_their_name(open_window, qtbot):
    explorer, window = open_window("kind=treaty")
    window.desk.keeping.save_view("Treaties", str(explorer.state))
    explorer.clear()
    window.commands["palette"].trigger()
    opened = window.findChildren(Palette)[-1]
    qtbot.keyClicks(opened.line, "treaties")
    assert opened.model.entry(opened.model.index(0)).kind == "Saved view"
    qtbot.keyClick(opened.line, Qt.Key.Key_Return)
    assert explorer.state.query.choices.of("kind").any_of == ("treaty",)


def test_a_further_source_is_a_function(open_window, qtbot):
    _, window = open_window()
    done = []
    opened = Palette(window.desk, (lambda desk: [Entry("<b>Something</b> & more", "Other", lambda: done.append(1))],))
    opened.open()
    assert texts(opened) == ["<b>Something</b> & more"]
    assert not window.grab().isNull()
    qtbot.keyClick(opened.line, Qt.Key.Key_Return)
    assert done == [1]
