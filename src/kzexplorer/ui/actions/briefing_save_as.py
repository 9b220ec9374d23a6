"""The briefing to another file."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.briefings.save_as(desk.window)


ACTION = Action(id="briefing-save-as", text=N_("Save the briefing as…"), menu=Menu.BRIEFING, order=24, run=_run)
