"""What the marks of the silence map mean."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kzexplorer.domain.evidence import OLD_AFTER, SOURCINGS, Sourcing
from kzexplorer.ui.look.judgements import JudgementMark
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.matrix.table import MARKS, hatch
from kzexplorer.ui.parts.flow import FlowArea
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.viewmodel.labels import Labels


class Legend(QWidget):
    """One line of marks with their words, broken where it is too narrow."""

    def __init__(self, labels: Labels, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = labels.say
        flow = FlowArea(spacing=12)
        for sourcing in reversed(Sourcing):
            one = QWidget()
            row = QHBoxLayout(one)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(JudgementMark(MARKS[sourcing], theme) if sourcing in MARKS else _Hatched(theme))
            row.addWidget(PlainLabel(say(SOURCINGS[sourcing]), "caption"))
            flow.add(one)
        years = say.plural("{count} year", "{count} years", OLD_AFTER // 365)
        flow.add(PlainLabel(say("Old: no source of the last {years}", years=years), "caption"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.addWidget(flow)


class _Hatched(QWidget):
    """What nothing is known of."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(24, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        with QPainter(self) as painter:
            hatch(painter, QRectF(self.rect()), self._theme)
