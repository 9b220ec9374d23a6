"""A briefing from a file."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.briefings.open(desk.window)


ACTION = Action(
    id="briefing-open", text=N_("Open a briefing…"), menu=Menu.BRIEFING, order=22, run=_run, keys=("Ctrl+Shift+O",)
)
