"""A briefing that comes with the program: From KazSat to exports."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.actions.ready import open_ready


def _run(desk: Desk) -> None:
    open_ready(desk, "kazsat-to-exports")


ACTION = Action(
    id="ready-kazsat-to-exports",
    text=N_("Ready briefing: From KazSat to exports"),
    menu=Menu.BRIEFING,
    order=33,
    run=_run,
)
