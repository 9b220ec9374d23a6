"""The facets below the partner list: counts that follow the query, values to want or not to want."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTreeView, QVBoxLayout, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.ui.asking.delegates import FACET_ROW, FacetRows
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.lists import BOX, CheckedKeys, settle_view
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.parts.tooltip import plain_tip
from kzexplorer.ui.parts.value_menu import ValueMenu
from kzexplorer.viewmodel.facet_tree import FacetTree
from kzexplorer.viewmodel.roles import Role

# What is useful before one knows what one looks for; the rest opens with a click.
_OPEN = frozenset({"kind", "certainty"})


class FacetPane(QWidget):
    """Shows a `FacetTree` below a box that narrows the values of all facets."""

    def __init__(self, facets: FacetTree, theme: Theme, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = facets
        self._say = say
        self._open = set(_OPEN)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(say("Find a filter"))
        self._filter.setAccessibleName(say("Find a filter"))
        self._filter.setClearButtonEnabled(True)
        self._none = PlainLabel(say("No filter is called that."), "caption")
        self._none.setContentsMargins(14, 4, 14, 4)
        self._none.hide()
        self.view = QTreeView()
        self.view.setModel(facets)
        self._rows = FacetRows(theme, FACET_ROW, self.view)
        self.view.setItemDelegate(self._rows)
        self.view.setHeaderHidden(True)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(0)
        self.view.setExpandsOnDoubleClick(False)
        self.view.setAccessibleName(say("Filters"))
        settle_view(self.view)
        keys = CheckedKeys(self.view)
        box = QHBoxLayout()
        box.setContentsMargins(12, 8, 12, 4)
        box.addWidget(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(0)
        layout.addLayout(box)
        layout.addWidget(self._none)
        layout.addWidget(self.view, 1)
        self.view.viewport().installEventFilter(self)
        self._unfold()

        self.setFocusProxy(self.view)
        self._filter.textChanged.connect(self._narrow)
        self.view.clicked.connect(self._fold)
        keys.menu_wanted.connect(self._offer)
        self._rows.excluded.connect(facets.exclude)
        keys.excluded.connect(facets.exclude)
        theme.changed.connect(self._repaint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override: the whole name of a value, which the row may cut, and over its box what that does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.view.indexAt(event.pos())
            plain_tip(event.globalPos(), self._tip(index, event.pos()) if index.isValid() else "", self.view)
            return True
        return super().eventFilter(watched, event)

    def _tip(self, index: QModelIndex, at: QPoint) -> str:
        on_box = not index.data(Role.LINE).heading and self._rows.is_on_box(self.view.visualRect(index), at)
        return self._say(BOX) if on_box else str(index.data())

    def show_results(self) -> None:
        """Show the counts of other results."""
        self._facets.refresh([branch.row() for branch in self._branches() if self.view.isExpanded(branch)])

    def _branches(self) -> list[QModelIndex]:
        return [self._facets.index(row, 0) for row in range(self._facets.rowCount())]

    def _narrow(self, text: str) -> None:
        self._facets.narrow(text)
        self._unfold()
        self._none.setVisible(self._facets.rowCount() == 0)

    def _unfold(self) -> None:
        """Open what is open while nothing is looked for, else all that was found."""
        looked_for = bool(self._filter.text().strip())
        for branch in self._branches():
            self.view.setExpanded(branch, looked_for or branch.data(Role.SLUG) in self._open)

    def _fold(self, index: QModelIndex) -> None:
        if not index.data(Role.LINE).heading:
            return
        opened = not self.view.isExpanded(index)
        if opened:
            self._facets.refresh([index.row()])
        self.view.setExpanded(index, opened)
        if not self._filter.text().strip():
            (self._open.add if opened else self._open.discard)(index.data(Role.SLUG))

    def _offer(self, index: QModelIndex, at: QPoint) -> None:
        menu = ValueMenu(*self._facets.choice(index), self._say, self)
        menu.chosen.connect(partial(self._facets.choose, QPersistentModelIndex(index)))
        menu.open_at(at)

    def _repaint(self) -> None:
        self.view.viewport().update()
