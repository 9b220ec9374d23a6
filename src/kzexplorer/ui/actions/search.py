"""Into the search box."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.search()


# On Russian and Kazakh keyboards the slash lies elsewhere, so the other two keys are its twins.
ACTION = Action(id="search", text=N_("Search"), menu=Menu.GO, order=3, run=_run, keys=("Ctrl+F", "/", "F3"))
