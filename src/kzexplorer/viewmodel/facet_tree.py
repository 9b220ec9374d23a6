"""The facets as a tree: a branch a facet, a leaf a value with its count and whether it is wanted."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.names import Names
from kzexplorer.domain.state import Choice
from kzexplorer.domain.text import fold, sort_key
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.line import Line
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex


class FacetTree(QAbstractItemModel):
    """Branches are facets in order, without those listed elsewhere; leaves are their values.

    One without any value, such as the origin where all is of one, is left out. Words of a controlled list stand
    in its order, names with most records first. An index carries 0 for a branch and the branch's row + 1 for a leaf.
    """

    def __init__(
        self, explorer: Explorer, labels: Labels, without: frozenset[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        self._without = without
        self._read()
        explorer.compared.connect(self._reread)

    def _read(self) -> None:
        store, without = self._explorer.store, self._without
        shown = [facet for facet in store.facets() if facet.id not in without and store.values(facet.id)]
        self._open_ended = frozenset(facet.id for facet in shown if facet.open_ended)
        self._all = {facet.id: self._declared(facet.id) for facet in shown}
        self._folded: dict[tuple[str, str], str] = {}
        self._told: dict[tuple[int, int], Line] = {}
        self._facets = tuple(self._all)
        self._values = [self._ordered(facet, self._all[facet]) for facet in self._facets]

    def _reread(self) -> None:
        """Take up a facet that has come since."""
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Override."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Override."""
        branch = index.internalId() if index.isValid() else 0
        return self.createIndex(branch - 1, 0, 0) if branch else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        if not parent.isValid():
            return len(self._facets)
        return 0 if parent.internalId() or parent.column() else len(self._values[parent.row()])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override: one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override: values can be checked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.internalId() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: see `Role`."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._line(index).name
            case Role.LINE:
                return self._line(index)
            case Role.SLUG:
                return self.at(index)[1] if index.internalId() else self._facets[index.row()]
            case Qt.ItemDataRole.CheckStateRole if index.internalId():
                return Qt.CheckState.Checked if self._line(index).wanted else Qt.CheckState.Unchecked
        return None

    def _line(self, index: Index) -> Line:
        if not index.internalId():
            facet = self._facets[index.row()]
            choice = self._explorer.state.query.choices.of(facet)
            return Line(self._labels.facet(facet), heading=True, remark=self._remark(choice))
        facet, value = self.at(index)
        choice = self._explorer.state.query.choices.of(facet)
        return Line(
            self._labels.value(facet, value),
            count=self._explorer.results.counts[facet].get(value, 0),
            unsure=self._explorer.results.doubtful.get(facet, {}).get(value, 0),
            wanted=value in choice.any_of,
            unwanted=value in choice.none_of,
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override: checking a value asks for it, unchecking takes that back."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not index.internalId():
            return False
        self._explorer.toggle(*self.at(index))
        return True

    def exclude(self, index: Index) -> None:
        """Ask for what does not have a value, or take that back."""
        if index.isValid() and index.internalId():
            facet, value = self.at(index)
            self._explorer.toggle(facet, value, exclude=True)

    def choose(self, index: Index, choice: Choice) -> None:
        """Ask for another choice of the facet of a leaf."""
        facet, _ = self.at(index)
        self._explorer.ask(self._explorer.state.query.choose(facet, choice))

    def choice(self, index: Index) -> tuple[str, str, Choice]:
        """Give the value of a leaf, its name, and the choice of its facet there is."""
        facet, value = self.at(index)
        return value, self._labels.value(facet, value), self._explorer.state.query.choices.of(facet)

    def narrow(self, text: str) -> None:
        """List only values with a name that contains a text in any script, and facets that have such values."""
        wanted = fold(text).strip()
        self.beginResetModel()
        self._told.clear()
        found = {
            facet: tuple(value for value in values if wanted in self._text(facet, value))
            for facet, values in self._all.items()
        }
        self._facets = tuple(facet for facet, values in found.items() if values)
        self._values = [self._ordered(facet, found[facet]) for facet in self._facets]
        self.endResetModel()

    def at(self, index: Index) -> tuple[str, str]:
        """Give the facet and value of a leaf."""
        branch = index.internalId() - 1
        return self._facets[branch], self._values[branch][index.row()]

    def refresh(self, open_facets: Iterable[int]) -> None:
        """Say what has changed: of all heads, and of the values below the heads at some rows.

        Each row is told of by itself, so that only what has changed is painted; the values below a closed head
        are asked for when it is opened.
        """
        for row in range(len(self._facets)):
            self._tell(self.index(row, 0))
        for row in open_facets:
            self._reorder(row)
            branch = self.index(row, 0)
            for leaf in range(len(self._values[row])):
                self._tell(self.index(leaf, 0, branch))

    def _tell(self, index: QModelIndex) -> None:
        key, line = (index.internalId(), index.row()), self._line(index)
        if self._told.get(key) != line:
            self._told[key] = line
            self.dataChanged.emit(index, index)

    def _declared(self, facet: str) -> tuple[str, ...]:
        values = tuple(self._explorer.store.values(facet))
        if facet not in self._open_ended:
            return values
        return tuple(sorted(values, key=lambda value: sort_key(self._labels.value(facet, value))))

    def _ordered(self, facet: str, values: tuple[str, ...]) -> tuple[str, ...]:
        if facet not in self._open_ended:
            return values
        counts = self._explorer.results.counts[facet]
        return tuple(sorted(values, key=lambda value: -counts.get(value, 0)))

    def _reorder(self, row: int) -> None:
        """Bring the values with most records to the top; who points at one still does."""
        before = self._values[row]
        # Sorted from the names on, so that ties do not keep an order that counts once had.
        shown = set(before)
        facet = self._facets[row]
        after = self._ordered(facet, tuple(value for value in self._all[facet] if value in shown))
        if after == before:
            return
        self.layoutAboutToBeChanged.emit()
        self._values[row] = after
        places = {value: place for place, value in enumerate(after)}
        old = [index for index in self.persistentIndexList() if index.internalId() == row + 1]
        self.changePersistentIndexList(
            old, [self.createIndex(places[before[index.row()]], 0, row + 1) for index in old]
        )
        self._told.clear()
        self.layoutChanged.emit()

    def _text(self, facet: str, value: str) -> str:
        if (facet, value) not in self._folded:
            name = self._explorer.store.values(facet)[value]
            names = (*name, self._labels.text(name)) if isinstance(name, Names) else (name, self._labels.say(name))
            self._folded[facet, value] = " ".join(map(fold, names))
        return self._folded[facet, value]

    def _remark(self, choice: Choice) -> str:
        say, wanted, unwanted = self._labels.say, len(choice.any_of), len(choice.none_of)
        if wanted and unwanted:
            return say("any of {count}, none of {others}", count=wanted, others=unwanted)
        if wanted:
            return say("any of {count}", count=wanted)
        return say("none of {count}", count=unwanted) if unwanted else ""
