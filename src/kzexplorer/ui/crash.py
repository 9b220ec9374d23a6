"""What happens when the program is wrong: one dialog with a report to copy, and a line on standard error."""

import platform
import sys
import threading
from collections.abc import Iterable
from traceback import format_exception
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.viewmodel.explorer import Explorer

# A report that is longer helps no one, and an error that repeats must not fill the memory.
_LONGEST = 100_000


class CrashDialog(QDialog):
    """Says that something went wrong, and gives the report to copy."""

    def __init__(self, report: str, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Something went wrong"))
        self.resize(640, 440)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(12)
        self.report.setFont(font)
        self.report.setAccessibleName(say("Report"))
        self.report.setTabChangesFocus(True)
        self.copy_button = QPushButton(say("Copy the report"))
        self.copy_button.setProperty("role", "primary")
        close = QPushButton(say("Go on"))
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch()
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(say("Something went wrong"), "title"))
        advice = say(
            "This is a fault of the program, not yours. What you keep is safe. "
            "Please copy the report and send it to whoever looks after the program; then go on, or start anew."
        )
        layout.addWidget(PlainLabel(advice, "secondary", wrap=True))
        layout.addWidget(self.report, 1)
        layout.addLayout(buttons)
        self.copy_button.clicked.connect(self.copy)
        close.clicked.connect(self.accept)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())

    def add(self, report: str) -> None:
        """Add what went wrong meanwhile."""
        if len(self.report.toPlainText()) < _LONGEST:
            self.report.appendPlainText(f"\n{report}")


class Crash(QObject):
    """Takes every error that nobody has handled, from any thread, while it is installed.

    A `KnownError` is shown as the sentence that it is. Any other is a bug: the first opens a dialog, those
    that follow while it is open are added to it, and one that comes from showing it goes to standard error.

    Signals:
        happened(BaseException): an error, to be shown in the thread of the window.
    """

    happened = Signal(object)

    def __init__(self, explorer: Explorer, say: Language, versions: Iterable[tuple[str, str]], window: QWidget) -> None:
        super().__init__(window)
        self._explorer = explorer
        self._say = say
        self._versions = tuple(versions)
        self._window = window
        self._dialog: CrashDialog | None = None
        self._showing = False
        self.happened.connect(self._show)

    def install(self) -> None:
        """Take errors from now on."""
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def uninstall(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, error: BaseException) -> str:
        """Say what went wrong where, with which versions and in which state."""
        versions = ", ".join(f"{name} {number}" for name, number in self._versions)
        lines = (
            f"{versions}, {platform.platform(terse=True)}",
            f"state: {self._explorer.state}",
            "",
            "".join(format_exception(error)).rstrip(),
        )
        return "\n".join(lines)[-_LONGEST:]

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QGuiApplication.exit(130)
            return
        _log(error)
        self.happened.emit(error)

    def _take_from_thread(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
            self._take(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def _show(self, error: BaseException) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            if isinstance(error, KnownError):
                Notice(self._say("That did not work"), str(error), self._say, self._window).open()
            elif self._dialog is not None:
                self._dialog.add(self.report(error))
            else:
                self._dialog = CrashDialog(self.report(error), self._say, self._window)
                self._dialog.finished.connect(self._forget)
                self._dialog.open()
        except Exception as another:
            # An error while showing one must not show itself.
            _log(another)
        finally:
            self._showing = False

    def _forget(self) -> None:
        self._dialog = None


def _log(error: BaseException) -> None:
    # A program without a console has no standard error.
    if sys.stderr is not None:
        text = f"{error}\n" if isinstance(error, KnownError) else "".join(format_exception(error))
        sys.stderr.write(f"kzexplorer: {text}")
