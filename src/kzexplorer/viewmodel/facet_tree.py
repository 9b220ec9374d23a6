"""The facets as a tree: a branch a facet, a leaf a value with its count and whether it is wanted."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.line import Line
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex


class FacetTree(QAbstractItemModel):
    """Branches are facets in order, without those listed elsewhere; leaves are their values.

    An index carries 0 for a branch and the branch's row + 1 for a leaf.
    """

    def __init__(
        self, explorer: Explorer, labels: Labels, without: frozenset[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        self._facets = tuple(f.id for f in explorer.store.facets() if f.id not in without)
        self._values = tuple(tuple(explorer.store.values(f)) for f in self._facets)

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
            chosen = len(choice.any_of) + len(choice.none_of)
            return Line(self._labels.facet(facet), heading=True, remark=str(chosen or ""))
        facet, value = self.at(index)
        choice = self._explorer.state.query.choices.of(facet)
        return Line(
            self._labels.value(facet, value),
            count=self._explorer.results.counts[facet].get(value, 0),
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

    def at(self, index: Index) -> tuple[str, str]:
        """Give the facet and value of a leaf."""
        branch = index.internalId() - 1
        return self._facets[branch], self._values[branch][index.row()]

    def refresh(self, open_facets: Iterable[int]) -> None:
        """Say that the counts are new: of all heads, and of the values below the heads at some rows.

        Qt asks for every index of a range that has changed, also below a closed head; the values there
        are asked for when the head is opened.
        """
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._facets) - 1, 0))
        for row in open_facets:
            branch = self.index(row, 0)
            self.dataChanged.emit(self.index(0, 0, branch), self.index(len(self._values[row]) - 1, 0, branch))
