"""The light theme."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.theme.choose("light")


def _in_force(desk: Desk) -> bool:
    return desk.theme.choice == "light"


ACTION = Action(id="use-light", text=N_("Light theme"), menu=Menu.VIEW, order=10, run=_run, in_force=_in_force)
