"""The timeline as a picture, pages or slides of the current view."""

from typing import TYPE_CHECKING

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu

if TYPE_CHECKING:
    from kzexplorer.ui.pictures.dialog import PictureDialog


def picture_dialog(desk: Desk) -> "PictureDialog":
    """Make the dialog for the current state."""
    # Late: a scene needs NumPy, which the first painting does not wait for.
    from kzexplorer.ui.pictures.dialog import PictureDialog
    from kzexplorer.viewmodel.picturing import subject_of

    subject = subject_of(desk.explorer.state, desk.labels)
    return PictureDialog(subject, desk.labels, desk.theme, desk.choose_path, desk.window)


def _run(desk: Desk) -> None:
    dialog = picture_dialog(desk)
    dialog.exec()
    dialog.deleteLater()


def _available(desk: Desk) -> bool:
    return len(desk.explorer.results) > 0


ACTION = Action(
    id="picture",
    text=N_("Picture or slides…"),
    menu=Menu.FILE,
    order=3,
    run=_run,
    keys=("Ctrl+Shift+P",),
    available=_available,
)
