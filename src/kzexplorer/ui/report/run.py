"""Briefs on many partners, one after the other, while the window stays alive and the whole can be stopped."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kzexplorer.atomic import write_whole
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Partner
from kzexplorer.ui.parts.plain import ElidedLabel, PlainLabel
from kzexplorer.viewmodel.labels import Labels

# Makes the bytes of a partner's brief, by its slug.
Make = Callable[[str], bytes]


class BriefRun(QDialog):
    """Writes `SLUG.pdf` for each partner into a folder and says how far it is.

    Signals:
        written(int, list[str]): how many were written, and a sentence for each that could not be; not when stopped.
    """

    written = Signal(int, list)

    def __init__(
        self, partners: Sequence[Partner], folder: Path, make: Make, labels: Labels, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._partners, self._folder, self._make, self._labels = partners, folder, make, labels
        self._at = 0
        self._complaints: list[str] = []
        say = labels.say
        self.setWindowTitle(say("Briefs"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, len(partners))
        self.name = ElidedLabel("", "secondary")
        stop = QPushButton(say("Cancel"))
        stop.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(say("Writing a brief on each partner"), "title"))
        layout.addWidget(self.name)
        layout.addWidget(self.bar)
        layout.addLayout(buttons)
        self.setMinimumWidth(440)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._write_next)
        self.finished.connect(self._timer.stop)

    def start(self) -> None:
        """Show it and begin."""
        self.open()
        self._timer.start()

    def _write_next(self) -> None:
        if self._at == len(self._partners):
            self.accept()
            self.written.emit(self._at - len(self._complaints), self._complaints)
            return
        partner = self._partners[self._at]
        self.name.setText(self._labels.text(partner.names))
        try:
            write_whole(self._folder / f"{partner.slug}.pdf", self._make(partner.slug))
        except KnownError as error:
            self._complaints.append(str(error))
        self._at += 1
        self.bar.setValue(self._at)
