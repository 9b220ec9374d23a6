"""The matrix of the current view as a file for a spreadsheet, or as a picture."""

from pathlib import Path

from kzexplorer.atomic import write_whole
from kzexplorer.domain.vocabulary import N_
from kzexplorer.exporters.grid import write_grid
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.actions.written import tell_written
from kzexplorer.ui.matrix.picture import matrix_png
from kzexplorer.viewmodel.labels import about_export
from kzexplorer.viewmodel.matrix import Matrix, filled
from kzexplorer.viewmodel.silence import DOWN, silence_grid


def _table(desk: Desk) -> None:
    path = desk.choose_path(desk.window, Path("kzexplorer-matrix.csv"), ".csv")
    if path is None:
        return
    state, labels = desk.explorer.state, desk.labels
    if state.look.measure == "evidence":
        evidence = labels.store.evidence(state.query, DOWN, state.look.across)
        grid = silence_grid(evidence, state.look.across, state.query, labels)
    else:
        matrix = Matrix(labels)
        filled(matrix, state, labels)
        grid = matrix.grid()
    written, _ = write_grid(*grid, path, about_export(labels, state, desk.version))
    tell_written(desk.labels.say("Wrote the matrix to {path}.", path=written), written, desk)


def _picture(desk: Desk) -> None:
    path = desk.choose_path(desk.window, Path("kzexplorer-matrix.png"), ".png")
    if path is None:
        return
    state = desk.explorer.state
    data = matrix_png(state, desk.labels, desk.theme, about_export(desk.labels, state, desk.version))
    write_whole(path, data)
    tell_written(desk.labels.say("Wrote the matrix to {path}.", path=path), path, desk)


def _available(desk: Desk) -> bool:
    return desk.explorer.state.look.view == "matrix" and len(desk.explorer.results) > 0


ACTION = Action(
    id="export-matrix", text=N_("Export this matrix…"), menu=Menu.FILE, order=2, run=_table, available=_available
)
PICTURE = Action(
    id="picture-matrix",
    text=N_("Picture of this matrix…"),
    menu=Menu.FILE,
    order=3,
    run=_picture,
    available=_available,
)
