"""The matrix of the current view as a file for a spreadsheet."""

from functools import partial
from pathlib import Path

from kzexplorer.domain.vocabulary import N_
from kzexplorer.exporters.grid import write_grid
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.choosing import open_folder
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
    sentence = say("Wrote the matrix to {path}.", path=written)
    notice = Notice(say("Exported"), sentence, say, desk.window, act=say("Open folder"), leave=say("Close"))
    notice.accepted.connect(partial(open_folder, written.resolve().parent, say))
    notice.open()


def _available(desk: Desk) -> bool:
    return desk.explorer.state.look.view == "matrix" and len(desk.explorer.results) > 0


ACTION = Action(
    id="export-matrix", text=N_("Export this matrix…"), menu=Menu.FILE, order=2, run=_run, available=_available
)
