"""A slide set for one size: headline, timeline, card and captions at their places, ready to be painted."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kzexplorer.domain.kinds import Mark
from kzexplorer.scene.margins import AXIS, ERA, HEADS
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Scene, Viewport
from kzexplorer.scene.span import Span
from kzexplorer.ui.look.marks import mark_paths
from kzexplorer.ui.present.look import StageLook
from kzexplorer.ui.present.type import Lines, fitted, sentences, set_in
from kzexplorer.viewmodel.slides import Card, Slide

# All lengths are in units, see `StageLook`.
SIDE, TOP, BOTTOM = 64.0, 44.0, 28.0
BAR = 6.0
CARD, CARD_PAD, CAPTIONS = 1010.0, 28.0, 330.0
HEADLINE = ((44, 1), (40, 2), (34, 2), (30, 3), (26, 4))
SUBLINE = ((24, 1), (22, 2))
LABELS = (24, 22, 20, 18)
TITLE = ((36, 1), (30, 2), (26, 3))


@dataclass(frozen=True, slots=True)
class CardLines:
    """The card's texts as they are set, and its place in pixels."""

    card: Card
    place: QRectF
    overline: Lines
    title: Lines
    text: Lines
    foot: Lines


class Board:
    """One slide at one size; `timeline` holds its records, and is empty where the slide has none."""

    def __init__(self, slide: Slide, timeline: Timeline, look: StageLook) -> None:
        self.slide, self.timeline, self.look = slide, timeline, look
        unit, fonts = look.unit, look.fonts
        width = (look.width - 2 * SIDE) * unit
        self.headline = fitted(slide.headline, width, fonts, _scaled(HEADLINE, unit), bold=True)
        self.subline = fitted(slide.subline, width, fonts, _scaled(SUBLINE, unit))
        self.card = self._card(slide.card) if slide.card else None
        self.room = self._room()
        self._px, self._era_rows = 1.0, 0
        self.scene = self._scene()
        self.paints = look.paints(self._px)

    @property
    def axis(self) -> float:
        """The height in pixels of the axis and the eras below it."""
        return (AXIS + ERA * self._era_rows) * self._px

    @property
    def heads(self) -> float:
        """The width of the lanes' heads in pixels; one lane needs none."""
        return HEADS * self._px if self.timeline.lanes > 1 else 0.0

    @cached_property
    def captions(self) -> tuple[str, ...]:
        """What stands at the bottom right: records without room, the place in the talk, the edition, the sources."""
        slide, say, hidden = self.slide, self.timeline.stock.language, self.hidden
        return tuple(
            filter(
                None,
                (
                    say.plural("{count} more record out of view", "{count} more records out of view", hidden)
                    if hidden
                    else "",
                    say("step {number} of {count}", number=slide.number + 1, count=slide.count),
                    slide.edition,
                    slide.sources,
                ),
            )
        )

    @cached_property
    def hidden(self) -> int:
        """How many records that the slide shows have no room on the stage, above or below."""
        if self.scene is None:
            return 0
        view = self.scene.viewport
        everything = self.timeline.scene(replace(view, top=0.0, bottom=inf), self.slide.focus)
        return len(
            _slugs(everything, self.timeline, 0.0, inf) - _slugs(self.scene, self.timeline, view.top, view.bottom)
        )

    def span(self) -> Span:
        """The days the slide looks at."""
        visible = self.slide.visible
        return Span.of(visible[0], visible[1] + 1.0) if visible else Span.of(*self.timeline.span)

    def view(self, span: Span, top: float = 0.0) -> Viewport:
        """Give the view of some days in the room there is for lanes, scrolled down by `top` pixels."""
        height = max(self.room.height() - self.axis, 1.0)
        width = max(self.room.width() - self.heads, 1.0)
        return Viewport(span.first, span.last, width, height, self._px, top, top + height)

    def paint_words(self, painter: QPainter) -> None:
        """Paint all but the timeline and the progress bar."""
        look, unit = self.look, self.look.unit
        y = TOP * unit
        self.headline.paint(painter, look.ink, SIDE * unit, y)
        y += self.headline.height + 4 * unit
        self.subline.paint(painter, look.ink2, SIDE * unit, y)
        if self.card:
            paint_card(painter, self.card, look)
        self._paint_captions(painter)

    def paint_heads(self, painter: QPainter) -> None:
        """Paint the lanes' heads."""
        if self.scene is None or not self.heads:
            return
        view = self.scene.viewport
        painter.save()
        painter.translate(self.room.left(), self.room.top() + self.axis - view.top)
        painter.setClipRect(QRectF(0, view.top, self.heads, view.bottom - view.top))
        self.paints.heads(painter, self.scene, self.heads, view.top, view.bottom)
        painter.restore()

    def paint_lanes(self, painter: QPainter, scene: Scene, top: float) -> None:
        """Paint a scene of these lanes, its room beginning `top` pixels from above."""
        view = scene.viewport
        painter.save()
        painter.translate(self.room.left() + self.heads, top + self.axis - view.top)
        painter.setClipRect(QRectF(0, view.top, view.width, view.bottom - view.top))
        self.paints.lanes(painter, scene, view.top, view.bottom)
        painter.restore()

    def paint_axis(self, painter: QPainter, scene: Scene, top: float) -> None:
        """Paint the axis of a scene, its room beginning `top` pixels from above."""
        painter.save()
        painter.translate(self.room.left(), top)
        self.paints.axis(painter, scene, self.heads, self.room.width(), self.axis)
        painter.restore()

    def _paint_captions(self, painter: QPainter) -> None:
        look, unit = self.look, self.look.unit
        right = (look.width - SIDE) * unit
        texts = self.captions if self.card else (" · ".join(self.captions),)
        width = (CAPTIONS if self.card else look.width - 2 * SIDE) * unit
        y = (look.height - BOTTOM) * unit
        for text in reversed(texts):
            line = set_in(text, width, look.font(20), 2)
            y -= line.height + 2 * unit
            for number, part in enumerate(line.texts):
                single = Lines((part,), line.font, is_whole=True)
                single.paint(painter, look.ink3, right - single.width, y + number * line.pitch)

    def _card(self, card: Card) -> CardLines:
        look, unit = self.look, self.look.unit
        width = max(min(CARD, look.width - 2 * SIDE - CAPTIONS - 24), 200.0) * unit
        inner = width - 2 * CARD_PAD * unit - 8 * unit
        overline = set_in(card.overline, inner - 28 * unit, look.font(22, bold=True), 2)
        title = fitted(card.title, inner, look.fonts, _scaled(TITLE, unit), bold=True)
        text = sentences(card.text, inner, look.font(24), 3)
        foot = set_in(card.foot, inner - 24 * unit, look.font(20), 2)
        gaps = 6.0 + 6.0 + (12.0 if foot.texts else 0.0)
        height = overline.height + title.height + text.height + foot.height + (2 * (CARD_PAD - 6) + gaps) * unit
        top = (look.height - BAR - BOTTOM) * unit - height
        return CardLines(card, QRectF(SIDE * unit, top, width, height), overline, title, text, foot)

    def _room(self) -> QRectF:
        """Give the place of the timeline in pixels, its axis included."""
        look, unit = self.look, self.look.unit
        top = (TOP + 4 + 20) * unit + self.headline.height + self.subline.height
        bottom = self.card.place.top() - 20 * unit if self.card else (look.height - BOTTOM - BAR - 48) * unit
        # With one lane the marks at the edges need no heads, but the years' texts need some room.
        return QRectF(SIDE * unit, top, (look.width - 2 * SIDE) * unit, max(bottom - top, 1.0))

    def _scene(self) -> Scene | None:
        """Compose the scene in the largest type in which all of it has room, else scrolled to what is in focus.

        The eras behind it are shown where there is room for their captions too.
        """
        if self.timeline.is_empty:
            return None
        focus, scene = self.slide.focus, None
        for px in LABELS:
            self._px = max(px * self.look.unit, 1.0)
            self._era_rows = 0
            view = self.view(self.span())
            scene = self.timeline.scene(replace(view, bottom=inf), focus)
            if scene.height <= view.height:
                rows = max((era.row + 1 for era in scene.eras), default=0)
                if scene.height + ERA * rows * self._px <= view.height:
                    self._era_rows = rows
                return self._behind(self.timeline.scene(self.view(self.span()), focus))
        return self._behind(self.timeline.scene(self._scrolled(scene), focus)) if scene else None

    def _behind(self, scene: Scene) -> Scene:
        """Leave the eras out of a scene where there is no room for them."""
        return replace(scene, eras=scene.eras if self._era_rows else (), era_rows=self._era_rows)

    def _scrolled(self, scene: Scene) -> Viewport:
        """Give the part of a scene that has room, so that what is in focus is in it and no row is cut."""
        view = self.view(self.span())
        middles = sorted({item.y for item in scene.items} | {cluster.y for cluster in scene.clusters})
        focused = [item.y for item in scene.items if item.focused] + [c.y for c in scene.clusters if c.focused]
        row = scene.sizes.mark_row
        top = 0.0
        if focused and min(focused) > view.height - row:
            lane = max((lane.top for lane in scene.lanes if lane.top < min(focused)), default=0.0)
            top = lane if min(focused) - lane < view.height - row else min(focused) - view.height / 2
            top = min(top, max(scene.height - view.height, 0.0))
        # A row reaches from its middle by half a row of marks, and upwards by more where it is one of bars.
        last = max((y for y in middles if y + row / 2 <= top + view.height), default=top + view.height)
        bottom = min(last + row / 2, top + view.height)
        # Nor is the head of a lane cut.
        heads = (lane.top for lane in scene.lanes if lane.top < bottom < lane.top + scene.sizes.lane)
        return replace(view, top=top, bottom=max(next(heads, bottom), top + row))


def _slugs(scene: Scene, timeline: Timeline, top: float, bottom: float) -> frozenset[str]:
    rows = timeline.stock.rows
    drawn = {item.slug for item in scene.items if top <= item.y <= bottom}
    counted = {rows[n].slug for cluster in scene.clusters if top <= cluster.y <= bottom for n in cluster.members}
    return frozenset(drawn | counted)


def paint_card(painter: QPainter, lines: CardLines, look: StageLook) -> None:
    """Paint the card of what is in focus: a strip in the colour of its family at the left."""
    unit, place, colour = look.unit, lines.place, look.family(lines.card.family)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = 14 * unit
    painter.setBrush(colour)
    painter.drawRoundedRect(place, radius, radius)
    painter.setBrush(look.surface)
    painter.drawRoundedRect(place.adjusted(6 * unit, 0, 0, 0), radius, radius)
    x, y = place.left() + (CARD_PAD + 8) * unit, place.top() + (CARD_PAD - 6) * unit
    shift = 0.0
    if lines.card.mark:
        mark = mark_paths(18 * unit)[Mark(lines.card.mark)].translated(x + 9 * unit, y + lines.overline.pitch / 2)
        painter.fillPath(mark, colour)
        shift = 28 * unit
    lines.overline.paint(painter, colour, x + shift, y)
    y += lines.overline.height + 6 * unit
    lines.title.paint(painter, look.ink, x, y)
    y += lines.title.height + 6 * unit
    lines.text.paint(painter, look.ink, x, y)
    if lines.foot.texts:
        y += lines.text.height + 12 * unit
        paint_dot(painter, QPointF(x + 6 * unit, y + lines.foot.pitch / 2), look, sure=lines.card.sure)
        lines.foot.paint(painter, look.ink2, x + 22 * unit, y)


def paint_dot(painter: QPainter, at: QPointF, look: StageLook, *, sure: bool) -> None:
    """Paint the dot that says whether something is confirmed: filled, or a ring in the colour of doubt."""
    unit = look.unit
    colour = QColor(look.tokens.craft if sure else look.tokens.gold)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(at, 6 * unit, 6 * unit)
    if not sure:
        painter.setBrush(look.surface)
        painter.drawEllipse(at, 3 * unit, 3 * unit)


def _scaled(ways: tuple[tuple[int, int], ...], unit: float) -> tuple[tuple[float, int], ...]:
    return tuple((px * unit, most) for px, most in ways)
