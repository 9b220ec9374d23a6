"""The theme of the system."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.theme.choose("system")


ACTION = Action(id="use-system", text=N_("Theme of the system"), menu=Menu.VIEW, order=12, run=_run)
