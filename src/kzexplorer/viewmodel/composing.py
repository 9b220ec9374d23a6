"""The briefing that is being worked on: changed step by step, undone, saved, and kept aside meanwhile."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kzexplorer.domain.briefing import Briefing, Step
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.shelf import Aside, Read, Unsaved, left_behind, read_briefing, write_briefing
from kzexplorer.shelf.briefings import MOST_STEPS

ASIDE_MS = 1000
_MOST_UNDONE = 200


class Composing(QObject):
    """Holds one briefing and says when it changes; every change is a new value, so that undoing is going back.

    Args:
        folder: where it is kept aside; None to keep it nowhere.
        facets: the ids of the facets there are.
        edition: the name of the data's edition, which a changed briefing takes.
        say: the language of the sentences.

    Signals:
        changed(Briefing): it is another value.
        saved_changed(bool): whether all of it is in its file.
        complained(str): a sentence for the user.
    """

    changed = Signal(object)
    saved_changed = Signal(bool)
    complained = Signal(str)

    def __init__(
        self,
        folder: Path | None,
        facets: Collection[str],
        edition: str,
        say: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._facets, self._edition, self._say = folder, facets, edition, say
        self._briefing = self._saved = Briefing(edition=edition)
        self._path: Path | None = None
        self._stamp: str | None = None
        self._undo: list[Briefing] = []
        self._redo: list[Briefing] = []
        self._typing = ""
        self._aside = Aside(folder)
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(ASIDE_MS)
        self._timer.timeout.connect(self.keep_aside)

    @property
    def briefing(self) -> Briefing:
        """The briefing as it is now."""
        return self._briefing

    @property
    def path(self) -> Path | None:
        """The file it is saved to, None for a new one."""
        return self._path

    @property
    def is_saved(self) -> bool:
        """Whether all of it is in its file, or there is nothing to save."""
        return self._briefing == self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._redo)

    def begin(self, briefing: Briefing | None = None) -> None:
        """Begin a new briefing, empty or with what is given; what was not saved is gone."""
        empty = Briefing(edition=self._edition)
        self._take(briefing or empty, None, None, saved=empty if briefing and briefing.steps else None)

    def open(self, path: Path) -> str:
        """Open a file; gives a sentence on what is wrong with it, empty if nothing is.

        Of a damaged file what can be read becomes a new briefing, so that the file stays as it is.

        Raises:
            KnownError: nothing of it can be read; what was open stays.
        """
        read: Read = read_briefing(path, self._facets)
        if read.trouble:
            self.begin(read.briefing)
        else:
            self._take(read.briefing, path, read.stamp)
        return read.trouble

    def show(self, path: Path) -> None:
        """Open one of the briefings that come with the program, as a new one.

        Raises:
            KnownError: it cannot be read.
        """
        self._take(read_briefing(path, self._facets).briefing, None, None)

    def save(self) -> None:
        """Write it to its file.

        Raises:
            OtherwiseWritten: another window has written the file meanwhile; nothing is written.
            KnownError: it cannot be written; the old file stays.
        """
        if self._path is not None:
            self._write(self._path, self._stamp)

    def save_as(self, path: Path) -> None:
        """Write it to another file, which is its file from now on.

        Raises:
            KnownError: it cannot be written; an old file stays.
        """
        self._write(path, None)

    def change(self, briefing: Briefing, typing: str = "") -> None:
        """Go on with another value; changes of one `typing` are undone together.

        Raises:
            KnownError: it has too many steps.
        """
        if len(briefing.steps) > MOST_STEPS:
            raise KnownError(f"A briefing has at most {MOST_STEPS} steps; save what is there and begin another.")
        briefing = replace(briefing, edition=self._edition) if briefing.steps else briefing
        if briefing == self._briefing:
            return
        if not typing or typing != self._typing:
            self._undo = [*self._undo[-_MOST_UNDONE:], self._briefing]
        self._redo.clear()
        self._typing = typing
        self._become(briefing)

    def add(self, at: int, steps: Iterable[Step]) -> None:
        """Put steps before the one at a place, or at the end."""
        self.change(self._briefing.with_steps(at, steps))

    def put(self, at: int, step: Step, typing: str = "") -> None:
        """Put another step in the place of one."""
        if at < len(self._briefing.steps):
            self.change(self._briefing.with_step(at, step), typing)

    def remove(self, places: Collection[int]) -> None:
        """Take steps out."""
        self.change(self._briefing.without(places))

    def move(self, place: int, to: int) -> None:
        """Move a step to another place."""
        self.change(self._briefing.moved(place, to))

    def undo(self) -> None:
        """Take the last change back."""
        if self._undo:
            self._redo.append(self._briefing)
            self._typing = ""
            self._become(self._undo.pop())

    def redo(self) -> None:
        """Make the change that was taken back again."""
        if self._redo:
            self._undo.append(self._briefing)
            self._typing = ""
            self._become(self._redo.pop())

    def recover(self) -> str:
        """Take up what a program that ended in the midst of work has left, and say so; empty if there is nothing."""
        found = left_behind(self._folder, self._facets)
        if found is None:
            return ""
        unsaved, self._aside = found
        self._path, self._stamp = unsaved.path, unsaved.stamp
        self._saved = Briefing(edition=self._edition)
        self._become(unsaved.briefing)
        return self._say.plural(
            "The briefing “{title}” with {count} step was not saved; it is open again.",
            "The briefing “{title}” with {count} steps was not saved; it is open again.",
            len(unsaved.briefing.steps),
            title=unsaved.briefing.title or self._say("Untitled"),
        )

    def keep_aside(self) -> None:
        """Keep what is not saved where a crash does not reach it."""
        self._timer.stop()
        try:
            if self.is_saved:
                self._aside.drop()
            else:
                self._aside.keep(Unsaved(self._briefing, self._path, self._stamp))
        except KnownError as error:
            self.complained.emit(str(error))

    def leave(self) -> None:
        """Keep what is not saved for the next start."""
        self.keep_aside()
        self._aside.leave()

    def _write(self, path: Path, stamp: str | None) -> None:
        self._stamp = write_briefing(path, self._briefing, stamp)
        self._path, self._saved = path, self._briefing
        self._typing = ""
        self.keep_aside()
        self._tell()

    def _take(self, briefing: Briefing, path: Path | None, stamp: str | None, saved: Briefing | None = None) -> None:
        """Put another briefing in the place of this one; all of it is in its file unless something else is `saved`."""
        self._aside.drop()
        self._aside = Aside(self._folder)
        self._path, self._stamp, self._saved = path, stamp, saved or briefing
        self._undo.clear()
        self._redo.clear()
        self._typing = ""
        self._become(briefing)

    def _become(self, briefing: Briefing) -> None:
        self._briefing = briefing
        # Not started anew by the next key: who types without a pause is kept as often.
        if not self._timer.isActive() and (self._aside.is_kept or not self.is_saved):
            self._timer.start()
        self.changed.emit(briefing)
        self._tell()

    def _tell(self) -> None:
        self.saved_changed.emit(self.is_saved)
