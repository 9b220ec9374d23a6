"""Labels that can only ever show plain text, and links between things in the data."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """Shows a text as it is: no markup, no resources, no links, whatever the data says.

    `role` names how the theme's style sheet sets it: title, caption, section, secondary...
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setIndent(0)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        if role:
            self.setProperty("role", role)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A plain text of one line that ends in an ellipsis where it is cut.

    It keeps its text itself, so that another text never asks for another layout of the window. `strong_until` is a
    sign at whose first place what is set bold ends; a text without it is bold as a whole.
    """

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, strong_until: str = ""
    ) -> None:
        self._text = ""
        self._strong_until = strong_until
        super().__init__("", role, parent=parent)
        self.setText(text)

    def text(self) -> str:
        """Override: the whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Override: only paint anew, and say the whole text to who cannot see it."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Override: as wide as the text was at first."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Override: may shrink to an ellipsis."""
        return QSize(24, QFontMetrics(self.font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override: draw what fits."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            text, room = self._text, self.rect()
            if self._strong_until:
                strong, sign, rest = text.partition(self._strong_until)
                bold = QFont(self.font())
                bold.setBold(True)
                painter.setFont(bold)
                room.setLeft(room.left() + _draw_cut(painter, room, strong))
                painter.setFont(self.font())
                text = sign + rest
            _draw_cut(painter, room, text)


def _draw_cut(painter: QPainter, room: QRect, text: str) -> int:
    """Draw what fits of a text; gives its width in pixels."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    return painter.fontMetrics().horizontalAdvance(shown)


class LinkLabel(PlainLabel):
    """A plain text that leads to a thing; reached by the keyboard as well as by the mouse.

    Signals:
        followed(str): the slug of the thing.
    """

    followed = Signal(str)

    def __init__(self, text: str, slug: str, *, wrap: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(text, "link", wrap=wrap, parent=parent)
        self._slug = slug
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: follow on a click that ends inside."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.followed.emit(self._slug)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: follow on Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit(self._slug)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Override: underline under the pointer."""
        self._underline(on=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Override."""
        self._underline(on=False)
        super().leaveEvent(event)

    def _underline(self, *, on: bool) -> None:
        font = self.font()
        font.setUnderline(on)
        self.setFont(font)
