"""The briefing to another file."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.briefings.save_as(desk.window)


def _is_something(desk: Desk) -> bool:
    briefing = desk.briefings.composing.briefing
    return bool(briefing.steps or briefing.title)


ACTION = Action(
    id="briefing-save-as",
    text=N_("Save the briefing as…"),
    menu=Menu.BRIEFING,
    order=24,
    run=_run,
    available=_is_something,
)
