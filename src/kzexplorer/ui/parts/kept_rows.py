"""Lists of what is kept: two-line rows that can be looked at and taken out by mouse and by keyboard."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.ui.look.ink import Ink
from kzexplorer.ui.look.marks import mark_paths
from kzexplorer.ui.look.theme import Theme
from kzexplorer.viewmodel.kept_lists import KeptLine, KeptList
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

_ROW = 48
_EDGE = 20
_MARK = 11
_CROSS = 32
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class KeptRows(QStyledItemDelegate):
    """Paints a `KeptLine`: the mark, the name, the caption below, and a cross at the right of the row pointed at.

    `marked` rows leave room for a mark, also where one has none.

    Signals:
        removed(str): a click on a cross; the key of its row.
    """

    removed = Signal(str)

    def __init__(self, theme: Theme, view: QAbstractItemView, *, marked: bool) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._marked = marked
        self._ink: Ink | None = None
        self._paths = mark_paths(_MARK)
        theme.changed.connect(self._forget_ink)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override."""
        line: KeptLine = index.data(Role.LINE)
        ink, rect = self._ink or Ink(self._theme.tokens, option.font), option.rect
        self._ink = ink
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, ink.sel if selected else ink.bg if pointed else ink.surface)
        left = rect.left() + _EDGE
        if line.mark:
            path = self._paths[Mark(line.mark)].translated(left + _MARK / 2, rect.top() + 16.5)
            painter.fillPath(path, QColor(self._theme.tokens.family(Family(line.family))))
        if self._marked:
            left += _MARK + 9
        width = rect.right() - _CROSS - left
        painter.setFont(ink.base)
        painter.setPen(ink.text3 if line.lost else ink.text)
        painter.drawText(QRect(left, rect.top() + 6, width, 20), _LEFT, ink.cut(_flat(line.name), width))
        painter.setFont(ink.caption)
        painter.setPen(ink.text3)
        caption = QFontMetrics(ink.caption).elidedText(_flat(line.caption), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, rect.top() + 25, width, 16), _LEFT, caption)
        if pointed or index == self._view.currentIndex():
            painter.setFont(ink.base)
            painter.setPen(ink.text2)
            painter.drawText(_cross(rect), _CENTRE, "✕")
        painter.restore()

    def _forget_ink(self) -> None:
        self._ink = None

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Override: a click on the cross takes the row out, and does not choose it."""
        if (
            isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
            and _cross(option.rect).contains(event.position().toPoint())
        ):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.removed.emit(index.data(Role.SLUG))
            return True
        return super().editorEvent(event, model, option, index)


class KeptView(QListView):
    """A list of what is kept, any number of rows selected.

    Signals:
        looked(str): a plain click on a row; its key.
        opened(str): Enter or a double click on a row; its key.
        removed(tuple[str, ...]): the keys of rows.
    """

    looked = Signal(str)
    opened = Signal(str)
    removed = Signal(object)

    def __init__(
        self, model: KeptList, theme: Theme, name: str, *, marked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        rows = KeptRows(theme, self, marked=marked)
        self.setItemDelegate(rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Later, since Qt still holds on to the row that was clicked.
        rows.removed.connect(self._remove_one, Qt.ConnectionType.QueuedConnection)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: Enter opens, Delete takes out."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentIndex().isValid():
                self._open(self.currentIndex())
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_selected()
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: a plain click on a row looks at it; one with Ctrl or Shift selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_cross = index.isValid() and _cross(self.visualRect(index)).contains(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and event.button() is Qt.MouseButton.LeftButton
        if index.isValid() and plain and not on_cross:
            self.looked.emit(index.data(Role.SLUG))

    def remove_selected(self) -> None:
        """Take the selected rows out; the row that follows becomes the current one."""
        chosen = sorted(self.selectedIndexes(), key=QModelIndex.row)
        if chosen:
            self._remove(tuple(index.data(Role.SLUG) for index in chosen), chosen[0].row())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Role.SLUG))

    def _remove_one(self, key: str) -> None:
        for row in range(self.model().rowCount()):
            if self.model().index(row, 0).data(Role.SLUG) == key:
                self._remove((key,), row)
                return

    def _remove(self, keys: tuple[str, ...], row: int) -> None:
        self.removed.emit(keys)
        left = self.model().rowCount()
        if left:
            self.setCurrentIndex(self.model().index(min(row, left - 1), 0))


def _cross(row: QRect) -> QRect:
    return QRect(QPoint(row.right() - _CROSS + 1, row.top()), QSize(_CROSS, row.height()))


def _flat(text: str) -> str:
    return " ".join(text.split())
