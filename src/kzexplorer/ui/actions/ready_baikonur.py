"""A briefing that comes with the program: Baikonur 1955 to today."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.actions.ready import open_ready


def _run(desk: Desk) -> None:
    open_ready(desk, "baikonur")


ACTION = Action(
    id="ready-baikonur", text=N_("Ready briefing: Baikonur 1955 to today"), menu=Menu.BRIEFING, order=31, run=_run
)
