"""The current view as text, to send to a colleague or to keep in a note."""

from PySide6.QtGui import QGuiApplication

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(str(desk.explorer.state))


ACTION = Action(
    id="copy-view", text=N_("Copy this view as text"), menu=Menu.VIEW, order=3, run=_run, keys=("Ctrl+Shift+C",)
)
