"""The day for which is answered, as a line across the lanes with its date on the axis."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.timeline.camera import Camera

_PAD, _BELOW = 6, 3


class DayLine(QWidget):
    """Lies over the axis and the lanes; hidden without a day, or where it is out of view."""

    def __init__(self, camera: Camera, fonts: Fonts, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._camera, self._fonts, self.tokens = camera, fonts, tokens
        self._day: int | None = None
        self._text = ""
        self._head = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def mark(self, day: int | None, text: str) -> None:
        """Stand at an ordinal day, called by a text, or nowhere."""
        self._day, self._text = day, text
        self.update()

    def follow(self, axis: QWidget, lanes: QWidget) -> None:
        """Stand where the day is now, from the foot of the axis to that of the lanes."""
        viewport = self._camera.scene.viewport
        x = viewport.x(self._day + 0.5) if self._day is not None else -1.0
        if not 0 <= x <= viewport.width:
            self.hide()
            return
        metrics = QFontMetricsF(self._fonts.caption)
        width = int(metrics.horizontalAdvance(self._text)) + 2 * _PAD + 1
        width += (width + 1) % 2  # the line stands in the middle
        height = lanes.geometry().bottom() + 1 - axis.y()
        self.setGeometry(round(lanes.x() + x) - width // 2, axis.y(), width, height)
        self._head = axis.height()
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._fonts.caption)
            height = painter.fontMetrics().height() + 4
            pill = QRectF(0, self._head - height - _BELOW, self.width(), height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.tokens.accent))
            painter.drawRoundedRect(pill, 4, 4)
            painter.setPen(QColor(self.tokens.surface))
            painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), self._text)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(QColor(self.tokens.accent), 1))
            painter.drawLine(self.width() // 2, self._head - _BELOW, self.width() // 2, self.height())
