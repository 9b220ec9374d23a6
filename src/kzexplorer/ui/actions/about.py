"""What the program and its data are."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.about import AboutBox
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    AboutBox(desk.labels, desk.version, desk.window).open()


ACTION = Action(id="about", text=N_("About kzexplorer"), menu=Menu.HELP, order=9, run=_run)
