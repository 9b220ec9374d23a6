"""The dialog that writes or prints the timeline as a picture, pages or slides, and shows before how it will look."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzexplorer.atomic import write_whole
from kzexplorer.domain.errors import KnownError
from kzexplorer.pictures.picture import Picture
from kzexplorer.pictures.subject import Subject
from kzexplorer.ui.exporting.outcome import ExportOutcome
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.choosing import ChoosePath
from kzexplorer.ui.parts.plain import ElidedLabel, PlainLabel
from kzexplorer.ui.pictures.drawing import Drawn, Wish, composed, typeface, written
from kzexplorer.ui.pictures.options import PictureOptions
from kzexplorer.ui.pictures.painting import Brushwork
from kzexplorer.ui.pictures.preview import PicturePreview
from kzexplorer.ui.pictures.printing import ChoosePrinter, choose_printer, print_subject
from kzexplorer.viewmodel.labels import Labels

_SIZE = (980, 640)
_PAUSE = 120  # milliseconds without a change before the preview is made anew


class PictureDialog(QDialog):
    """Asks how the timeline of a subject is wanted, shows it, writes it, and says in its last line where."""

    def __init__(
        self,
        subject: Subject,
        labels: Labels,
        theme: Theme,
        choose_path: ChoosePath,
        parent: QWidget | None = None,
        choose: ChoosePrinter = choose_printer,
    ) -> None:
        super().__init__(parent)
        self._subject, self._labels, self._say, self._theme = subject, labels, labels.say, theme
        self._choose_path, self._choose = choose_path, choose
        self._drawn: tuple[Wish, list[Picture]] | None = None
        say = labels.say
        self.setWindowTitle(say("Picture or slides"))
        self.resize(*_SIZE)
        self.options = PictureOptions(subject.heading, say)
        self.preview = PicturePreview(say)
        self.outcome = ExportOutcome(say)
        self.print_button = QPushButton(say("Print…"))
        self.close_button = QPushButton(say("Close"))
        self.save = QPushButton(say("Save as…"))
        for button in (self.print_button, self.close_button):
            button.setAutoDefault(False)
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self._arrange()
        self._soon = QTimer(self, singleShot=True)
        self._soon.setInterval(_PAUSE)

        self.options.changed.connect(self._soon.start)
        self._soon.timeout.connect(self.show_options)
        self.save.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.reject)
        self.show_options()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.options)
        left.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left)
        middle.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self._say("Picture or slides"), "title"))
        layout.addWidget(ElidedLabel(self._subject.query, "secondary"))
        layout.addLayout(middle, 1)
        layout.addWidget(self.outcome)
        layout.addLayout(buttons)

    def _headed(self) -> Subject:
        return replace(self._subject, heading=self.options.heading.text() or self._subject.heading)

    def show_options(self) -> None:
        """Show the picture that is wanted now, or say why there is none."""
        try:
            wish = self.options.wish
            pictures = composed(self._headed(), wish)
        except KnownError as error:
            self._drawn = None
            self.preview.show_pictures((), None)
            self.outcome.show_problem(str(error))
        else:
            self._drawn = wish, pictures
            tokens = self._theme.known[self.options.theme.currentData()]
            self.preview.show_pictures(pictures, Brushwork(tokens, typeface(wish.form)))
            left_out = pictures[0].left_out
            if left_out:
                self.outcome.show_note(
                    self._say.plural(
                        "{count} lane has no room and is only named; give more height.",
                        "{count} lanes have no room and are only named; give more height.",
                        left_out,
                    )
                )
            else:
                self.outcome.clear()
        self.save.setEnabled(self._drawn is not None)

    def _save(self) -> None:
        if self._soon.isActive():  # what was typed last is in it, too
            self._soon.stop()
            self.show_options()
        if self._drawn is None:
            return
        wish, pictures = self._drawn
        path = self._choose_path(self, Path(f"kzexplorer{wish.form.suffix}"), wish.form.suffix)
        if path is None:
            return
        subject, tokens = self._headed(), self._theme.known[self.options.theme.currentData()]
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            write_whole(path, written(Drawn(pictures, subject.heading, subject.origin), wish, tokens, self._labels))
        except KnownError as error:
            self.outcome.show_problem(str(error))
        else:
            count = len(pictures)
            done = self._say.plural("Wrote {count} page to {path}.", "Wrote {count} pages to {path}.", count, path=path)
            self.outcome.show_done(done, "", path)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _print(self) -> None:
        part, count = self.options.part.currentData(), self.options.pages.currentData()
        try:
            pages = print_subject(self._headed(), part, count, self._theme.known["light"], self, self._choose)
        except KnownError as error:
            self.outcome.show_problem(str(error))
        else:
            if pages:
                self.outcome.show_note(
                    self._say.plural("{count} page went to the printer.", "{count} pages went to the printer.", pages)
                )
