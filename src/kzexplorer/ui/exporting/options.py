"""What the export dialog asks: which records, in which format, profile and columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QRadioButton, QVBoxLayout, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Row
from kzexplorer.domain.vocabulary import N_
from kzexplorer.exporters import SEPARATORS, About, Exporter, exporters
from kzexplorer.exporters.spreadsheet import regional_separator
from kzexplorer.ui.exporting.columns import ColumnChooser
from kzexplorer.ui.exporting.preview import is_text
from kzexplorer.ui.parts.choice_box import ChoiceBox
from kzexplorer.ui.parts.plain import PlainLabel

_PROFILES = {
    "data": N_("Data: machine-true, commas"),
    "excel": N_("Spreadsheet: opens right in Excel"),
}
_SEPARATORS = {",": N_("comma"), ";": N_("semicolon")}
_WIDTH = 324


@dataclass(frozen=True, slots=True)
class Offer:
    """Records that can be exported: what to call them, which they are, and where they come from."""

    label: str
    rows: Sequence[Row]
    about: About


class ExportOptions(QWidget):
    """Offers records, formats, and what the format can be told.

    Signals:
        changed: something else is wanted.
    """

    changed = Signal()

    def __init__(self, offers: tuple[Offer, ...], chosen: int, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._offers = offers
        self.what = tuple(QRadioButton(offer.label) for offer in offers)
        for button, offer in zip(self.what, offers, strict=True):
            button.setEnabled(bool(offer.rows))
        self.what[chosen].setChecked(True)
        self.format = ChoiceBox(say("Format"))
        for exporter in exporters().values():
            name = exporter.label if exporter.columns else say("{format}: their sources", format=exporter.label)
            self.format.addItem(name, exporter.id)
        self.profile = ChoiceBox(say("Profile"))
        self.separator = _separators(say)
        self.columns = ColumnChooser(say)
        self._form = QFormLayout()
        self._arrange()

        self.format.currentIndexChanged.connect(self._follow_format)
        self.profile.currentIndexChanged.connect(self._follow_profile)
        self.separator.currentIndexChanged.connect(self.changed)
        self.columns.changed.connect(self.changed)
        for button in self.what:
            button.toggled.connect(self.changed)
        self._follow_format()

    @property
    def offer(self) -> Offer:
        """The records that are wanted."""
        return next(offer for offer, button in zip(self._offers, self.what, strict=True) if button.isChecked())

    @property
    def exporter(self) -> Exporter:
        """The format that is wanted."""
        return exporters()[self.format.currentData()]

    @property
    def told(self) -> dict[str, Any]:
        """What `export` is told beside the rows and the target."""
        profile = self.profile.currentData()
        return {
            "exporter": self.exporter,
            "about": self.offer.about,
            "profile": profile,
            "columns": self.columns.chosen,
            "separator": self.separator.currentData() if profile == "excel" else "auto",
        }

    @property
    def missing(self) -> str:
        """What is missing for an export, as a sentence; nothing when all is there."""
        if not self.offer.rows:
            return self._say("There is no record to write.")
        if self.exporter.columns and not self.columns.chosen:
            return self._say("Check at least one column.")
        return ""

    def _arrange(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field in (self.format, self.profile, self.separator):
            self._form.addRow(PlainLabel(field.accessibleName(), "secondary"), field)
        what = QVBoxLayout()
        what.setSpacing(8)
        for button in self.what:
            what.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(what)
        layout.addLayout(self._form)
        layout.addWidget(self.columns, 1)
        self.setFixedWidth(_WIDTH)

    def _follow_format(self) -> None:
        exporter = self.exporter
        self.profile.clear()
        for profile in exporter.profiles:
            self.profile.addItem(self._say(_PROFILES.get(profile, profile)), profile)
        # Typed cells are the same in every profile.
        self._form.setRowVisible(self.profile, is_text(exporter) and self.profile.count() > 1)
        self.columns.setVisible(bool(exporter.columns))
        self.columns.offer(exporter.columns)
        self._follow_profile()

    def _follow_profile(self) -> None:
        separated = self.exporter.media_type == "text/csv" and self.profile.currentData() == "excel"
        self._form.setRowVisible(self.separator, separated)
        self.changed.emit()


def _separators(say: Language) -> ChoiceBox:
    box = ChoiceBox(say("Separator"))
    for separator in SEPARATORS:
        if separator == "auto":
            box.addItem(
                say("Automatic, here: {separator}", separator=say(_SEPARATORS[regional_separator()])), separator
            )
        else:
            box.addItem(f"{say(_SEPARATORS[separator])}  {separator}", separator)
    return box
