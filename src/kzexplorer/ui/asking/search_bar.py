"""The search box: asks at every keystroke; what was typed becomes a step of the history when it rests."""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from kzexplorer.domain.language import Language

REST_MS = 800
# More than anyone types; the search reads no further either.
_LONGEST = 4096
# What the lens takes of the left, in pixels.
_LENS = 20


class SearchBar(QLineEdit):
    """A line to type words into.

    Signals:
        asked(str): other words, at every keystroke.
        rested(): the words stand still.
    """

    asked = Signal(str)
    rested = Signal()

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(say("Search records in any script and spelling"))
        self.setTextMargins(_LENS, 0, 0, 0)
        self.setAccessibleName(say("Search"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rested)
        self.textEdited.connect(self._ask)
        self.textChanged.connect(self._cleared)

    def show_text(self, text: str) -> None:
        """Show the words asked for, without asking again."""
        if text != self.text():
            self.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override: a lens before the text and, while there is none, the key that leads here behind it."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
            painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            middle = self.height() / 2
            painter.drawEllipse(QPointF(15, middle - 1), 4.5, 4.5)
            painter.drawLine(QPointF(18.4, middle + 2.4), QPointF(21.5, middle + 5.5))
            if not self.text():
                cap = QRectF(self.width() - 28, middle - 9, 18, 18)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
                painter.drawRoundedRect(cap, 4, 4)
                painter.setPen(colour)
                painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), "/")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override: leaving the box settles what was typed."""
        super().focusOutEvent(event)
        if self._rest.isActive():
            self._rest.stop()
            self.rested.emit()

    def _ask(self, text: str) -> None:
        self._rest.start()
        self.asked.emit(text)

    def _cleared(self, text: str) -> None:
        # The clear button changes the text without editing it.
        if not text:
            self.asked.emit("")
