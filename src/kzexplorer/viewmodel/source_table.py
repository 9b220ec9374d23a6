"""The sources as a table, in the order of any of its columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.text import Word, highlight, sort_key, words
from kzexplorer.domain.vocabulary import GRADES, N_
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.sheet_evidence import language_name
from kzexplorer.viewmodel.sources import Cited

Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column: its heading, what it shows, and the key it is ordered by."""

    id: str
    label: str
    text: Callable[[Cited, Labels], str]
    key: Callable[[Cited, Labels], Any]
    number: bool = False


def _title(cited: Cited, _: Labels) -> str:
    return cited.source.title


def _published(cited: Cited, labels: Labels) -> str:
    return cited.source.published.text if cited.source.published else labels.say("undated")


def _language(cited: Cited, labels: Labels) -> str:
    return language_name(cited.source.language, labels)


def _grade(cited: Cited, labels: Labels) -> str:
    return labels.say(GRADES.get(cited.source.grade, cited.source.grade))


def _records(cited: Cited, labels: Labels) -> str:
    return labels.say.number(cited.records)


def _alone(cited: Cited, labels: Labels) -> str:
    return labels.say.number(cited.alone) if cited.alone else ""


def _title_key(cited: Cited, _: Labels) -> str:
    return sort_key(cited.source.title)


def _published_key(cited: Cited, _: Labels) -> tuple[int, int]:
    published = cited.source.published
    return (published.begin, published.finish) if published else (0, 0)


def _language_key(cited: Cited, labels: Labels) -> str:
    return sort_key(_language(cited, labels))


def _grade_key(cited: Cited, _: Labels) -> int:
    order = list(GRADES)
    return order.index(cited.source.grade) if cited.source.grade in order else len(order)


def _records_key(cited: Cited, _: Labels) -> int:
    return cited.records


def _alone_key(cited: Cited, _: Labels) -> int:
    return cited.alone


COLUMNS = (
    SourceColumn("title", N_("Source"), _title, _title_key),
    SourceColumn("published", N_("Published"), _published, _published_key),
    SourceColumn("language", N_("Language"), _language, _language_key),
    SourceColumn("grade", N_("Grade"), _grade, _grade_key),
    SourceColumn("records", N_("Records"), _records, _records_key, number=True),
    SourceColumn("alone", N_("On it alone"), _alone, _alone_key, number=True),
)


class SourceTable(QAbstractTableModel):
    """Rows are sources, at first those that most records rest on; a reset replaces all."""

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._given: Sequence[Cited] = ()
        self._rows: list[Cited] = []
        self._words: tuple[Word, ...] = ()
        self.ordered = "records"
        self.descending = True

    def show(self, cited: Sequence[Cited], text: str) -> None:
        """Show other sources; `text` is what was asked, to be marked where it stands."""
        self.beginResetModel()
        self._given, self._words = cited, words(text, self._labels.store.spellings)
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """Order by a column, or the other way round when it is by that already; numbers begin with the largest."""
        chosen = COLUMNS[column]
        self.descending = not self.descending if self.ordered == chosen.id else chosen.number
        self.ordered = chosen.id
        self.beginResetModel()
        self._arrange()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def row_of(self, slug: str) -> int:
        """Give the row of a source, -1 when it is not shown."""
        return next((row for row, cited in enumerate(self._rows) if cited.source.slug == slug), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: the headings, the one that orders with an arrow."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                arrow = (" ↓" if self.descending else " ↑") if COLUMNS[section].id == self.ordered else ""
                return f"{self._labels.say(COLUMNS[section].label)}{arrow}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if COLUMNS[section].number else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: see `Role`."""
        if not index.isValid():
            return None
        cited, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(cited, self._labels)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.number else _LEFT
            case Role.HIGHLIGHTS:
                if not self._words or column.id != "title":
                    return ()
                return highlight(cited.source.title, self._words, self._labels.store.spellings)
            case Role.CAPTION:
                return cited.source.publisher if column.id == "title" else ""
            case Role.SLUG:
                return cited.source.slug
        return None

    def _arrange(self) -> None:
        column = next(column for column in COLUMNS if column.id == self.ordered)
        rows = sorted(self._given, key=lambda cited: _title_key(cited, self._labels))
        self._rows = sorted(rows, key=lambda cited: column.key(cited, self._labels), reverse=self.descending)
