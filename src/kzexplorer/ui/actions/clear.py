"""Away with all filters."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.explorer.clear()


def _available(desk: Desk) -> bool:
    return bool(desk.explorer.state.query)


ACTION = Action(
    id="clear",
    text=N_("Take off all filters"),
    menu=Menu.GO,
    order=4,
    run=_run,
    keys=("Ctrl+Backspace",),
    available=_available,
)
