"""The briefing to its file."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.briefings.save(desk.window)


def _is_something(desk: Desk) -> bool:
    briefing = desk.briefings.composing.briefing
    return bool(briefing.steps or briefing.title)


ACTION = Action(
    id="briefing-save", text=N_("Save the briefing"), menu=Menu.BRIEFING, order=23, run=_run, available=_is_something
)
