"""Who says so: what the record, claim or partner in focus rests on."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.go_to_evidence()


def _available(desk: Desk) -> bool:
    return desk.explorer.detail is not None


# Not a letter, which would be taken from who looks for a name in a list by typing it.
ACTION = Action(
    id="evidence",
    text=N_("Who says so"),
    menu=Menu.GO,
    order=9,
    run=_run,
    keys=("F4", "Ctrl+Shift+E"),
    available=_available,
)
