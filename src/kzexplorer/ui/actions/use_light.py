"""The light theme, until the system changes its own."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.theme.use(desk.theme.known["light"])


ACTION = Action(id="use-light", text=N_("Light theme"), menu=Menu.VIEW, order=10, run=_run)
