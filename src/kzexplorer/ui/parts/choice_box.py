"""A box to choose one of several from, with the arrow that the rest of the window has."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

_ARROW = QPolygonF([QPointF(-3.5, -1.5), QPointF(0, 2), QPointF(3.5, -1.5)])
_EDGE = 14


class ChoiceBox(QComboBox):
    """A combo box with a name for who cannot see it; the style sheet leaves the arrow to be drawn here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "choice")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override: the arrow comes on top."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = QPalette.ColorRole.Text if self.isEnabled() else QPalette.ColorRole.PlaceholderText
            painter.setPen(QPen(self.palette().color(role), 1.4))
            painter.drawPolyline(_ARROW.translated(self.width() - _EDGE, self.height() / 2))
