"""The results as a matrix of partners by area or decade, how many or how well sourced; a cell or a head filters."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.state import ACROSS, MEASURES
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.asking.nothing_found import NothingFound
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.matrix.legend import Legend
from kzexplorer.ui.matrix.table import MatrixTable
from kzexplorer.ui.parts.flow import FlowArea
from kzexplorer.ui.parts.late import LateView
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.matrix import Head, Matrix, filled
from kzexplorer.viewmodel.silence import DOWN

_BY = {"area": N_("By area"), "decade": N_("By decade")}
_MEASURES = {"counts": N_("Counts"), "evidence": N_("Evidence")}


class MatrixView(LateView):
    """Follows the explorer: counts what it finds, and asks it for what is clicked."""

    def __init__(self, explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        say = labels.say
        self.matrix = Matrix(labels, self)
        self.table = MatrixTable(self.matrix, theme)
        self.table.setAccessibleName(say("Partners by area or decade"))
        self.by, self.measures = QButtonGroup(self), QButtonGroup(self)
        self._total = PlainLabel("", "caption")
        self._fill_corner()
        self.legend = Legend(labels, theme)
        self._empty = NothingFound(explorer, labels)
        self._looked = ("", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table)
        layout.addWidget(self.legend)
        layout.addWidget(self._empty)
        self.setFocusProxy(self.table)

        self.by.idClicked.connect(self._choose_across)
        self.measures.idClicked.connect(self._choose_measure)
        self.table.asked.connect(self._ask)
        self.table.row_asked.connect(self._ask_row)
        self.table.column_asked.connect(self._ask_column)
        explorer.state_changed.connect(self._follow)
        explorer.results_changed.connect(self.outdate)
        self.catch_up()

    def _fill_corner(self) -> None:
        say = self._labels.say
        layout = QVBoxLayout(self.table.corner)
        layout.setContentsMargins(14, 8, 8, 6)
        layout.setSpacing(7)
        layout.addWidget(PlainLabel(say("Partners").upper(), "section"))
        for group, texts in ((self.by, _BY), (self.measures, _MEASURES)):
            flow = FlowArea(spacing=4)
            for number, text in enumerate(texts.values()):
                button = QPushButton(say(text))
                button.setCheckable(True)
                button.setProperty("role", "pill")
                group.addButton(button, number)
                flow.add(button)
            layout.addWidget(flow)
        layout.addStretch()
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._total.setContentsMargins(0, 0, 24, 0)
        layout.addWidget(self._total)

    def _follow(self) -> None:
        look = self._explorer.state.look
        if (look.across, look.measure) != self._looked:
            self.outdate()

    def show_found(self) -> None:
        """Show what is found now."""
        state, current = self._explorer.state, self.table.currentIndex()
        before = self.matrix.heads(current) if current.isValid() else None
        look = state.look
        self._looked = look.across, look.measure
        filled(self.matrix, state, self._labels)
        self.by.button(ACROSS.index(look.across)).setChecked(True)
        self.measures.button(MEASURES.index(look.measure)).setChecked(True)
        say, found = self._labels.say, self.matrix.total
        self._total.setText(say.plural("{count} record", "{count} records", found))
        self.table.setVisible(found > 0)
        self.legend.setVisible(found > 0 and look.measure == "evidence")
        self._empty.setVisible(found == 0)
        self.table.arrange()
        if before:
            self._return_to(*before)

    def _return_to(self, row: Head, column: Head) -> None:
        """Put the cursor where it was, or as near as what is shown now allows."""
        model = self.matrix
        place = model.place(row.slug, column.slug)
        if not place.isValid() and model.rowCount():
            place = model.index(0, 0)
        self.table.setCurrentIndex(place)

    def _ask(self, index: QModelIndex) -> None:
        self._explorer.ask(self.matrix.both(self._explorer.state.query, index))

    def _ask_row(self, row: int) -> None:
        self._explorer.toggle(DOWN, self.table.rows.head(row).slug)

    def _ask_column(self, column: int) -> None:
        self._explorer.toggle(self.matrix.across, self.table.columns.head(column).slug)

    def _choose_across(self, number: int) -> None:
        self._explorer.look(replace(self._explorer.state.look, across=ACROSS[number]))

    def _choose_measure(self, number: int) -> None:
        self._explorer.look(replace(self._explorer.state.look, measure=MEASURES[number]))


def _make(explorer: Explorer, labels: Labels, theme: Theme) -> QWidget:
    return MatrixView(explorer, labels, theme)


VIEW = View(
    id="matrix",
    title=N_("Matrix"),
    order=3,
    make=_make,
    keys=(
        (N_("Arrows"), N_("From cell to cell")),
        (N_("Enter"), N_("Filter by partner and column, or no longer")),
        (N_("Shift+Enter"), N_("Filter by the partner alone")),
        (N_("Ctrl+Enter"), N_("Filter by the column alone")),
    ),
)
