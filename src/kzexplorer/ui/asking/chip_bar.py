"""The query as chips that can be taken off one by one, and the choice of lanes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from kzexplorer.domain.state import GROUPS, Query, State
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.asking.day_stepper import DayStepper
from kzexplorer.ui.parts.flow import FlowArea
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.parts.tooltip import as_tip
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.parts import parts

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

    def show_part(self, text: str, without: Query, hits: str = "") -> None:
        """Stand for a part of the query; a word has its hits behind it."""
        self._without = without
        shown = text if len(text) <= 40 else text[:39] + "…"
        self.setText(" ".join(filter(None, (shown.replace("&", "&&"), hits, " ✕"))))
        self.setAccessibleName(f"{self._hint}: {text}")
        self.setToolTip(as_tip(f"{self._hint}: {text}"))

    def _remove(self) -> None:
        self.removed.emit(self._without)


class ChipBar(QWidget):
    """Shows what is asked, part by part.

    Signals:
        asked(Query): a part was taken off.
        grouped(str): other lanes are wanted.
        saved(): the view is to be kept under a name.
        time_wanted(): a span of time or a day is to be asked for.
        stepped(int, int): the day to answer for is to be so many years and days on.
    """

    asked = Signal(object)
    grouped = Signal(str)
    saved = Signal()
    time_wanted = Signal()
    stepped = Signal(int, int)

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
        self._flow = FlowArea(spacing=6)
        self._clear = QPushButton(labels.say("Clear all"))
        self._clear.setProperty("role", "quiet")
        self._clear.setToolTip("Ctrl+Backspace")
        self._clear.clicked.connect(self._ask_everything)
        self.save = QPushButton(labels.say("Save view"))
        self.save.setProperty("role", "quiet")
        self.save.setToolTip("Ctrl+D")
        self.save.clicked.connect(self.saved)
        self.time = QToolButton()
        self.time.setText(f"{labels.say('Time')} ▾")
        self.time.setProperty("role", "choice")
        self.time.setToolTip("Ctrl+T")
        self.time.clicked.connect(self.time_wanted)
        self.stepper = DayStepper(labels.say)
        self.stepper.stepped.connect(self.stepped)
        for widget in (self._all, self._clear, self.stepper, self.time, self._lanes):
            self._flow.add(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._flow, 1)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        self._group.triggered.connect(self._choose_lanes)

    def show_state(self, state: State) -> None:
        """Show a state's query and lanes."""
        say = self._labels.say
        self._lanes.setVisible(state.look.view == "timeline")
        self._lanes.setText(f"{say('Lanes')}: {say(_LANES[state.look.group])} ▾")
        for action in self._group.actions():
            action.setChecked(action.data() == state.look.group)
        if state.query != self._query:
            self._query = state.query
            self._show(state.query)

    def _show(self, query: Query) -> None:
        asked = list(parts(query, self._labels))
        # Chips are used again: making and styling a widget costs more than all else a keystroke does.
        for _ in range(len(asked) - len(self._chips)):
            chip = Chip(self._labels.say("Take off"))
            chip.removed.connect(self.asked)
            self._flow.add(chip, before=self._clear)
            self._chips.append(chip)
        for chip, part in zip(self._chips, asked, strict=False):
            if part.hits is None:
                chip.show_part(part.name, part.without)
            else:
                chip.show_part(f"“{part.name}”", part.without, self._labels.say.number(part.hits))
            chip.show()
        for chip in self._chips[len(asked) :]:
            chip.hide()
        self._all.setVisible(not asked)
        self._clear.setVisible(len(asked) > 1)
        self.stepper.setVisible(query.as_of is not None)

    def _lane_menu(self) -> QMenu:
        menu = QMenu(self._lanes)
        for group in GROUPS:
            action = QAction(self._labels.say(_LANES[group]), menu)
            action.setCheckable(True)
            action.setData(group)
            self._group.addAction(action)
            menu.addAction(action)
        return menu

    def _ask_everything(self) -> None:
        self.asked.emit(Query())

    def _choose_lanes(self, action: QAction) -> None:
        self.grouped.emit(action.data())
