"""What differs from another edition: new, changed field by field, better sourced, withdrawn; beside the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from kzexplorer.domain.difference import HOWS, Change, How
from kzexplorer.domain.records import Edition
from kzexplorer.domain.state import Choice, Query
from kzexplorer.exporters.changes import changes_csv, changes_json
from kzexplorer.store.since import SINCE
from kzexplorer.ui.look import judgements
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.card_rows import CardView
from kzexplorer.ui.parts.flow import FlowArea
from kzexplorer.ui.parts.pill import Pill
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.viewmodel.cards import CardList
from kzexplorer.viewmodel.change_cards import change_cards
from kzexplorer.viewmodel.changes import difference_words
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels

_SIZE = (720, 620)

# Writes the bytes of the difference under a name with a suffix.
Write = Callable[[bytes, str], None]


class DifferenceWindow(QDialog):
    """Lists the changes; one that is chosen is looked at in the window it belongs to."""

    def __init__(
        self,
        found: tuple[Change, ...],
        old: Edition,
        explorer: Explorer,
        labels: Labels,
        theme: Theme,
        write: Write,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found, self._old, self._explorer, self._labels = found, old, explorer, labels
        self._theme, self._write = theme, write
        say, new = labels.say, labels.store.edition
        self.setWindowTitle(say("What changed"))
        self.resize(*_SIZE)
        self.cards = CardList(self)
        self.list = CardView(self.cards, theme)
        self.list.setAccessibleName(say("What changed"))
        self.sentence = PlainLabel(f"{difference_words(old, new, len(found), say)}.", "secondary", wrap=True)
        self.hows = {how: Pill(how.value) for how in HOWS}
        self.show_records = QPushButton(say("Show the records that changed"))
        self.export = QToolButton()
        self._arrange()
        for how, pill in self.hows.items():
            pill.setCheckable(True)
            pill.clicked.connect(self._show)
            pill.setText(f" {say(HOWS[how])}  {say.number(self._things(how))}")
            pill.setEnabled(self._things(how) > 0)
        self.show_records.setEnabled(
            any(change.what == "record" and change.how is not How.WITHDRAWN for change in found)
        )
        self.show_records.clicked.connect(self._ask)
        self.list.looked.connect(self._look)
        theme.changed.connect(self._renew_marks)
        self._renew_marks()
        self._show()

    def _arrange(self) -> None:
        say = self._labels.say
        pills = FlowArea(spacing=6)
        for pill in self.hows.values():
            pills.add(pill)
        self.export.setText(f"{say('Export')} ▾")
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export)
        for suffix, text in ((".csv", "CSV…"), (".json", "JSON…")):
            menu.addAction(text).setData(suffix)
        menu.triggered.connect(self._export)
        self.export.setMenu(menu)
        self.export.setEnabled(bool(self._found))
        close = QPushButton(say("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.show_records)
        buttons.addWidget(self.export)
        buttons.addStretch()
        buttons.addWidget(close)
        for button in (self.show_records, close):
            button.setAutoDefault(False)
        head = QVBoxLayout()
        head.setContentsMargins(20, 20, 20, 12)
        head.setSpacing(12)
        head.addWidget(PlainLabel(say("What changed"), "title"))
        head.addWidget(self.sentence)
        head.addWidget(pills)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)

    def _things(self, how: How) -> int:
        return len({(change.what, change.slug) for change in self._found if change.how is how})

    def _show(self) -> None:
        wanted = [how for how, pill in self.hows.items() if pill.isChecked()]
        self.cards.show(change_cards(self._found, wanted or list(HOWS), self._labels))

    def _look(self, slug: str) -> None:
        if slug:
            self._explorer.focus(slug)

    def _ask(self) -> None:
        values = [how.value for how in HOWS if how is not How.WITHDRAWN]
        self._explorer.ask(Query().choose(SINCE.id, Choice.of(values)))

    def _export(self, action: QAction) -> None:
        suffix, new = action.data(), self._labels.store.edition
        data = changes_json(self._found, self._old, new) if suffix == ".json" else changes_csv(self._found)
        self._write(data, suffix)

    def _renew_marks(self) -> None:
        for how, pill in self.hows.items():
            pill.setIcon(judgements.icon(how.value, self._theme.tokens))
