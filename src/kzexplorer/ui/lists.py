"""What the lists with check boxes share: Enter looks, Space checks, minus excludes."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from kzexplorer.viewmodel.roles import Role


def settle_view(view: QAbstractItemView) -> None:
    """Scroll by pixels, never sideways; nothing is edited in place."""
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setMouseTracking(True)


class CheckedKeys(QObject):
    """Does with keys what a `CheckedRows` delegate does with clicks.

    Signals:
        looked(str): Enter on a row; its slug.
        excluded(QModelIndex): minus on a row.
    """

    looked = Signal(str)
    excluded = Signal(QModelIndex)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            index = self._view.currentIndex()
            if index.isValid() and not index.data(Role.LINE).heading:
                match event.key():
                    case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                        self.looked.emit(index.data(Role.SLUG))
                        return True
                    case Qt.Key.Key_Space:
                        return self._view.model().setData(index, None, int(Qt.ItemDataRole.CheckStateRole))
                    case Qt.Key.Key_Minus:
                        self.excluded.emit(index)
                        return True
        return super().eventFilter(watched, event)
