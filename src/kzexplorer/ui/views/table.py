"""The results as a table in the columns of the look, ordered by the store, with any number of rows selected."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.asking.nothing_found import NothingFound
from kzexplorer.ui.look.theme import CAPTION_PX, Theme
from kzexplorer.ui.parts.cells import PADDING, ROW, Cells
from kzexplorer.ui.parts.column_menu import ColumnMenu
from kzexplorer.ui.parts.tables import settle_table
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.row_table import Column, RowTable

_LEAST, _LEAST_TITLE, _MOST = 64, 240, 260
# How many records a column's width is judged by, and how many in a hundred of them shall fit; short texts all do.
_SAMPLE, _FITTING, _SHORT = 200, 90, 120
# The sort indicator beside a heading.
_ARROW = 20


class Records(QTableView):
    """A table that says when it has another size.

    Signals:
        resized: its columns may have other room.
    """

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override."""
        super().resizeEvent(event)
        self.resized.emit()


class TableView(QWidget):
    """Follows the explorer: its rows, columns, order, focus and selection."""

    def __init__(self, explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        self._model = RowTable(labels, self)
        self._natural: dict[str, int] = {}
        self._by_hand: dict[str, int] = {}
        self._fitting = self._following = False
        self._empty = NothingFound(explorer, labels)
        self.table = _table()
        self.table.setModel(self._model)
        self.table.setItemDelegate(Cells(theme, self.table))
        self.table.setAccessibleName(labels.say("Records"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self._empty)

        header = self.table.horizontalHeader()
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._keep_width)
        # Queued, since the header is still at its own work when it says that a section was dropped.
        header.sectionMoved.connect(self._reorder, Qt.ConnectionType.QueuedConnection)
        header.customContextMenuRequested.connect(self._offer_columns)
        self.table.selectionModel().selectionChanged.connect(self._select)
        self.table.selectionModel().currentRowChanged.connect(self._repaint)
        self.setFocusProxy(self.table)
        explorer.state_changed.connect(self._follow_columns)
        explorer.results_changed.connect(self._show)
        explorer.focus_changed.connect(self._show_focus)
        explorer.selection_changed.connect(self._follow_selection)
        self.table.resized.connect(self._fit)
        self._show()

    def open_columns(self) -> None:
        """Open the menu of columns at the column of the current cell."""
        header = self.table.horizontalHeader()
        column = max(0, self.table.currentIndex().column())
        self._offer_columns(QPoint(max(0, header.sectionViewportPosition(column)), header.height()))

    def _show(self) -> None:
        look = self._explorer.state.look
        results = self._explorer.results
        self._model.show(results.places, self._explorer.state.query.text, look.columns, results.unsure)
        self.table.setVisible(self._model.rowCount() > 0)
        self._empty.setVisible(self._model.rowCount() == 0)
        sorts = [column.sort for column in self._model.columns]
        key = look.sort.removeprefix("-")
        # The other way round: the Fusion style points down for what rises, most people's other programs up.
        order = Qt.SortOrder.AscendingOrder if look.sort.startswith("-") else Qt.SortOrder.DescendingOrder
        self.table.horizontalHeader().setSortIndicator(sorts.index(key) if key in sorts else -1, order)
        self._fit()
        self.table.scrollToTop()
        self._show_selection()
        self._explorer.select(self._slugs())
        self._show_focus()

    def _follow_columns(self) -> None:
        if self._explorer.state.look.columns != tuple(column.id for column in self._model.columns):
            self._show()

    def _show_focus(self) -> None:
        row = self._model.row_of(self._explorer.state.look.focus)
        current = self.table.currentIndex()
        if row >= 0 and row != current.row():
            self.table.selectionModel().setCurrentIndex(
                self._model.index(row, max(0, current.column())), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _show_selection(self) -> None:
        rows = self._model.rows_of(self._explorer.selection)
        chosen = QItemSelection()
        last = self._model.columnCount() - 1
        for first, stop in _runs(rows):
            chosen.select(self._model.index(first, 0), self._model.index(stop, last))
        self._following = True
        # In two steps: Qt takes minutes to say what differs between a hundred thousand rows and every other one.
        self.table.clearSelection()
        self.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)
        self._following = False

    def _follow_selection(self) -> None:
        if self._explorer.selection != self._slugs():
            self._show_selection()

    def _sort_by(self, section: int) -> None:
        look, key = self._explorer.state.look, self._model.columns[section].sort
        self._explorer.look(replace(look, sort=f"-{key}" if look.sort == key else key))

    def _reorder(self) -> None:
        header = self.table.horizontalHeader()
        order = tuple(self._model.columns[header.logicalIndex(place)].id for place in range(header.count()))
        # The look is what orders columns, so the header's own order is taken back.
        for section in range(header.count()):
            header.moveSection(header.visualIndex(section), section)
        self._explorer.look(replace(self._explorer.state.look, columns=order))

    def _offer_columns(self, at: QPoint) -> None:
        header = self.table.horizontalHeader()
        section = header.logicalIndexAt(at.x())
        column = self._model.columns[section].id if section >= 0 else ""
        ColumnMenu(self._explorer, self._labels, column, self).popup(header.viewport().mapToGlobal(at))

    def _select(self) -> None:
        if self._following:
            return
        self._explorer.select(self._slugs())
        # Tabbing into the table makes a row current, but only selecting it is a wish to look at it.
        current = self.table.selectionModel().currentIndex()
        if current.isValid() and self.table.selectionModel().isSelected(current):
            self._explorer.focus(next(iter(self._model.slugs(current.row(), current.row()))))

    def _slugs(self) -> frozenset[str]:
        # By ranges: an index for each of a hundred thousand rows would take a second.
        selection = self.table.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return frozenset(slug for one in ranges for slug in self._model.slugs(one.top(), one.bottom()))

    def _repaint(self) -> None:
        self.table.viewport().update()

    def _fit(self) -> None:
        """Give each column what it needs and the title the rest, but never less than it needs."""
        header = self.table.horizontalHeader()
        columns = self._model.columns
        widths = [self._by_hand.get(column.id) or self._width(column) for column in columns]
        ids = [column.id for column in columns]
        if "title" in ids and "title" not in self._by_hand:
            place = ids.index("title")
            widths[place] = max(_LEAST_TITLE, self.table.viewport().width() - sum(widths) + widths[place])
        self._fitting = True
        header.setStretchLastSection("title" not in ids)
        for section, width in enumerate(widths):
            header.resizeSection(section, width)
        self._fitting = False

    def _keep_width(self, section: int, _: int, width: int) -> None:
        # Only a hand on the mouse: the header also resizes by itself.
        if not self._fitting and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._by_hand[self._model.columns[section].id] = width

    def _width(self, column: Column) -> int:
        """Give the width that most of a column's texts and its heading need, judged once by the whole data."""
        if column.id == "title":
            return _LEAST_TITLE
        if column.id not in self._natural:
            store, metrics = self._labels.store, QFontMetrics(self.table.font())
            total = store.edition.counts["row"]
            rows = store.rows(range(0, total, total // _SAMPLE + 1))
            widths = sorted(metrics.horizontalAdvance(column.text(row, self._labels)[:200]) for row in rows)
            most = widths[-1] if widths else 0
            if most > _SHORT:
                most = widths[len(widths) * _FITTING // 100]
            bold = QFont(self.table.font())
            bold.setPixelSize(CAPTION_PX)
            bold.setBold(True)
            heading = QFontMetrics(bold).horizontalAdvance(self._labels.say(column.label)) + _ARROW
            self._natural[column.id] = min(_MOST, max(_LEAST, most + 2, heading) + 2 * PADDING)
        return self._natural[column.id]


def _table() -> Records:
    table = Records()
    settle_table(table, ROW)
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setCornerButtonEnabled(False)
    header = table.horizontalHeader()
    header.setSectionsClickable(True)
    header.setSectionsMovable(True)
    header.setSortIndicatorShown(True)
    header.setMinimumSectionSize(_LEAST)
    header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    return table


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Give the first and last of each unbroken run of sorted numbers."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs


def _make(explorer: Explorer, labels: Labels, theme: Theme) -> QWidget:
    return TableView(explorer, labels, theme)


VIEW = View(
    id="table",
    title=N_("Table"),
    order=2,
    make=_make,
    keys=(
        (N_("Arrows"), N_("From record to record")),
        (N_("Shift+Arrows"), N_("Select several")),
        (N_("Ctrl+A"), N_("Select all")),
    ),
)
