"""The query as chips that can be taken off one by one, and the choice of lanes."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from kzexplorer.domain.sentence import span_words
from kzexplorer.domain.state import GROUPS, Query, Span, State
from kzexplorer.domain.text import words
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.flow import FlowLayout, flowing
from kzexplorer.ui.plain import PlainLabel
from kzexplorer.ui.tooltip import as_tip
from kzexplorer.viewmodel.labels import Labels

_LANES = {
    "partner": N_("partner"),
    "area": N_("area"),
    "kind": N_("kind"),
    "organization": N_("organization"),
    "status": N_("status"),
    "none": N_("none"),
}


class Chip(QPushButton):
    """A part of the query; a click takes it off.

    Signals:
        removed(Query): the query without this part.
    """

    removed = Signal(object)

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self._without = Query()
        self.setProperty("role", "chip")
        self.clicked.connect(self._remove)

    def show_part(self, text: str, without: Query) -> None:
        """Stand for a part of the query."""
        self._without = without
        shown = text if len(text) <= 40 else text[:39] + "…"
        self.setText(f"{shown.replace('&', '&&')}  ✕")
        self.setAccessibleName(f"{self._hint}: {text}")
        self.setToolTip(as_tip(f"{self._hint}: {text}"))

    def _remove(self) -> None:
        self.removed.emit(self._without)


class ChipBar(QWidget):
    """Shows what is asked, part by part.

    Signals:
        asked(Query): a part was taken off.
        grouped(str): other lanes are wanted.
    """

    asked = Signal(object)
    grouped = Signal(str)

    def __init__(self, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chipBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._labels = labels
        self._query: Query | None = None
        self._chips: list[Chip] = []
        self._all = PlainLabel(labels.say("No filters: everything is shown"), "caption")
        self._lanes = QToolButton()
        self._lanes.setProperty("role", "choice")
        self._lanes.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._group = QActionGroup(self)
        self._lanes.setMenu(self._lane_menu())
        holder = QWidget()
        holder.setSizePolicy(flowing())
        self._flow = FlowLayout(spacing=8)
        self._flow.addWidget(self._all)
        holder.setLayout(self._flow)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(holder, 1)
        layout.addWidget(self._lanes, 0, Qt.AlignmentFlag.AlignTop)
        self._group.triggered.connect(self._choose_lanes)

    def show_state(self, state: State) -> None:
        """Show a state's query and lanes."""
        say = self._labels.say
        self._lanes.setText(f"{say('Lanes')}: {say(_LANES[state.look.group])} ▾")
        for action in self._group.actions():
            action.setChecked(action.data() == state.look.group)
        if state.query != self._query:
            self._query = state.query
            self._show(state.query)

    def _show(self, query: Query) -> None:
        parts = list(_parts(query, self._labels))
        if len(parts) > 1:
            parts.append((self._labels.say("Clear all"), Query()))
        # Chips are used again: making and styling a widget costs more than all else a keystroke does.
        for _ in range(len(parts) - len(self._chips)):
            chip = Chip(self._labels.say("Take off"))
            chip.removed.connect(self.asked)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        for chip, (text, without) in zip(self._chips, parts, strict=False):
            chip.show_part(text, without)
            chip.show()
        for chip in self._chips[len(parts) :]:
            chip.hide()
        self._all.setVisible(not parts)

    def _lane_menu(self) -> QMenu:
        menu = QMenu(self._lanes)
        for group in GROUPS:
            action = QAction(self._labels.say(_LANES[group]), menu)
            action.setCheckable(True)
            action.setData(group)
            self._group.addAction(action)
            menu.addAction(action)
        return menu

    def _choose_lanes(self, action: QAction) -> None:
        self.grouped.emit(action.data())


def _parts(query: Query, labels: Labels) -> Iterator[tuple[str, Query]]:
    """Give each part of a query in words, with the query without it."""
    say = labels.say
    for word in words(query.text):
        rest = " ".join(other.text for other in words(query.text) if other != word)
        yield f"“{word.text}”", replace(query, text=rest)
    for facet, choice in query.choices.items():
        for value in choice.any_of:
            yield labels.value(facet, value), query.toggle(facet, value)
        for value in choice.none_of:
            text = say("not {values}", values=labels.value(facet, value))
            yield text, query.toggle(facet, value, exclude=True)
    if query.span:
        yield span_words(query.span, say), replace(query, span=Span())
    if query.as_of:
        yield say("as of {date}", date=say.date(query.as_of)), replace(query, as_of=None)
