"""What the window has around its views: keys, About, icons, the mouse's side buttons, and its end."""

import platform

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from kzexplorer import paths
from kzexplorer.ui.about import AboutBox
from kzexplorer.ui.commands import Command
from kzexplorer.ui.keys_sheet import KeysSheet
from kzexplorer.ui.views import views


def test_the_side_buttons_of_the_mouse_go_back_and_forward(open_window):
    explorer, window = open_window()
    explorer.toggle("kind", "launch")
    at = QPoint(window.width() // 2, window.height() // 2)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, at)
    assert not explorer.state.query
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, at)
    assert explorer.state.query


@pytest.mark.parametrize("key", [Qt.Key.Key_W, Qt.Key.Key_Q])
def test_keys_close_the_window(open_window, qtbot, key):
    _, window = open_window()
    window.activateWindow()
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_a_key_shows_all_keys(open_window, qtbot, key):
    _, window = open_window()
    window.activateWindow()
    window.partners.view.setFocus()
    qtbot.keyClick(window.partners.view, key)
    (sheet,) = window.findChildren(KeysSheet)
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_sheet_holds_every_key_there_is(open_window):
    _, window = open_window()
    window.commands["keys"].trigger()
    (sheet,) = window.findChildren(KeysSheet)
    shown = {(key.strip(), what) for _, rows in sheet.parts for keys, what in rows for key in keys.split(", ")}
    for command in window.actions():
        assert isinstance(command, Command)
        for sequence in command.shortcuts():
            assert (sequence.toString(), command.text()) in shown
    headings = [heading for heading, _ in sheet.parts]
    of_views = [view.title for view in views() if view.keys]
    assert headings[-len(of_views) - 1 :] == ["Lists and filters", *of_views]
    labels = {label.text() for label in sheet.findChildren(QLabel)}
    assert {what for _, what in shown} <= labels
    sheet.close()


def test_about_says_which_program_and_data_this_is_and_copies_it(open_window, qtbot, store):
    _, window = open_window()
    window.commands["about"].trigger()
    (box,) = window.findChildren(AboutBox)
    qtbot.mouseClick(box.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    for part in (
        "Edition 2026-11",
        "data to 30 September 2026",
        "309 records, 42 partners, 98 organizations, 451 sources",
        str(paths.database()),
        f"Python {platform.python_version()}",
        "Qt 6.",
        "PySide6 6.",
        f"SQLite {store.engine}",
        "MIT",
        "CC BY 4.0",
        "GCAT",
    ):
        assert part in text
    for label in box.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    box.close()


def test_the_program_has_an_icon(qapp):
    icon = QIcon(str(paths.resources() / "icons" / "kzexplorer.svg"))
    for size in (16, 32, 256):
        picture = icon.pixmap(size, size).toImage()
        assert picture.width() == size
        assert picture.pixelColor(size // 2, size - 2 if size > 16 else size - 3).name() == "#00738c"


def test_lines_are_cleared_with_a_cross_in_the_themes_colours(open_window, theme):
    _, window = open_window("text=kazsat")
    action = window.search.findChild(QAction, "_q_qlineeditclearaction")

    def colour():
        return action.icon().pixmap(16, 16).toImage().pixelColor(8, 8).name()

    light = colour()
    theme.use(theme.known["dark"])
    assert colour() != light
    theme.use(theme.known["light"])
    assert colour() == light
    lines = [line for line in window.findChildren(QLineEdit) if line.isClearButtonEnabled()]
    assert len(lines) >= 2


def test_dialogs_are_gone_when_they_are_closed(open_window, qtbot):
    _, window = open_window()
    for name in ("keys", "about"):
        window.commands[name].trigger()
        (dialog,) = window.findChildren(QDialog)
        dialog.close()
        qtbot.waitUntil(lambda: not window.findChildren(QDialog))
