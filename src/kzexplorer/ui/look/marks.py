"""The shapes of the marks as paths to be painted."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from kzexplorer.domain.kinds import Mark
from kzexplorer.scene.marks import Circle, Contour, outlines


def mark_paths(size: float) -> Mapping[Mark, QPainterPath]:
    """Give the outline of every mark, `size` pixels wide, around the origin; each is filled as a whole."""
    scale = QTransform.fromScale(size / 2, size / 2)
    return {mark: scale.map(_path(contours)) for mark, contours in outlines().items()}


def _path(contours: Iterable[Contour]) -> QPainterPath:
    path = QPainterPath()
    for contour in contours:
        if isinstance(contour, Circle):
            x, y, radius = contour.x, contour.y, contour.radius
            path.addEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        else:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in contour]))
            path.closeSubpath()
    return path
