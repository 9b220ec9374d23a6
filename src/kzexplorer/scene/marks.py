"""The shapes of the marks, one a kind of record, as numbers: whoever draws them draws the same.

All lie in a square of two units around the origin, y downwards.
"""

from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin

from kzexplorer.domain.kinds import Mark

Point = tuple[float, float]
Polygon = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around a point."""

    radius: float
    x: float = 0.0
    y: float = 0.0


Contour = Polygon | Circle
_TRIANGLE = ((0.0, -1.0), (1.02, 0.86), (-1.02, 0.86))
_NARROW = ((-1.0, -0.9), (-0.4, -0.9), (0.25, 0.0), (-0.4, 0.9), (-1.0, 0.9), (-0.35, 0.0))
_SHEET = ((-0.84, -0.9), (0.22, -0.9), (0.22, -0.28), (0.84, -0.28), (0.84, 0.9), (-0.84, 0.9))


@cache
def outlines() -> dict[Mark, tuple[Contour, ...]]:
    """Give the contours of every mark; what lies within two of them is not filled."""
    return {
        Mark.SQUARE: (((-0.84, -0.84), (0.84, -0.84), (0.84, 0.84), (-0.84, 0.84)),),
        Mark.FOLDED_SQUARE: (_SHEET, ((0.44, -0.9), (0.84, -0.5), (0.44, -0.5))),
        Mark.HEXAGON: (_regular(6, 1.0, turn=pi / 6),),
        Mark.DIAMOND: (_regular(4, 1.08),),
        Mark.TRIANGLE: (_TRIANGLE,),
        Mark.CIRCLE_IN_TRIANGLE: (_TRIANGLE, Circle(0.28, 0.0, 0.34)),
        Mark.CIRCLE: (Circle(0.9),),
        Mark.CHEVRON: (((-0.9, -0.9), (0.1, -0.9), (0.95, 0.0), (0.1, 0.9), (-0.9, 0.9), (-0.1, 0.0)),),
        Mark.DOUBLE_CHEVRON: (_NARROW, tuple((x + 0.8, y) for x, y in _NARROW)),
        Mark.HOUSE: (((0.0, -1.0), (0.95, -0.1), (0.95, 0.88), (-0.95, 0.88), (-0.95, -0.1)),),
        Mark.SMALL_CIRCLE: (Circle(0.62),),
        Mark.FLAG: (((-0.8, -1.0), (0.9, -0.5), (-0.5, 0.1), (-0.5, 1.0), (-0.8, 1.0)),),
        Mark.PENTAGON: (_regular(5, 1.0),),
        Mark.STAR: (_star(),),
        Mark.CROSS: (_cross(),),
    }


def _regular(corners: int, radius: float, *, turn: float = 0.0) -> Polygon:
    angles = (turn + 2 * pi * i / corners for i in range(corners))
    return tuple((radius * sin(a), -radius * cos(a)) for a in angles)


def _star() -> Polygon:
    radii = (1.1, 0.46) * 5
    return tuple((r * sin(pi * i / 5), -r * cos(pi * i / 5)) for i, r in enumerate(radii))


def _cross() -> Polygon:
    near, far = 0.3, 0.92
    upright = [(-near, -far), (near, -far), (near, -near), (far, -near), (far, near), (near, near)]
    upright += [(-x, -y) for x, y in upright]
    half = 0.5**0.5
    return tuple(((x - y) * half, (x + y) * half) for x, y in upright)
