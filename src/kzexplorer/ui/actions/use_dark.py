"""The dark theme, until the system changes its own."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.theme.use(desk.theme.known["dark"])


ACTION = Action(id="use-dark", text=N_("Dark theme"), menu=Menu.VIEW, order=11, run=_run)
