"""The briefing, or the landmarks of the view, before an audience."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.explorer.settle()
    desk.briefings.present(desk.window, desk.explorer.state)


ACTION = Action(id="present", text=N_("Present"), menu=Menu.BRIEFING, order=1, run=_run, keys=("F5",))
