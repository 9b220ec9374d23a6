"""The line at the bottom: how many records, what was asked, and which data this is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kzexplorer.domain.state import Query
from kzexplorer.store import Results
from kzexplorer.ui.parts.plain import ElidedLabel, PlainLabel
from kzexplorer.viewmodel.labels import Labels


class StatusLine(QWidget):
    """Says the query as a sentence at the left; which file is open, unless it is the bundled one, and the edition."""

    def __init__(self, labels: Labels, opened: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._labels = labels
        say, edition = labels.say, labels.store.edition
        self.sentence = ElidedLabel(strong_until=":")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(16)
        row.addWidget(self.sentence, 1)
        if opened:
            self.opened = ElidedLabel(opened, "strong")
            row.addWidget(self.opened)
        row.addWidget(PlainLabel(say("Edition {name}", name=edition.name), "secondary"))
        row.addWidget(PlainLabel(say("data to {date}", date=say.day(edition.data_day)), "secondary"))
        row.addWidget(PlainLabel(say("offline"), "secondary"))

    def show_results(self, query: Query, results: Results) -> None:
        """Say how many records a query finds."""
        self.sentence.setText(self._labels.result(query, len(results), results.highest - results.lowest))
