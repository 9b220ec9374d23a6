"""The basket beside the window, and away again."""

from functools import partial

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.actions.export import export_dialog
from kzexplorer.ui.keeping.basket_button import BasketButton
from kzexplorer.ui.keeping.basket_panel import BasketPanel


def _run(desk: Desk) -> None:
    panel = desk.window.findChild(BasketPanel)
    if panel is not None:
        panel.close()
        return
    desk.keeping.refresh()
    panel = BasketPanel(desk.keeping, desk.explorer, desk.labels, desk.theme, partial(_export, desk), desk.window)
    panel.open_below(desk.window.findChild(BasketButton) or desk.window)


def _export(desk: Desk) -> None:
    dialog = export_dialog(desk)
    dialog.basket.setChecked(True)
    dialog.exec()
    dialog.deleteLater()


ACTION = Action(id="show-basket", text=N_("Basket…"), menu=Menu.FILE, order=11, run=_run, keys=("Ctrl+Shift+B",))
