"""A briefing that comes with the program: Italy and Kazakhstan."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.actions.ready import open_ready


def _run(desk: Desk) -> None:
    open_ready(desk, "italy")


ACTION = Action(
    id="ready-italy", text=N_("Ready briefing: Italy and Kazakhstan"), menu=Menu.BRIEFING, order=32, run=_run
)
