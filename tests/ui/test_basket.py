"""Baskets and saved views by mouse and by keyboard."""

import csv
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from kzexplorer.domain.state import State
from kzexplorer.ui.actions.export import export_dialog
from kzexplorer.ui.keeping.basket_button import Star
from kzexplorer.ui.keeping.basket_panel import BasketPanel
from kzexplorer.ui.keeping.saved_views import SavedViews
from kzexplorer.ui.parts.line_dialog import LineDialog
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.viewmodel.roles import Role

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def the(kind, window):
    (one,) = (widget for widget in window.findChildren(kind) if widget.isVisible())
    return one


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    window.activateWindow()
    qtbot.keyClick(window, key, modifier)


def spot(view, row, *, cross=False):
    rect = view.visualRect(view.model().index(row, 0))
    return QPoint(rect.right() - 10, rect.center().y()) if cross else rect.center()


def names(view):
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


@pytest.fixture
def focused(open_window):
    explorer, window = open_window("focus=kazsat-3")
    return explorer, window, window.desk.keeping


@pytest.mark.parametrize("key", [(Qt.Key.Key_B,), (Qt.Key.Key_B, CTRL)])
def test_a_key_puts_what_is_in_focus_into_the_basket_and_takes_it_out(focused, qtbot, key):
    _, window, keeping = focused
    star = window.detail.findChild(Star)
    press(qtbot, window, *key)
    assert keeping.basket.slugs == ("kazsat-3",)
    assert window.basket.text() == "☆ Basket 1"
    assert star.isChecked()
    press(qtbot, window, *key)
    assert window.basket.text() == "☆ Basket 0"
    assert not star.isChecked()


def test_the_star_is_a_toggle_and_only_records_have_one(focused, qtbot):
    explorer, window, keeping = focused
    qtbot.mouseClick(window.detail.findChild(Star), LEFT)
    assert keeping.basket.slugs == ("kazsat-3",)
    assert window.detail.findChild(Star).accessibleName() == "Take out of the basket (B)"
    explorer.focus("kazsat-2")
    assert not the(Star, window.detail).isChecked()
    explorer.focus("italy")
    assert [star for star in window.detail.findChildren(Star) if star.isVisible()] == []
    press(qtbot, window, Qt.Key.Key_B)
    assert keeping.basket.slugs == ("kazsat-3",)


def test_a_letter_typed_is_a_letter(focused, qtbot):
    explorer, window, keeping = focused
    window.search.setFocus()
    qtbot.keyClicks(window.search, "b")
    assert explorer.state.query.text == "b"
    assert keeping.basket.slugs == ()


def test_the_selection_goes_before_the_focus(open_window, qtbot):
    explorer, window = open_window("show=table&partner=italy")
    explorer.select(row.slug for row in explorer.rows[:3])
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    assert window.desk.keeping.basket.slugs == tuple(row.slug for row in explorer.rows[:3])
    explorer.toggle("kind", "launch")
    assert len(window.desk.keeping.basket.slugs) == 3


def test_the_panel_lists_looks_and_takes_out(focused, qtbot):
    explorer, window, keeping = focused
    keeping.add(["kazsat-1", "kazsat-2", "<b>gone</b>", "kazsat-3"])
    qtbot.mouseClick(window.basket, LEFT)
    panel = the(BasketPanel, window)
    view = panel.view
    assert names(view) == ["KazSat-1", "KazSat-2", "<b>gone</b>", "KazSat-3"]
    assert panel._count.text() == "4 records, 1 not in this data"
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot(view, 0))
    assert explorer.state.look.focus == "kazsat-1"
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert explorer.state.look.focus == "kazsat-2"
    view.setCurrentIndex(view.model().index(2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert explorer.state.look.focus == "kazsat-2"
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot(view, 0, cross=True))
    qtbot.waitUntil(lambda: keeping.basket.slugs == ("kazsat-2", "<b>gone</b>", "kazsat-3"))
    assert explorer.state.look.focus == "kazsat-2"
    assert view.currentIndex().data(Role.SLUG) == "kazsat-2"
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert keeping.basket.slugs == ("kazsat-3",)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert keeping.basket.slugs == ()
    assert not view.isVisible()
    assert panel._empty.isVisible()
    assert not panel.export.isEnabled()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_panel_opens_once_and_goes_with_the_same_key(focused, qtbot):
    _, window, _ = focused
    press(qtbot, window, Qt.Key.Key_B, CTRL | SHIFT)
    the(BasketPanel, window)
    press(qtbot, window, Qt.Key.Key_B, CTRL | SHIFT)
    assert [panel for panel in window.findChildren(BasketPanel) if panel.isVisible()] == []


def test_baskets_are_made_named_chosen_and_deleted(focused, qtbot):
    _, window, keeping = focused
    keeping.add(["kazsat-3"])
    window.commands["show-basket"].trigger()
    panel = the(BasketPanel, window)
    new, rename, delete = panel._changes
    new.trigger()
    dialog = the(LineDialog, panel)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.answer.text() == "A name is missing; write at least one letter."
    qtbot.keyClicks(dialog.line, "My basket")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.answer.text() == "The name “My basket” is taken; choose another."
    qtbot.keyClicks(dialog.line, " & <b>Co</b>")
    assert dialog.answer.text() == ""
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert keeping.basket.name == "My basket & <b>Co</b>"
    assert panel.baskets.text() == "My basket && <b>Co</b> ▾"
    rename.trigger()
    dialog = the(LineDialog, panel)
    dialog.line.setText("Milan")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert [action.text() for action in panel._names.actions()] == ["My basket (1)", "Milan (0)"]
    delete.trigger()
    assert keeping.basket.name == "My basket"
    delete.trigger()
    box = the(Notice, panel)
    assert box.sentence.textFormat() is Qt.TextFormat.PlainText
    assert "“My basket” with its 1 record?" in box.sentence.text()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert keeping.basket.slugs == ("kazsat-3",)
    delete.trigger()
    qtbot.mouseClick(the(Notice, panel).act, LEFT)
    assert keeping.basket.slugs == ()


def test_another_basket_is_chosen_in_the_menu(focused):
    _, window, keeping = focused
    keeping.add(["kazsat-3"])
    keeping.new_basket("Milan")
    window.commands["show-basket"].trigger()
    panel = the(BasketPanel, window)
    panel._names.actions()[0].trigger()
    assert keeping.basket.name == "My basket"
    assert [action.isChecked() for action in panel._names.actions()] == [True, False]
    assert names(panel.view) == ["KazSat-3"]


def test_the_basket_is_exported_without_what_is_gone(focused, qtbot, tmp_path):
    _, window, keeping = focused
    keeping.add(["kazsat-2", "gone", "kazsat-1"])
    target = tmp_path / "out.csv"
    dialog = export_dialog(replace(window.desk, choose_path=lambda parent, suggested, suffix: target))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.basket.isChecked()
    assert dialog.basket.text() == "The 2 records in the basket"
    dialog.basket.setChecked(True)
    QApplication.processEvents()
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(dialog.outcome.open_folder.isVisible, timeout=60_000)
    with target.open(encoding="utf-8", newline="") as file:
        assert [row["slug"] for row in csv.DictReader(file)] == ["kazsat-2", "kazsat-1"]
    assert "basket “My basket”" in target.with_name("out.csv-metadata.json").read_text("utf-8")


def test_an_empty_basket_is_not_offered(focused, qtbot):
    _, window, _ = focused
    dialog = export_dialog(window.desk)
    qtbot.addWidget(dialog)
    assert not dialog.basket.isEnabled()


def test_a_view_is_saved_found_and_opened(open_window, qtbot):
    explorer, window = open_window("partner=italy&show=table")
    press(qtbot, window, Qt.Key.Key_D, CTRL)
    dialog = the(LineDialog, window)
    assert dialog.line.text() == "with Italy"
    dialog.line.setText("Рим")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    (view,) = window.desk.keeping.views
    assert (view.name, view.state) == ("Рим", "partner=italy&show=table")
    explorer.open(State())
    qtbot.mouseClick(window.chips.save, LEFT)
    dialog = the(LineDialog, window)
    dialog.line.setText(" Рим")
    assert dialog.answer.text() == "A view of this name is there; it will be replaced."
    dialog.line.setText("Everything")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    press(qtbot, window, Qt.Key.Key_O, CTRL)
    dialog = the(SavedViews, window)
    assert names(dialog.view) == ["Рим", "Everything"]
    qtbot.keyClicks(dialog.filter, "rim")
    assert names(dialog.view) == ["Рим"]
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert explorer.state.look.view == "table"
    assert explorer.state.query.choices.of("partner").any_of == ("italy",)
    assert not dialog.isVisible()
    explorer.back()
    assert explorer.state.query == State().query


def test_saved_views_by_arrows_and_what_cannot_be_opened(focused, qtbot):
    explorer, window, keeping = focused
    keeping.save_view("broken", "what=is this")
    keeping.save_view("France", "partner=france")
    before = explorer.state
    window.commands["open-view"].trigger()
    dialog = the(SavedViews, window)
    qtbot.mouseClick(dialog.view.viewport(), LEFT, pos=spot(dialog.view, 0))
    qtbot.mouseDClick(dialog.view.viewport(), LEFT, pos=spot(dialog.view, 0))
    assert explorer.state == before
    assert dialog.isVisible()
    assert "A view has no key “what”" in dialog.answer.text()
    dialog.filter.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Down)
    dialog.view.setCurrentIndex(dialog.view.model().index(1, 0))
    qtbot.mouseClick(dialog.open_button, LEFT)
    assert explorer.state.query.choices.of("partner").any_of == ("france",)


def test_saved_views_are_renamed_deleted_and_brought_back(focused, qtbot):
    _, window, keeping = focused
    for name in "abc":
        keeping.save_view(name, f"text={name}")
    window.commands["open-view"].trigger()
    dialog = the(SavedViews, window)
    qtbot.mouseClick(dialog.rename, LEFT)
    line = the(LineDialog, dialog)
    line.line.setText("b")
    qtbot.mouseClick(line.accept_button, LEFT)
    assert "“b” is taken" in line.answer.text()
    line.line.setText("A")
    qtbot.mouseClick(line.accept_button, LEFT)
    assert names(dialog.view) == ["A", "b", "c"]
    dialog.view.selectAll()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert keeping.views == ()
    assert "Ctrl+D" in dialog._empty.text()
    assert dialog.answer.text() == "Deleted 3 views."
    qtbot.mouseClick(dialog.undo, LEFT)
    assert names(dialog.view) == ["A", "b", "c"]
    assert not dialog.undo.isVisible()
    qtbot.mouseClick(dialog.view.viewport(), LEFT, pos=spot(dialog.view, 1, cross=True))
    qtbot.waitUntil(lambda: names(dialog.view) == ["A", "c"])
    qtbot.keyClicks(dialog.filter, "zzz")
    assert dialog._empty.text() == "No saved view has these words."
    assert not dialog.open_button.isEnabled()


def test_a_view_from_text_is_opened_or_told_in_place(focused, qtbot):
    explorer, window, _ = focused
    QGuiApplication.clipboard().setText("no view at all")
    press(qtbot, window, Qt.Key.Key_V, CTRL | SHIFT)
    dialog = the(LineDialog, window)
    assert dialog.line.text() == ""
    dialog.line.setText("partner=atlantis")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert "“atlantis” is not a value of “partner”" in dialog.answer.text()
    assert dialog.isVisible()
    dialog.close()
    explorer.toggle("partner", "italy")
    window.commands["copy-view"].trigger()
    explorer.clear()
    press(qtbot, window, Qt.Key.Key_V, CTRL | SHIFT)
    dialog = the(LineDialog, window)
    assert dialog.line.text() == "partner=italy&focus=kazsat-3"
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert explorer.state.query.choices.of("partner").any_of == ("italy",)
    QGuiApplication.clipboard().clear()


def test_messages_stay_until_they_are_closed(focused, qtbot):
    _, window, keeping = focused
    assert not window.messages.isVisible()
    for number in range(4):
        keeping.complained.emit(f"Sentence <b>{number}</b>.")
        keeping.complained.emit(f"Sentence <b>{number}</b>.")
    assert window.messages.text.text() == "Sentence <b>1</b>.\nSentence <b>2</b>.\nSentence <b>3</b>."
    qtbot.mouseClick(window.messages.close_button, LEFT)
    assert not window.messages.isVisible()


def test_no_dialog_is_left(focused):
    _, window, keeping = focused
    keeping.add(["kazsat-1"])
    before = len(window.findChildren(QObject))
    for command in ("show-basket", "save-view", "open-view", "paste-view"):
        window.commands[command].trigger()
        (dialog,) = (one for one in window.findChildren(QDialog) if one.isVisible())
        if command == "show-basket":
            keeping.new_basket("Milan")
            dialog._changes[0].trigger()
            the(LineDialog, dialog).close()
        dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert window.findChildren(QDialog) == []
    assert len(window.findChildren(QObject)) <= before
    keeping.add(["kazsat-2"])
