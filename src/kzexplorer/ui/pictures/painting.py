"""Paint a picture with one QPainter, the same on the screen, in a bitmap and on paper."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from kzexplorer.domain.kinds import Family
from kzexplorer.pictures.picture import Chart, Ink, Key, Panel, Picture, Text
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.marks import mark_paths
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.timeline.painter import Paints


def unhinted(base: QFont) -> QFont:
    """Give a font whose letters are as wide on any device as they were measured."""
    font = QFont(base)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class Brushwork:
    """Paints pictures in the colours of a theme and the fonts of one family, which is best `unhinted`."""

    def __init__(self, tokens: Tokens, base: QFont) -> None:
        self.fonts = Fonts(base)
        self._base = base
        self._tokens = tokens
        self._paints: dict[float, Paints] = {}

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Paint a page in its own units, from its top left corner."""
        painter.fillRect(QRectF(0, 0, picture.width, picture.height), QColor(self._tokens.surface))
        if picture.chart:
            self._chart(painter, picture.chart)
        for panel in picture.panels:
            self._panel(painter, panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key in picture.keys:
            self._key(painter, key)
        for text in picture.texts:
            self._text(painter, text)

    def _chart(self, painter: QPainter, chart: Chart) -> None:
        paints = self._paints.get(chart.em)
        if paints is None:
            paints = self._paints[chart.em] = Paints(self._tokens, Fonts(self._base, chart.em))
        painter.save()
        painter.translate(chart.x, chart.y)
        paints.axis(painter, chart.scene, chart.heads, chart.width, chart.axis)
        painter.translate(0, chart.axis - chart.low)
        height = chart.high - chart.low
        painter.setClipRect(QRectF(0, chart.low, chart.heads, height))
        paints.heads(painter, chart.scene, chart.heads, chart.low, chart.high)
        painter.translate(chart.heads, 0)
        painter.setClipRect(QRectF(0, chart.low, chart.scene.viewport.width, height))
        paints.lanes(painter, chart.scene, chart.low, chart.high)
        painter.restore()

    def _panel(self, painter: QPainter, panel: Panel) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(panel.x, panel.y, panel.width, panel.height), self._colour(panel.ink))

    def _key(self, painter: QPainter, key: Key) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if key.mark is None:
            painter.setBrush(QColor(self._tokens.gold))
            painter.drawEllipse(QPointF(key.x, key.y), key.size / 4, key.size / 4)
            return
        painter.setBrush(self._colour(key.family))
        painter.drawPath(mark_paths(key.size)[key.mark].translated(key.x, key.y))

    def _text(self, painter: QPainter, text: Text) -> None:
        metrics = self.fonts.metrics(text.px, bold=text.bold)
        painter.setFont(self.fonts.font(text.px, bold=text.bold))
        painter.setPen(QPen(self._colour(text.ink)))
        drop = (text.line + metrics.ascent() - metrics.descent()) / 2
        for number, line in enumerate(text.lines):
            x = text.x + text.width - metrics.horizontalAdvance(line) if text.right else text.x
            painter.drawText(QPointF(x, text.y + number * text.line + drop), line)

    def _colour(self, ink: Ink | Family) -> QColor:
        return QColor(self._tokens.family(ink) if isinstance(ink, Family) else getattr(self._tokens, ink))
