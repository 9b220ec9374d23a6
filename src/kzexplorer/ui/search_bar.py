"""The search box: asks at every keystroke; what was typed becomes a step of the history when it rests."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kzexplorer.domain.language import Language

REST_MS = 800
# More than anyone types; the search reads no further either.
_LONGEST = 4096


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
        self.setPlaceholderText(say("Search records in any script and spelling   ( / )"))
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
