"""The window shut."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.window.close()


ACTION = Action(id="close", text=N_("Close the window"), menu=Menu.FILE, order=90, run=_run, keys=("Ctrl+W",))
