"""The dark theme."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.theme.choose("dark")


def _in_force(desk: Desk) -> bool:
    return desk.theme.choice == "dark"


ACTION = Action(id="use-dark", text=N_("Dark theme"), menu=Menu.VIEW, order=11, run=_run, in_force=_in_force)
