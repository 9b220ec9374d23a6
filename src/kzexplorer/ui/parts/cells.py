"""Paint the cells of the table: marks before titles, the words asked for underlaid, the row in focus marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.ui.look.ink import Ink
from kzexplorer.ui.look.marks import mark_paths
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.tooltip import plain_tip
from kzexplorer.viewmodel.roles import Role

ROW = 34
# Left and right of a cell's text, and what a mark takes of the left.
PADDING = 8
MARK_ROOM = 24
_MARK = 11


class Cells(QStyledItemDelegate):
    """Paints every column alike, so that words are highlighted wherever they are found."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._paths = mark_paths(_MARK)
        self._renew()
        theme.changed.connect(self._renew)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Override."""
        rect: QRect = option.rect
        painter.save()
        self._draw_ground(painter, option, index)
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        mark = index.data(Role.MARK)
        if mark:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = self._paths[Mark(mark)].translated(room.left() + _MARK / 2 + 1, rect.center().y() + 0.5)
            painter.fillPath(path, QColor(self._theme.tokens.family(Family(index.data(Role.FAMILY)))))
            room.setLeft(room.left() + MARK_ROOM)
        painter.setClipRect(room)
        self._draw_text(painter, room, index, strong=mark is not None)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Override: what a double click on the edge of a heading makes room for."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole))[:200]
        mark = MARK_ROOM if index.data(Role.MARK) else 0
        return QSize(self._metrics.horizontalAdvance(text) + mark + 2 * PADDING + 2, ROW)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Override: the whole text of a cell that is cut."""
        cut = index.isValid() and self.sizeHint(option, index).width() > option.rect.width()
        plain_tip(event.globalPos(), str(index.data())[:1000] if cut else "", view)
        return True

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._ink.sel)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._ink.bg)
        if index.column() == 0 and index.row() == self._table.currentIndex().row():
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), self._ink.accent)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._ink.accent, 1))
            painter.drawRoundedRect(rect.adjusted(4, 2, -3, -3), 4, 4)

    def _draw_text(
        self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex, *, strong: bool
    ) -> None:
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        for start, end in index.data(Role.HIGHLIGHTS):
            left = room.left() + self._metrics.horizontalAdvance(text[:start])
            width = self._metrics.horizontalAdvance(text[start:end])
            painter.fillRect(QRect(left, room.center().y() - 9, width, 19), self._ink.badge)
            painter.fillRect(QRect(left, room.center().y() + 9, width, 2), self._ink.accent)
        painter.setFont(self._ink.count)
        painter.setPen(self._ink.doubt if index.data(Role.DOUBT) else self._ink.text if strong else self._ink.text2)
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(alignment) | int(Qt.TextFlag.TextSingleLine), shown)

    def _renew(self) -> None:
        self._ink = Ink(self._theme.tokens, self._table.font())
        self._metrics = QFontMetrics(self._ink.count)
