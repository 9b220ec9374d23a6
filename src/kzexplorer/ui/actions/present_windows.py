"""The same in two windows, one of them to be shared."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.explorer.settle()
    desk.briefings.present(desk.window, desk.explorer.state, windows=True)


ACTION = Action(
    id="present-windows", text=N_("Present in two windows"), menu=Menu.BRIEFING, order=2, run=_run, keys=("Shift+F5",)
)
