"""The results as a table; columns are data and the order is the store's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.records import Row
from kzexplorer.domain.text import Word, highlight, words
from kzexplorer.domain.vocabulary import CERTAINTIES, N_, STATUSES
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its heading, what it shows, and the order it can ask the store for."""

    id: str
    label: str
    text: Callable[[Row, Labels], str]
    sort: str
    width: int


def _title(row: Row, _: Labels) -> str:
    return row.title


def _kind(row: Row, labels: Labels) -> str:
    return labels.kind(row.kind)


def _when(row: Row, labels: Labels) -> str:
    return labels.when(row)


def _partners(row: Row, labels: Labels) -> str:
    return labels.partners(row)


def _status(row: Row, labels: Labels) -> str:
    return labels.say(STATUSES.get(row.status, row.status))


def _certainty(row: Row, labels: Labels) -> str:
    return labels.say(CERTAINTIES.get(row.certainty, row.certainty))


COLUMNS = (
    Column("title", N_("Title"), _title, "title", 280),
    Column("kind", N_("Kind"), _kind, "kind", 120),
    Column("begins", N_("When"), _when, "begins", 220),
    Column("partners", N_("Partners"), _partners, "partner", 130),
    Column("status", N_("Status"), _status, "status", 100),
    Column("certainty", N_("Certainty"), _certainty, "certainty", 100),
)


class RowTable(QAbstractTableModel):
    """Finished rows; a reset replaces them all."""

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._rows: tuple[Row, ...] = ()
        self._words: tuple[Word, ...] = ()

    def show(self, rows: tuple[Row, ...], text: str) -> None:
        """Show other rows, with the words asked for highlighted in titles."""
        self.beginResetModel()
        self._rows = rows
        self._words = words(text, self._labels.store.spellings)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: the columns' headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._labels.say(COLUMNS[section].label)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: see `Role`."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row, self._labels)
            case Role.SLUG:
                return row.slug
            case Role.HIGHLIGHTS if column.id == "title":
                return highlight(row.title, self._words, self._labels.store.spellings)
            case Role.FAMILY:
                return kinds()[row.kind].family.value if row.kind in kinds() else ""
            case Role.MARK if column.id == "title":
                return kinds()[row.kind].mark.value if row.kind in kinds() else ""
        return None

    def row_of(self, slug: str) -> int:
        """Give the row of a record, -1 when it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.slug == slug), -1)
