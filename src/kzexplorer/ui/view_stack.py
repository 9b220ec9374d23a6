"""The central views behind a row of buttons; a view is built when it is first looked at."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QWidget

from kzexplorer.domain.state import State
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.parts.segment import segment
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels


class ViewSwitch(QWidget):
    """One button a view, as one row of segments; folded, one button with a menu of them.

    Signals:
        chosen(str): the id of the view wanted.
        entered(str): the same by its key, to go on there.
    """

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(self, views: tuple[View, ...], labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._ids = tuple(view.id for view in views)
        self._titles = tuple(labels.say(view.title) for view in views)
        self._row, self._one = QWidget(), QToolButton()
        self._one.setProperty("role", "folded")
        self._one.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._one)
        menu.triggered.connect(self._choose_from_menu)
        self._one.setMenu(menu)
        self._one.hide()
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._row)
        both.addWidget(self._one)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, view in enumerate(views):
            button = segment(labels.say(view.title), number, len(views))
            # Not the button's own shortcut, which would take the keys and click a moment later.
            key = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            key.activated.connect(partial(self.entered.emit, view.id))
            button.setToolTip(f"Ctrl+{number + 1}")
            self._group.addButton(button, number)
            row.addWidget(button)
            action = menu.addAction(f"{self._titles[number]}\tCtrl+{number + 1}")
            action.setData(number)
            action.setCheckable(True)
        self._group.idClicked.connect(self._choose)

    @property
    def whole(self) -> int:
        """The width in pixels at which all buttons stand side by side."""
        return self._row.sizeHint().width()

    def fold(self, folded: bool) -> None:
        """Show one button with a menu, or all buttons."""
        if folded == self._row.isHidden():
            return
        self._row.setVisible(not folded)
        self._one.setVisible(folded)

    def show_state(self, state: State) -> None:
        """Show which view a state is looked at in."""
        if state.look.view in self._ids:
            chosen = self._ids.index(state.look.view)
            self._group.button(chosen).setChecked(True)
            self._one.setText(f"{self._titles[chosen]} ▾")
            for action in self._one.menu().actions():
                action.setChecked(action.data() == chosen)

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._ids[number])

    def _choose_from_menu(self, action: QAction) -> None:
        self._choose(action.data())


class ViewStack(QStackedWidget):
    """Shows the view that the state names; the first one is built once the rest of the window has been painted.

    Signals:
        ready(): the first view stands.
    """

    ready = Signal()

    def __init__(
        self, views: tuple[View, ...], explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._declared = {view.id: view for view in views}
        self._built: dict[str, QWidget] = {}
        self._explorer, self._labels, self._theme = explorer, labels, theme
        waiting = PlainLabel(labels.say("Drawing…"), "caption")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(waiting)
        self._is_painted = False

    @property
    def is_waiting(self) -> bool:
        """Whether no view stands yet."""
        return not self._built

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override: what is painted first is the window without a view; building one takes a moment."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.build)

    def build(self) -> None:
        """Build and show the view of the current state, if it is not there yet."""
        self.show_state(self._explorer.state)

    def show_state(self, state: State) -> None:
        """Show the view of a state, or the first there is."""
        view = self._declared.get(state.look.view) or next(iter(self._declared.values()))
        first = not self._built
        if view.id not in self._built:
            self._built[view.id] = view.make(self._explorer, self._labels, self._theme)
            self.addWidget(self._built[view.id])
        self.setCurrentWidget(self._built[view.id])
        if first:
            self.ready.emit()

    def follow(self, state: State) -> None:
        """Follow the state once the first view is there."""
        if not self.is_waiting:
            self.show_state(state)

    def choose(self, view: str) -> None:
        """Look at another view."""
        self._explorer.look(replace(self._explorer.state.look, view=view))

    def enter(self, view: str) -> None:
        """Look at a view and give it the keys."""
        self.choose(view)
        self.show_state(self._explorer.state)
        self._built[view].setFocus(Qt.FocusReason.ShortcutFocusReason)
