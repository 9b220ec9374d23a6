"""How the stage looks at one size: its unit, colours and fonts, made once."""

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QFont

from kzexplorer.domain.kinds import Family
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.timeline.painter import Paints

# What the stage is drawn for; on any other size everything scales.
WIDTH, HEIGHT = 1600.0, 900.0


class StageLook:
    """The stage on `size` pixels: `unit` is one of the pixels it is drawn for.

    `width` and `height` are the size in units, one of them that which it is drawn for, the other at least that.
    `paints(px)` paints a timeline with labels of so many pixels.
    """

    def __init__(self, tokens: Tokens, base: QFont, size: QSizeF) -> None:
        self.size = size
        self.unit = max(min(size.width() / WIDTH, size.height() / HEIGHT), 0.02)
        self.width, self.height = size.width() / self.unit, size.height() / self.unit
        self.fonts = Fonts(base)
        self.tokens = tokens
        self._base = base
        self.paints = lru_cache(None)(self._paints)
        self.ground, self.surface, self.line = QColor(tokens.bg), QColor(tokens.surface), QColor(tokens.line)
        self.ink, self.ink2, self.ink3 = QColor(tokens.ink), QColor(tokens.ink2), QColor(tokens.ink3)
        self.accent, self.gold = QColor(tokens.accent), QColor(tokens.gold)

    def font(self, px: float, *, bold: bool = False) -> QFont:
        """Give the font at a size in units."""
        return self.fonts.font(px * self.unit, bold=bold)

    def _paints(self, px: float) -> Paints:
        # The timeline lies on the ground of the stage, and what stands out from it takes the surface.
        return Paints(replace(self.tokens, surface=self.tokens.bg, bg=self.tokens.surface), Fonts(self._base, px))

    def family(self, name: str) -> QColor:
        """Give the colour of a family of kinds, that of the accent for none."""
        return QColor(self.tokens.family(Family(name))) if name else self.accent
