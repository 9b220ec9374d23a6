"""Text set in lines on the stage: as large as there is room for, and never cut before it must be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from kzexplorer.ui.look.fonts import Fonts

# A longer text has no place on a stage; setting it would take long all the same.
_LONGEST = 2000
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\s\da-zа-я])")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text in one font; `is_whole` says that nothing was cut."""

    texts: tuple[str, ...]
    font: QFont
    is_whole: bool

    @property
    def pitch(self) -> float:
        """The distance from line to line in pixels."""
        return QFontMetricsF(self.font).lineSpacing()

    @property
    def height(self) -> float:
        """The height of all lines in pixels."""
        return len(self.texts) * self.pitch

    @property
    def width(self) -> float:
        """The width of the widest line in pixels."""
        metrics = QFontMetricsF(self.font)
        return max((metrics.horizontalAdvance(text) for text in self.texts), default=0.0)

    def paint(self, painter: QPainter, colour: QColor, x: float, y: float) -> None:
        """Paint from the top left."""
        painter.setFont(self.font)
        painter.setPen(colour)
        rise = QFontMetricsF(self.font).ascent()
        for number, text in enumerate(self.texts):
            painter.drawText(QPointF(x, y + rise + number * self.pitch), text)


def fitted(text: str, width: float, fonts: Fonts, ways: Sequence[tuple[float, int]], *, bold: bool = False) -> Lines:
    """Set a text in the first way it fits whole, else in the last one, cut.

    Args:
        text: one paragraph.
        width: of the lines, in pixels.
        fonts: the family.
        ways: pairs of a size in pixels and the most lines.
        bold: whether it is bold.
    """
    lines = Lines((), fonts.label, is_whole=False)
    for px, most in ways:
        lines = set_in(text, width, fonts.font(px, bold=bold), most)
        if lines.is_whole:
            return lines
    return lines


def set_in(text: str, width: float, font: QFont, most: int) -> Lines:
    """Set a text in at most so many lines, with an ellipsis where it is cut; a word that is too wide is broken."""
    text = " ".join(text.split())[:_LONGEST]
    width = max(width, 1.0)
    starts = list(_starts(text, width, font))
    if not starts:
        return Lines((), font, is_whole=True)
    if len(starts) <= most:
        ends = [*starts[1:], len(text)]
        return Lines(tuple(text[a:b].rstrip() for a, b in zip(starts, ends, strict=True)), font, is_whole=True)
    ends = starts[1 : most + 1]
    texts = [text[a:b].rstrip() for a, b in zip(starts[:most], ends, strict=True)]
    last = text[starts[most - 1] :]
    texts[-1] = QFontMetricsF(font).elidedText(last, Qt.TextElideMode.ElideRight, width)
    return Lines(tuple(texts), font, is_whole=False)


def sentences(text: str, width: float, font: QFont, most: int) -> Lines:
    """Set as many whole sentences of a text as have room in so many lines; the first one is cut if it must be."""
    parts = _SENTENCE.split(" ".join(text.split()))
    best = set_in(parts[0], width, font, most)
    for count in range(2, len(parts) + 1):
        longer = set_in(" ".join(parts[:count]), width, font, most)
        if not longer.is_whole:
            break
        best = longer
    return best


def _starts(text: str, width: float, font: QFont) -> Iterator[int]:
    """Give where each line of a text begins."""
    if not text:
        return
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        yield line.textStart()
        line = layout.createLine()
    layout.endLayout()
