"""A sentence for the user in a small dialog that nothing waits for, and a question to be sure."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.ui.parts.plain import PlainLabel

_WIDTH = 440


class Notice(QDialog):
    """Shows a heading and a sentence as plain text.

    With `act` it is a question: that button stands beside Cancel, or what `leave` says, and `accepted` says that it
    was pressed.
    """

    def __init__(
        self,
        heading: str,
        sentence: str,
        say: Language,
        parent: QWidget | None = None,
        *,
        act: str = "",
        leave: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self.sentence = PlainLabel(sentence, wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(leave or (say("Cancel") if act else say("Close")))
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        if act:
            self.act = QPushButton(act)
            self.act.setAutoDefault(False)
            self.act.clicked.connect(self.accept)
            buttons.addWidget(self.act)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addWidget(PlainLabel(heading, "title"))
        layout.addWidget(self.sentence)
        layout.addStretch()
        layout.addLayout(buttons)
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))
        close.clicked.connect(self.reject)
        close.setFocus()
