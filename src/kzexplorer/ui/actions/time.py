"""The time that is asked for: a span, and a day to answer for."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.asking.time_dialog import TimeDialog


def _run(desk: Desk) -> None:
    TimeDialog(desk.explorer.state.query, desk.explorer.ask, desk.labels, desk.window).open()


ACTION = Action(id="time", text=N_("Time…"), menu=Menu.GO, order=6, run=_run, keys=("Ctrl+T",))
