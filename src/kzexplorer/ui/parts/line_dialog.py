"""Ask for one line of text; a line that will not do is told so in place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.ui.parts.plain import PlainLabel


class LineDialog(QDialog):
    """Hands the line to `take` and closes, or stays open with the sentence of the `KnownError` it raises.

    `remark` may say something about the line while it is typed.
    """

    def __init__(
        self,
        heading: str,
        hint: str,
        button: str,
        take: Callable[[str], None],
        say: Language,
        parent: QWidget,
        *,
        text: str = "",
        longest: int = 80,
        remark: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._take, self._remark = take, remark
        self.setWindowTitle(heading)
        self.setMinimumWidth(440)
        self.line = QLineEdit(text)
        self.line.setMaxLength(longest)
        self.line.setAccessibleName(hint)
        self.line.selectAll()
        self.answer = PlainLabel("", "secondary", wrap=True)
        self.answer.setMinimumHeight(self.answer.fontMetrics().lineSpacing() * 2)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.accept_button = QPushButton(button)
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setDefault(True)
        cancel = QPushButton(say("Cancel"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(heading, "title"))
        layout.addWidget(PlainLabel(hint, "secondary", wrap=True))
        layout.addWidget(self.line)
        layout.addWidget(self.answer)
        layout.addStretch()
        layout.addLayout(buttons)
        self.line.textChanged.connect(self._remark_on)
        self.accept_button.clicked.connect(self._accept)
        cancel.clicked.connect(self.reject)
        self._remark_on(text)

    def _remark_on(self, text: str) -> None:
        self._answer(self._remark(text) if self._remark else "", "secondary")

    def _accept(self) -> None:
        try:
            self._take(self.line.text())
        except KnownError as error:
            self._answer(str(error), "doubt")
            self.line.setFocus()
        else:
            self.accept()

    def _answer(self, sentence: str, role: str) -> None:
        self.answer.setProperty("role", role)
        self.answer.style().polish(self.answer)
        self.answer.setText(sentence)
