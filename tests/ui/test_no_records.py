"""A database without any record: the window says so in every view, and nothing in it fails."""

import pytest
from PySide6.QtCore import Qt

from kzexplorer.store import Repository
from kzexplorer.tour.empty import empty_edition
from kzexplorer.ui.palette import Palette
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.views import views


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    store = Repository.open(empty_edition(tmp_path_factory.mktemp("empty")))
    yield store
    store.close()


@pytest.mark.parametrize("view", views(), ids=lambda view: view.id)
def test_every_view_says_so(open_window, nothing, view, qtbot):
    explorer, window = open_window(f"show={view.id}", data=nothing)

    def said():
        labels = window.stack.currentWidget().findChildren(PlainLabel)
        texts = [label.text() for label in labels if label.isVisible()]
        assert "There are no records in this database." in texts
        assert any("kzexplorer --db FILE" in text for text in texts)

    qtbot.waitUntil(lambda: said() is None)
    assert window.status.sentence.text() == "0 of 0 records"
    assert not window.commands["export"].declared.available(window.desk)
    qtbot.keyClicks(window.search, "kazsat")
    assert len(explorer.results) == 0
    qtbot.waitUntil(lambda: said() is None)


def test_keys_and_the_palette_find_nothing_and_go_on(open_window, nothing, qtbot):
    _, window = open_window(data=nothing)
    lanes = window.stack.currentWidget()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Plus, Qt.Key.Key_0):
        qtbot.keyClick(lanes.focusProxy(), key)
    window.commands["palette"].trigger()
    (palette,) = window.findChildren(Palette)
    # There are ready briefings all the same, with steps that this data lacks.
    qtbot.keyClicks(palette.line, "sputnik")
    assert palette.model.rowCount() == 0
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
