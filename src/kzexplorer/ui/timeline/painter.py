"""Paint a scene with one QPainter, the same on the screen, in a picture and on paper."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QStaticText

from kzexplorer.domain.kinds import Mark
from kzexplorer.scene.margins import AXIS, ERA, HEADS, OVERHANG, above_lanes
from kzexplorer.scene.shapes import Cluster, Item, Label, Lane, Scene
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.marks import mark_paths
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.timeline.bars import paint_bars
from kzexplorer.ui.timeline.behind import borders, paint_columns, paint_eras, paint_grounds, paint_ties
from kzexplorer.ui.timeline.inks import Inks

MOST_KEPT = 5000  # labels kept set


def picture_size(scene: Scene) -> QSizeF:
    """Give the room in pixels that `paint_scene` takes: an em more at the right for the last label of the axis."""
    em = scene.sizes.font
    return QSizeF((HEADS + OVERHANG) * em + scene.viewport.width, above_lanes(scene) + scene.height)


def paint_scene(painter: QPainter, scene: Scene, tokens: Tokens, fonts: Fonts) -> None:
    """Paint heads, axis and lanes; the scene's lanes begin `HEADS` ems from the left, `above_lanes` from the top."""
    paints = Paints(tokens, fonts)
    heads, axis = HEADS * fonts.px, above_lanes(scene)
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


class Paints(Inks):
    """The shapes of one look, made once; each method paints one part of a scene.

    `keep_texts` keeps set labels for the next frame, which halves their cost; pictures need it not.
    """

    def __init__(self, tokens: Tokens, fonts: Fonts, *, keep_texts: bool = False) -> None:
        super().__init__(tokens, fonts)
        self._keep_texts = keep_texts
        self._kept: dict[tuple[str, bool], QStaticText] = {}
        self._wrapped: dict[tuple[str, float], QRectF] = {}  # lanes' titles, few enough to be kept
        self._paths = mark_paths(self.sizes.mark)

    def lanes(self, painter: QPainter, scene: Scene, top: float, bottom: float) -> None:
        """Paint what stands in the lanes between two heights; the origin is the top left of the lanes."""
        paint_grounds(painter, self, scene, top, bottom)
        paint_columns(painter, self, (lane for lane in scene.lanes if lane.columns and lane.top < bottom))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        items = [item for item in scene.items if top - 2 * self.sizes.mark < item.y < bottom + 2 * self.sizes.mark]
        paint_bars(painter, self, items, scene.viewport.width)
        if scene.ties:
            paint_ties(painter, self, scene.ties.drawn)
        self._marks(painter, items, scene)
        self._pills(painter, (pill for pill in scene.clusters if top - 20 < pill.y < bottom + 20))
        self._labels(painter, [label for label in scene.labels if top - 20 < label.y < bottom], scene)
        if scene.tray:
            self._text(painter, self.fonts.label, self.ink2, 0.0, scene.tray.top + self.sizes.pad, scene.tray.text)

    def heads(
        self, painter: QPainter, scene: Scene, width: float, top: float, bottom: float, *, signs: bool = False
    ) -> None:
        """Paint the lanes' titles and captions between two heights, `width` pixels wide.

        A lane that begins above has its title at the top, as long as there is room in it. The `signs` show
        where a click collapses a lane; on paper they mean nothing.
        """
        for lane in scene.lanes:
            end = lane.top + lane.height
            if lane.top < bottom and end > top:
                at = max(lane.top, min(top, end - self.sizes.pad - 3 * self.sizes.font))
                self._head(painter, lane.title, lane.caption, at, end - at, width)
                if signs:
                    self._signs(painter, lane, at, width)
        if scene.tray:
            self._head(painter, scene.tray.title, scene.tray.caption, scene.tray.top, scene.tray.height, width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self.line, 0))
        painter.drawLines([QLineF(0, y, width, y) for y in borders(scene, top, bottom)])

    def axis(self, painter: QPainter, scene: Scene, left: float, width: float, height: float) -> None:
        """Paint axis and eras, the first day of the view at `left`, in a strip of `width` by `height` pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        base = AXIS * self.sizes.font - 1
        if scene.eras:
            painter.save()
            painter.translate(left, 0)
            painter.setClipRect(QRectF(0, base, scene.viewport.width, height - base))
            paint_eras(painter, self, scene, base + 1, ERA * self.sizes.font)
            painter.restore()
        painter.setPen(QPen(self.line, 0))
        painter.drawLines([QLineF(0, y, width, y) for y in {base, height - 1}])
        short, long = base - self.sizes.font / 3, base - self.sizes.font / 2
        painter.drawLines(
            [QLineF(left + tick.x, long if tick.text else short, left + tick.x, base) for tick in scene.axis.ticks]
        )
        y = base / 2 - self.sizes.text / 2 - 2
        for tick in scene.axis.ticks:
            if tick.text:
                font, colour = (self.fonts.landmark, self.ink) if tick.strong else (self.fonts.label, self.ink2)
                self._text(painter, font, colour, left + tick.left, y, tick.text)
        self._text(painter, self.fonts.landmark, self.ink, 14 / 12 * self.sizes.font, y, scene.axis.context)

    def mark(self, painter: QPainter, mark: Mark, colour: QColor, x: float, y: float) -> None:
        """Paint a mark around a point."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(self._paths[mark].translated(x, y))

    def ring(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the ring around a mark that is in focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = 0.77 * self.sizes.mark
        painter.setPen(QPen(self.surface, self.sizes.font / 4))
        painter.drawEllipse(QPointF(x, y), radius - 1, radius - 1)
        painter.setPen(QPen(self.accent, self.sizes.font / 6))
        painter.drawEllipse(QPointF(x, y), radius, radius)

    def _marks(self, painter: QPainter, items: list[Item], scene: Scene) -> None:
        halo = QPen(self.surface, 1.5)
        low, high = -self.sizes.mark, scene.viewport.width + self.sizes.mark
        for item in items:
            if low < item.mark_x < high:
                self.mark(painter, item.mark, self.of(item), item.mark_x, item.y)
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
        pills = sorted(pills, key=_is_focused)
        plain, marked = QPen(self.ink3, 1), QPen(self.accent, 2)
        painter.setBrush(self.ground)
        painter.setPen(plain)
        for pill in pills:
            if pill.focused:
                painter.setPen(marked)
            box = QRectF(pill.x - pill.width / 2, pill.y - pill.height / 2, pill.width, pill.height)
            painter.drawRoundedRect(box, pill.height / 2, pill.height / 2)
        painter.setPen(self.ink2)
        for pill in pills:
            width = self.fonts.measure(pill.text, self.fonts.caption.pixelSize())
            painter.drawText(QPointF(pill.x - width / 2, pill.y + drop), pill.text)

    def _labels(self, painter: QPainter, labels: list[Label], scene: Scene) -> None:
        for bold, font in ((False, self.fonts.label), (True, self.fonts.landmark)):
            metrics = self.fonts.metrics(self.fonts.px, bold=bold)
            drop = (self.sizes.text + metrics.ascent() - metrics.descent()) / 2
            painter.setFont(font)
            for label in labels:
                if label.bold != bold:
                    continue
                item = scene.items[label.item]
                painter.setPen(self.ink3 if item.muted and not item.focused else self.ink)
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
        whole = self._wrapped.get((title, room))
        if whole is None:
            whole = self._wrapped[title, room] = metrics.boundingRect(QRectF(0, 0, room, 1e4), wrap, title)
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

    def _signs(self, painter: QPainter, lane: Lane, top: float, width: float) -> None:
        """Paint the chevron that collapses a lane, and a pin where it is pinned."""
        em = self.sizes.font
        x, y = 0.58 * em, top + self.sizes.pad + 0.72 * em
        arm = 0.27 * em
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.ink3, em / 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((-0.5, -1), (0.5, 0), (-0.5, 1)) if lane.is_collapsed else ((-1, -0.5), (0, 0.5), (1, -0.5))
        painter.drawPolyline(QPolygonF([QPointF(x + arm * right, y + arm * down) for right, down in corners]))
        if lane.is_pinned:
            x = width - 0.75 * em
            painter.setPen(QPen(self.accent, em / 9))
            painter.setBrush(self.accent)
            painter.drawEllipse(QPointF(x, y - 0.2 * em), 0.26 * em, 0.26 * em)
            painter.drawLine(QLineF(x, y, x, y + 0.5 * em))

    def _text(self, painter: QPainter, font: QFont, colour: QColor, x: float, y: float, text: str) -> None:
        """Draw one line in a label's box."""
        metrics = self.fonts.metrics(font.pixelSize(), bold=font.bold())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, y + (self.sizes.text + metrics.ascent() - metrics.descent()) / 2), text)


def _is_focused(pill: Cluster) -> bool:
    return pill.focused
