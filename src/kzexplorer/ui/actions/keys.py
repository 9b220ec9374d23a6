"""The sheet of all keys."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.keys_sheet import KeysSheet


def _run(desk: Desk) -> None:
    KeysSheet(desk).open()


ACTION = Action(id="keys", text=N_("Keys"), menu=Menu.HELP, order=1, run=_run, keys=("F1", "?"))
