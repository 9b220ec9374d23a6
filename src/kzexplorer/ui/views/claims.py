"""The founding brief, claim by claim: each with its verdict, why, and the records behind it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from kzexplorer.domain.vocabulary import N_, VERDICTS
from kzexplorer.ui.asking.nothing_found import NothingFound
from kzexplorer.ui.look import judgements
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.card_rows import CardView
from kzexplorer.ui.parts.flow import FlowArea
from kzexplorer.ui.parts.late import LateView
from kzexplorer.ui.parts.pill import Pill
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.cards import CardList
from kzexplorer.viewmodel.claims import Brief, brief
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels


class ClaimsView(LateView):
    """Follows the explorer: shows of the brief what its query asks for, and asks it for verdicts and records."""

    def __init__(self, explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        self._theme = theme
        say = labels.say
        self.cards = CardList(self)
        self.list = CardView(self.cards, theme)
        self.list.setAccessibleName(say("Claims of the founding brief"))
        self.verdicts = {verdict: Pill(verdict) for verdict in VERDICTS}
        self._sections = QToolButton()
        self._head = FlowArea(spacing=6)
        self._none = PlainLabel(say("No claim of the founding brief rests on these records."), "empty", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty = NothingFound(explorer, labels)
        self._arrange()
        for pill in self.verdicts.values():
            pill.setCheckable(True)
            pill.wanted.connect(self._choose_verdict)
            self._head.add(pill)
        self._head.add(self._sections)
        self.setFocusProxy(self.list)
        self.list.looked.connect(explorer.focus)
        self.list.records_wanted.connect(explorer.open_records)
        theme.changed.connect(self._renew_marks)
        explorer.results_changed.connect(self.outdate)
        explorer.focus_changed.connect(self._show_focus)
        self._renew_marks()
        self.catch_up()

    def _arrange(self) -> None:
        self._sections.setText(f"{self._labels.say('Sections')} ▾")
        self._sections.setProperty("role", "choice")
        self._sections.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._sections)
        menu.triggered.connect(self._go_to_chapter)
        self._sections.setMenu(menu)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.addWidget(self._head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._none, 1)
        layout.addWidget(self._empty, 1)

    def show_found(self) -> None:
        """Show what is found now."""
        shown = brief(self._explorer.state.query, self._labels)
        self._show_pills(shown)
        self.cards.show(shown.cards)
        found = len(self._explorer.results) > 0
        self.list.setVisible(bool(shown.cards))
        self._head.setVisible(bool(shown.cards) or found)
        self._none.setVisible(not shown.cards and found)
        self._empty.setVisible(not shown.cards and not found)
        self._show_focus()

    def _show_pills(self, shown: Brief) -> None:
        say = self._labels.say
        wanted = self._explorer.state.query.choices.of("verdict").any_of
        for verdict, pill in self.verdicts.items():
            pill.setText(f" {say(VERDICTS[verdict])}  {say.number(shown.verdicts[verdict])}")
            pill.setChecked(verdict in wanted)
            pill.setEnabled(shown.verdicts[verdict] > 0 or verdict in wanted)
        menu = self._sections.menu()
        menu.clear()
        for chapter, name in shown.chapters.items():
            menu.addAction(name.replace("&", "&&")).setData(chapter)
        self._sections.setEnabled(bool(shown.chapters))

    def _show_focus(self) -> None:
        self.list.show_slug(self._explorer.state.look.focus)

    def _choose_verdict(self, verdict: str) -> None:
        self._explorer.toggle("verdict", verdict)

    def _go_to_chapter(self, action: QAction) -> None:
        row = self.cards.row_of_chapter(action.data())
        self.list.scrollTo(self.cards.index(row), QAbstractItemView.ScrollHint.PositionAtTop)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew_marks(self) -> None:
        for verdict, pill in self.verdicts.items():
            pill.setIcon(judgements.icon(verdict, self._theme.tokens))


def _make(explorer: Explorer, labels: Labels, theme: Theme) -> QWidget:
    return ClaimsView(explorer, labels, theme)


VIEW = View(
    id="claims",
    title=N_("Claims"),
    order=4,
    make=_make,
    keys=(
        (N_("Up and down"), N_("From claim to claim")),
        (N_("Enter"), N_("Open the records behind it")),
    ),
)
