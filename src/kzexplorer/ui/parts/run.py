"""An export or an import on its way: written beside the window, so that nothing waits and it can be taken back."""

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

# Most exports are done before a person could see that one began; only longer ones show their progress.
_BRIEF = 0.15
_BEAT = 50


class ExportRun(QObject):
    """Runs `work(progress=...)` in a thread of its own; it reads nothing but what it was given.

    Signals:
        progressed(int): how far the work says it is.
        finished(object): what the work gave, or the exception that ended it; the last thing it says.
    """

    progressed = Signal(int)
    finished = Signal(object)

    def __init__(self, work: Callable[..., object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._answer: object = None
        self._written = 0
        self._cancelled = Event()
        self._thread = Thread(target=self._run, name="export")
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; a short export has finished when this returns."""
        self._thread.start()
        self._thread.join(_BRIEF)
        if self._thread.is_alive():
            self._timer.start()
        self._look()

    def cancel(self) -> None:
        """Take the work back; it finishes with `Cancelled` and leaves the old file."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            self._answer = self._work(progress=self._count)
        except Exception as error:
            # Whatever it is, it is told where the window can deal with it.
            self._answer = error

    def _count(self, written: int) -> bool:
        self._written = written
        return not self._cancelled.is_set()

    def _look(self) -> None:
        if self._thread.is_alive():
            self.progressed.emit(self._written)
            return
        self._timer.stop()
        self.finished.emit(self._answer)


class RunDialog(QDialog):
    """A dialog whose work is done beside the window: Esc and its button take that back; only without it they close."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: ExportRun | None = None
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self.reject)

    @property
    def is_writing(self) -> bool:
        """Whether work is on its way."""
        return self._run is not None

    def begin(self, work: Callable[..., object]) -> None:
        """Begin `work(progress=...)`; what is short has ended when this returns."""
        self._run = ExportRun(work, self)
        self._run.progressed.connect(self.show_progress)
        self._run.finished.connect(self._end)
        self._run.start()

    def show_progress(self, done: int) -> None:
        """Say how far the work says it is."""
        raise NotImplementedError

    def finish(self, answer: object) -> None:
        """Say what came of it: what the work gave, or the exception that ended it."""
        raise NotImplementedError

    def reject(self) -> None:
        """Override."""
        if self._run is None:
            super().reject()
        else:
            self._run.cancel()
            self.close_button.setEnabled(False)

    def _end(self, answer: object) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self.close_button.setEnabled(True)
        self.finish(answer)
