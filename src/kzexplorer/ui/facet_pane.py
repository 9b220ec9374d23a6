"""The facets below the partner list: counts that follow the query, values to want or not to want."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView, QVBoxLayout, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.ui.delegates import FACET_ROW, FacetRows
from kzexplorer.ui.lists import CheckedKeys, settle_view
from kzexplorer.ui.theme import Theme
from kzexplorer.viewmodel.facet_tree import FacetTree
from kzexplorer.viewmodel.roles import Role

# What is useful before one knows what one looks for; the rest opens with a click.
_OPEN = frozenset({"kind", "certainty"})


class FacetPane(QWidget):
    """Shows a `FacetTree`."""

    def __init__(self, facets: FacetTree, theme: Theme, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = facets
        self.view = QTreeView()
        self.view.setModel(facets)
        rows = FacetRows(theme, FACET_ROW, self.view)
        self.view.setItemDelegate(rows)
        self.view.setHeaderHidden(True)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(0)
        self.view.setExpandsOnDoubleClick(False)
        self.view.setAccessibleName(say("Filters"))
        settle_view(self.view)
        keys = CheckedKeys(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addWidget(self.view)
        for row in range(facets.rowCount()):
            branch = facets.index(row, 0)
            self.view.setExpanded(branch, branch.data(Role.SLUG) in _OPEN)

        self.view.clicked.connect(self._fold)
        rows.excluded.connect(facets.exclude)
        keys.excluded.connect(facets.exclude)
        theme.changed.connect(self._repaint)

    def show_results(self) -> None:
        """Show the counts of other results."""
        branches = (self._facets.index(row, 0) for row in range(self._facets.rowCount()))
        self._facets.refresh([branch.row() for branch in branches if self.view.isExpanded(branch)])

    def _fold(self, index: QModelIndex) -> None:
        if index.data(Role.LINE).heading:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _repaint(self) -> None:
        self.view.viewport().update()
