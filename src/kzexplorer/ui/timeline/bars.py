"""The bars of a timeline: from when to when, how surely, with the steps on the way and the gaps between them."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from kzexplorer.scene.shapes import Edge, Item
from kzexplorer.ui.timeline.inks import Inks, between

BEYOND = 40.0  # bars are cut this far outside of the view, in pixels
VAGUE = 8.0  # pixels from which on it shows that the day of a step is not known


def paint_bars(painter: QPainter, inks: Inks, items: Iterable[Item], width: float) -> None:
    """Paint the bars of items in a view of a `width` in pixels."""
    for item in items:
        if item.is_cut:
            _dots(painter, inks, item)
            continue
        low, high = item.reach
        if high - low > 1.4 * inks.sizes.mark:
            _gaps(painter, inks, item, width)
            if item.is_range:
                _bar(painter, inks, item, width)
            elif item.x1 - item.x0 > 1.4 * inks.sizes.mark:
                _doubt(painter, inks, item, width)
            _notches(painter, inks, item, width)
        if Edge.OPEN in (item.begin, item.end):
            _arrows(painter, inks, item, width)


def _bar(painter: QPainter, inks: Inks, item: Item, width: float) -> None:
    """Draw where it surely or perhaps was; what the gaps take is left out."""
    x0, x1, thick = max(item.x0, -BEYOND), min(item.x1, width + BEYOND), inks.sizes.bar
    soft = item.begin is Edge.SOFT or item.end is Edge.SOFT
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_fading(item, inks.of(item), x0, x1) if soft else inks.of(item))
    for left, right in _between_gaps(item.gaps, x0, x1):
        painter.drawRoundedRect(QRectF(left, item.y - thick / 2, right - left, thick), thick / 2, thick / 2)


def _between_gaps(gaps: Iterable[tuple[float, float]], x0: float, x1: float) -> Iterator[tuple[float, float]]:
    for low, high in sorted(gaps):
        if low > x0:
            yield x0, min(low, x1)
        x0 = max(x0, high)
        if x0 >= x1:
            return
    yield x0, x1


def _gaps(painter: QPainter, inks: Inks, item: Item, width: float) -> None:
    """Draw as a hollow bar, thinner than the others, when it was not or not known to be in force or at work."""
    painter.setPen(QPen(between(inks.surface, inks.of(item), 0.75), inks.sizes.font / 9))
    painter.setBrush(inks.surface)
    thin = 0.5 * inks.sizes.bar
    for low, high in item.gaps:
        left, right = max(low, -BEYOND), min(high, width + BEYOND)
        if left < right:
            painter.drawRoundedRect(QRectF(left, item.y - thin / 2, right - left, thin), thin / 2, thin / 2)


def _notches(painter: QPainter, inks: Inks, item: Item, width: float) -> None:
    """Draw the steps as ticks over the bar, those of which the day is not known with a bracket."""
    tall, pen = 0.95 * inks.sizes.bar, inks.sizes.font / 8
    seen = [notch for notch in item.notches if -BEYOND < notch.x < width + BEYOND]
    lines = [QLineF(notch.x, item.y - tall, notch.x, item.y + tall) for notch in seen]
    painter.setPen(QPen(inks.surface, 3 * pen))
    painter.drawLines(lines)
    painter.setPen(QPen(inks.of(item), pen))
    painter.drawLines(lines)
    for notch in seen:
        if notch.x1 - notch.x0 > VAGUE:
            below = item.y + tall
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(notch.x0, below - 2 * pen),
                        QPointF(notch.x0, below),
                        QPointF(notch.x1, below),
                        QPointF(notch.x1, below - 2 * pen),
                    ]
                )
            )


def _dots(painter: QPainter, inks: Inks, item: Item) -> None:
    """Draw that an item goes on where there was no room for its bar."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.of(item))
    radius, end = inks.sizes.mark / 11, item.x1 - inks.sizes.mark / 6
    for x in (end, end - 3.5 * radius, end - 7 * radius):
        painter.drawEllipse(QPointF(x, item.y), radius, radius)


def _doubt(painter: QPainter, inks: Inks, item: Item, width: float) -> None:
    """Draw from when to when an instant may have been, as a line with caps."""
    low, high, cap = -BEYOND, width + BEYOND, inks.sizes.mark / 4
    painter.setPen(QPen(between(inks.surface, inks.of(item), 0.6), 1.5))
    painter.drawLine(QLineF(max(item.x0, low), item.y, min(item.x1, high), item.y))
    painter.drawLines([QLineF(x, item.y - cap, x, item.y + cap) for x in (item.x0, item.x1) if low < x < high])


def _fading(item: Item, colour: QColor, x0: float, x1: float) -> QBrush:
    """Give a brush that fades where begin or end are not known to the day.

    It covers what lies in view only, since a gradient over many screens would show its steps.
    """
    gradient = QLinearGradient(x0, 0, x1, 0)
    for x in (x0, item.solid0, item.solid1, x1):
        if x0 <= x <= x1:
            shade = QColor(colour)
            shade.setAlphaF(_sureness(item, x))
            gradient.setColorAt((x - x0) / max(x1 - x0, 1e-9), shade)
    return QBrush(gradient)


def _arrows(painter: QPainter, inks: Inks, item: Item, width: float) -> None:
    """Draw that it began before, or goes on after, what is known: an arrow on a bar, a line with one on a mark."""
    half, length = inks.sizes.bar if item.is_range else 0.6 * inks.sizes.bar, inks.sizes.arrow
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.of(item))
    if item.end is Edge.OPEN and item.x1 < width + BEYOND:
        x = item.x1 - 1 if item.is_range else max(item.x1, item.mark_x + inks.sizes.mark / 2) + 1
        _arrow(painter, x, x + length, item.y, half)
    if item.begin is Edge.OPEN and item.x0 > -BEYOND:
        x = min(item.x0, item.mark_x - inks.sizes.mark / 2) - 1
        _arrow(painter, x, x - length, item.y, 0.6 * inks.sizes.bar)


def _arrow(painter: QPainter, base: float, tip: float, y: float, half: float) -> None:
    painter.drawPolygon(QPolygonF([QPointF(base, y - half), QPointF(tip, y), QPointF(base, y + half)]))


def _sureness(item: Item, x: float) -> float:
    """Say how sure it is, from 0 to 1, that an item had begun and not ended at a place."""
    begun = (x - item.x0) / (item.solid0 - item.x0) if item.begin is Edge.SOFT and x < item.solid0 else 1.0
    lasting = (item.x1 - x) / (item.x1 - item.solid1) if item.end is Edge.SOFT and x > item.solid1 else 1.0
    return min(max(min(begun, lasting), 0.0), 1.0)
