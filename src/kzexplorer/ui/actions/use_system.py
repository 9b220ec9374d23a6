"""The theme of the system."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.theme.choose("system")


def _in_force(desk: Desk) -> bool:
    return desk.theme.choice == "system"


ACTION = Action(id="use-system", text=N_("Theme of the system"), menu=Menu.VIEW, order=12, run=_run, in_force=_in_force)
