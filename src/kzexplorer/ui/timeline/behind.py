"""What lies behind the marks of a timeline: eras, the lines of the axis, the end of the data, columns, threads."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from kzexplorer.scene.shapes import Edge, Era, Lane, Scene, Tie
from kzexplorer.ui.timeline.inks import Inks


def paint_grounds(painter: QPainter, inks: Inks, scene: Scene, top: float, bottom: float) -> None:
    """Paint what lies behind all lanes, between two heights."""
    width, end = scene.viewport.width, min(bottom, scene.height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for era in _in_view(scene):
        if era.shaded:
            x0, x1 = max(era.x0, 0.0), min(era.x1, width)
            painter.fillRect(QRectF(x0, top, x1 - x0, end - top), _band(era, inks.ground, x0, x1))
    if scene.data_x is not None:
        painter.fillRect(QRectF(scene.data_x, top, width - scene.data_x, bottom - top), inks.ground)
    painter.setPen(QPen(inks.grid, 0))
    painter.drawLines([QLineF(t.x, top, t.x, end) for t in scene.axis.ticks if t.text])
    painter.setPen(QPen(inks.line, 0))
    painter.drawLines([QLineF(0, y, width, y) for y in borders(scene, top, bottom)])
    if scene.data_x is not None:
        painter.setPen(QPen(inks.data_end, 0))
        painter.drawLine(QLineF(scene.data_x, top, scene.data_x, end))


def paint_columns(painter: QPainter, inks: Inks, lanes: Iterable[Lane]) -> None:
    """Paint how dense collapsed lanes are."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for lane in lanes:
        base, room = lane.top + lane.height - inks.sizes.font / 2, lane.height - inks.sizes.font
        for column in lane.columns:
            height, colour = max(column.share * room, 2.0), inks.accent if column.focused else inks.column
            painter.fillRect(QRectF(column.x + 1, base - height, max(column.width - 2, 1.0), height), colour)


def paint_eras(painter: QPainter, inks: Inks, scene: Scene, top: float, row_height: float) -> None:
    """Paint the captions of the eras, each row of them `row_height` high; the first day is at 0."""
    fonts, width = inks.fonts, scene.viewport.width
    metrics = fonts.metrics(fonts.caption.pixelSize())
    painter.setFont(fonts.caption)
    for era in _in_view(scene):
        y = top + era.row * row_height
        x0, x1 = max(era.x0, 0.0), min(era.x1, width)
        painter.fillRect(
            QRectF(x0, y, x1 - x0, row_height), _band(era, inks.ground if era.shaded else inks.surface, x0, x1)
        )
        painter.setPen(QPen(inks.line, 0))
        edges = ((era.x0, era.begin), (era.x1, era.end))
        painter.drawLines(
            [QLineF(x, y + 2, x, y + row_height - 2) for x, edge in edges if edge is Edge.SHARP and 0 < x < width]
        )
        painter.setPen(inks.ink2)
        painter.drawText(QPointF(era.text_x, y + (row_height + metrics.ascent() - metrics.descent()) / 2), era.text)


def paint_ties(painter: QPainter, inks: Inks, ties: Iterable[Tie]) -> None:
    """Paint the threads between linked records as thin curves."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(inks.accent, inks.sizes.font / 10))
    radius = inks.sizes.mark * 0.66
    for tie in ties:
        painter.drawPath(_thread(tie, radius))
        painter.drawEllipse(QPointF(tie.x1, tie.y1), radius, radius)


def borders(scene: Scene, top: float, bottom: float) -> list[float]:
    """Give the heights of the hairlines below the lanes and the tray."""
    ends = [lane.top + lane.height for lane in scene.lanes] + ([scene.height] if scene.tray else [])
    return [y - 1 for y in ends if top <= y <= bottom]


def _thread(tie: Tie, radius: float) -> QPainterPath:
    """Give the curve from mark to mark, leaving and reaching each at its side, or bowed when one is above the other."""
    ahead = 1 if tie.x1 >= tie.x0 else -1
    reach = abs(tie.x1 - tie.x0) / 2
    path = QPainterPath()
    if reach < 2 * radius:
        bow = 3 * radius
        path.moveTo(tie.x0 + radius, tie.y0)
        path.cubicTo(tie.x0 + radius + bow, tie.y0, tie.x1 + radius + bow, tie.y1, tie.x1 + radius, tie.y1)
        return path
    start, stop = tie.x0 + ahead * radius, tie.x1 - ahead * radius
    path.moveTo(start, tie.y0)
    lift = 3 * radius if abs(tie.y1 - tie.y0) < radius else 0.0  # over what stands between them in one row
    path.cubicTo(start + ahead * reach, tie.y0 - lift, stop - ahead * reach, tie.y1 - lift, stop, tie.y1)
    return path


def _in_view(scene: Scene) -> list[Era]:
    """Give the eras of which anything is seen: on the way from one view to another some lie beside both."""
    return [era for era in scene.eras if era.x0 < scene.viewport.width and era.x1 > 0]


def _band(era: Era, colour: QColor, x0: float, x1: float) -> QBrush:
    """Give a brush that fades where a bound of an era is vague; it covers what is in view only."""
    soft = [x for x, at in ((era.solid0, era.begin), (era.solid1, era.end)) if at is Edge.SOFT]
    if not soft:
        return QBrush(colour)
    gradient = QLinearGradient(x0, 0, x1, 0)
    for x in sorted({x0, min(max(era.solid0, x0), x1), min(max(era.solid1, x0), x1), x1}):
        shade = QColor(colour)
        shade.setAlphaF(_share(era, x))
        gradient.setColorAt((x - x0) / max(x1 - x0, 1e-9), shade)
    return QBrush(gradient)


def _share(era: Era, x: float) -> float:
    """Say how surely, from 0 to 1, a place lies in an era."""
    begun = (x - era.x0) / (era.solid0 - era.x0) if era.begin is Edge.SOFT and x < era.solid0 else 1.0
    lasting = (era.x1 - x) / (era.x1 - era.solid1) if era.end is Edge.SOFT and x > era.solid1 else 1.0
    return min(max(min(begun, lasting), 0.0), 1.0)
