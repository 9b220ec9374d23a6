"""Everything by its name: actions, partners, organizations, records and saved views."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.palette import Palette


def _run(desk: Desk) -> None:
    Palette(desk).open()


ACTION = Action(id="palette", text=N_("Find anything…"), menu=Menu.GO, order=5, run=_run, keys=("Ctrl+K",))
