"""From pane to pane by the keyboard: search, partners, filters, view, details."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _next(desk: Desk) -> None:
    desk.go_to_pane(1)


def _previous(desk: Desk) -> None:
    desk.go_to_pane(-1)


NEXT = Action(id="next-pane", text=N_("Next pane"), menu=Menu.GO, order=7, run=_next, keys=("F6",))
PREVIOUS = Action(
    id="previous-pane", text=N_("Previous pane"), menu=Menu.GO, order=8, run=_previous, keys=("Shift+F6",)
)
