"""The results as a table, ordered by the store, with any number of rows selected."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.plain import PlainLabel
from kzexplorer.ui.theme import Theme
from kzexplorer.ui.timeline.marks import mark_paths
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.row_table import COLUMNS, RowTable

_ROW = 34
_MARK = 11


class TitleCells(QStyledItemDelegate):
    """A title with the mark of its kind before it and the words asked for underlaid."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paths = mark_paths(_MARK)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Override."""
        tokens = self._theme.tokens
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.sel))
        family, mark = index.data(Role.FAMILY), index.data(Role.MARK)
        if family and mark:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = self._paths[Mark(mark)].translated(option.rect.left() + 20, option.rect.center().y() + 0.5)
            painter.fillPath(path, QColor(tokens.family(Family(family))))
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = option.rect.adjusted(36, 0, -8, 0)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setClipRect(room)
        for start, end in index.data(Role.HIGHLIGHTS) or ():
            left = room.left() + metrics.horizontalAdvance(text[:start])
            width = metrics.horizontalAdvance(text[start:end])
            painter.fillRect(QRect(left, room.center().y() - 9, width, 19), QColor(tokens.accentbg))
        painter.setPen(QColor(tokens.ink))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Override."""
        return QSize(200, _ROW)


class TableView(QWidget):
    """Follows the explorer: its rows, order, focus and selection."""

    def __init__(self, explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._model = RowTable(labels, self)
        self._empty = PlainLabel(
            labels.say("No record meets all of this. Take off a filter above."), "empty", wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = QTableView()
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(0, TitleCells(theme, self.table))
        self.table.setAccessibleName(labels.say("Records"))
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(64)
        header.setStretchLastSection(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self._empty)

        header.sectionClicked.connect(self._sort_by)
        self.table.selectionModel().selectionChanged.connect(self._select)
        explorer.results_changed.connect(self._show)
        explorer.focus_changed.connect(self._show_focus)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: the title takes what the other columns leave, but never less than it needs."""
        super().resizeEvent(event)
        header = self.table.horizontalHeader()
        for column, declared in enumerate(COLUMNS):
            header.resizeSection(column, declared.width)
        spare = self.table.viewport().width() - sum(column.width for column in COLUMNS)
        header.resizeSection(0, COLUMNS[0].width + max(0, spare))

    def _show(self) -> None:
        state = self._explorer.state
        selected = self._explorer.selection
        self._model.show(self._explorer.rows, state.query.text)
        self.table.setVisible(self._model.rowCount() > 0)
        self._empty.setVisible(self._model.rowCount() == 0)
        key = state.look.sort.removeprefix("-")
        column = next((i for i, c in enumerate(COLUMNS) if c.sort == key), -1)
        order = Qt.SortOrder.DescendingOrder if state.look.sort.startswith("-") else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, order)
        chosen = QItemSelection()
        for slug in selected:
            row = self._model.row_of(slug)
            if row >= 0:
                chosen.select(self._model.index(row, 0), self._model.index(row, len(COLUMNS) - 1))
        if not chosen.isEmpty():
            self.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)
        self._explorer.select(self._slugs())
        self._show_focus()

    def _show_focus(self) -> None:
        row = self._model.row_of(self._explorer.state.look.focus)
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.selectionModel().setCurrentIndex(
                self._model.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _sort_by(self, column: int) -> None:
        look, key = self._explorer.state.look, COLUMNS[column].sort
        self._explorer.look(replace(look, sort=f"-{key}" if look.sort == key else key))

    def _select(self) -> None:
        self._explorer.select(self._slugs())
        # Tabbing into the table makes a row current, but only selecting it is a wish to look at it.
        current = self.table.selectionModel().currentIndex()
        if current.isValid() and self.table.selectionModel().isSelected(current):
            self._explorer.focus(current.siblingAtColumn(0).data(Role.SLUG))

    def _slugs(self) -> frozenset[str]:
        return frozenset(index.data(Role.SLUG) for index in self.table.selectionModel().selectedRows())


def _make(explorer: Explorer, labels: Labels, theme: Theme) -> QWidget:
    return TableView(explorer, labels, theme)


VIEW = View(id="table", title=N_("Table"), order=2, make=_make)
