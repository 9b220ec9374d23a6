"""The two tables of the import dialog: which column fills which field, and how the first records would read."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kzexplorer.domain.column_map import FACT, FIELDS, NOTHING
from kzexplorer.domain.language import Language
from kzexplorer.ui.parts.choice_box import ChoiceBox
from kzexplorer.ui.parts.tables import settle_table
from kzexplorer.ui.parts.tooltip import as_tip
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.table_import import TableImport

_ROW = 34
_RECORD_ROW = 28
_FIELD_WIDTH = 164
_SHOWN = 8  # records


class ColumnTable(QTableWidget):
    """A row for each column of the table: its name, what stands in it, and a box for the field it fills.

    Signals:
        chosen(str, str): a column shall fill a field, or none.
    """

    chosen = Signal(str, str)

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._say = say
        self._boxes: dict[str, ChoiceBox] = {}
        _settle(self, say("Columns"), _ROW)
        self.setHorizontalHeaderLabels([say("Column of the table"), say("What stands in it"), say("Field of a record")])
        head = self.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, 168)
        self.setColumnWidth(2, _FIELD_WIDTH)

    def box(self, column: str) -> ChoiceBox:
        """Give the box of a column."""
        return self._boxes[column]

    def show_table(self, table: TableImport) -> None:
        """Show the columns of a table; the boxes stay where the columns are the same."""
        lines = table.columns
        if tuple(self._boxes) != tuple(line.name for line in lines):
            self._boxes.clear()
            self.setRowCount(0)
            self.setRowCount(len(lines))
            for row, line in enumerate(lines):
                self._boxes[line.name] = self._new_box(line.name)
                self.setCellWidget(row, 2, self._boxes[line.name])
        for row, line in enumerate(lines):
            self.setItem(row, 0, _cell(line.name))
            self.setItem(row, 1, _cell(line.samples))
            box = self._boxes[line.name]
            box.setCurrentIndex(box.findData(line.field))
            box.setProperty("quiet", line.field in (FACT, NOTHING))
            box.style().polish(box)

    def _new_box(self, column: str) -> ChoiceBox:
        box = ChoiceBox(self._say("Field of “{column}”", column=column))
        box.addItem(self._say("left out"), NOTHING)
        for field, declared in FIELDS.items():
            box.addItem(self._say(declared.label), field)
        box.activated.connect(partial(self._choose, column))
        return box

    def _choose(self, column: str, _: int) -> None:
        self.chosen.emit(column, self._boxes[column].currentData())


class RecordTable(QTableWidget):
    """The first records as they would read."""

    def __init__(self, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        say = labels.say
        self._labels = labels
        _settle(self, say("Preview"), _RECORD_ROW)
        self.setHorizontalHeaderLabels([say("Begins"), say("Kind"), say("Title"), say("Partners")])
        head = self.horizontalHeader()
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate((216, 96, 0, 180)):
            if width:
                self.setColumnWidth(place, width)

    def show_table(self, table: TableImport) -> None:
        """Show the first records a table would become."""
        records = table.records(self._labels, _SHOWN)
        self.setRowCount(len(records))
        for row, record in enumerate(records):
            for place, text in enumerate((record.when, record.kind, record.title, record.partners)):
                item = _cell(text)
                item.setToolTip(as_tip(text))
                self.setItem(row, place, item)


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _settle(table: QTableWidget, name: str, row: int) -> None:
    settle_table(table, row)
    table.setAccessibleName(name)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
