"""The saved views."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.keeping.saved_views import SavedViews


def _run(desk: Desk) -> None:
    desk.keeping.refresh()
    SavedViews(desk.keeping, desk.explorer, desk.labels, desk.theme, desk.window).open()


ACTION = Action(id="open-view", text=N_("Saved views…"), menu=Menu.VIEW, order=2, run=_run, keys=("Ctrl+O",))
