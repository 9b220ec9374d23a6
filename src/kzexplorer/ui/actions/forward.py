"""Forward to the state one came back from."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.explorer.forward()


def _available(desk: Desk) -> bool:
    return desk.explorer.can_go_forward


ACTION = Action(
    id="forward", text=N_("Forward"), menu=Menu.GO, order=2, run=_run, keys=("Alt+Right",), available=_available
)
