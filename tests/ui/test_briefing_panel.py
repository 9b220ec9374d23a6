"""The panel in which a briefing is made, as its user works with it: by mouse, by keys, and against mishaps."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzexplorer.domain.briefing import Briefing, Step
from kzexplorer.shelf import read_briefing, write_briefing
from kzexplorer.store.facets import facets
from kzexplorer.ui.briefing.panel import BriefingPanel
from kzexplorer.ui.parts.notice import Notice

FACETS = [facet.id for facet in facets()]
TALK = Briefing("Talk", "2026-11", tuple(Step(headline=name, notes=f"about {name}") for name in "abcd"))


@pytest.fixture
def panel(open_window):
    _, window = open_window("partner=italy&focus=kazsat-3")
    window.commands["briefing"].trigger()
    (panel,) = window.findChildren(BriefingPanel)
    yield panel
    window.desk.briefings.composing.begin()
    panel.close()


def composing(panel):
    return panel._composing


def headlines(panel):
    return [step.headline for step in composing(panel).briefing.steps]


def shown(panel):
    return [panel.list.item(row).text().split(maxsplit=1)[1] for row in range(panel.list.count())]


def button(panel, text):
    (found,) = (b for b in panel.findChildren(type(panel.present)) if b.text() == text)
    return found


def test_steps_are_made_of_the_view_the_landmarks_and_the_basket(panel):
    window = panel.parent()
    assert not panel.headline.isEnabled()
    button(panel, "+ This view").click()
    assert headlines(panel) == ["KazSat-3"]
    button(panel, "+ Landmarks").click()
    assert headlines(panel) == ["KazSat-3", "KazSat-1", "KazSat-2", "KazSat-3", "ExoMars 2016"]
    assert panel.list.currentRow() == 4
    window.desk.keeping.add(["kazsat-1"])
    panel.list.setCurrentRow(0)
    button(panel, "+ Basket").click()
    assert headlines(panel)[1] == "KazSat-1"
    assert panel.list.currentRow() == 1
    assert shown(panel) == headlines(panel)
    assert panel.remark.isHidden()
    window.desk.keeping.remove(["kazsat-1"])


def test_headline_and_notes_are_typed_and_undone(panel):
    composing(panel).begin(TALK)
    panel.list.setCurrentRow(1)
    panel.headline.selectAll()
    QTest.keyClicks(panel.headline, "New words ")
    QTest.keyClicks(panel.notes, "Say it slowly. ")
    assert headlines(panel)[1] == "New words"
    assert panel.headline.text() == "New words "  # the blank that is being typed stays
    assert composing(panel).briefing.steps[1].notes == "Say it slowly. about b"
    panel.undo.click()
    panel.undo.click()
    assert composing(panel).briefing == TALK
    assert panel.headline.text() == "b"
    assert panel.notes.toPlainText() == "about b"


def test_what_is_undone_is_shown(panel):
    composing(panel).begin(TALK)
    panel.list.setCurrentRow(1)
    QTest.keyClicks(panel.notes, "Slowly. ")
    panel.list.setCurrentRow(0)
    panel.undo.click()
    assert panel.list.currentRow() == 1
    assert panel.notes.toPlainText() == "about b"
    panel.list.setCurrentRow(0)
    panel.redo.click()
    assert panel.list.currentRow() == 1
    last = len(TALK.steps) - 1
    panel.list.setCurrentRow(last)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.undo.click()
    assert panel.list.currentRow() == last


def test_steps_are_put_in_order_by_keys_and_by_drag(panel):
    composing(panel).begin(TALK)
    panel.list.setCurrentRow(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (headlines(panel), panel.list.currentRow()) == (["b", "a", "c", "d"], 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert (headlines(panel), panel.list.currentRow()) == (["a", "b", "c", "d"], 0)
    model = panel.list.model()
    for start, before, wanted in ((0, 4, "bcda"), (3, 0, "abcd"), (1, 3, "acbd")):
        assert model.moveRow(QModelIndex(), start, QModelIndex(), before)  # what a drop does
        QApplication.processEvents()
        assert "".join(headlines(panel)) == wanted
        assert shown(panel) == headlines(panel)
        assert panel.headline.text() == panel.step.headline


def test_steps_are_doubled_taken_out_and_brought_back(panel):
    composing(panel).begin(TALK)
    panel.list.setCurrentRow(1)
    QTest.keyClick(panel.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert headlines(panel) == ["a", "b", "b", "c", "d"]
    for row in (0, 1):
        panel.list.item(row).setSelected(True)
    panel.list.item(2).setSelected(False)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert headlines(panel) == ["b", "c", "d"]
    assert [index.row() for index in panel.list.selectedIndexes()] == [0]
    panel.undo.click()
    panel.list.selectAll()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert headlines(panel) == []
    assert panel.notes.toPlainText() == ""
    panel.undo.click()
    assert headlines(panel) == ["a", "b", "b", "c", "d"]


def test_it_is_saved_opened_and_said_to_be(panel, tmp_path, monkeypatch):
    path = tmp_path / "mine.kzbrief"
    room = panel._room
    monkeypatch.setattr(room, "_choose_path", lambda *_: path)
    monkeypatch.setattr(room, "_choose_file", lambda *_: path)
    composing(panel).begin(TALK)
    assert panel.saved.text() == "not saved yet"
    assert room.save(panel)
    assert panel.saved.text() == "mine.kzbrief · saved"
    assert read_briefing(path, FACETS).briefing == TALK
    panel.list.setCurrentRow(0)
    QTest.keyClicks(panel.headline, "!")
    assert panel.saved.text() == "mine.kzbrief · changed, not saved"
    room.open(panel)  # asks first, since it is not saved
    (box,) = panel.findChildren(Notice)
    assert headlines(panel)[0] == "a!"
    box.act.click()
    assert headlines(panel)[0] == "a"


def test_another_window_s_steps_are_not_overwritten(panel, tmp_path):
    path = tmp_path / "shared.kzbrief"
    write_briefing(path, TALK)
    composing(panel).open(path)
    theirs = TALK.with_steps(0, [Step(headline="theirs")])
    write_briefing(path, theirs)
    panel.list.setCurrentRow(0)
    QTest.keyClicks(panel.headline, "!")
    assert not panel._room.save(panel)
    (box,) = panel.findChildren(Notice)
    assert "another window" in box.sentence.text()
    assert box.act.text() == "Save as…"
    assert read_briefing(path, FACETS).briefing == theirs
    assert headlines(panel)[0] == "a!"
    box.close()


def test_a_damaged_file_is_offered_as_a_new_briefing(panel, tmp_path, monkeypatch):
    path = tmp_path / "half.kzbrief"
    write_briefing(path, TALK)
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"step\nheadline: c")])
    monkeypatch.setattr(panel._room, "_choose_file", lambda *_: path)
    panel._room.open(panel)
    (box,) = panel.findChildren(Notice)
    assert "half.kzbrief” is damaged" in box.sentence.text()
    assert headlines(panel) == ["a", "b"]
    assert panel.saved.text() == "not saved yet"
    box.close()


def test_a_view_of_the_window_goes_into_a_step_and_back(panel):
    window = panel.parent()
    composing(panel).begin(TALK)
    panel.list.setCurrentRow(2)
    button(panel, "Take the window's view").click()
    assert str(panel.step.state) == "partner=italy&focus=kazsat-3"
    assert (panel.step.headline, panel.step.notes) == ("c", "about c")
    window.desk.explorer.clear()
    button(panel, "Show in the window").click()
    assert str(window.desk.explorer.state) == "partner=italy&focus=kazsat-3"


def test_f5_presents_from_the_current_step_and_the_button_in_the_window_too(panel):
    window = panel.parent()
    composing(panel).begin(TALK)
    panel.list.setCurrentRow(2)
    panel.present.click()
    talk = panel._room.presentation
    assert talk.talk.number == 2
    window.commands["present"].trigger()
    assert panel._room.presentation is talk
    talk.end()
    assert panel._room.presentation is None
    window.commands["present"].trigger()
    assert panel._room.presentation.talk.number == 0
    panel._room.presentation.end()


def test_without_a_briefing_the_landmarks_of_the_view_are_presented(open_window):
    _, window = open_window("partner=italy")
    window.commands["present"].trigger()
    talk = window.desk.briefings.presentation
    assert talk.talk.count == 5
    assert talk.speaker.list.item(1).text().endswith("KazSat-1")
    talk.end()


def test_ready_briefings_are_opened_from_the_menu(open_window):
    _, window = open_window()
    for stem in ("baikonur", "italy", "kazsat-to-exports"):
        window.commands[f"ready-{stem}"].trigger()
        (panel,) = window.findChildren(BriefingPanel)
        assert panel.list.count() >= 8
        assert composing(panel).is_saved
        assert composing(panel).path is None
    panel.close()


def test_a_thousand_steps_are_shown_and_changed(panel):
    composing(panel).begin(Briefing("Long", "2026-11", TALK.steps * 250))
    assert panel.list.count() == 1000
    panel.list.setCurrentRow(999)
    QTest.keyClicks(panel.headline, "!")
    assert headlines(panel)[999] == "d!"
    assert panel.list.item(999).text() == "1000   d!"


def test_the_next_start_takes_up_what_was_not_saved(qtbot, store, theme):
    from kzexplorer import paths
    from kzexplorer.app import restored_window
    from kzexplorer.domain.language import ENGLISH
    from kzexplorer.domain.state import State
    from kzexplorer.viewmodel.composing import Composing

    before = Composing(paths.user_data() / "briefings", FACETS, store.edition.name, ENGLISH)
    before.begin(TALK)
    before.leave()
    _, window = restored_window(store, ENGLISH, State(), theme)
    qtbot.addWidget(window)
    made = window.desk.briefings.composing
    assert made.briefing == TALK
    assert not made.is_saved
    assert "“Talk” with 4 steps was not saved; it is open again." in window.messages.text.text()
    made.begin()
    made.leave()


def test_the_menu_and_the_small_buttons_do_what_they_say(panel, tmp_path, monkeypatch):
    path = tmp_path / "by-menu.kzbrief"
    monkeypatch.setattr(panel._room, "_choose_path", lambda *_: path)
    monkeypatch.setattr(panel._room, "_choose_file", lambda *_: path)
    acts = {action.text(): action for action in panel.files.menu().actions()}
    composing(panel).begin(TALK)
    panel.list.setCurrentRow(1)
    up, down, double, delete = panel._of_step
    up.click()
    assert "".join(headlines(panel)) == "bacd"
    down.click()
    assert "".join(headlines(panel)) == "abcd"
    double.click()
    assert "".join(headlines(panel)) == "abbcd"
    delete.click()
    assert "".join(headlines(panel)) == "abcd"
    acts["Save as…"].trigger()
    assert read_briefing(path, FACETS).briefing == composing(panel).briefing
    acts["New briefing"].trigger()
    assert headlines(panel) == []
    acts["Open…"].trigger()
    assert "".join(headlines(panel)) == "abcd"
    composing(panel).remove({0})
    acts["Save"].trigger()
    assert len(read_briefing(path, FACETS).briefing.steps) == 3
    acts["Italy and Kazakhstan"].trigger()
    assert panel.title.text() == "Italy and Kazakhstan"
