"""The results as a matrix of partners by area or decade; a cell or a head filters."""

from dataclasses import replace
from math import sqrt

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.state import ACROSS
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.flow import FlowArea
from kzexplorer.ui.ink import Ink, tabular
from kzexplorer.ui.matrix_heads import LEAN, ColumnHeads, RowHeads
from kzexplorer.ui.nothing_found import NothingFound
from kzexplorer.ui.plain import PlainLabel
from kzexplorer.ui.theme import CAPTION_PX, Theme
from kzexplorer.ui.tokens import Tokens
from kzexplorer.ui.tooltip import plain_tip
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.matrix import DOWN, Cell, Head, Matrix
from kzexplorer.viewmodel.roles import Role

_ROW = 28
_LEAST, _WIDEST = 35, 96
_LEAST_HEAD, _WIDEST_HEAD = 160, 260
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

_PALEST, _FULLEST = 0.08, 0.5

_BY = {"area": N_("By area"), "decade": N_("By decade")}


def shade(count: int, most: int, tokens: Tokens) -> QColor:
    """Give the colour of a field: the accent on the surface, so far that the number on it can still be read."""
    part = _PALEST + (_FULLEST - _PALEST) * sqrt(count / most) if count else 0.0
    full, none = QColor(tokens.accent), QColor(tokens.surface)
    pairs = ((full.red(), none.red()), (full.green(), none.green()), (full.blue(), none.blue()))
    return QColor(*(round(low + (high - low) * part) for high, low in pairs))


class CountCells(QStyledItemDelegate):
    """A count as a field that is the fuller of colour the more it is, with its number.

    What names a partner only as context has no part in the colour; where nothing else is found the number is pale.
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
        ink = self._ink
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.count:
            painter.setBrush(shade(cell.count - cell.context, cell.most, self._theme.tokens))
            painter.drawRoundedRect(field, 3, 3)
            painter.setFont(self._font)
            painter.setPen(ink.text if cell.count > cell.context else ink.text3)
            painter.drawText(rect.adjusted(0, 0, self._columns.number - rect.width(), 0), _RIGHT, str(index.data()))
        else:
            painter.setBrush(ink.line)
            painter.drawEllipse(field.center(), 1.2, 1.2)
        if cell.wanted or option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver):
            painter.setPen(QPen(ink.accent, 2 if cell.wanted else 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(field, 3, 3)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Override."""
        return QSize(self._columns.cell, _ROW)

    def _renew(self) -> None:
        self._ink = Ink(self._theme.tokens, self._font)


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
        self.setItemDelegate(CountCells(theme, self.columns, self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setMinimumSectionSize(_ROW)
        self.rows.setDefaultSectionSize(_ROW)
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
            columns.fit(min(_WIDEST, max(_LEAST, (room - lean - heads) // count)), self._matrix.most)
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


class MatrixView(QWidget):
    """Follows the explorer: counts what it finds, and asks it for what is clicked."""

    def __init__(self, explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        say = labels.say
        self.matrix = Matrix(labels, self)
        self.table = MatrixTable(self.matrix, theme)
        self.table.setAccessibleName(say("Partners by area or decade"))
        self.by = QButtonGroup(self)
        self._total = PlainLabel("", "caption")
        self._fill_corner()
        self._empty = NothingFound(explorer, labels)
        self._is_stale = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self._empty)
        self.setFocusProxy(self.table)

        self.by.idClicked.connect(self._choose_across)
        self.table.asked.connect(self._ask)
        self.table.row_asked.connect(self._ask_row)
        self.table.column_asked.connect(self._ask_column)
        explorer.state_changed.connect(self._follow)
        explorer.results_changed.connect(self._outdate)
        self._show()

    def _fill_corner(self) -> None:
        say = self._labels.say
        layout = QVBoxLayout(self.table.corner)
        layout.setContentsMargins(14, 12, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(say("Partners").upper(), "section"))
        flow = FlowArea(spacing=4)
        for number, across in enumerate(ACROSS):
            button = QPushButton(say(_BY[across]))
            button.setCheckable(True)
            button.setProperty("role", "pill")
            self.by.addButton(button, number)
            flow.add(button)
        layout.addWidget(flow)
        layout.addStretch()
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._total.setContentsMargins(0, 0, 24, 0)
        layout.addWidget(self._total)

    def showEvent(self, event: QShowEvent) -> None:
        """Override: count what was found meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def _follow(self) -> None:
        if self._explorer.state.look.across != self.matrix.across:
            self._outdate()

    def _outdate(self) -> None:
        """Count anew, but only for who looks."""
        self._is_stale = True
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        self._is_stale = False
        state, current = self._explorer.state, self.table.currentIndex()
        before = self.matrix.heads(current) if current.isValid() else None
        across = state.look.across
        self.matrix.show(self._explorer.store.cross(state.query, DOWN, across), across, state.query)
        self.by.button(ACROSS.index(across)).setChecked(True)
        say, found = self._labels.say, self.matrix.total
        self._total.setText(say.plural("{count} record", "{count} records", found))
        self.table.setVisible(found > 0)
        self._empty.setVisible(found == 0)
        self.table.arrange()
        if before:
            self._return_to(*before)

    def _return_to(self, row: Head, column: Head) -> None:
        """Put the cursor where it was, or as near as what is shown now allows."""
        model = self.matrix
        place = model.place(row.slug, column.slug)
        if not place.isValid() and model.rowCount():
            place = model.index(0, 0)
        self.table.setCurrentIndex(place)

    def _ask(self, index: QModelIndex) -> None:
        self._explorer.ask(self.matrix.both(self._explorer.state.query, index))

    def _ask_row(self, row: int) -> None:
        self._explorer.toggle(DOWN, self.table.rows.head(row).slug)

    def _ask_column(self, column: int) -> None:
        self._explorer.toggle(self.matrix.across, self.table.columns.head(column).slug)

    def _choose_across(self, number: int) -> None:
        self._explorer.look(replace(self._explorer.state.look, across=ACROSS[number]))


def _make(explorer: Explorer, labels: Labels, theme: Theme) -> QWidget:
    return MatrixView(explorer, labels, theme)


VIEW = View(
    id="matrix",
    title=N_("Matrix"),
    order=3,
    make=_make,
    keys=(
        (N_("Arrows"), N_("From cell to cell")),
        (N_("Enter"), N_("Filter by partner and column, or no longer")),
        (N_("Shift+Enter"), N_("Filter by the partner alone")),
        (N_("Ctrl+Enter"), N_("Filter by the column alone")),
    ),
)
