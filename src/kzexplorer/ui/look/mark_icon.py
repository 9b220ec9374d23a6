"""The mark of a kind of record as a small widget."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.kinds import kinds
from kzexplorer.ui.look.marks import mark_paths
from kzexplorer.ui.look.theme import Theme

_SIZE = 14


class MarkIcon(QWidget):
    """Draws the mark of one kind in the colour of its family."""

    def __init__(self, kind: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kinds()[kind]
        self._theme = theme
        self._path = mark_paths(_SIZE - 3)[self._kind.mark]
        self.setFixedSize(QSize(_SIZE, _SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(QPointF(_SIZE / 2, _SIZE / 2))
            painter.fillPath(self._path, QColor(self._theme.tokens.family(self._kind.family)))
