"""The dialog that writes what is found, selected or in the basket to a file."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Row
from kzexplorer.domain.vocabulary import N_
from kzexplorer.exporters import About, Exporter, export, exporters
from kzexplorer.ui.choosing import ChoosePath
from kzexplorer.ui.plain import PlainLabel
from kzexplorer.viewmodel.labels import Labels

_PROFILES = {
    "data": N_("Data: machine-true, commas, UTF-8"),
    "excel": N_("Spreadsheet: opens right in Excel, formulas disarmed"),
}


class ExportDialog(QDialog):
    """Asks what to write and how, writes it, and says what came of it in its own last line."""

    def __init__(
        self,
        found: tuple[Row, ...],
        selected: tuple[Row, ...],
        about: About,
        labels: Labels,
        choose_path: ChoosePath,
        parent: QWidget | None = None,
        basket: tuple[Row, ...] = (),
        basket_name: str = "",
    ) -> None:
        super().__init__(parent)
        say = labels.say
        self._say = say
        self._found, self._selected, self._about = found, selected, about
        self._kept = basket
        self._about_kept = replace(about, query="", sentence=say("basket “{name}”", name=basket_name))
        self._choose_path = choose_path
        self.setWindowTitle(say("Export"))
        self.setMinimumWidth(460)
        self.everything = QRadioButton(say.plural("The {count} record found", "All {count} records found", len(found)))
        self.selection = QRadioButton(
            say.plural("The {count} record selected", "The {count} records selected", len(selected))
        )
        self.selection.setEnabled(bool(selected))
        self.basket = QRadioButton(
            say.plural("The {count} record in the basket", "The {count} records in the basket", len(basket))
        )
        self.basket.setEnabled(bool(basket))
        (self.selection if selected else self.everything).setChecked(True)
        self.format = QComboBox()
        for exporter in exporters().values():
            self.format.addItem(exporter.label, exporter.id)
        self.profile = QComboBox()
        self.outcome = PlainLabel("", "secondary", wrap=True)
        self.save = QPushButton(say("Save as…"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        close = QPushButton(say("Close"))

        what = QVBoxLayout()
        what.setSpacing(4)
        what.addWidget(self.everything)
        what.addWidget(self.selection)
        what.addWidget(self.basket)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.addRow(PlainLabel(say("What"), "secondary"), what)
        form.addRow(PlainLabel(say("Format"), "secondary"), self.format)
        form.addRow(PlainLabel(say("Profile"), "secondary"), self.profile)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addWidget(PlainLabel(say("Export"), "title"))
        layout.addWidget(PlainLabel(about.sentence, "secondary", wrap=True))
        layout.addLayout(form)
        layout.addWidget(self.outcome)
        layout.addStretch()
        layout.addLayout(buttons)

        self.format.currentIndexChanged.connect(self._offer_profiles)
        self.save.clicked.connect(self._save)
        close.clicked.connect(self.reject)
        self._offer_profiles()

    def _offer_profiles(self) -> None:
        self.profile.clear()
        for profile in self._exporter().profiles:
            self.profile.addItem(self._say(_PROFILES.get(profile, profile)), profile)
        self.profile.setEnabled(self.profile.count() > 1)

    def _exporter(self) -> Exporter:
        return exporters()[self.format.currentData()]

    def _save(self) -> None:
        exporter = self._exporter()
        path = self._choose_path(self, Path(f"kzexplorer{exporter.suffix}"), exporter.suffix)
        if path is None:
            return
        rows = self._selected if self.selection.isChecked() else self._found
        about = self._about
        if self.basket.isChecked():
            rows, about = self._kept, self._about_kept
        try:
            report = export(rows, path, exporter=exporter, about=about, profile=self.profile.currentData())
        except KnownError as error:
            self.outcome.setProperty("role", "doubt")
            self.outcome.setText(str(error))
        else:
            self.outcome.setProperty("role", "good")
            written = self._say.plural(
                "Wrote {count} record to {path}.", "Wrote {count} records to {path}.", report.rows, path=path
            )
            self.outcome.setText(written)
        self.outcome.style().polish(self.outcome)
