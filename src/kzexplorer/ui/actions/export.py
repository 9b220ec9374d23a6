"""The export dialog on what is found, what is selected and what is in the basket."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.exporting.dialog import ExportDialog
from kzexplorer.viewmodel.labels import about_export


def export_dialog(desk: Desk) -> ExportDialog:
    """Make the dialog for the current state."""
    explorer = desk.explorer
    selected = explorer.store.rows(explorer.among(explorer.selection))
    about = about_export(desk.labels, explorer.state, desk.version)
    basket = desk.keeping.basket
    kept = tuple(row for row in map(explorer.store.row, basket.slugs) if row is not None)
    return ExportDialog(explorer.rows, selected, about, desk.labels, desk.choose_path, desk.window, kept, basket.name)


def _run(desk: Desk) -> None:
    dialog = export_dialog(desk)
    dialog.exec()
    dialog.deleteLater()


def _available(desk: Desk) -> bool:
    return len(desk.explorer.results) > 0


ACTION = Action(
    id="export", text=N_("Export…"), menu=Menu.FILE, order=1, run=_run, keys=("Ctrl+E",), available=_available
)
