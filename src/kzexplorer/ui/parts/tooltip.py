"""Tool tips that show data as plain text."""

from html import escape

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

_WIDTH = 320
_LONGEST = 1000  # characters; a tip larger than the screen could not be read


def plain_tip(at: QPoint, text: str, parent: QWidget) -> None:
    """Show a text at a point of the screen; an empty text hides the tip.

    A tool tip takes anything that looks like markup as such, so the text is escaped first, always.
    """
    QToolTip.showText(at, as_tip(text) if text else "", parent)


def as_tip(text: str) -> str:
    """Escape a text for `setToolTip`."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    lines = "<br>".join(escape(line) for line in shown.splitlines())
    return f'<div style="max-width: {_WIDTH}px">{lines}</div>'
