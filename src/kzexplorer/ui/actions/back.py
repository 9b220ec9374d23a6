"""Back to the state before."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.explorer.back()


def _available(desk: Desk) -> bool:
    return desk.explorer.can_go_back


ACTION = Action(
    id="back", text=N_("Back"), menu=Menu.GO, order=1, run=_run, keys=("Alt+Left", "Backspace"), available=_available
)
