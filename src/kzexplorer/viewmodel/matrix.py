"""What is found as a matrix: partners down, areas or decades across, a count in each cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.state import Choice, Query
from kzexplorer.domain.text import sort_key
from kzexplorer.domain.vocabulary import N_
from kzexplorer.store import Cross
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

DOWN = "partner"
_HOME = "kazakhstan"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column: its value, how many records found have it, and whether it is asked for.

    `context` counts those of `count` that name a partner only as context.
    """

    slug: str
    name: str
    count: int
    context: int = 0
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """How many records found have both values, and how many of these name the partner only as context.

    `most` is the largest count of the matrix, `wanted` says that just this pair is asked for.
    """

    count: int
    context: int
    most: int
    wanted: bool


class Matrix(QAbstractTableModel):
    """Rows are the partners found, the most active first; a reset replaces all.

    Areas stand in the order of their totals, decades in time; both stay when nothing is found in them.
    """

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.across = "area"
        self.total = 0
        self._rows: tuple[Head, ...] = ()
        self._columns: tuple[Head, ...] = ()
        self._counts: Mapping[str, Mapping[str, int]] = {}
        self._direct: Mapping[str, Mapping[str, int]] = {}
        self.most = 0

    def show(self, cross: Cross, across: str, query: Query) -> None:
        """Show other counts; `cross` is of partners by `across` under the query."""
        self.beginResetModel()
        self.across = across
        self.total = cross.total
        self._counts, self._direct = cross.counts, cross.direct
        chosen = query.choices.of(DOWN).any_of
        rows = (
            Head(slug, self._labels.value(DOWN, slug), n, n - cross.down_direct[slug], slug in chosen)
            for slug, n in cross.down.items()
            if n
        )
        self._rows = tuple(sorted(rows, key=_by_weight))
        chosen = query.choices.of(across).any_of
        columns = [
            Head(slug, self._labels.value(across, slug), n, 0, slug in chosen) for slug, n in cross.across.items()
        ]
        self._columns = tuple(columns if across == "decade" else sorted(columns, key=_by_count))
        self.most = max((n for row in cross.counts.values() for n in row.values()), default=0)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: names; see `Role`."""
        heads = self._columns if orientation is Qt.Orientation.Horizontal else self._rows
        if not 0 <= section < len(heads):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heads[section].name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heads[section].name}, {heads[section].count}"
            case Role.HEAD:
                return heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: see `Role`."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._labels.say.number(self._cell(index).count)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(self.describe(index).splitlines()[:2])
            case Role.CELL:
                return self._cell(index)
        return None

    def heads(self, index: Index) -> tuple[Head, Head]:
        """Give the heads of the row and the column that a cell is in."""
        return self._rows[index.row()], self._columns[index.column()]

    def place(self, down: str, across: str) -> QModelIndex:
        """Give the cell of two values, invalid where it is not shown."""
        row = next((i for i, head in enumerate(self._rows) if head.slug == down), -1)
        column = next((i for i, head in enumerate(self._columns) if head.slug == across), -1)
        return self.index(row, column)

    def describe(self, index: Index) -> str:
        """Say in words what a cell counts."""
        (row, column), cell = self.heads(index), self._cell(index)
        return "\n".join((f"{row.name} · {column.name}", *self._counted(cell.count, cell.context)))

    def describe_head(self, section: int, orientation: Qt.Orientation) -> str:
        """Say in words what a head stands for, nothing where there is none."""
        head = self.headerData(section, orientation, Role.HEAD)
        return "\n".join((head.name, *self._counted(head.count, head.context))) if head else ""

    def both(self, query: Query, index: Index) -> Query:
        """Ask for the records of a cell alone; when that is what is asked, ask for neither value."""
        row, column = self.heads(index)
        down, across = Choice.of([row.slug]), Choice.of([column.slug])
        if (query.choices.of(DOWN), query.choices.of(self.across)) == (down, across):
            down = across = Choice()
        return query.choose(DOWN, down).choose(self.across, across)

    def grid(self) -> tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]:
        """Give the matrix as a heading and rows: partner, a count a column, all records, context only."""
        say = self._labels.say
        heading = (
            self._labels.facet(DOWN),
            *(head.name for head in self._columns),
            say("All records"),
            say(N_("As context only")),
        )
        rows: list[tuple[str | int, ...]] = [
            (head.name, *(self._counts[head.slug][c.slug] for c in self._columns), head.count, head.context)
            for head in self._rows
        ]
        return heading, (*rows, (say("All records"), *(c.count for c in self._columns), self.total, ""))

    def _cell(self, index: Index) -> Cell:
        row, column = self.heads(index)
        count = self._counts[row.slug][column.slug]
        direct = self._direct[row.slug][column.slug]
        return Cell(count, count - direct, self.most, row.wanted and column.wanted)

    def _counted(self, count: int, context: int) -> tuple[str, ...]:
        say = self._labels.say
        counted = say.plural("{count} record", "{count} records", count)
        if not context:
            return (counted,)
        return counted, say("{count} direct, {context} as context only", count=count - context, context=context)


def _by_weight(head: Head) -> tuple[bool, int, int, str]:
    """Order by direct cooperation as the partner list does; records without a partner come last."""
    return head.slug == _HOME, head.context - head.count, -head.count, sort_key(head.name)


def _by_count(head: Head) -> int:
    return -head.count
