"""All windows shut, so that the program ends."""

from PySide6.QtWidgets import QApplication

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(_: Desk) -> None:
    QApplication.closeAllWindows()


ACTION = Action(id="quit", text=N_("Quit"), menu=Menu.FILE, order=91, run=_run, keys=("Ctrl+Q",))
