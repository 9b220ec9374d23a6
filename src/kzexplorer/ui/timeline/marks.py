"""The shapes of the marks, one a kind of record, in a square of two units around the origin."""

from collections.abc import Mapping
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from kzexplorer.domain.kinds import Mark


def mark_paths(size: float) -> Mapping[Mark, QPainterPath]:
    """Give the outline of every mark, `size` pixels wide, around the origin; each is filled as a whole."""
    scale = QTransform.fromScale(size / 2, size / 2)
    return {mark: scale.map(_outline(mark)) for mark in Mark}


def _outline(mark: Mark) -> QPainterPath:
    match mark:
        case Mark.SQUARE:
            return _polygon((-0.84, -0.84), (0.84, -0.84), (0.84, 0.84), (-0.84, 0.84))
        case Mark.FOLDED_SQUARE:
            sheet = _polygon((-0.84, -0.9), (0.22, -0.9), (0.22, -0.28), (0.84, -0.28), (0.84, 0.9), (-0.84, 0.9))
            sheet.addPath(_polygon((0.44, -0.9), (0.84, -0.5), (0.44, -0.5)))
            return sheet
        case Mark.HEXAGON:
            return _regular(6, 1.0, turn=pi / 6)
        case Mark.DIAMOND:
            return _regular(4, 1.08)
        case Mark.TRIANGLE:
            return _polygon((0.0, -1.0), (1.02, 0.86), (-1.02, 0.86))
        case Mark.CIRCLE_IN_TRIANGLE:
            return _polygon((0.0, -1.05), (1.08, 0.9), (-1.08, 0.9)).subtracted(_circle(0.38, 0.0, 0.28))
        case Mark.CIRCLE:
            return _circle(0.9)
        case Mark.CHEVRON:
            return _polygon((-0.9, -0.9), (0.1, -0.9), (0.95, 0.0), (0.1, 0.9), (-0.9, 0.9), (-0.1, 0.0))
        case Mark.DOUBLE_CHEVRON:
            left = _polygon((-1.0, -0.9), (-0.4, -0.9), (0.25, 0.0), (-0.4, 0.9), (-1.0, 0.9), (-0.35, 0.0))
            right = QTransform.fromTranslate(0.8, 0.0).map(left)
            left.addPath(right)
            return left
        case Mark.HOUSE:
            return _polygon((0.0, -1.0), (0.95, -0.1), (0.95, 0.88), (-0.95, 0.88), (-0.95, -0.1))
        case Mark.SMALL_CIRCLE:
            return _circle(0.62)
        case Mark.FLAG:
            return _polygon((-0.8, -1.0), (0.9, -0.5), (-0.5, 0.1), (-0.5, 1.0), (-0.8, 1.0))
        case Mark.PENTAGON:
            return _regular(5, 1.0)
        case Mark.STAR:
            return _star()
        case Mark.CROSS:
            return _cross()


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _circle(radius: float, x: float = 0.0, y: float = 0.0) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    return path


def _regular(corners: int, radius: float, *, turn: float = 0.0) -> QPainterPath:
    angles = (turn + 2 * pi * i / corners for i in range(corners))
    return _polygon(*((radius * sin(a), -radius * cos(a)) for a in angles))


def _star() -> QPainterPath:
    radii = (1.1, 0.46) * 5
    return _polygon(*((r * sin(pi * i / 5), -r * cos(pi * i / 5)) for i, r in enumerate(radii)))


def _cross() -> QPainterPath:
    near, far = 0.3, 0.92
    corners = [(-near, -far), (near, -far), (near, -near), (far, -near), (far, near), (near, near)]
    corners += [(-x, -y) for x, y in corners]
    return QTransform().rotate(45).map(_polygon(*corners))
