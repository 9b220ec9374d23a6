"""The window in its usual size and place, its panes in their usual widths, the theme of the system."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.places import reset_place


def _run(desk: Desk) -> None:
    reset_place(desk.window)
    desk.theme.choose("system")


ACTION = Action(id="reset-window", text=N_("Reset the window"), menu=Menu.VIEW, order=20, run=_run)
