"""The fonts of a timeline, and how wide texts are in them."""

from PySide6.QtGui import QFont, QFontMetricsF


class Fonts:
    """One family in the sizes a timeline needs; `px` is the size of the labels in pixels.

    `measure` is what a scene asks, so that it lays out exactly what is painted.
    """

    def __init__(self, base: QFont, px: float = 12.0) -> None:
        self.px = px
        self._base = base
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}
        self.label = self.font(px)
        self.landmark = self.font(px, bold=True)
        self.title = self.font(px * 13 / 12, bold=True)
        self.caption = self.font(px * 11 / 12)

    def font(self, px: float, *, bold: bool = False) -> QFont:
        """Give the family at a size in pixels."""
        font = QFont(self._base)
        font.setPixelSize(max(round(px), 1))
        font.setBold(bold)
        return font

    def metrics(self, px: float, *, bold: bool = False) -> QFontMetricsF:
        """Give the metrics of the family at a size in pixels."""
        key = round(px), bold
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(px, bold=bold))
        return self._metrics[key]

    def measure(self, text: str, px: float, bold: bool = False, /) -> float:
        """Give the width of a text in pixels."""
        key = text, px, bold
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > 50_000:
                self._widths.clear()
            width = self._widths[key] = self.metrics(px, bold=bold).horizontalAdvance(text)
        return width
