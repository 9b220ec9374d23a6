"""Look at another database: the bundled one, one opened before, or any other."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.database_dialog import DatabaseDialog


def _run(desk: Desk) -> None:
    DatabaseDialog(desk.databases, desk.labels.say, desk.theme, desk.choose_file, desk.window).open()


ACTION = Action(id="open-database", text=N_("Open database…"), menu=Menu.FILE, order=20, run=_run, keys=("Ctrl+Alt+O",))
