"""The menu of the table's columns: which are shown, in which order, and by which the records are sorted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from kzexplorer.domain.state import USUAL_COLUMNS
from kzexplorer.domain.vocabulary import N_
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.row_table import COLUMNS

_SORTED = {"": N_("Sort upwards"), "-": N_("Sort downwards")}
_MOVED = {-1: N_("Move to the left"), 1: N_("Move to the right")}


class ColumnMenu(QMenu):
    """Changes the look; stays open while columns are checked."""

    def __init__(self, explorer: Explorer, labels: Labels, column: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._explorer = explorer
        self._column = column
        say = labels.say
        self._sorts = [self._add(say(text), ("sort", sign)) for sign, text in _SORTED.items()]
        self.addSeparator()
        self._moves = [self._add(say(text), ("move", by)) for by, text in _MOVED.items()]
        self._hide = self._add(say("Hide this column"), ("show", column))
        self.addSeparator()
        self._shown = [self._add(say(one.label), ("show", one.id)) for one in COLUMNS.values()]
        for action in (*self._sorts, *self._shown):
            action.setCheckable(True)
        self.addSeparator()
        self._usual = self._add(say("The usual columns"), ("usual", ""))
        self.triggered.connect(self._run)
        explorer.state_changed.connect(self._refresh)
        self._refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: checking a column leaves the menu open for the next."""
        if not self._check(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: Space checks a column, Enter checks it and closes the menu."""
        if event.key() != Qt.Key.Key_Space or not self._check(self.activeAction()):
            super().keyPressEvent(event)

    def _add(self, text: str, data: tuple[str, str | int]) -> QAction:
        action = self.addAction(text.replace("&", "&&"))
        action.setData(data)
        return action

    def _check(self, action: QAction | None) -> bool:
        if action is None or action not in self._shown or not action.isEnabled():
            return False
        action.trigger()
        return True

    def _run(self, action: QAction) -> None:
        look = self._explorer.state.look
        columns = list(look.columns)
        match action.data():
            case "sort", sign:
                look = replace(look, sort=f"{sign}{COLUMNS[self._column].sort}")
            case "move", by:
                place = columns.index(self._column)
                columns.insert(place + by, columns.pop(place))
            case "show", column:
                columns = [c for c in columns if c != column] if column in columns else [*columns, column]
            case _:
                columns = list(USUAL_COLUMNS)
        self._explorer.look(replace(look, columns=tuple(columns)))

    def _refresh(self) -> None:
        look = self._explorer.state.look
        shown = self._column in look.columns
        place = look.columns.index(self._column) if shown else 0
        for action, sign in zip(self._sorts, _SORTED, strict=True):
            action.setEnabled(self._column in COLUMNS)
            action.setChecked(shown and look.sort == f"{sign}{COLUMNS[self._column].sort}")
        for action, by in zip(self._moves, _MOVED, strict=True):
            action.setEnabled(shown and 0 <= place + by < len(look.columns))
        # A table without columns would leave nothing to bring them back with.
        several = len(look.columns) > 1
        self._hide.setEnabled(shown and several)
        for action, column in zip(self._shown, COLUMNS, strict=True):
            action.setChecked(column in look.columns)
            action.setEnabled(several or column not in look.columns)
        self._usual.setEnabled(look.columns != USUAL_COLUMNS)
