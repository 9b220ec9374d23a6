"""What the lists with check boxes share: Enter looks, Space checks, minus excludes, a menu says so."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from kzexplorer.domain.vocabulary import N_
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

# What the keys do in the lists with check boxes, for the sheet of keys.
KEYS = (
    (N_("Enter"), N_("Look at it")),
    (N_("Space"), N_("Filter by it, or no longer")),
    (N_("Minus"), N_("Leave it out, or no longer")),
    (N_("Menu key"), N_("All of these as a menu")),
)


# What a check box does, for its tool tip.
BOX = N_("Click: with this. Shift+click: without this. Right click: more.")


def settle_view(view: QAbstractItemView) -> None:
    """Scroll by pixels, never sideways; nothing is edited in place."""
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setMouseTracking(True)


class RowList(QListView):
    """A list of rows of one height: a row that changes is painted, and none is laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Override: QListView lays out and paints all rows whenever one changes."""
        QAbstractItemView.dataChanged(self, first, last, roles)


class CheckedKeys(QObject):
    """Does with keys what a `CheckedRows` delegate does with clicks; letters are those of a name that is looked for.

    Signals:
        looked(str): Enter on a row; its slug.
        excluded(QModelIndex): minus on a row.
        menu_wanted(QModelIndex, QPoint): a right click or the menu key on a row; where on the screen.
    """

    looked = Signal(str)
    excluded = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override."""
        if isinstance(event, QContextMenuEvent):
            return self._want_menu(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_letter(event):
            # What is typed here finds a row, also where a letter by itself does something elsewhere.
            event.accept()
            return True
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

    def _want_menu(self, event: QContextMenuEvent) -> bool:
        view = self._view
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, at = view.indexAt(event.pos()), event.globalPos()
        else:
            index = view.currentIndex()
            at = view.viewport().mapToGlobal(view.visualRect(index).center())
        if index.isValid() and not index.data(Role.LINE).heading:
            self.menu_wanted.emit(index, at)
        return True


def _is_letter(event: QKeyEvent) -> bool:
    return event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
