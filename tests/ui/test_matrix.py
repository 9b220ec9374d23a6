"""The matrix by mouse and keyboard, what it counts, and its export."""

import csv
import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from kzexplorer.domain.state import ACROSS, Choice, Query
from kzexplorer.ui.actions.export_matrix import ACTION
from kzexplorer.viewmodel.matrix import Matrix
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.silence import DOWN

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(open_window):
    def open_(state="", **values):
        explorer, window = open_window(f"show=matrix{state and '&'}{state}", **values)
        return explorer, window, window.stack.currentWidget()

    return open_


def filled(store, labels, query, across="area"):
    matrix = Matrix(labels)
    matrix.show(store.cross(query, DOWN, across), across, query)
    return matrix


def heads(matrix, orientation):
    count = matrix.columnCount() if orientation is Qt.Orientation.Horizontal else matrix.rowCount()
    return [matrix.headerData(i, orientation, Role.HEAD) for i in range(count)]


@pytest.mark.parametrize("across", ACROSS)
def test_the_model_passes_qts_own_test(store, labels, qtmodeltester, across):
    matrix = Matrix(labels)
    qtmodeltester.check(matrix)
    query = Query("kazsat")
    matrix.show(store.cross(query, DOWN, across), across, query)
    qtmodeltester.check(matrix)
    nothing = Query("zzzz")
    matrix.show(store.cross(nothing, DOWN, across), across, nothing)
    assert matrix.rowCount() == 0
    qtmodeltester.check(matrix)


def test_rows_are_ordered_as_the_partner_list_and_columns_by_their_totals(store, labels):
    matrix = filled(store, labels, Query())
    rows, columns = heads(matrix, Qt.Orientation.Vertical), heads(matrix, Qt.Orientation.Horizontal)
    assert rows[0].slug == "russia"
    assert rows[-1].slug == "kazakhstan"
    direct = [head.count - head.context for head in rows[:-1]]
    assert direct == sorted(direct, reverse=True)
    assert [head.count for head in columns] == sorted((head.count for head in columns), reverse=True)
    decades = [head.slug for head in heads(filled(store, labels, Query(), "decade"), Qt.Orientation.Horizontal)]
    assert decades == sorted(decades)


def test_a_cell_counts_what_a_click_on_it_finds(store, labels):
    matrix = filled(store, labels, Query("satellite"))
    for row in range(0, matrix.rowCount(), 5):
        for column in range(matrix.columnCount()):
            index = matrix.index(row, column)
            assert index.data(Role.CELL).count == store.count(matrix.both(Query("satellite"), index))
            assert index.data() == str(index.data(Role.CELL).count)


def test_what_is_counted_is_said_in_words(store, labels):
    matrix = filled(store, labels, Query())
    index = matrix.place("italy", "launch-services-and-sites")
    assert matrix.describe(index).splitlines() == [
        "Italy · Launch services and sites",
        "2 records",
        "0 direct, 2 as context only",
    ]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Italy · Launch services and sites, 2 records"
    row = next(i for i, head in enumerate(heads(matrix, Qt.Orientation.Vertical)) if head.slug == "italy")
    assert matrix.describe_head(row, Qt.Orientation.Vertical).splitlines() == [
        "Italy",
        "13 records",
        "8 direct, 5 as context only",
    ]
    assert matrix.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole) == "Italy, 13"
    assert matrix.describe_head(99, Qt.Orientation.Vertical) == ""


def test_a_click_on_a_cell_asks_for_both_and_again_for_neither(shown, qtbot):
    explorer, _, page = shown()
    for wanted in (("france",), ()):
        index = page.matrix.place("france", "earth-observation")
        spot = page.table.visualRect(index).center()
        qtbot.mouseClick(page.table.viewport(), LEFT, pos=QPoint(page.table.visualRect(index).left() + 8, spot.y()))
        assert explorer.state.query.choices.of("partner").any_of == wanted
        assert explorer.state.query.choices.of("area").any_of == (("earth-observation",) if wanted else ())
    assert explorer.can_go_back


def test_a_click_on_a_head_filters_its_value(shown, qtbot):
    explorer, _, page = shown()
    rows, columns = page.table.rows, page.table.columns
    number = next(i for i in range(rows.count()) if rows.head(i).slug == "china")
    qtbot.mouseClick(rows.viewport(), LEFT, pos=QPoint(30, rows.sectionViewportPosition(number) + 10))
    assert explorer.state.query.choices.of("partner").any_of == ("china",)
    slug = columns.head(1).slug
    left = columns.sectionViewportPosition(1) + columns.cell // 2
    qtbot.mouseClick(columns.viewport(), LEFT, pos=QPoint(left, columns.height() - 8))
    assert explorer.state.query.choices.of("area").any_of == (slug,)
    slug = columns.head(2).slug
    left = columns.sectionViewportPosition(2) + columns.cell // 2
    assert columns.section_at(QPoint(left + 40, columns.height() - 26 - 69)) == 2
    qtbot.mouseClick(columns.viewport(), LEFT, pos=QPoint(left + 40, columns.height() - 26 - 69))
    assert slug in explorer.state.query.choices.of("area").any_of


def test_the_whole_by_the_keyboard(shown, qtbot):
    explorer, _, page = shown()
    page.table.setFocus()
    page.table.setCurrentIndex(page.matrix.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    row, column = page.matrix.heads(page.table.currentIndex())
    assert (row.slug, page.table.currentIndex().column()) == ("united-states", 1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert explorer.state.query.choices.of("partner") == Choice.of(["united-states"])
    assert explorer.state.query.choices.of("area") == Choice.of([column.slug])
    assert [head.slug for head in page.matrix.heads(page.table.currentIndex())] == ["united-states", column.slug]
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert explorer.state.query.choices.of("partner") == Choice()
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert explorer.state.query == Query()


def test_the_switch_is_kept_in_the_state(shown, qtbot):
    explorer, _, page = shown()
    qtbot.mouseClick(page.by.button(1), LEFT)
    assert explorer.state.look.across == "decade"
    assert "across=decade" in str(explorer.state)
    assert page.matrix.across == "decade"
    assert page.matrix.headerData(0, Qt.Orientation.Horizontal) == "1950s"
    explorer.back()
    assert page.matrix.across == "area"
    assert page.by.button(0).isChecked()


def test_other_results_are_counted_at_once(shown):
    explorer, _, page = shown()
    explorer.search("kazsat")
    assert page.matrix.total == len(explorer.results)
    explorer.search("zzzz")
    assert not page.table.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
@pytest.mark.parametrize("across", ACROSS)
def test_all_columns_are_in_sight(shown, size, across):
    _, _, page = shown(f"across={across}", size=size)
    assert page.table.horizontalScrollBar().maximum() == 0


def test_heads_stay_and_the_theme_changes(shown, theme):
    _, window, page = shown(size=(1024, 700))
    page.table.verticalScrollBar().setValue(200)
    page.table.horizontalScrollBar().setValue(50)
    assert page.table.corner.pos() == QPoint(0, 0)
    for tokens in (theme.known["dark"], theme.known["light"]):
        theme.use(tokens)
        assert not window.grab().isNull()


def test_tool_tips_are_plain_words(shown):
    _, _, page = shown()
    index = page.matrix.place("france", "earth-observation")
    QTest.mouseMove(page.table.viewport(), page.table.visualRect(index).center())
    assert page.matrix.describe(index).startswith("France · Earth observation\n9 records")


def test_it_is_exported_whole_with_its_description(shown, tmp_path, qtbot, monkeypatch):
    explorer, window, page = shown("partner=italy")
    target = tmp_path / "matrix.csv"
    desk = replace(window.desk, choose_path=lambda parent, suggested, suffix: target)
    assert ACTION.available(desk)
    ACTION.run(desk)
    with target.open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file)
    assert heading[0] == "Partners"
    assert len(rows) == page.matrix.rowCount() + 1
    assert rows[0][0] == "Italy"
    assert rows[0][-2:] == ["13", "5"]
    assert rows[-1][-2] == "13"
    notes = json.loads((tmp_path / "matrix.csv-metadata.json").read_text("utf-8"))["notes"][0]
    assert notes["query"] == str(explorer.state)
    (notice,) = window.findChildren(QDialog)
    assert str(target) in notice.sentence.text()
    opened = []
    monkeypatch.setattr(
        "kzexplorer.ui.parts.choosing.QDesktopServices.openUrl", lambda url: not opened.append(url.toLocalFile())
    )
    qtbot.mouseClick(notice.act, LEFT)
    assert opened == [str(tmp_path.resolve())]
    ACTION.run(replace(desk, choose_path=lambda parent, suggested, suffix: None))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["matrix.csv", "matrix.csv-metadata.json"]
