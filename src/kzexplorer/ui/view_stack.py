"""The central views behind a row of buttons; a view is built when it is first looked at."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from kzexplorer.domain.state import State
from kzexplorer.ui.plain import PlainLabel
from kzexplorer.ui.segment import segment
from kzexplorer.ui.theme import Theme
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels


class ViewSwitch(QWidget):
    """One button a view, as one row of segments.

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
        row = QHBoxLayout(self)
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
        self._group.idClicked.connect(self._choose)

    def show_state(self, state: State) -> None:
        """Show which view a state is looked at in."""
        if state.look.view in self._ids:
            self._group.button(self._ids.index(state.look.view)).setChecked(True)

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._ids[number])


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
