"""What came of an export, in one sentence with the path, and what a person should know of the file."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.exporters import Report
from kzexplorer.ui.parts.choosing import open_folder
from kzexplorer.ui.parts.plain import PlainLabel

_LINE = 96  # characters


class ExportOutcome(QWidget):
    """Says it, and opens the folder the file is in; the file itself is never opened."""

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._folder: Path | None = None
        self.sentence = PlainLabel("", "strong", wrap=True)
        self.warnings = PlainLabel("", "secondary", wrap=True)
        self.open_folder = QPushButton(say("Open folder"))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.sentence)
        words.addWidget(self.warnings)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignTop)
        self.open_folder.clicked.connect(self._open)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self._show("", "strong")

    def show_report(self, report: Report) -> None:
        """Say what was written and where."""
        path = report.paths[0]
        if report.sources is None:
            written = self._say.plural(
                "Wrote {count} record to {path}.", "Wrote {count} records to {path}.", report.rows, path=tail(path)
            )
        else:
            written = self._say.plural(
                "Wrote {count} source to {path}.", "Wrote {count} sources to {path}.", report.sources, path=tail(path)
            )
        self.show_done(written, " ".join(warnings(report, self._say)), path)

    def show_done(self, sentence: str, warning: str, written: Path) -> None:
        """Say what was written, and offer the folder it is in."""
        self._folder = written.resolve().parent
        self._show(sentence, "strong", warning)
        self.open_folder.show()

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong and what helps."""
        self._show(sentence, "doubt")

    def show_note(self, sentence: str) -> None:
        """Say something that is no problem."""
        self._show(sentence, "secondary")

    def _show(self, sentence: str, role: str, warning: str = "") -> None:
        self.sentence.setProperty("role", role)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(sentence)
        self.warnings.setText(warning)
        self.warnings.setVisible(bool(warning))
        self.open_folder.hide()
        self.setVisible(bool(sentence))

    def _open(self) -> None:
        if self._folder:
            try:
                open_folder(self._folder, self._say)
            except KnownError as error:
                self.show_problem(str(error))


def tail(path: Path) -> str:
    """Give as much of the end of a path as a line holds: it has no blanks at which it could be broken."""
    text = str(path)
    return text if len(text) <= _LINE else f"…{text[1 - _LINE :]}"


def warnings(report: Report, say: Language) -> Iterator[str]:
    """Give a sentence for each thing that was done to the texts of a file, or left as it is."""
    if report.guarded:
        yield say.plural(
            "{count} cell that a spreadsheet would run as a formula begins with an apostrophe.",
            "{count} cells that a spreadsheet would run as formulas begin with an apostrophe.",
            len(report.guarded),
        )
    if report.risky:
        yield say.plural(
            "{count} cell would be run as a formula by a spreadsheet; the profile for spreadsheets disarms it.",
            "{count} cells would be run as formulas by a spreadsheet; the profile for spreadsheets disarms them.",
            len(report.risky),
        )
    if report.cut:
        yield say.plural(
            "{count} cell was longer than the format allows and ends in “…”.",
            "{count} cells were longer than the format allows and end in “…”.",
            len(report.cut),
        )
    if report.replaced:
        yield say.plural(
            "{count} character that the format cannot carry became “\ufffd”.",
            "{count} characters that the format cannot carry became “\ufffd”.",
            report.replaced,
        )
