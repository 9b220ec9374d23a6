"""No movement on the stage, or as the system asks for."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.theme.choose_motion("system" if desk.theme.motion == "none" else "none")


def _in_force(desk: Desk) -> bool:
    return desk.theme.motion == "none"


ACTION = Action(
    id="reduce-motion",
    text=N_("No movement on the stage"),
    menu=Menu.BRIEFING,
    order=41,
    run=_run,
    in_force=_in_force,
)
