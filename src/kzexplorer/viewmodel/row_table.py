"""The results as a table; columns are data and the order is the store's."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.records import Row
from kzexplorer.domain.state import USUAL_COLUMNS
from kzexplorer.domain.text import Word, highlight, words
from kzexplorer.domain.vocabulary import CERTAINTIES, N_, SIGNIFICANCES, STATUSES
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its heading, what it shows, and the order it can ask the store for."""

    id: str
    label: str
    text: Callable[[Row, Labels], str]
    sort: str
    number: bool = False


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


def _ends(row: Row, labels: Labels) -> str:
    end = row.end.date
    if end is None:
        return ""
    return labels.say("ongoing") if end.last is None else labels.say.date(end)


def _organizations(row: Row, labels: Labels) -> str:
    return _named("organization", (part.slug for part in row.organizations), labels)


def _areas(row: Row, labels: Labels) -> str:
    return _named("area", row.areas, labels)


def _place(row: Row, labels: Labels) -> str:
    return labels.value("place", row.place) if row.place else ""


def _significance(row: Row, labels: Labels) -> str:
    return labels.say(SIGNIFICANCES.get(str(row.significance), str(row.significance)))


def _sources(row: Row, _: Labels) -> str:
    return str(len(row.sources))


def _slug(row: Row, _: Labels) -> str:
    return row.slug


def _named(facet: str, slugs: Iterable[str], labels: Labels) -> str:
    return ", ".join(labels.value(facet, slug) for slug in dict.fromkeys(slugs))


_ALL = (
    Column("title", N_("Title"), _title, "title"),
    Column("kind", N_("Kind"), _kind, "kind"),
    Column("begins", N_("When"), _when, "begins"),
    Column("partners", N_("Partners"), _partners, "partner"),
    Column("status", N_("Status"), _status, "status"),
    Column("certainty", N_("Certainty"), _certainty, "certainty"),
    Column("ends", N_("Ends"), _ends, "ends"),
    Column("organizations", N_("Organizations"), _organizations, "organization"),
    Column("areas", N_("Areas"), _areas, "area"),
    Column("place", N_("Place"), _place, "place"),
    Column("significance", N_("Significance"), _significance, "significance"),
    Column("sources", N_("Sources"), _sources, "sources", number=True),
    Column("slug", N_("Key"), _slug, "slug"),
)
COLUMNS = {column.id: column for column in _ALL}


class RowTable(QAbstractTableModel):
    """Records by their places, each read when it is painted; a reset replaces them all, and with them the columns."""

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._rows = labels.store.all_rows
        self._shown: Sequence[int] = ()
        self._unsure: frozenset[int] = frozenset()
        self._words: tuple[Word, ...] = ()
        self._spans: dict[str, tuple[tuple[int, int], ...]] = {}
        self.columns = tuple(COLUMNS[column] for column in USUAL_COLUMNS)

    def show(
        self,
        places: Sequence[int],
        text: str,
        columns: Sequence[str] = USUAL_COLUMNS,
        unsure: frozenset[int] = frozenset(),
    ) -> None:
        """Show the records at other places in these columns, with the words asked for highlighted in all of them.

        Those at the places that are `unsure` have dates too vague to say whether they meet the time asked for; when
        they were gets a question mark.
        """
        self.beginResetModel()
        self._shown, self._unsure = places, unsure
        self._words = words(text, self._labels.store.spellings)
        self._spans = {}
        self.columns = tuple(COLUMNS[column] for column in columns)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: the columns' headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._labels.say(column.label)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.number else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: see `Role`."""
        if not index.isValid():
            return None
        place = self._shown[index.row()]
        row = self._rows[place]
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole if column.id == "begins" and place in self._unsure:
                return f"{column.text(row, self._labels)} ?"
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row, self._labels)
            case Role.DOUBT:
                return column.id == "begins" and place in self._unsure
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.number else _LEFT
            case Role.SLUG:
                return row.slug
            case Role.HIGHLIGHTS:
                return self._highlights(column.text(row, self._labels))
            case Role.FAMILY if column.id == "title":
                return kinds()[row.kind].family.value if row.kind in kinds() else ""
            case Role.MARK if column.id == "title":
                return kinds()[row.kind].mark.value if row.kind in kinds() else ""
        return None

    def row_of(self, slug: str) -> int:
        """Give the row of a record, -1 when it is not shown."""
        place = self._labels.store.place(slug) if slug else None
        return -1 if place is None or place not in self._shown else self._shown.index(place)

    def rows_of(self, slugs: Collection[str]) -> list[int]:
        """Give the rows of those of some records that are shown, from the top."""
        places = frozenset(self._labels.store.places(slugs)) if slugs else ()
        return [row for row, place in enumerate(self._shown) if place in places] if places else []

    def slugs(self, first: int, last: int) -> tuple[str, ...]:
        """Give the slugs of the records from a row to another, both included."""
        return self._labels.store.slugs_at(self._shown[first : last + 1])

    def _highlights(self, text: str) -> tuple[tuple[int, int], ...]:
        if not self._words:
            return ()
        if text not in self._spans:
            self._spans[text] = highlight(text, self._words, self._labels.store.spellings)
        return self._spans[text]
