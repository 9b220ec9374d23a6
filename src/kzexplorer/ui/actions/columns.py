"""The menu of the table's columns, at the column of the current cell."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    # Late, since the view is built when it is first looked at.
    from kzexplorer.ui.views.table import TableView

    view = desk.window.findChild(TableView)
    if _available(desk) and view is not None:
        view.open_columns()


def _available(desk: Desk) -> bool:
    return desk.explorer.state.look.view == "table"


ACTION = Action(
    id="columns", text=N_("Columns…"), menu=Menu.VIEW, order=5, run=_run, keys=("Ctrl+Shift+H",), available=_available
)
