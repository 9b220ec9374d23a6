"""What is found as a matrix: partners down, areas or decades across, how much or how well sourced in each cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.columns import HOME
from kzexplorer.domain.state import Choice, Query, State
from kzexplorer.domain.text import sort_key
from kzexplorer.domain.vocabulary import N_
from kzexplorer.store import Cross, Evidence
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.silence import DOWN, SilenceCell, silence_cells, silence_words

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column: its value, how many records found have it, and whether it is asked for.

    `context` counts those of `count` that name a partner only as context, `unsure` those too vague in time.
    """

    slug: str
    name: str
    count: int
    context: int = 0
    wanted: bool = False
    unsure: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """How many records found have both values, and how many of these name the partner only as context.

    `most` is the largest count of the matrix, `wanted` says that just this pair is asked for. Of `count` records
    `unsure` are too vague in time. `silence` says how well sourced they are, where that is what is shown.
    """

    count: int
    context: int
    most: int
    wanted: bool
    unsure: int = 0
    silence: SilenceCell | None = None


class Matrix(QAbstractTableModel):
    """Rows are the partners found, the most active first; a reset replaces all.

    Where it says how well sourced things are, rows are all partners asked for, also those of whom nothing is found, and
    what is Kazakhstan's own has none, as in `silence`. Areas stand in the order of their totals, decades in time; both
    stay when nothing is found in them.
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
        self._unsure: Mapping[str, Mapping[str, int]] = {}
        self._silence: dict[tuple[str, str], SilenceCell] = {}
        self.most = 0
        self.widest = ""

    @property
    def measure(self) -> str:
        """What it says of each pair, one of `MEASURES`."""
        return "evidence" if self._silence else "counts"

    def show(self, cross: Cross, across: str, query: Query, evidence: Evidence | None = None) -> None:
        """Show other counts; `cross` is of partners by `across` under the query, `evidence` too if it is shown."""
        self.beginResetModel()
        self.across = across
        self.total = cross.total
        self._counts, self._direct, self._unsure = cross.counts, cross.direct, cross.unsure
        day = self._labels.store.edition.data_day
        cells = silence_cells(evidence, across, query, day) if evidence else ()
        self._silence = {(cell.down, cell.across): cell for cell in cells}
        judged = {partner for partner, _ in self._silence}
        chosen = query.choices.of(DOWN).any_of
        rows = (
            Head(
                slug,
                self._labels.value(DOWN, slug),
                n,
                n - cross.down_direct[slug],
                slug in chosen,
                cross.down_unsure.get(slug, 0),
            )
            for slug, n in cross.down.items()
            if (slug in judged if evidence else n)
        )
        self._rows = tuple(sorted(rows, key=_by_weight))
        chosen = query.choices.of(across).any_of
        columns = [
            Head(slug, self._labels.value(across, slug), n, 0, slug in chosen, cross.across_unsure.get(slug, 0))
            for slug, n in cross.across.items()
            if not evidence or any((partner, slug) in self._silence for partner in judged)
        ]
        self._columns = tuple(columns if across == "decade" else sorted(columns, key=_by_count))
        self.most = max((n for row in cross.counts.values() for n in row.values()), default=0)
        self.widest = at_most("0" * len(str(self.most)), len(cross.unsure))
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
                cell = self._cell(index)
                return at_most(self._labels.say.number(cell.count), cell.unsure)
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
        counted = self._counted(cell.count, cell.context, cell.unsure)
        judged = silence_words(cell.silence, self._labels) if cell.silence else ()
        return "\n".join((f"{row.name} · {column.name}", *judged, *counted))

    def describe_head(self, section: int, orientation: Qt.Orientation) -> str:
        """Say in words what a head stands for, nothing where there is none."""
        head = self.headerData(section, orientation, Role.HEAD)
        return "\n".join((head.name, *self._counted(head.count, head.context, head.unsure))) if head else ""

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
            (
                head.name,
                *(_range(self._counts[head.slug][c.slug], self._unsure_of(head.slug, c.slug)) for c in self._columns),
                _range(head.count, head.unsure),
                head.context,
            )
            for head in self._rows
        ]
        totals = (_range(column.count, column.unsure) for column in self._columns)
        return heading, (*rows, (say("All records"), *totals, self.total, ""))

    def _cell(self, index: Index) -> Cell:
        row, column = self.heads(index)
        count = self._counts[row.slug][column.slug]
        direct = self._direct[row.slug][column.slug]
        return Cell(
            count,
            count - direct,
            self.most,
            row.wanted and column.wanted,
            self._unsure_of(row.slug, column.slug),
            self._silence.get((row.slug, column.slug)),
        )

    def _unsure_of(self, down: str, across: str) -> int:
        return self._unsure[down][across] if self._unsure else 0

    def _counted(self, count: int, context: int, unsure: int) -> tuple[str, ...]:
        say = self._labels.say
        counted = say.plural("{count} record", "{count} records", count)
        if unsure:
            counted = say("{low} to {high} records", low=say.number(count - unsure), high=say.number(count))
        if not context:
            return (counted,)
        return counted, say("{count} direct, {context} as context only", count=count - context, context=context)


def filled(matrix: Matrix, state: State, labels: Labels) -> None:
    """Fill a matrix with what a state asks for, as it looks at it."""
    query, across = state.query, state.look.across
    evidence = labels.store.evidence(query, DOWN, across) if state.look.measure == "evidence" else None
    cross = evidence.cross if evidence else labels.store.cross(query, DOWN, across)
    matrix.show(cross, across, query, evidence)


def at_most(number: str, unsure: int) -> str:
    """Write a count that may be less."""
    return f"≤{number}" if unsure else number


def _range(count: int, unsure: int) -> str | int:
    return f"{count - unsure}–{count}" if unsure else count


def _by_weight(head: Head) -> tuple[bool, int, int, str]:
    """Order by direct cooperation as the partner list does; records without a partner come last."""
    return head.slug == HOME, head.context - head.count, -head.count, sort_key(head.name)


def _by_count(head: Head) -> int:
    return -head.count
