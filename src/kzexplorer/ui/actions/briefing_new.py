"""Another briefing, empty."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.briefings.begin(desk.window)


ACTION = Action(id="briefing-new", text=N_("New briefing"), menu=Menu.BRIEFING, order=21, run=_run)
