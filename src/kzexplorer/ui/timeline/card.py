"""The card that says what is under the pointer, in plain text whatever the data says."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kzexplorer.domain.dates import shortened
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.parts.plain import PlainLabel

WIDTH = 320
LONGEST = 240  # letters of a line
AWAY = 14  # pixels from what it is about


class HoverCard(QFrame):
    """A title and a few lines about it, shown inside its parent beside what they are about."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("hoverCard")
        self._labels: list[PlainLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(2)
        self.set_tokens(tokens)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._colours = tokens.ink, tokens.ink2
        self.setStyleSheet(
            f"#hoverCard {{ background: {tokens.surface}; border: 1px solid {tokens.ink3}; border-radius: 6px; }}"
        )

    @property
    def text(self) -> str:
        """What it says, line by line."""
        return "\n".join(label.text() for label in self._labels if not label.isHidden())

    def tell(self, lines: Sequence[str], about: QRect) -> None:
        """Show lines, the first as the title, beside a rectangle of the parent."""
        while len(self._labels) < len(lines):
            label = PlainLabel(wrap=True, parent=self)
            label.setMaximumWidth(WIDTH)
            self._layout.addWidget(label)
            self._labels.append(label)
        for i, label in enumerate(self._labels):
            label.setVisible(i < len(lines))
            if i < len(lines):
                ink, ink2 = self._colours
                label.setStyleSheet(f"color: {ink2 if i else ink}; font-weight: {400 if i else 700}; font-size: 12px;")
                label.setText(shortened(lines[i], LONGEST))
        self._fit()
        self._move_beside(about)
        self.show()
        self.raise_()

    def _fit(self) -> None:
        shown = [label for label in self._labels if not label.isHidden()]
        wish = max(label.fontMetrics().horizontalAdvance(label.text()) for label in shown) + 4
        width = min(wish, WIDTH)
        margins = self._layout.contentsMargins()
        heights = [label.heightForWidth(width) if label.heightForWidth(width) > 0 else 18 for label in shown]
        inner = sum(heights) + self._layout.spacing() * (len(shown) - 1)
        self.setFixedSize(width + margins.left() + margins.right(), inner + margins.top() + margins.bottom())

    def _move_beside(self, about: QRect) -> None:
        within = self.parentWidget()
        room = within.rect() if within else self.rect()
        x = min(about.left(), room.right() - self.width() - 4)
        y = about.bottom() + AWAY
        if y + self.height() > room.bottom():
            y = about.top() - AWAY - self.height()
        self.move(max(x, 4), max(y, 4))
