"""A row of buttons of which one is chosen, drawn as one."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

# Left and right of a segment's text, which is bold while it is chosen.
_PADDING = 14


def segment(text: str, number: int, count: int) -> QPushButton:
    """Make the button with a number from 0 of a row of `count`; as wide as its text needs when it is chosen."""
    button = QPushButton(text)
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setProperty("role", "segment")
    ends = {0: "first", count - 1: "last"}
    button.setProperty("end", "only" if count == 1 else ends.get(number, ""))
    bold = QFont(button.font())
    bold.setBold(True)
    button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 2 * _PADDING)
    return button
