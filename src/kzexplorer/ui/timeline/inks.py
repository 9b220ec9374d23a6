"""The colours, fonts and lengths of one look of the timeline."""

from PySide6.QtGui import QColor

from kzexplorer.domain.kinds import Family
from kzexplorer.scene.shapes import Item
from kzexplorer.scene.sizes import Sizes
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.tokens import Tokens


class Inks:
    """What is painted with, made once from the tokens of a theme."""

    def __init__(self, tokens: Tokens, fonts: Fonts) -> None:
        self.fonts = fonts
        self.sizes = Sizes(fonts.px)
        self.surface, self.ground, self.line = (QColor(c) for c in (tokens.surface, tokens.bg, tokens.line))
        self.ink, self.ink2, self.ink3 = (QColor(c) for c in (tokens.ink, tokens.ink2, tokens.ink3))
        self.accent, self.sel, self.gold = (QColor(c) for c in (tokens.accent, tokens.sel, tokens.gold))
        self.families = {family: QColor(tokens.family(family)) for family in Family}
        self.grid = between(self.surface, self.line, 0.55)
        self.data_end = between(self.surface, self.ink3, 0.7)
        self.column = between(self.surface, self.ink3, 0.6)

    def of(self, item: Item) -> QColor:
        """Give the colour of an item."""
        return self.ink3 if item.muted else self.families[item.family]


def between(one: QColor, other: QColor, share: float) -> QColor:
    """Mix two colours; an opaque mixture is painted faster than a transparent colour."""
    red, green, blue = (
        round(a + (b - a) * share)
        for a, b in ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    )
    return QColor(red, green, blue)
