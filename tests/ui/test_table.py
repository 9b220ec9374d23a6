"""The table by mouse and keyboard: columns, orders, selections and copies."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QTableView

from kzexplorer.domain.state import USUAL_COLUMNS
from kzexplorer.ui.parts.cells import Cells
from kzexplorer.ui.parts.column_menu import ColumnMenu
from kzexplorer.ui.views.table import TableView
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.row_table import RowTable
from rows import row

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_table(open_window):
    def open_(state="", **options):
        explorer, window = open_window(f"show=table&{state}".rstrip("&"), **options)
        return explorer, window, window.findChild(TableView)

    return open_


def headings(view):
    header, model = view.table.horizontalHeader(), view.table.model()
    return [model.headerData(header.logicalIndex(place), Qt.Orientation.Horizontal) for place in range(header.count())]


def entry(menu, text):
    (action,) = [action for action in menu.actions() if action.text() == text]
    return action


def test_columns_are_those_of_the_look(open_table):
    explorer, _, view = open_table("columns=slug,title,sources")
    assert headings(view) == ["Key", "Title", "Sources"]
    explorer.look(replace(explorer.state.look, columns=("title", "areas")))
    assert headings(view) == ["Title", "Areas"]
    explorer.back()
    assert headings(view) == ["Key", "Title", "Sources"]


def test_a_dragged_heading_is_a_new_order_of_columns(open_table, qtbot):
    explorer, _, view = open_table()
    header = view.table.horizontalHeader()
    header.moveSection(0, 2)
    qtbot.waitUntil(lambda: explorer.state.look.columns[:3] == ("kind", "begins", "title"))
    assert headings(view)[:3] == ["Kind", "When", "Title"]
    assert [header.visualIndex(section) for section in range(header.count())] == list(range(header.count()))


def test_every_heading_sorts_in_the_store(open_table):
    explorer, _, view = open_table("columns=title,organizations,sources,slug")
    header = view.table.horizontalHeader()
    header.sectionClicked.emit(2)
    assert explorer.state.look.sort == "sources"
    header.sectionClicked.emit(2)
    counts = [int(view.table.model().index(place, 2).data()) for place in range(20)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 5
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (
        2,
        Qt.SortOrder.AscendingOrder,
    )
    explorer.look(replace(explorer.state.look, columns=("title",)))
    assert header.sortIndicatorSection() == -1


def test_the_menu_of_columns_by_the_keyboard(open_table, qtbot):
    explorer, window, view = open_table()
    view.table.setCurrentIndex(view.table.model().index(0, 2))
    window.commands["columns"].trigger()
    menu = view.findChild(ColumnMenu)
    assert menu.isVisible()
    menu.setActiveAction(entry(menu, "Areas"))
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert explorer.state.look.columns == (*USUAL_COLUMNS, "areas")
    assert menu.isVisible()
    assert entry(menu, "Areas").isChecked()
    entry(menu, "Move to the left").trigger()
    assert explorer.state.look.columns[:3] == ("title", "begins", "kind")
    entry(menu, "Sort downwards").trigger()
    assert explorer.state.look.sort == "-begins"
    assert entry(menu, "Sort downwards").isChecked()
    entry(menu, "Hide this column").trigger()
    assert "begins" not in explorer.state.look.columns
    assert not entry(menu, "Hide this column").isEnabled()
    entry(menu, "The usual columns").trigger()
    assert explorer.state.look.columns == USUAL_COLUMNS
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.findChild(ColumnMenu) is None)


def test_the_last_column_stays(open_table):
    _, _, view = open_table("columns=kind")
    view.open_columns()
    menu = view.findChild(ColumnMenu)
    assert not entry(menu, "Kind").isEnabled()
    assert not entry(menu, "Hide this column").isEnabled()
    assert not entry(menu, "Move to the right").isEnabled()
    menu.close()


def test_a_click_in_the_menu_checks_and_stays(open_table, qtbot):
    explorer, _, view = open_table()
    view.table.horizontalHeader().customContextMenuRequested.emit(QPoint(300, 10))
    menu = view.findChild(ColumnMenu)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry(menu, "Key")).center())
    assert explorer.state.look.columns[-1] == "slug"
    assert menu.isVisible()
    menu.close()


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
def test_the_title_takes_what_the_others_leave(open_table, size):
    _, _, view = open_table(size=size)
    header = view.table.horizontalHeader()
    widths = [header.sectionSize(section) for section in range(header.count())]
    assert widths[0] >= 240
    assert all(64 <= width <= 276 for width in widths[1:])
    assert widths[0] == max(240, view.table.viewport().width() - sum(widths[1:]))


def test_everything_is_selected_at_once_and_copied(open_table, qtbot):
    explorer, window, view = open_table("partner=italy")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert explorer.selection == {row.slug for row in explorer.rows}
    assert window.commands["copy-rows"].shortcut().toString() == "Ctrl+C"
    window.commands["copy-rows"].trigger()
    table = QGuiApplication.clipboard().mimeData()
    lines = table.text().splitlines()
    assert lines[0].split("\t") == ["Title", "Kind", "When", "Partners", "Status", "Certainty"]
    assert len(lines) == 14
    assert table.html().count("<tr>") == 14


def test_a_selection_outlives_another_order_and_comes_from_elsewhere(open_table):
    explorer, _, view = open_table("partner=italy")
    explorer.select(["kazsat-2", "kazsat-3", "not-here"])
    rows = {index.row() for index in view.table.selectionModel().selectedRows()}
    assert {view.table.model().index(place, 0).data(Role.SLUG) for place in rows} == {"kazsat-2", "kazsat-3"}
    explorer.look(replace(explorer.state.look, sort="-title"))
    rows = {index.row() for index in view.table.selectionModel().selectedRows()}
    assert {view.table.model().index(place, 0).data(Role.SLUG) for place in rows} == {"kazsat-2", "kazsat-3"}


def test_a_hundred_thousand_rows_are_selected_at_once(open_table, monkeypatch):
    explorer, _, view = open_table()
    slugs = explorer.store.slugs_at(range(309))
    monkeypatch.setitem(explorer.results.__dict__, "places", tuple(range(309)) * 324)
    view._show()
    assert view.table.model().rowCount() == 100_116
    view.table.selectAll()
    assert explorer.selection == frozenset(slugs)
    # One range, not an index a row: that is what makes it instant.
    assert view.table.selectionModel().selection().size() == 1
    explorer.select(slugs[:62:2])
    assert view.table.selectionModel().selection().size() == 31 * 324
    assert view._slugs() == frozenset(slugs[:62:2])


def test_a_cut_cell_says_itself_whole(labels, store, theme, qtbot, monkeypatch):
    tips = []
    monkeypatch.setattr("kzexplorer.ui.parts.cells.plain_tip", lambda at, text, parent: tips.append(text))
    table = QTableView()
    qtbot.addWidget(table)
    model = RowTable(labels, table)
    monkeypatch.setattr(model, "_rows", (row("x", title="<b>" + "long " * 50),))
    model.show((0,), "")
    table.setModel(model)
    cells = Cells(theme, table)
    table.setItemDelegate(cells)
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    option = QStyleOptionViewItem()
    option.rect = table.visualRect(model.index(0, 0))
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    assert cells.helpEvent(event, table, option, model.index(0, 0))
    option.rect = table.visualRect(model.index(0, 1))
    assert cells.helpEvent(event, table, option, model.index(0, 1))
    assert tips[0].startswith("<b>long")
    assert tips[1] == ""


def test_words_are_underlined_where_they_are_found(open_table, theme):
    _, _, view = open_table("text=kazsat&partner=italy")
    accent = theme.tokens.accent
    picture = view.table.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = sum(picture.pixelColor(x, y).name() == accent for x in range(picture.width()) for y in range(120))
    assert found > 40
