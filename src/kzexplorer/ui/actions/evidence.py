"""Who says so: what the record, claim or partner in focus rests on."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.go_to_evidence()


def _available(desk: Desk) -> bool:
    return desk.explorer.detail is not None


# On Russian and Kazakh keyboards the letter is another one; with Ctrl it is the same key everywhere.
ACTION = Action(
    id="evidence",
    text=N_("Who says so"),
    menu=Menu.GO,
    order=9,
    run=_run,
    keys=("E", "Ctrl+Shift+E"),
    available=_available,
)
