"""The dialog that writes what is found, selected or in the basket to a file, and shows before how it will look."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Row
from kzexplorer.exporters import About, Cancelled, Report, export
from kzexplorer.ui.exporting.options import ExportOptions, Offer
from kzexplorer.ui.exporting.outcome import ExportOutcome
from kzexplorer.ui.exporting.preview import ExportPreview
from kzexplorer.ui.parts.choosing import ChoosePath
from kzexplorer.ui.parts.plain import ElidedLabel, PlainLabel
from kzexplorer.ui.parts.run import RunDialog
from kzexplorer.viewmodel.labels import Labels

_SIZE = (940, 600)


class ExportDialog(RunDialog):
    """Asks what to write and how, writes it, and says what came of it in its last lines.

    While a long export runs it shows how far it is, and Cancel or Esc takes it back.
    """

    def __init__(
        self,
        found: Sequence[Row],
        selected: Sequence[Row],
        about: About,
        labels: Labels,
        choose_path: ChoosePath,
        parent: QWidget | None = None,
        basket: Sequence[Row] = (),
        basket_name: str = "",
    ) -> None:
        super().__init__(parent)
        say = labels.say
        self._say = say
        self._choose_path = choose_path
        self.setWindowTitle(say("Export"))
        self.resize(*_SIZE)
        some = say("{count} selected of: {sentence}", count=say.number(len(selected)), sentence=about.sentence)
        offers = (
            Offer(
                say.plural("The {count} record found", "All {count} records found", len(found)),
                found,
                about,
            ),
            Offer(
                say.plural("The {count} record selected", "The {count} records selected", len(selected))
                if selected
                else say("No records are selected"),
                selected,
                replace(about, sentence=some),
            ),
            Offer(
                say.plural("The {count} record in the basket", "The {count} records in the basket", len(basket))
                if basket
                else say("The basket is empty"),
                basket,
                replace(about, query="", unsure=None, sentence=say("basket “{name}”", name=basket_name)),
            ),
        )
        self.options = ExportOptions(offers, 1 if selected else 0, say)
        self.everything, self.selection, self.basket = self.options.what
        self.preview = ExportPreview(say)
        self.outcome = ExportOutcome(say)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(say("Progress"))
        self.progress.hide()
        self.close_button.setText(say("Close"))
        self.save = QPushButton(say("Save as…"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self._sentence = ElidedLabel("", "secondary")
        self._arrange()
        # One look for the many signals of one change; a list that is being dragged is whole by then.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)

        self.options.changed.connect(self._soon.start)
        self._soon.timeout.connect(self._show_options)
        self.save.clicked.connect(self._save)
        self._show_options()

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.options)
        middle.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self._say("Export"), "title"))
        layout.addWidget(self._sentence)
        layout.addLayout(middle, 1)
        layout.addWidget(self.outcome)
        layout.addLayout(buttons)

    def _show_options(self) -> None:
        missing = self.options.missing
        offer = self.options.offer
        self._sentence.setText(offer.about.sentence)
        self.save.setEnabled(not missing)
        if missing:
            self.preview.show_nothing()
            self.outcome.show_note(missing)
        else:
            self.preview.show_first(offer.rows, self.options.told)
            self.outcome.clear()

    def _save(self) -> None:
        exporter = self.options.exporter
        path = self._choose_path(self, Path(f"kzexplorer{exporter.suffix}"), exporter.suffix)
        if path is None:
            return
        rows = self.options.offer.rows
        self.progress.setRange(0, len(rows))
        self.begin(partial(export, rows, path, **self.options.told))

    def show_progress(self, done: int) -> None:
        """Override: say how far a long export is, and offer to take it back."""
        self.progress.setValue(done)
        self.outcome.show_note(
            self._say(
                "Writing: {count} of {total} records",
                count=self._say.number(done),
                total=self._say.number(self.progress.maximum()),
            )
        )
        if self.progress.isHidden():
            self.progress.show()
            self.options.setEnabled(False)
            self.save.setEnabled(False)
            self.close_button.setText(self._say("Cancel"))
            self.close_button.setFocus()

    def finish(self, answer: object) -> None:
        """Override: say what came of the export."""
        self.progress.hide()
        self.options.setEnabled(True)
        self.save.setEnabled(True)
        self.close_button.setText(self._say("Close"))
        match answer:
            case Report():
                self.outcome.show_report(answer)
            case Cancelled():
                self.outcome.show_note(self._say("The export was cancelled; nothing was changed."))
            case KnownError():
                self.outcome.show_problem(str(answer))
            case Exception():
                raise answer
