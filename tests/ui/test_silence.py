"""The silence map: every partner by area or decade, judged; each cell a filter; written as picture and table."""

import csv
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kzexplorer.domain.evidence import Sourcing
from kzexplorer.domain.state import ACROSS, Choice, Query
from kzexplorer.ui.actions.export_matrix import ACTION, PICTURE
from kzexplorer.ui.matrix.legend import Legend
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.silence import DOWN, silence_cells


def cells(matrix):
    for row in range(matrix.rowCount()):
        for column in range(matrix.columnCount()):
            index = matrix.index(row, column)
            yield tuple(head.slug for head in matrix.heads(index)), index.data(Role.CELL)


@pytest.mark.parametrize("across", ACROSS)
def test_every_partner_has_a_judged_cell_for_every_column_the_empty_ones_too(across, open_window, store):
    _, window = open_window(f"show=matrix&measure=evidence&across={across}")
    view = window.stack.currentWidget()
    judged = silence_cells(store.evidence(Query(), DOWN, across), across, Query(), store.edition.data_day)
    expected = {(cell.down, cell.across): cell for cell in judged}
    shown = dict(cells(view.matrix))
    assert {pair: cell.silence for pair, cell in shown.items()} == expected
    assert len({partner for partner, _ in shown}) == 42
    assert {cell.silence.sourcing for cell in shown.values()} == set(Sourcing)
    assert all(bool(cell.count) is (cell.silence.sourcing is not Sourcing.EMPTY) for cell in shown.values())
    assert view.findChild(Legend).isVisible()


def test_a_cell_filters_and_says_why_it_is_judged_so(open_window, qtbot, store):
    explorer, window = open_window("show=matrix&measure=evidence")
    view = window.stack.currentWidget()
    index = view.matrix.place("italy", "satellite-communications")
    assert view.matrix.describe(index).splitlines()[:3] == [
        "Italy · Satellite communications",
        "well sourced",
        "6 confirmed, 1 on one source",
    ]
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.visualRect(index).center())
    query = explorer.state.query
    assert query.choices.of("partner") == Choice.of(["italy"])
    assert query.choices.of("area") == Choice.of(["satellite-communications"])
    assert view.matrix.rowCount() == view.matrix.columnCount() == 1
    view.measures.button(0).click()
    assert explorer.state.look.measure == "counts"
    assert not view.findChild(Legend).isVisible()


def test_it_is_written_as_a_picture_and_as_a_table(open_window, tmp_path):
    _, window = open_window("show=matrix&measure=evidence")
    desk = replace(window.desk, choose_path=lambda _, name, suffix: tmp_path / f"silence{suffix}")
    PICTURE.run(desk)
    picture = QImage(str(tmp_path / "silence.png"))
    assert picture.width() == 2 * (1200 + 48)
    assert picture.height() > 2 * 42 * 28
    assert len({picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}) > 50
    ACTION.run(desk)
    with (tmp_path / "silence.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1 + 42 * 12
    assert {row[-1] for row in rows[1:]} == {"well sourced", "old evidence only", "nothing confirmed", "nothing known"}


def test_counts_that_are_not_sure_say_so_in_the_matrix(open_window):
    _, window = open_window("show=matrix&asof=2012-01-01")
    matrix = window.stack.currentWidget().matrix
    index = matrix.place("russia", "law-and-policy")
    cell = index.data(Role.CELL)
    assert index.data() == f"≤{cell.count}"
    assert f"{cell.count - cell.unsure} to {cell.count} records" in matrix.describe(index)
    _, rows = matrix.grid()
    assert f"{cell.count - cell.unsure}–{cell.count}" in next(row for row in rows if row[0] == "Russia")
