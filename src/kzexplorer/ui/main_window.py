"""The window: a shell that arranges the panes and connects them to the explorer."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from kzexplorer.store import Repository
from kzexplorer.ui.actions import Action, Desk
from kzexplorer.ui.asking.chip_bar import ChipBar
from kzexplorer.ui.asking.facet_pane import FacetPane
from kzexplorer.ui.asking.partner_pane import PartnerPane
from kzexplorer.ui.asking.search_bar import SearchBar
from kzexplorer.ui.briefing.room import BriefingRoom
from kzexplorer.ui.commands import Command, CommandMenu
from kzexplorer.ui.details.pane import DetailPane
from kzexplorer.ui.keeping.basket_button import BasketButton
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.message_strip import MessageStrip
from kzexplorer.ui.parts.choosing import ChoosePath
from kzexplorer.ui.places import USUAL_PANES, USUAL_SIZE
from kzexplorer.ui.status_line import StatusLine
from kzexplorer.ui.top_bar import TopBar
from kzexplorer.ui.view_stack import ViewStack, ViewSwitch
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.databases import Databases
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.facet_tree import FacetTree
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.partner_list import PartnerList


class MainWindow(QMainWindow):
    """Partners and facets at the left, a view in the middle, details at the right."""

    def __init__(
        self,
        explorer: Explorer,
        labels: Labels,
        theme: Theme,
        keeping: Keeping,
        briefings: BriefingRoom,
        views: tuple[View, ...],
        declared_actions: tuple[Action, ...],
        choose_path: ChoosePath,
        version: str,
        open_data: Callable[[Path], Repository],
        databases: Databases,
    ) -> None:
        super().__init__()
        self._explorer = explorer
        say = labels.say
        opened = databases.current.name if databases.current else ""
        self.setWindowTitle(f"{opened} – kzexplorer" if opened else "kzexplorer")
        self.resize(*USUAL_SIZE)
        self.setMinimumSize(960, 600)

        self.search = SearchBar(say)
        self.switch = ViewSwitch(views, labels)
        self.chips = ChipBar(labels)
        last_year = date.fromordinal(explorer.store.edition.data_day).year
        self.partners = PartnerPane(PartnerList(explorer, labels, self), last_year, theme, say)
        self.facets = FacetPane(FacetTree(explorer, labels, frozenset({"partner"}), self), theme, say)
        self.stack = ViewStack(views, explorer, labels, theme)
        self.detail = DetailPane(labels, theme, keeping)
        self.status = StatusLine(labels, opened)
        self.messages = MessageStrip(say)
        self.basket = BasketButton(keeping, say, "Ctrl+Shift+B")
        self._back = _arrow("←", say("Back (Alt+Left)"))
        self._forward = _arrow("→", say("Forward (Alt+Right)"))
        self._export = QPushButton(say("Export"))
        self._export.setToolTip("Ctrl+E")
        self._present = QPushButton(say("▶ Present"))
        self._present.setProperty("role", "primary")
        self._present.setToolTip("F5")
        self.desk = Desk(
            self, explorer, labels, theme, choose_path, self.go_to_search, self.go_to_pane, version, keeping,
            self.detail.go_to_evidence, briefings, databases, open_data,
        )  # fmt: skip
        self.commands = {declared.id: Command(declared, self.desk) for declared in declared_actions}
        self.addActions(tuple(self.commands.values()))
        self._menu = CommandMenu(tuple(self.commands.values()), self.desk)
        self._arrange()

        self.search.asked.connect(explorer.search)
        self.search.rested.connect(explorer.settle)
        self.switch.chosen.connect(self.stack.choose)
        self.switch.entered.connect(self.stack.enter)
        self.chips.asked.connect(explorer.ask)
        self.chips.grouped.connect(self._group_by)
        self.chips.saved.connect(self.commands["save-view"].trigger)
        self.chips.stepped.connect(explorer.step_day)
        self.chips.time_wanted.connect(self.commands["time"].trigger)
        self.partners.partner_chosen.connect(explorer.focus)
        self.detail.followed.connect(explorer.focus)
        self.detail.asked.connect(explorer.open_records)
        self.detail.wanted.connect(self._do)
        self._back.clicked.connect(self.commands["back"].trigger)
        self._forward.clicked.connect(self.commands["forward"].trigger)
        self._export.clicked.connect(self.commands["export"].trigger)
        self.basket.clicked.connect(self.commands["show-basket"].trigger)
        self._present.clicked.connect(self.commands["present"].trigger)
        keeping.complained.connect(self.messages.add)
        briefings.complained.connect(self.messages.add)
        databases.complained.connect(self.messages.add)
        explorer.state_changed.connect(self._show_state)
        explorer.state_changed.connect(self.stack.follow)
        explorer.results_changed.connect(self.facets.show_results)
        explorer.focus_changed.connect(self.detail.show_detail)

        self._show_state()
        self.detail.show_detail(explorer.detail)

    def go_to_search(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def go_to_pane(self, step: int) -> None:
        """Give the keyboard to the pane so many steps on from where it is, round and round."""
        focus = self.focusWidget()
        panes = (self.search, self.partners, self.facets, self.stack.currentWidget() or self.stack, self.detail)
        here = next((n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)), -1)
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        panes[(here + step) % len(panes)].setFocus(reason)

    def _arrange(self) -> None:
        top = TopBar(
            (self._back, self._forward), self.search, self.switch,
            (self.basket, self._export, self._present, self._menu),
        )  # fmt: skip
        top.setObjectName("topBar")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left = _split("left", Qt.Orientation.Vertical, (self.partners, 3), (self.facets, 2))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.stack, 1)
        body = _split("body", Qt.Orientation.Horizontal, (left, 0), (middle, 1), (self.detail, 0))
        left.setMinimumWidth(200)
        middle.setMinimumWidth(480)
        self.detail.setMinimumWidth(240)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self.messages)
        whole.addWidget(body, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(page)

    def _show_state(self) -> None:
        explorer = self._explorer
        state = explorer.state
        self.search.show_text(state.query.text)
        self.switch.show_state(state)
        self.chips.show_state(state)
        self.status.show_results(state.query, explorer.results)
        self.partners.show_focus(state.look.focus)
        self._back.setEnabled(explorer.can_go_back)
        self._forward.setEnabled(explorer.can_go_forward)
        self._export.setEnabled(len(explorer.results) > 0)

    def _do(self, action: str) -> None:
        self.commands[action].trigger()

    def _group_by(self, group: str) -> None:
        self._explorer.look(self._explorer.state.look.by(group))


def _arrow(sign: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setProperty("role", "flat")
    button.setFixedSize(QSize(32, 32))
    return button


def _split(name: str, orientation: Qt.Orientation, *parts: tuple[QWidget, int]) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setObjectName(name)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for index, (widget, stretch) in enumerate(parts):
        splitter.addWidget(widget)
        splitter.setStretchFactor(index, stretch)
    splitter.setSizes(list(USUAL_PANES[name]))
    return splitter
