"""The sources behind what is found, with what rests on each; one looked at tells the rest."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.vocabulary import GRADES, N_, SOURCE_LANGUAGES
from kzexplorer.ui.asking.nothing_found import NothingFound
from kzexplorer.ui.look.theme import CAPTION_PX, Theme
from kzexplorer.ui.parts.cells import PADDING, Cells
from kzexplorer.ui.parts.flow import FlowArea
from kzexplorer.ui.parts.late import LateView
from kzexplorer.ui.parts.pill import Pill
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.parts.tables import settle_table
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.sheet_evidence import language_name
from kzexplorer.viewmodel.source_table import COLUMNS, SourceTable
from kzexplorer.viewmodel.sources import Sources, sources

_ROW, _LEAST_TITLE, _MOST = 46, 200, 160
# What is left out first where there is no room for all; the details say it.
_SPARE = ("language", "published", "grade")
_SAMPLE = 200
Index = QModelIndex | QPersistentModelIndex

_BELOW = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_ALONE = ("support", "one")


class SourcesView(LateView):
    """Follows the explorer: the sources of what it finds; grades and languages filter what is found."""

    def __init__(self, explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        say = labels.say
        self.model = SourceTable(labels, self)
        self.table = SourceRows(self.model, theme)
        self.table.setAccessibleName(say("Sources"))
        self.grades = {grade: Pill(grade) for grade in GRADES}
        self.alone = Pill(say("Facts on one source only"))
        self.language = QToolButton()
        self._none = PlainLabel(say("These records name no source."), "empty", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty = NothingFound(explorer, labels)
        self._arrange()
        self.setFocusProxy(self.table)
        self.table.looked.connect(explorer.focus)
        explorer.results_changed.connect(self.outdate)
        explorer.focus_changed.connect(self._show_focus)
        self.catch_up()

    def _arrange(self) -> None:
        say, head = self._labels.say, FlowArea(spacing=6)
        for grade in self.grades.values():
            grade.setCheckable(True)
            grade.wanted.connect(self._choose_grade)
            head.add(grade)
        self.alone.setText(say("Facts on one source only"))
        self.alone.setCheckable(True)
        self.alone.clicked.connect(self._choose_alone)
        head.add(self.alone)
        self.language.setText(f"{say('Language')} ▾")
        self.language.setProperty("role", "choice")
        self.language.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.language)
        menu.triggered.connect(self._choose_language)
        self.language.setMenu(menu)
        head.add(self.language)
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 16, 10)
        top.addWidget(head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._none, 1)
        layout.addWidget(self._empty, 1)

    def show_found(self) -> None:
        """Show what is found now."""
        query, found = self._explorer.state.query, len(self._explorer.results) > 0
        shown = sources(query, self._labels)
        self._show_head(shown)
        self.model.show(shown.cited, query.text)
        self.table.fit(self._labels)
        # Of a database without records it is said that it has none, even where it names sources.
        listed = bool(shown.cited) and self._labels.store.edition.counts["row"] > 0
        self.table.setVisible(listed)
        self._none.setVisible(not listed and found)
        self._empty.setVisible(not listed and not found)
        self._show_focus()

    def _show_head(self, shown: Sources) -> None:
        say, choices = self._labels.say, self._explorer.state.query.choices
        for grade, pill in self.grades.items():
            wanted = grade in choices.of("grade").any_of
            pill.setText(f"{say(GRADES[grade])}  {say.number(shown.grades.get(grade, 0))}")
            pill.setChecked(wanted)
            pill.setEnabled(wanted or grade in shown.grades)
        facet, value = _ALONE
        self.alone.setChecked(value in choices.of(facet).any_of)
        wanted_languages = choices.of("language").any_of
        menu = self.language.menu()
        menu.clear()
        for code in sorted({*shown.languages, *wanted_languages}, key=lambda code: -shown.languages.get(code, 0)):
            action = menu.addAction(f"{language_name(code, self._labels)}\t{say.number(shown.languages.get(code, 0))}")
            action.setCheckable(True)
            action.setChecked(code in wanted_languages)
            action.setEnabled(code in SOURCE_LANGUAGES or code in self._labels.store.values("language"))
            action.setData(code)

    def _show_focus(self) -> None:
        self.table.show_slug(self._explorer.state.look.focus)

    def _choose_grade(self, grade: str) -> None:
        self._explorer.toggle("grade", grade)

    def _choose_alone(self) -> None:
        self._explorer.toggle(*_ALONE)

    def _choose_language(self, action: QAction) -> None:
        self._explorer.toggle("language", action.data())


class SourceCells(Cells):
    """Paints the publisher below the title."""

    def _draw_text(self, painter: QPainter, room: QRect, index: Index, *, strong: bool) -> None:
        caption = index.data(Role.CAPTION)
        if not caption:
            super()._draw_text(painter, room, index, strong=strong)
            return
        super()._draw_text(painter, room.adjusted(0, 3, 0, -18), index, strong=True)
        painter.setFont(self._ink.caption)
        painter.setPen(self._ink.text3)
        below = room.adjusted(0, 22, 0, -5)
        painter.drawText(below, _BELOW, self._small.elidedText(caption, Qt.TextElideMode.ElideRight, below.width()))

    def _renew(self) -> None:
        super()._renew()
        self._small = QFontMetrics(self._ink.caption)


class SourceRows(QTableView):
    """The table of sources; a row that is chosen is looked at, a heading orders.

    Signals:
        looked(str): a source was chosen; its slug.
    """

    looked = Signal(str)

    def __init__(self, model: SourceTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = model
        self._widths: list[int] = []
        self.setModel(model)
        self.setItemDelegate(SourceCells(theme, self))
        settle_table(self, _ROW)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._order)
        self.selectionModel().selectionChanged.connect(self._look)
        self.selectionModel().currentRowChanged.connect(self._repaint)

    def fit(self, labels: Labels) -> None:
        """Give each column what most of its texts need, judged once, and the title the rest."""
        if not self._widths and self._sources.rowCount():
            self._widths = [self._width(column, labels) for column in range(len(COLUMNS))]
        self._stretch()

    def show_slug(self, slug: str) -> None:
        """Choose the row of a source, without looking at it anew."""
        row = self._sources.row_of(slug)
        if row < 0:
            self.selectionModel().clear()
        elif self.currentIndex().row() != row or not self.selectionModel().hasSelection():
            self.selectRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: the title takes what room there is."""
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        if not self._widths:
            return
        ids = [column.id for column in COLUMNS]
        room, hidden = self.viewport().width(), set[str]()
        for spare in _SPARE:
            if self._taken(ids, hidden) + _LEAST_TITLE > room:
                hidden.add(spare)
        for number, column in enumerate(ids):
            self.setColumnHidden(number, column in hidden)
            self.setColumnWidth(number, self._widths[number])
        self.setColumnWidth(0, max(_LEAST_TITLE, room - self._taken(ids, hidden)))

    def _taken(self, ids: list[str], hidden: set[str]) -> int:
        return sum(width for column, width in zip(ids[1:], self._widths[1:], strict=True) if column not in hidden)

    def _width(self, column: int, labels: Labels) -> int:
        metrics, rows = QFontMetrics(self.font()), self._sources.rowCount()
        texts = (str(self._sources.index(row, column).data()) for row in range(0, rows, rows // _SAMPLE + 1))
        bold = QFont(self.font())
        bold.setPixelSize(CAPTION_PX)
        bold.setBold(True)
        heading = QFontMetrics(bold).horizontalAdvance(f"{labels.say(COLUMNS[column].label)} ↓")
        widest = max((metrics.horizontalAdvance(text[:100]) for text in texts), default=0)
        return min(_MOST, max(heading, widest + 2)) + 2 * PADDING

    def _order(self, column: int) -> None:
        chosen = self.currentIndex().data(Role.SLUG) if self.currentIndex().isValid() else ""
        self._sources.sort_by(column)
        self.show_slug(chosen)
        self.scrollToTop()

    def _look(self) -> None:
        for index in self.selectionModel().selectedRows():
            self.looked.emit(index.data(Role.SLUG))

    def _repaint(self, _: QModelIndex) -> None:
        self.viewport().update()


def _make(explorer: Explorer, labels: Labels, theme: Theme) -> QWidget:
    return SourcesView(explorer, labels, theme)


VIEW = View(
    id="sources",
    title=N_("Sources"),
    order=5,
    make=_make,
    keys=((N_("Up and down"), N_("From source to source")),),
)
