"""Paint a scene with one QPainter, the same on the screen, in a picture and on paper."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPen, QPolygonF, QStaticText

from kzexplorer.domain.kinds import Family
from kzexplorer.scene.margins import AXIS, HEADS, OVERHANG
from kzexplorer.scene.shapes import Cluster, Edge, Item, Label, Lane, Scene, Sizes
from kzexplorer.ui.timeline.fonts import Fonts
from kzexplorer.ui.timeline.marks import mark_paths
from kzexplorer.ui.tokens import Tokens

MOST_KEPT = 5000  # labels kept set
_BEYOND = 40.0  # bars are cut this far outside of the view, in pixels


def picture_size(scene: Scene) -> QSizeF:
    """Give the room in pixels that `paint_scene` takes: an em more at the right for the last label of the axis."""
    em = scene.sizes.font
    return QSizeF((HEADS + OVERHANG) * em + scene.viewport.width, AXIS * em + scene.height)


def paint_scene(painter: QPainter, scene: Scene, tokens: Tokens, fonts: Fonts) -> None:
    """Paint heads, axis and lanes; the scene's lanes begin `HEADS` ems from the left, `AXIS` from the top."""
    paints = Paints(tokens, fonts)
    heads, axis = HEADS * fonts.px, AXIS * fonts.px
    width = picture_size(scene).width()
    painter.fillRect(QRectF(QPointF(), picture_size(scene)), paints.surface)
    paints.axis(painter, scene, heads, width, axis)
    painter.save()
    painter.translate(0, axis)
    paints.heads(painter, scene, heads, 0, scene.height)
    painter.translate(heads, 0)
    painter.setClipRect(QRectF(0, 0, scene.viewport.width, scene.height))
    paints.lanes(painter, scene, 0, scene.height)
    painter.restore()


class Paints:
    """The colours, fonts and shapes of one look, made once; each method paints one part of a scene.

    `keep_texts` keeps set labels for the next frame, which halves their cost; pictures need it not.
    """

    def __init__(self, tokens: Tokens, fonts: Fonts, *, keep_texts: bool = False) -> None:
        self.fonts = fonts
        self.sizes = Sizes(fonts.px)
        self.surface, self.ground, self.line = (QColor(c) for c in (tokens.surface, tokens.bg, tokens.line))
        self.ink, self.ink2, self.ink3 = (QColor(c) for c in (tokens.ink, tokens.ink2, tokens.ink3))
        self.accent, self.sel, self.gold = (QColor(c) for c in (tokens.accent, tokens.sel, tokens.gold))
        self._families = {family: QColor(tokens.family(family)) for family in Family}
        self._grid = _between(self.surface, self.line, 0.55)
        self._data_end = _between(self.surface, self.ink3, 0.7)
        self._keep_texts = keep_texts
        self._kept: dict[tuple[str, bool], QStaticText] = {}
        self._paths = mark_paths(self.sizes.mark)

    def lanes(self, painter: QPainter, scene: Scene, top: float, bottom: float) -> None:
        """Paint what stands in the lanes between two heights; the origin is the top left of the lanes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._grounds(painter, scene, top, bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        items = [item for item in scene.items if top - 2 * self.sizes.mark < item.y < bottom + 2 * self.sizes.mark]
        self._bars(painter, (item for item in items if item.is_cut or item.x1 - item.x0 > 1.4 * self.sizes.mark), scene)
        self._marks(painter, items, scene)
        self._pills(painter, (pill for pill in scene.clusters if top - 20 < pill.y < bottom + 20))
        self._labels(painter, [label for label in scene.labels if top - 20 < label.y < bottom], scene)
        if scene.tray:
            self._text(painter, self.fonts.label, self.ink2, 0.0, scene.tray.top + self.sizes.pad, scene.tray.text)

    def heads(self, painter: QPainter, scene: Scene, width: float, top: float, bottom: float) -> None:
        """Paint the lanes' titles and captions between two heights, `width` pixels wide."""
        for lane in scene.lanes:
            if lane.top < bottom and lane.top + lane.height > top:
                self._head(painter, lane.title, lane.caption, lane.top, lane.height, width)
        if scene.tray:
            self._head(painter, scene.tray.title, scene.tray.caption, scene.tray.top, scene.tray.height, width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self.line, 0))
        painter.drawLines([QLineF(0, y, width, y) for y in _borders(scene, top, bottom)])

    def axis(self, painter: QPainter, scene: Scene, left: float, width: float, height: float) -> None:
        """Paint the axis, the first day of the view at `left`, in a strip of `width` by `height` pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self.line, 0))
        painter.drawLine(QLineF(0, height - 1, width, height - 1))
        short, long = height - 1 - self.sizes.font / 3, height - 1 - self.sizes.font / 2
        painter.drawLines(
            [
                QLineF(left + tick.x, long if tick.text else short, left + tick.x, height - 1)
                for tick in scene.axis.ticks
            ]
        )
        y = height / 2 - self.sizes.text / 2 - 2
        for tick in scene.axis.ticks:
            if tick.text:
                font, colour = (self.fonts.landmark, self.ink) if tick.strong else (self.fonts.label, self.ink2)
                self._text(painter, font, colour, left + tick.left, y, tick.text)
        self._text(painter, self.fonts.landmark, self.ink, 14 / 12 * self.sizes.font, y, scene.axis.context)

    def ring(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the ring around a mark that is in focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = 0.77 * self.sizes.mark
        painter.setPen(QPen(self.surface, self.sizes.font / 4))
        painter.drawEllipse(QPointF(x, y), radius - 1, radius - 1)
        painter.setPen(QPen(self.accent, self.sizes.font / 6))
        painter.drawEllipse(QPointF(x, y), radius, radius)

    def _grounds(self, painter: QPainter, scene: Scene, top: float, bottom: float) -> None:
        width = scene.viewport.width
        if scene.data_x is not None:
            painter.fillRect(QRectF(scene.data_x, top, width - scene.data_x, bottom - top), self.ground)
        end = min(bottom, scene.height)
        painter.setPen(QPen(self._grid, 0))
        painter.drawLines([QLineF(t.x, top, t.x, end) for t in scene.axis.ticks if t.text])
        painter.setPen(QPen(self.line, 0))
        painter.drawLines([QLineF(0, y, width, y) for y in _borders(scene, top, bottom)])
        if scene.data_x is not None:
            painter.setPen(QPen(self._data_end, 0))
            painter.drawLine(QLineF(scene.data_x, top, scene.data_x, end))

    def _colour(self, item: Item) -> QColor:
        return self.ink3 if item.muted else self._families[item.family]

    def _bars(self, painter: QPainter, items: Iterable[Item], scene: Scene) -> None:
        low, high, thick = -_BEYOND, scene.viewport.width + _BEYOND, self.sizes.bar
        for item in items:
            if not item.is_range or item.is_cut:
                self._dots(painter, item) if item.is_cut else self._doubt(painter, item, low, high)
                continue
            x0, x1 = max(item.x0, low), min(item.x1, high)
            soft = item.begin is Edge.SOFT or item.end is Edge.SOFT
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._fading(item, x0, x1) if soft else self._colour(item))
            painter.drawRoundedRect(QRectF(x0, item.y - thick / 2, x1 - x0, thick), thick / 2, thick / 2)
            if item.end is Edge.OPEN and item.x1 < high:
                self._arrow(painter, item)

    def _dots(self, painter: QPainter, item: Item) -> None:
        """Draw that an item goes on where there was no room for its bar."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(item))
        radius, end = self.sizes.mark / 11, item.x1 - self.sizes.mark / 6
        for x in (end, end - 3.5 * radius, end - 7 * radius):
            painter.drawEllipse(QPointF(x, item.y), radius, radius)

    def _doubt(self, painter: QPainter, item: Item, low: float, high: float) -> None:
        """Draw from when to when an instant may have been, as a line with caps."""
        painter.setPen(QPen(_between(self.surface, self._colour(item), 0.6), 1.5))
        cap = self.sizes.mark / 4
        painter.drawLine(QLineF(max(item.x0, low), item.y, min(item.x1, high), item.y))
        painter.drawLines([QLineF(x, item.y - cap, x, item.y + cap) for x in (item.x0, item.x1) if low < x < high])

    def _fading(self, item: Item, x0: float, x1: float) -> QBrush:
        """Give a brush that fades where begin or end are not known to the day.

        It covers what lies in view only, since a gradient over many screens would show its steps.
        """
        colour = self._colour(item)
        gradient = QLinearGradient(x0, 0, x1, 0)
        for x in (x0, item.solid0, item.solid1, x1):
            if x0 <= x <= x1:
                shade = QColor(colour)
                shade.setAlphaF(_sureness(item, x))
                gradient.setColorAt((x - x0) / max(x1 - x0, 1e-9), shade)
        return QBrush(gradient)

    def _arrow(self, painter: QPainter, item: Item) -> None:
        half, x = self.sizes.bar, item.x1 - 1
        tip = QPointF(x + self.sizes.arrow, item.y)
        painter.setBrush(self._colour(item))
        painter.drawPolygon(QPolygonF([QPointF(x, item.y - half), tip, QPointF(x, item.y + half)]))

    def _marks(self, painter: QPainter, items: list[Item], scene: Scene) -> None:
        halo = QPen(self.surface, 1.5)
        low, high = -self.sizes.mark, scene.viewport.width + self.sizes.mark
        for item in items:
            if low < item.mark_x < high:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._colour(item))
                painter.drawPath(self._paths[item.mark].translated(item.mark_x, item.y))
                if item.weak:
                    painter.setPen(halo)
                    painter.setBrush(self.gold)
                    at = QPointF(item.mark_x + self.sizes.mark / 2, item.y - self.sizes.mark / 2)
                    painter.drawEllipse(at, self.sizes.mark / 4, self.sizes.mark / 4)
            if item.focused:
                self.ring(painter, max(item.mark_x, self.sizes.mark), item.y)

    def _pills(self, painter: QPainter, pills: Iterable[Cluster]) -> None:
        painter.setFont(self.fonts.caption)
        metrics = self.fonts.metrics(self.fonts.caption.pixelSize())
        drop = (metrics.ascent() - metrics.descent()) / 2
        for pill in pills:
            box = QRectF(pill.x - pill.width / 2, pill.y - pill.height / 2, pill.width, pill.height)
            painter.setPen(QPen(self.accent, 2) if pill.focused else QPen(self.ink3, 1))
            painter.setBrush(self.ground)
            painter.drawRoundedRect(box, pill.height / 2, pill.height / 2)
            painter.setPen(self.ink2)
            width = metrics.horizontalAdvance(pill.text)
            painter.drawText(QPointF(pill.x - width / 2, pill.y + drop), pill.text)

    def _labels(self, painter: QPainter, labels: list[Label], scene: Scene) -> None:
        for bold, font in ((False, self.fonts.label), (True, self.fonts.landmark)):
            metrics = self.fonts.metrics(self.fonts.px, bold=bold)
            drop = (self.sizes.text + metrics.ascent() - metrics.descent()) / 2
            painter.setFont(font)
            for label in labels:
                if label.bold != bold:
                    continue
                painter.setPen(self.ink3 if scene.items[label.item].muted else self.ink)
                if self._keep_texts:
                    y = label.y + drop - metrics.ascent()
                    painter.drawStaticText(QPointF(label.x, y), self._static(label.text, bold=bold))
                else:
                    painter.drawText(QPointF(label.x, label.y + drop), label.text)

    def _static(self, text: str, *, bold: bool) -> QStaticText:
        found = self._kept.get((text, bold))
        if found is None:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            found = self._kept[text, bold] = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            found.prepare(font=self.fonts.landmark if bold else self.fonts.label)
        return found

    def _head(self, painter: QPainter, title: str, caption: str, top: float, height: float, width: float) -> None:
        left, room = 14 / 12 * self.sizes.font, width - 22 / 12 * self.sizes.font
        wrap = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        metrics = self.fonts.metrics(self.fonts.px * 13 / 12, bold=True)
        line = metrics.lineSpacing()
        whole = metrics.boundingRect(QRectF(0, 0, room, 1e4), wrap, title)
        painter.setFont(self.fonts.title)
        painter.setPen(self.ink)
        y = top + self.sizes.pad
        if whole.height() <= 4.2 * line and whole.width() <= room and height >= whole.height() + 2.3 * self.sizes.font:
            painter.drawText(QRectF(left, y, room, whole.height()), wrap, title)
            y += whole.height()
        else:
            cut = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, y + metrics.ascent()), cut)
            y += line
        metrics = self.fonts.metrics(self.fonts.caption.pixelSize())
        cut = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, room + 6)
        self._text(painter, self.fonts.caption, self.ink3, left, y, cut)

    def _text(self, painter: QPainter, font: QFont, colour: QColor, x: float, y: float, text: str) -> None:
        """Draw one line in a label's box."""
        metrics = self.fonts.metrics(font.pixelSize(), bold=font.bold())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, y + (self.sizes.text + metrics.ascent() - metrics.descent()) / 2), text)


def _sureness(item: Item, x: float) -> float:
    """Say how sure it is, from 0 to 1, that an item had begun and not ended at a place."""
    begun = (x - item.x0) / (item.solid0 - item.x0) if item.begin is Edge.SOFT and x < item.solid0 else 1.0
    lasting = (item.x1 - x) / (item.x1 - item.solid1) if item.end is Edge.SOFT and x > item.solid1 else 1.0
    return min(max(min(begun, lasting), 0.0), 1.0)


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """Mix two colours; an opaque mixture is painted faster than a transparent colour."""
    red, green, blue = (
        round(a + (b - a) * share)
        for a, b in ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    )
    return QColor(red, green, blue)


def _borders(scene: Scene, top: float, bottom: float) -> list[float]:
    """Give the heights of the hairlines below the lanes and the tray."""
    strips: list[Lane] = [*scene.lanes]
    ends = [lane.top + lane.height for lane in strips] + ([scene.height] if scene.tray else [])
    return [y - 1 for y in ends if top <= y <= bottom]
