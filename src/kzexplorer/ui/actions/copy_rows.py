"""The selected records as a table on the clipboard, for a document or a sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from kzexplorer.domain.records import Row
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.viewmodel.copied_rows import as_html, as_tsv, copied_cells


def _rows(desk: Desk) -> Sequence[Row]:
    explorer = desk.explorer
    return explorer.store.rows(explorer.among(explorer.selection or {explorer.state.look.focus}))


def _run(desk: Desk) -> None:
    rows, columns = _rows(desk), desk.explorer.state.look.columns
    if not rows:
        return
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        cells = copied_cells(rows, columns, desk.labels)
        table = QMimeData()
        table.setText(as_tsv(cells))
        table.setHtml(as_html(cells))
        QGuiApplication.clipboard().setMimeData(table)
    finally:
        QGuiApplication.restoreOverrideCursor()


def _available(desk: Desk) -> bool:
    return bool(_rows(desk))


ACTION = Action(
    id="copy-rows",
    text=N_("Copy the selected records as a table"),
    menu=Menu.FILE,
    order=5,
    run=_run,
    keys=("Ctrl+C",),
    available=_available,
)
