"""The strip below the timeline: all years at a glance, with a window to drag over what is in view."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.dates import MAX_DAY
from kzexplorer.scene.axis import Calendar
from kzexplorer.scene.shapes import Viewport
from kzexplorer.scene.span import Span
from kzexplorer.ui.timeline.brush import snapped
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.painter import Paints

HEIGHT = 104
_TOP, _BOTTOM = 30, 24  # room for the title and for the years
_SIDE = 14
_GRIP = 6  # pixels to either side of an edge of the window where it can be taken
_LEAST = 12  # pixels the window is wide at least, so that it can be taken


class Overview(QWidget):
    """A histogram of a number a year, with the camera's span as a window: drag it, its edges, or click beside it.

    `bars` are (year, number) pairs.

    Signals:
        span_brushed(Span, QPoint): a span of time was drawn with Shift held down, let go at a point of the screen.
    """

    span_brushed = Signal(object, object)

    def __init__(
        self, camera: Camera, bars: Sequence[tuple[int, int]], title: str, paints: Paints, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.paints = paints
        self._camera = camera
        self._bars = tuple((_first_day(year), _first_day(year + 1), number) for year, number in bars)
        self._title = title
        self._picture: QPixmap | None = None
        self._pictured: tuple[object, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._taken: tuple[str, float, Span] | None = None
        self._brush: tuple[float, float] | None = None
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)

    @property
    def whole(self) -> Span:
        """The days the strip shows: all records there are, whatever is asked, and all bars."""
        first, last = self._camera.timeline.stock.whole
        if self._bars:
            first, last = min(first, self._bars[0][0]), max(last, self._bars[-1][1])
        return Span.of(first, last)

    @property
    def pane(self) -> QRectF:
        """The rectangle of what is in view."""
        span = self._camera.span
        left, right = (min(max(self._x(day), _SIDE), self.width() - _SIDE) for day in (span.first, span.last))
        if right - left < _LEAST:
            middle = min(max((left + right) / 2, _SIDE + _LEAST / 2), self.width() - _SIDE - _LEAST / 2)
            left, right = middle - _LEAST / 2, middle + _LEAST / 2
        return QRectF(left, _TOP - 6, right - left, self.height() - _TOP - _BOTTOM + 8)

    def follow(self) -> None:
        """Paint again if anything has changed here."""
        shown = self._camera.span, self.paints, self.whole
        if shown != self._shown:
            self._shown = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override: the bars and years are kept as a picture, since only the pane moves."""
        with QPainter(self) as painter:
            paints = self.paints
            painter.fillRect(self.rect(), paints.surface)
            self._paint_pane(painter, fill=True)
            key = self.size(), self.devicePixelRatio(), paints, self.whole
            if self._picture is None or self._pictured != key:
                self._picture, self._pictured = self._draw_picture(), key
            painter.drawPixmap(0, 0, self._picture)
            self._paint_pane(painter, fill=False)
            if self._brush:
                shade = QColor(paints.accent)
                shade.setAlphaF(0.25)
                left, right = sorted(self._brush)
                painter.fillRect(QRectF(left, _TOP - 6, right - left, self.height() - _TOP - _BOTTOM + 8), shade)

    def _draw_picture(self) -> QPixmap:
        paints, whole = self.paints, self._viewport()
        picture = QPixmap(self.size() * self.devicePixelRatio())
        picture.setDevicePixelRatio(self.devicePixelRatio())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(QPen(paints.line, 0))
        painter.drawLine(QPointF(0, 0), QPointF(self.width(), 0))
        painter.setFont(paints.fonts.caption)
        painter.setPen(paints.ink3)
        painter.drawText(QPointF(_SIDE, 17), self._title)
        base = self.height() - _BOTTOM
        most = max((number for *_, number in self._bars), default=0) or 1
        grey = QColor(paints.ink3)
        grey.setAlphaF(0.45)  # the pane shines through
        for first, last, number in self._bars:
            left, right = self._x(first), self._x(last)
            height = (base - _TOP) * number / most
            painter.fillRect(QRectF(left, base - height, max(right - left - 1.5, 1.0), height), grey)
        calendar = Calendar(paints.fonts.caption.pixelSize(), paints.fonts.measure, self._camera.language)
        for tick in calendar.axis(whole).ticks:
            if tick.text:
                painter.drawText(QPointF(_SIDE + tick.left, self.height() - 8), tick.text)
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override: take the window, one of its edges, or bring it here."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._brush = x, x
            return
        part = self._part(x)
        if part == "beside":
            span = self._camera.span
            self._camera.look(span.moved(self._day(x) - (span.first + span.last) / 2))
            part = "pane"
        self._taken = part, x, self._camera.span

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override: drag what was taken; otherwise say by the pointer what can be taken."""
        x = event.position().x()
        if self._brush:
            self._brush = self._brush[0], x
            self.update()
            return
        if self._taken is None:
            shapes = {"pane": Qt.CursorShape.OpenHandCursor, "beside": Qt.CursorShape.PointingHandCursor}
            self.setCursor(shapes.get(self._part(x), Qt.CursorShape.SizeHorCursor))
            return
        part, start, span = self._taken
        days = self._day(x) - self._day(start)
        match part:
            case "left":
                self._camera.look(Span.of(min(span.first + days, span.last - 1), span.last))
            case "right":
                self._camera.look(Span.of(span.first, max(span.last + days, span.first + 1)))
            case _:
                self._camera.look(span.moved(days))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: a span that was drawn is told."""
        self._taken = None
        brush, self._brush = self._brush, None
        if brush and event.button() is Qt.MouseButton.LeftButton:
            self.update()
            one, other = map(self._day, brush)
            span = snapped(one, other, self._viewport().px_per_day)
            self.span_brushed.emit(span, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override: show all."""
        self._camera.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override: zoom around the middle of the view."""
        self._camera.zoom(2 ** (event.angleDelta().y() / 480), self._camera.scene.viewport.width / 2)
        event.accept()

    def _paint_pane(self, painter: QPainter, *, fill: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen if fill else QPen(self.paints.accent, 1.5))
        painter.setBrush(self.paints.sel if fill else Qt.BrushStyle.NoBrush)
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.drawRoundedRect(self.pane, 3, 3)
        painter.setRenderHint(painter.RenderHint.Antialiasing, on=False)

    def _part(self, x: float) -> str:
        pane = self.pane
        if abs(x - pane.left()) <= _GRIP:
            return "left"
        if abs(x - pane.right()) <= _GRIP:
            return "right"
        return "pane" if pane.left() < x < pane.right() else "beside"

    def _viewport(self) -> Viewport:
        whole = self.whole
        return Viewport(whole.first, whole.last, self.width() - 2 * _SIDE, 0.0, self.paints.fonts.caption.pixelSize())

    def _x(self, day: float) -> float:
        return _SIDE + self._viewport().x(day)

    def _day(self, x: float) -> float:
        return self._viewport().day(x - _SIDE)


def _first_day(year: int) -> float:
    return float(date(year, 1, 1).toordinal()) if year <= date.max.year else MAX_DAY + 1.0
