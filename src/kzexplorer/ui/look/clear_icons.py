"""A cross in the theme's colours for the button that clears a line."""

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from kzexplorer.ui.look.theme import Theme

_SIZE = 16
_SCALE = 2.0
# What Qt calls the action behind the button.
_ACTION = "_q_qlineeditclearaction"


class ClearIcons(QObject):
    """Gives every line of a window that can be cleared the theme's cross."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        theme.changed.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Draw the cross in the colours of now, for the lines of now."""
        icon = _cross(QColor(self._theme.tokens.ink3))
        for line in self._window.findChildren(QLineEdit):
            action = line.findChild(QAction, _ACTION)
            if action is not None:
                action.setIcon(icon)


def _cross(colour: QColor) -> QIcon:
    pixmap = QPixmap(int(_SIZE * _SCALE), int(_SIZE * _SCALE))
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5))
    painter.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5))
    painter.end()
    return QIcon(pixmap)
