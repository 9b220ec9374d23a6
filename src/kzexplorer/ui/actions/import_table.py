"""Bring somebody's table in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kzexplorer import paths
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu

if TYPE_CHECKING:
    from kzexplorer.ui.importing.dialog import ImportDialog


def import_dialog(desk: Desk) -> "ImportDialog":
    """Make the dialog, without a file yet."""
    # Late: the builder of databases takes longer to load than the window, and most never bring a table.
    from kzexplorer.ui.importing.dialog import ImportDialog

    dialog = ImportDialog(
        paths.database(), desk.labels, desk.databases, desk.choose_file, desk.choose_path, desk.window
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _run(desk: Desk) -> None:
    dialog = import_dialog(desk)
    if dialog.choose():
        dialog.open()
    else:
        dialog.deleteLater()


ACTION = Action(id="import-table", text=N_("Import table…"), menu=Menu.FILE, order=21, run=_run, keys=("Ctrl+Alt+I",))
