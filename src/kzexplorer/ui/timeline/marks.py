"""The shapes of the marks, one a kind of record, in a square of two units around the origin."""

from collections.abc import Iterator, Mapping
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from kzexplorer.domain.kinds import Mark


def mark_paths(size: float) -> Mapping[Mark, QPainterPath]:
    """Give the outline of every mark, `size` pixels wide, around the origin; each is filled as a whole."""
    scale = QTransform.fromScale(size / 2, size / 2)
    return {mark: scale.map(outline) for mark, outline in _outlines()}


_SQUARE = ((-0.84, -0.84), (0.84, -0.84), (0.84, 0.84), (-0.84, 0.84))
_SHEET = ((-0.84, -0.9), (0.22, -0.9), (0.22, -0.28), (0.84, -0.28), (0.84, 0.9), (-0.84, 0.9))
_FOLD = ((0.44, -0.9), (0.84, -0.5), (0.44, -0.5))
_TRIANGLE = ((0.0, -1.0), (1.02, 0.86), (-1.02, 0.86))
_CHEVRON = ((-0.9, -0.9), (0.1, -0.9), (0.95, 0.0), (0.1, 0.9), (-0.9, 0.9), (-0.1, 0.0))
_NARROW = ((-1.0, -0.9), (-0.4, -0.9), (0.25, 0.0), (-0.4, 0.9), (-1.0, 0.9), (-0.35, 0.0))
_HOUSE = ((0.0, -1.0), (0.95, -0.1), (0.95, 0.88), (-0.95, 0.88), (-0.95, -0.1))
_FLAG = ((-0.8, -1.0), (0.9, -0.5), (-0.5, 0.1), (-0.5, 1.0), (-0.8, 1.0))


def _outlines() -> Iterator[tuple[Mark, QPainterPath]]:
    yield Mark.SQUARE, _polygon(*_SQUARE)
    yield Mark.FOLDED_SQUARE, _polygon(*_SHEET).united(_polygon(*_FOLD))
    yield Mark.HEXAGON, _regular(6, 1.0, turn=pi / 6)
    yield Mark.DIAMOND, _regular(4, 1.08)
    yield Mark.TRIANGLE, _polygon(*_TRIANGLE)
    yield Mark.CIRCLE_IN_TRIANGLE, _polygon(*_TRIANGLE).subtracted(_circle(0.28, 0.0, 0.34))
    yield Mark.CIRCLE, _circle(0.9)
    yield Mark.CHEVRON, _polygon(*_CHEVRON)
    yield Mark.DOUBLE_CHEVRON, _polygon(*_NARROW).united(_polygon(*((x + 0.8, y) for x, y in _NARROW)))
    yield Mark.HOUSE, _polygon(*_HOUSE)
    yield Mark.SMALL_CIRCLE, _circle(0.62)
    yield Mark.FLAG, _polygon(*_FLAG)
    yield Mark.PENTAGON, _regular(5, 1.0)
    yield Mark.STAR, _star()
    yield Mark.CROSS, _cross()


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
