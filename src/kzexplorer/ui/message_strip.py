"""A strip below the top bar for what the user should know and need not answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.ui.parts.plain import PlainLabel

# More would push the window's work away; what is older has been seen.
_MOST = 3


class MessageStrip(QFrame):
    """Shows the last few sentences until it is closed; hidden when there are none."""

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self.setProperty("role", "message")
        self.text = PlainLabel("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setProperty("role", "flat")
        self.close_button.setToolTip(say("Close"))
        self.close_button.setAccessibleName(say("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.close_button.clicked.connect(self.clear)
        self.hide()

    def add(self, sentence: str) -> None:
        """Show one sentence more."""
        if sentence and sentence not in self._sentences:
            self._sentences = (*self._sentences, sentence)[-_MOST:]
            self.text.setText("\n".join(self._sentences))
            self.show()

    def clear(self) -> None:
        """Hide and forget the sentences."""
        self._sentences = ()
        self.text.setText("")
        self.hide()
