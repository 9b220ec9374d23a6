"""Colours, fonts and cut texts made ready for painting rows, made anew only with the theme or the font."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText

from kzexplorer.ui.look.theme import CAPTION_PX
from kzexplorer.ui.look.tokens import Tokens


class Ink:
    """What a row is painted with."""

    def __init__(self, tokens: Tokens, base: QFont) -> None:
        self.surface, self.bg, self.line = QColor(tokens.surface), QColor(tokens.bg), QColor(tokens.line)
        self.text, self.text2, self.text3 = QColor(tokens.ink), QColor(tokens.ink2), QColor(tokens.ink3)
        self.accent, self.sel, self.good = QColor(tokens.accent), QColor(tokens.sel), QColor(tokens.craft)
        self.doubt = QColor(tokens.gold)
        self.faint = QColor(tokens.ink3)
        self.faint.setAlpha(150)
        self.badge = QColor(tokens.line)
        self.badge.setAlpha(180)
        self.base = QFont(base)
        self.struck = QFont(base)
        self.struck.setStrikeOut(True)
        self.count = tabular(base)
        self.caption = tabular(base)
        self.caption.setPixelSize(CAPTION_PX)
        self.code = QFont(self.caption)
        self.code.setBold(True)
        self.heading = QFont(self.code)
        self.heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.0)
        self.numbers, self.small_numbers = Numbers(self.count), Numbers(self.caption)
        self._metrics = QFontMetrics(base)
        self._widths: dict[str, int] = {}
        self._cut: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> int:
        """Give the width of a text in pixels."""
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def cut(self, text: str, width: int) -> str:
        """Give a text with an ellipsis where a width in pixels cuts it."""
        key = text, width
        if key not in self._cut:
            self._cut[key] = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return self._cut[key]


class Numbers:
    """Numbers in one font, each set once: there are few, and setting a text costs more than painting it."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._set: dict[str, tuple[QStaticText, QSize]] = {}

    def width(self, text: str) -> int:
        """Give the width of a number in pixels."""
        return self._known(text)[1].width()

    def draw(self, painter: QPainter, right: int, rect: QRect, text: str) -> None:
        """Draw a number that ends before `right`, in the middle of the height of `rect`."""
        known, size = self._known(text)
        painter.setFont(self._font)
        painter.drawStaticText(right + 1 - size.width(), rect.top() + (rect.height() - size.height()) // 2, known)

    def _known(self, text: str) -> tuple[QStaticText, QSize]:
        if text not in self._set:
            known = QStaticText(text)
            known.setTextFormat(Qt.TextFormat.PlainText)
            known.prepare(font=self._font)
            self._set[text] = known, known.size().toSize()
        return self._set[text]


def tabular(base: QFont) -> QFont:
    """Give a font whose figures all have one width."""
    font = QFont(base)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
