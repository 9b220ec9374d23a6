"""The dated steps of a record as a small line of marks in order of time."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzexplorer.ui.look.theme import CAPTION_PX, Theme
from kzexplorer.viewmodel.sheet_parts import LifeStep

_ROW = 34
_DOT = 4.5
_TEXT = 20
_LINE = 15


class LifeLine(QWidget):
    """Steps from top to bottom, each with its date and what happened; a step without a date is hollow."""

    def __init__(self, steps: tuple[LifeStep, ...], colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._colour = colour
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("\n".join(f"{step.when}: {step.text}" for step in steps))

    def hasHeightForWidth(self) -> bool:
        """Override."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override: texts wrap."""
        return sum(self._heights(width))

    def sizeHint(self) -> QSize:
        """Override."""
        return QSize(120, self.heightForWidth(max(self.width(), 240)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        tokens = self._theme.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = QColor(self._colour)
            heights = self._heights(self.width())
            if len(heights) > 1:
                painter.setPen(QPen(QColor(tokens.line), 2))
                painter.drawLine(QPointF(7, 9), QPointF(7, sum(heights[:-1]) + 9))
            y = 0
            for step, height in zip(self._steps, heights, strict=True):
                painter.setPen(QPen(colour, 1.6))
                painter.setBrush(colour if step.date else QColor(tokens.surface))
                painter.drawEllipse(QPointF(7, y + 9), _DOT, _DOT)
                painter.setFont(self.font())
                painter.setPen(QColor(tokens.ink))
                wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
                painter.drawText(_TEXT, y, self.width() - _TEXT, height - _LINE, wrap, step.text)
                painter.setFont(_small(self.font()))
                painter.setPen(QColor(tokens.ink3))
                painter.drawText(_TEXT, y + height - _LINE - 4, self.width() - _TEXT, _LINE, wrap, step.when)
                y += height

    def _heights(self, width: int) -> list[int]:
        metrics = QFontMetrics(self.font())
        room = max(40, width - _TEXT)
        flag = int(Qt.TextFlag.TextWordWrap)
        return [metrics.boundingRect(0, 0, room, 10_000, flag, step.text).height() + _LINE + 6 for step in self._steps]


def _small(base: QFont) -> QFont:
    font = QFont(base)
    font.setPixelSize(CAPTION_PX)
    return font
