"""The strip above the lanes: the axis, the span asked for, and the eras."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QLineF, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.state import Span
from kzexplorer.scene.eras import era_at
from kzexplorer.scene.margins import AXIS, ERA, HEADS, above_lanes
from kzexplorer.scene.shapes import Era
from kzexplorer.ui.parts.tooltip import plain_tip
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.painter import Paints


class AxisStrip(QWidget):
    """The axis and the eras below it, as wide as the heads and the lanes together.

    Signals:
        record_chosen(str): an era's caption was clicked; the slug of a record that bounds it, the next one each time.
    """

    record_chosen = Signal(str)

    def __init__(self, camera: Camera, paints: Paints, parent: QWidget) -> None:
        super().__init__(parent)
        self.paints = paints
        self._camera = camera
        self._shown: tuple[object, ...] = ()
        self._last = ""
        self._asked = Span()
        self.setMouseTracking(True)
        self.follow()

    def set_asked(self, span: Span) -> None:
        """Show the span of time that is asked for."""
        self._asked = span
        self.follow()

    def follow(self) -> None:
        """Paint again if anything has changed here."""
        scene = self._camera.scene
        shown = scene.axis, scene.eras, self.paints, self._asked
        if shown != self._shown:
            self._shown = shown
            self.setFixedHeight(round(above_lanes(scene)))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.paints.surface)
            self.paints.axis(painter, self._camera.scene, self._left, self.width(), self.height())
            if self._asked:
                self._paint_asked(painter)

    def _paint_asked(self, painter: QPainter) -> None:
        """Paint the span asked for as a bracket along the axis."""
        view, base = self._camera.scene.viewport, AXIS * self.paints.fonts.px - 1.5
        first, last = self._asked.first, self._asked.last
        low = 0.0 if first is None else max(view.x(first), 0.0)
        high = view.width if last is None else min(view.x(last + 1), view.width)
        if low > high:
            return
        painter.setPen(QPen(self.paints.accent, 3))
        painter.drawLine(QLineF(self._left + low, base, self._left + high, base))
        ends = [x for x, bound in ((low, first), (high, last)) if bound is not None and 0 < x < view.width]
        painter.drawLines([QLineF(self._left + x, base - 7, self._left + x, base) for x in ends])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override: say by the pointer that a caption can be clicked."""
        era = self._era(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if era else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: look at a record that bounds the era, at the next one each time."""
        era = self._era(event.position().toPoint())
        if era and era.records and event.button() is Qt.MouseButton.LeftButton:
            at = era.records.index(self._last) + 1 if self._last in era.records else 0
            self._last = era.records[at % len(era.records)]
            self.record_chosen.emit(self._last)

    def event(self, event: QEvent) -> bool:
        """Override: a tool tip names the era and the records that bound it."""
        if isinstance(event, QHelpEvent):
            era = self._era(event.pos())
            plain_tip(event.globalPos(), "\n".join(self._lines(era)) if era else "", self)
            return True
        return super().event(event)

    @property
    def _left(self) -> int:
        return round(HEADS * self.paints.fonts.px)

    def _era(self, at: QPoint) -> Era | None:
        em = self.paints.fonts.px
        return era_at(self._camera.scene.eras, int((at.y() - AXIS * em) // (ERA * em)), at.x() - self._left)

    def _lines(self, era: Era) -> Iterator[str]:
        stock, say = self._camera.timeline.stock, self._camera.language
        yield era.title
        for slug in era.records:
            row = stock.rows[stock.place(slug)] if stock.place(slug) >= 0 else None
            if row:
                yield f"{say.date(row.begins)}: {row.title}" if row.begins else row.title
