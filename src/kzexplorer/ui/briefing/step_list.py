"""The steps of a briefing as a list that is put in order by drag and by keys."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from kzexplorer.domain.briefing import Briefing
from kzexplorer.domain.language import Language


class StepList(QListWidget):
    """Numbers and headlines, any number of rows selected.

    Signals:
        chosen(int): another row is the current one, -1 without any.
        moved(int, int): a step is to go from one place to another.
        removed(frozenset[int]): steps are to go.
        doubled(int): a step is to be there twice.
    """

    chosen = Signal(int)
    moved = Signal(int, int)
    removed = Signal(object)
    doubled = Signal(int)

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.setAccessibleName(say("Steps"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setSpacing(3)
        self.currentRowChanged.connect(self.chosen)
        # Later, since Qt is still in the midst of the drop.
        self.model().rowsMoved.connect(self._dropped, Qt.ConnectionType.QueuedConnection)

    def show_briefing(self, briefing: Briefing, current: int) -> None:
        """Show the steps, one of them as the current one; a row that is as it was stays."""
        blocker = QSignalBlocker(self)
        count, digits = len(briefing.steps), len(str(len(briefing.steps)))
        while self.count() > count:
            self.takeItem(self.count() - 1)
        for number, step in enumerate(briefing.steps):
            text = f"{number + 1:\u2007>{digits}}   {step.headline or self._say('No headline')}"
            item = self.item(number)
            if item is None:
                self.addItem(QListWidgetItem(text))
            elif item.text() != text:
                item.setText(text)
        row = min(max(current, 0), count - 1)
        if count and row != self.currentRow():
            self.go_to(row)
        blocker.unblock()

    def go_to(self, row: int) -> None:
        """Make a row the current one, and the only one that is selected."""
        self.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: Alt with an arrow moves a step, Delete takes out, Ctrl+D doubles."""
        row, alt = self.currentRow(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Up if alt and row > 0:
                self.moved.emit(row, row - 1)
            case Qt.Key.Key_Down if alt and row + 1 < self.count():
                self.moved.emit(row, row + 1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_selected()
            case Qt.Key.Key_D if control and row >= 0:
                self.doubled.emit(row)
            case _:
                super().keyPressEvent(event)

    def remove_selected(self) -> None:
        """Take the selected steps out."""
        rows = frozenset(index.row() for index in self.selectedIndexes())
        if rows:
            self.removed.emit(rows)

    def _dropped(self, _: QModelIndex, start: int, end: int, __: QModelIndex, row: int) -> None:
        # Rows come one by one; `row` is the place before which it stood when it was taken.
        if start == end:
            self.moved.emit(start, row - 1 if row > start else row)
