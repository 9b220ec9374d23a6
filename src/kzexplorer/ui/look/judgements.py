"""The marks of judgements: verdicts, certainties, disagreements and changes, told apart by shape."""

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.look.tokens import Tokens

SIZE = 14


def colour(mark: str, tokens: Tokens) -> QColor:
    """Give the colour of a judgement: good, wrong, neither, or a doubt."""
    role = {
        "confirmed": tokens.craft,
        "new": tokens.craft,
        "better_sourced": tokens.craft,
        "wrong": tokens.trouble,
        "withdrawn": tokens.trouble,
        "changed": tokens.accent,
    }
    return QColor(role.get(mark, tokens.gold))


def paint(painter: QPainter, at: QPointF, mark: str, tokens: Tokens, scale: float = 1.0) -> None:
    """Paint the mark of a judgement, `scale` times `SIZE` pixels wide around a point; an unknown one is a ring."""
    ink = colour(mark, tokens)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.scale(scale, scale)
    draw, filled = _MARKS.get(mark, (_dot, False))
    disc = QRectF(-SIZE / 2 + 0.75, -SIZE / 2 + 0.75, SIZE - 1.5, SIZE - 1.5)
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DotLine if mark == "recalled" else Qt.PenStyle.SolidLine))
    painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    painter.setPen(
        QPen(QColor(tokens.surface) if filled else ink, 1.7, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(draw())
    if mark == "single_source":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(disc, 90 * 16, 180 * 16)
    painter.restore()


def icon(mark: str, tokens: Tokens, scale: float = 2.0) -> QIcon:
    """Give the mark of a judgement as an icon."""
    picture = QPixmap(QSize(SIZE, SIZE) * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QPointF(SIZE / 2, SIZE / 2), mark, tokens)
    painter.end()
    return QIcon(picture)


class JudgementMark(QWidget):
    """The mark of one judgement, `drop` pixels below its upper edge, to stand beside the first line of a text."""

    def __init__(self, mark: str, theme: Theme, parent: QWidget | None = None, *, drop: int = 0) -> None:
        super().__init__(parent)
        self._mark, self._theme, self._drop = mark, theme, drop
        self.setFixedSize(QSize(SIZE, SIZE + drop))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        with QPainter(self) as painter:
            paint(painter, QPointF(SIZE / 2, self._drop + SIZE / 2), self._mark, self._theme.tokens)


def _lines(*lines: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *rest in lines:
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
    return path


def _check() -> QPainterPath:
    return _lines(((-3, 0.3), (-0.9, 2.4), (3, -2.2)))


def _cross() -> QPainterPath:
    return _lines(((-2.3, -2.3), (2.3, 2.3)), ((-2.3, 2.3), (2.3, -2.3)))


def _wave() -> QPainterPath:
    path = QPainterPath(QPointF(-3.4, 0.9))
    path.cubicTo(-1.6, -3.2, 1.6, 3.2, 3.4, -0.9)
    return path


def _clock() -> QPainterPath:
    return _lines(((0, -3.4), (0, 0.4), (2.6, 1.8)))


def _dash() -> QPainterPath:
    return _lines(((-2.8, 0), (2.8, 0)))


def _question() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(-2, -3.6, 4, 4), 160)
    path.arcTo(QRectF(-2, -3.6, 4, 4), 160, -200)
    path.quadTo(0, 0.4, 0, 1.2)
    path.moveTo(0, 3.4)
    path.lineTo(0, 3.5)
    return path


def _unlike() -> QPainterPath:
    return _lines(((-3, -1.3), (3, -1.3)), ((-3, 1.5), (3, 1.5)), ((1.6, -3.4), (-1.6, 3.6)))


def _plus() -> QPainterPath:
    return _lines(((-2.8, 0), (2.8, 0)), ((0, -2.8), (0, 2.8)))


def _arrow() -> QPainterPath:
    return _lines(((-2.8, 0), (2.8, 0)), ((0.4, -2.4), (2.8, 0), (0.4, 2.4)))


def _dot() -> QPainterPath:
    return QPainterPath()


_MARKS: MappingProxyType[str, tuple[Callable[[], QPainterPath], bool]] = MappingProxyType(
    {
        "confirmed": (_check, True),
        "wrong": (_cross, True),
        "imprecise": (_wave, True),
        "outdated": (_clock, False),
        "unsupported": (_dash, False),
        "unverified": (_question, False),
        "conflict": (_unlike, False),
        "new": (_plus, True),
        "changed": (_arrow, False),
        "better_sourced": (_check, False),
        "withdrawn": (_dash, True),
        "weak": (_question, False),
    }
)
