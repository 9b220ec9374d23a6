"""The matrix of the current view as a file for a spreadsheet."""

from pathlib import Path

from kzexplorer.domain.vocabulary import N_
from kzexplorer.exporters.grid import write_grid
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.notice import Notice
from kzexplorer.viewmodel.labels import about_export
from kzexplorer.viewmodel.matrix import DOWN, Matrix


def _run(desk: Desk) -> None:
    path = desk.choose_path(desk.window, Path("kzexplorer-matrix.csv"), ".csv")
    if path is None:
        return
    state, say = desk.explorer.state, desk.labels.say
    matrix = Matrix(desk.labels)
    across = state.look.across
    matrix.show(desk.explorer.store.cross(state.query, DOWN, across), across, state.query)
    written, _ = write_grid(*matrix.grid(), path, about_export(desk.labels, state, desk.version))
    Notice(say("Exported"), say("Wrote the matrix to {path}.", path=written), say, desk.window).open()


def _available(desk: Desk) -> bool:
    return desk.explorer.state.look.view == "matrix" and len(desk.explorer.results) > 0


ACTION = Action(
    id="export-matrix", text=N_("Export this matrix…"), menu=Menu.FILE, order=2, run=_run, available=_available
)
