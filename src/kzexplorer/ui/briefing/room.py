"""What the window does with briefings: make steps, open, save and present them."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.briefing import Briefing, Step
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import State
from kzexplorer.shelf import SUFFIX, OtherwiseWritten
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.choosing import ChooseFile, ChoosePath
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.viewmodel.composing import Composing
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.slides import Slides
from kzexplorer.viewmodel.steps import Steps

if TYPE_CHECKING:
    from kzexplorer.ui.present.presentation import Presentation


class BriefingRoom(QObject):
    """The briefing being made, and the talk that runs, if one does.

    Signals:
        presented(Presentation): a talk has begun.
        complained(str): a sentence for the user.
    """

    presented = Signal(object)
    complained = Signal(str)

    def __init__(
        self,
        composing: Composing,
        labels: Labels,
        theme: Theme,
        choose_path: ChoosePath,
        choose_file: ChooseFile,
        ready: Path,
    ) -> None:
        super().__init__()
        self.composing, self.labels, self.theme = composing, labels, theme
        self.steps = Steps(labels)
        self.presentation: Presentation | None = None
        self._choose_path, self._choose_file, self._ready = choose_path, choose_file, ready
        composing.setParent(self)
        composing.complained.connect(self.complained)

    @property
    def ready(self) -> tuple[Path, ...]:
        """The briefings that come with the program."""
        return tuple(sorted(self._ready.glob(f"*{SUFFIX}")))

    def add(self, steps: Iterable[Step], after: int | None = None) -> None:
        """Put steps behind one, or at the end."""
        count = len(self.composing.briefing.steps)
        self._try(partial(self.composing.add, count if after is None else after + 1, tuple(steps)))

    def add_view(self, state: State, after: int | None = None) -> None:
        """Make the window's view a step."""
        self.add((self.steps.step(state),), after)

    def begin(self, parent: QWidget) -> None:
        """Begin a new briefing; one that is not saved is asked about."""
        self._leave(parent, self.composing.begin)

    def open(self, parent: QWidget) -> None:
        """Ask for a file and open it; what is not saved is asked about."""
        self._leave(parent, partial(self._open, parent))

    def open_ready(self, parent: QWidget, path: Path) -> None:
        """Open a briefing that comes with the program; what is not saved is asked about."""
        self._leave(parent, partial(self._try, partial(self.composing.show, path)))

    def save(self, parent: QWidget) -> bool:
        """Save, or ask for a file where it has none; says whether it was saved."""
        if self.composing.path is None:
            return self.save_as(parent)
        try:
            self.composing.save()
        except OtherwiseWritten as error:
            say = self.labels.say
            box = Notice(say("Changed elsewhere"), str(error), say, parent, act=say("Save as…"))
            box.accepted.connect(partial(self.save_as, parent))
            box.open()
            return False
        except KnownError as error:
            self._tell(parent, error)
            return False
        return True

    def save_as(self, parent: QWidget) -> bool:
        """Ask for a file and save to it; says whether it was saved."""
        title = "".join(c for c in self.composing.briefing.title if c.isalnum() or c in " -_") or "briefing"
        suggested = self.composing.path or Path(f"{title.strip()}{SUFFIX}")
        path = self._choose_path(parent, suggested, SUFFIX)
        if path is None:
            return False
        try:
            self.composing.save_as(path)
        except KnownError as error:
            self._tell(parent, error)
            return False
        return True

    def present(self, near: QWidget, state: State, *, start: int = 0, windows: bool = False) -> None:
        """Present the briefing; where it has no steps, the landmarks of the window's view."""
        if self.presentation is not None:
            self.presentation.audience.activateWindow()
            return
        # Late: it needs NumPy, which the window is shown without.
        from kzexplorer.ui.present.presentation import Presentation

        briefing = self.composing.briefing
        if not briefing.steps:
            briefing, start = self._of_view(state), 0
        talk = Presentation(briefing, self.labels, self.theme, near, start=start, windows=windows, parent=self)
        self.presentation = talk
        talk.ended.connect(self._ended)
        talk.start()
        self.presented.emit(talk)

    def slides(self) -> Slides:
        """Give the slides of the briefing as it is now."""
        return Slides([step.page for step in self.composing.briefing.steps], self.labels)

    def _of_view(self, state: State) -> Briefing:
        first = self.steps.step(state)
        rest = self.steps.landmarks(state)[:30]
        return self.steps.briefing(first.headline, (first, *rest))

    def _ended(self) -> None:
        if self.presentation is not None:
            self.presentation.deleteLater()
        self.presentation = None

    def _open(self, parent: QWidget) -> None:
        path = self._choose_file(parent, SUFFIX)
        if path is None:
            return
        try:
            trouble = self.composing.open(path)
        except KnownError as error:
            self._tell(parent, error)
            return
        if trouble:
            self._tell(parent, trouble)

    def _leave(self, parent: QWidget, go_on: Callable[[], None]) -> None:
        """Go on to another briefing, at once where this one is saved."""
        if self.composing.is_saved:
            go_on()
            return
        say = self.labels.say
        title = self.composing.briefing.title or say("Untitled")
        question = say("“{title}” is not saved. Go on without saving it?", title=title)
        box = Notice(say("Not saved"), question, say, parent, act=say("Go on without saving"))
        box.accepted.connect(go_on)
        box.open()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except KnownError as error:
            self.complained.emit(str(error))

    def _tell(self, parent: QWidget, error: object) -> None:
        say = self.labels.say
        Notice(say("Briefing"), str(error), say, parent).open()
