"""The cells of the matrix with their heads: fields of colour with a number, and how well sourced it is."""

from math import sqrt

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from kzexplorer.domain.evidence import Sourcing
from kzexplorer.ui.look import judgements
from kzexplorer.ui.look.ink import Ink, tabular
from kzexplorer.ui.look.theme import CAPTION_PX, Theme
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.matrix.heads import LEAN, ColumnHeads, RowHeads
from kzexplorer.ui.parts.tooltip import plain_tip
from kzexplorer.viewmodel.matrix import Cell, Matrix
from kzexplorer.viewmodel.roles import Role

ROW = 28
_LEAST, _WIDEST = 35, 96
_LEAST_HEAD, _WIDEST_HEAD = 160, 260
# Of a judgement: the size of its mark, and how far apart mark and number may stand.
_MARK, _TILE = 11, 44
_PALEST, _FULLEST = 0.08, 0.5
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
# How a judgement of what is known is marked; of what is not known there is nothing to mark.
MARKS = {Sourcing.SOURCED: "confirmed", Sourcing.OLD: "outdated", Sourcing.UNCONFIRMED: "unverified"}


def shade(count: int, most: int, tokens: Tokens) -> QColor:
    """Give the colour of a field: the accent on the surface, so far that the number on it can still be read."""
    part = _PALEST + (_FULLEST - _PALEST) * sqrt(count / most) if count else 0.0
    full, none = QColor(tokens.accent), QColor(tokens.surface)
    pairs = ((full.red(), none.red()), (full.green(), none.green()), (full.blue(), none.blue()))
    return QColor(*(round(low + (high - low) * part) for high, low in pairs))


class MatrixCells(QStyledItemDelegate):
    """A count as a field that is the fuller of colour the more it is, with its number.

    What names a partner only as context has no part in the colour; where nothing else is found the number is pale.
    Where evidence is shown, the colour of the field and a mark say how well sourced it is, and what nothing is known
    of is hatched.
    """

    def __init__(self, theme: Theme, columns: ColumnHeads, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self._font = tabular(parent.font())
        self._font.setPixelSize(CAPTION_PX + 1)
        self._renew()
        theme.changed.connect(self._renew)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Override."""
        cell: Cell = index.data(Role.CELL)
        rect = QRect(option.rect.left(), option.rect.top(), self._columns.cell, option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setFont(self._font)
        field = QRectF(rect).adjusted(1, 1, -1, -1)
        if cell.silence:
            self._paint_silence(painter, field, cell, str(index.data()))
        else:
            self._paint_count(painter, field, cell, str(index.data()))
        if cell.wanted or option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver):
            painter.setPen(QPen(self._ink.accent, 2 if cell.wanted else 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(field, 3, 3)
        painter.restore()

    def _paint_count(self, painter: QPainter, field: QRectF, cell: Cell, text: str) -> None:
        if not cell.count:
            painter.setBrush(self._ink.line)
            painter.drawEllipse(field.center(), 1.2, 1.2)
            return
        painter.setBrush(shade(cell.count - cell.context, cell.most, self._theme.tokens))
        painter.drawRoundedRect(field, 3, 3)
        painter.setPen(self._ink.text if cell.count > cell.context else self._ink.text3)
        painter.drawText(QRectF(field.left() - 1, field.top(), self._columns.number, field.height()), _RIGHT, text)

    def _paint_silence(self, painter: QPainter, field: QRectF, cell: Cell, text: str) -> None:
        if not cell.count or not cell.silence:
            hatch(painter, field, self._theme)
            return
        mark = MARKS[cell.silence.sourcing]
        painter.setBrush(self._good if mark == "confirmed" else QColor(self._theme.tokens.goldbg))
        painter.drawRoundedRect(field, 3, 3)
        room = field.adjusted(3, 0, -4, 0)
        room.setWidth(min(room.width(), _TILE))
        room.moveCenter(field.center())
        middle = QPointF(room.left() + _MARK / 2, field.center().y())
        judgements.paint(painter, middle, mark, self._theme.tokens, _MARK / judgements.SIZE)
        painter.setPen(self._ink.text if cell.count > cell.context else self._ink.text3)
        painter.drawText(room, _RIGHT, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Override."""
        return QSize(self._columns.cell, ROW)

    def _renew(self) -> None:
        self._ink = Ink(self._theme.tokens, self._font)
        self._good = QColor(self._theme.tokens.craft)
        self._good.setAlpha(30)


def hatch(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint where nothing is known, so that it is seen."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(theme.tokens.line), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(rect, 3, 3)


class MatrixTable(QTableView):
    """The cells and their heads, which stay in sight.

    Signals:
        asked(QModelIndex): the records of a cell are wanted.
        row_asked(int), column_asked(int): those of a head.
    """

    asked = Signal(QModelIndex)
    row_asked = Signal(int)
    column_asked = Signal(int)

    def __init__(self, matrix: Matrix, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self.rows = RowHeads(theme, self)
        self.columns = ColumnHeads(theme, self)
        self.setVerticalHeader(self.rows)
        self.setHorizontalHeader(self.columns)
        self.setModel(matrix)
        self.setItemDelegate(MatrixCells(theme, self.columns, self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setMinimumSectionSize(ROW)
        self.rows.setDefaultSectionSize(ROW)
        self.columns.setMinimumSectionSize(_LEAST)
        self.corner = QWidget(self)
        self.corner.setAutoFillBackground(True)
        self.clicked.connect(self.asked)
        self.rows.chosen.connect(self.row_asked)
        self.columns.chosen.connect(self.column_asked)
        self.selectionModel().currentChanged.connect(self._stress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: Enter filters by the cell, with Shift by its row, with Ctrl by its column."""
        index = self.currentIndex()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or not index.isValid():
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.row_asked.emit(index.row())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.column_asked.emit(index.column())
        else:
            self.asked.emit(index)

    def viewportEvent(self, event: QEvent) -> bool:
        """Override: what a cell counts, in words, as a plain tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            plain_tip(event.globalPos(), self._matrix.describe(index) if index.isValid() else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give the columns the width there is, and the corner the room between the heads."""
        count, columns = max(1, self._matrix.columnCount()), self.columns
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        for lean in (0, LEAN):
            heads = min(_WIDEST_HEAD, self.rows.needed, max(_LEAST_HEAD, room - lean - count * _LEAST))
            columns.fit(min(_WIDEST, max(_LEAST, (room - lean - heads) // count)), self._matrix.widest)
            if columns.flat:
                break
        self.rows.setFixedWidth(max(_LEAST_HEAD, heads))
        for section in range(self._matrix.columnCount()):
            columns.resizeSection(section, columns.cell + (0 if section + 1 < count else lean))
        self.updateGeometries()
        self.corner.setGeometry(0, 0, self.rows.width(), self.columns.height())
        self.corner.raise_()

    def _stress(self, index: QModelIndex) -> None:
        self.rows.point_at_cell(index.row())
        self.columns.point_at_cell(index.column())
