"""What stays put beside the lanes: the axis above them and their heads at the left."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kzexplorer.scene.eras import era_at
from kzexplorer.scene.hit import lane_at
from kzexplorer.scene.margins import AXIS, ERA, HEADS, above_lanes
from kzexplorer.scene.shapes import Era
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.painter import Paints
from kzexplorer.ui.tooltip import plain_tip


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
        self.setMouseTracking(True)
        self.follow()

    def follow(self) -> None:
        """Paint again if anything has changed here."""
        scene = self._camera.scene
        shown = scene.axis, scene.eras, self.paints
        if shown != self._shown:
            self._shown = shown
            self.setFixedHeight(round(above_lanes(scene)))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.paints.surface)
        self.paints.axis(painter, self._camera.scene, self._left, self.width(), self.height())
        painter.end()

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


class LaneHeads(QWidget):
    """The lanes' titles and captions; the wheel scrolls the lanes here."""

    def __init__(self, camera: Camera, paints: Paints, parent: QWidget) -> None:
        super().__init__(parent)
        self.paints = paints
        self._camera = camera
        self._shown: tuple[object, ...] = ()
        self.setFixedWidth(round(HEADS * paints.fonts.px))

    def sizeHint(self) -> QSize:
        """Override."""
        return QSize(self.width(), 100)

    def follow(self) -> None:
        """Paint again if anything has changed here."""
        shown = self._camera.scroll, self.paints, self._camera.scene.lanes, self._camera.scene.tray
        if shown != self._shown:
            self._shown = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.paints.surface)
        top = self._camera.scroll
        painter.translate(0, -top)
        self.paints.heads(painter, self._camera.scene, self.width(), top, top + self.height(), signs=True)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override: scroll the lanes."""
        turned = event.pixelDelta().y() or event.angleDelta().y() / 2
        self._camera.scroll_to(self._camera.scroll - turned)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Override: a tool tip gives the whole title of the lane."""
        if isinstance(event, QHelpEvent):
            lane = lane_at(self._camera.scene, self._camera.scroll + event.pos().y())
            plain_tip(event.globalPos(), f"{lane.title}\n{lane.caption}" if lane else "", self)
            return True
        return super().event(event)
