"""The heads of the lanes: their titles and captions, which stay at the left and collapse the lanes."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kzexplorer.scene.hit import lane_at
from kzexplorer.scene.margins import HEADS
from kzexplorer.scene.shapes import Lane
from kzexplorer.ui.parts.tooltip import plain_tip
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.painter import Paints


class LaneHeads(QWidget):
    """The lanes' titles and captions; a click collapses a lane or opens it, the wheel scrolls them.

    Signals:
        lane_folded(Lane): a lane is to be collapsed, or opened.
        menu_wanted(Lane, QPoint): the menu of a lane is wanted at a point of the screen.
    """

    lane_folded = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, camera: Camera, paints: Paints, parent: QWidget) -> None:
        super().__init__(parent)
        self.paints = paints
        self._camera = camera
        self._shown: tuple[object, ...] = ()
        self.setFixedWidth(round(HEADS * paints.fonts.px))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

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
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.paints.surface)
            for top, bottom, shift in self._camera.parts:
                painter.save()
                painter.translate(0, -shift)
                painter.setClipRect(0, int(top), self.width(), int(bottom - top) + 1)
                self.paints.heads(painter, self._camera.scene, self.width(), top, bottom, signs=True)
                painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: collapse the lane, or open it."""
        lane = self._lane(event.position().y())
        if lane and event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.lane_folded.emit(lane)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Override: offer what can be done with the lane."""
        lane = self._lane(event.pos().y())
        if lane:
            self.menu_wanted.emit(lane, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override: scroll the lanes."""
        turned = event.pixelDelta().y() or event.angleDelta().y() / 2
        self._camera.scroll_to(self._camera.scroll - turned)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Override: a tool tip gives the whole title of the lane."""
        if isinstance(event, QHelpEvent):
            lane = self._lane(event.pos().y())
            plain_tip(event.globalPos(), f"{lane.title}\n{lane.caption}" if lane else "", self)
            return True
        return super().event(event)

    def _lane(self, y: float) -> Lane | None:
        return lane_at(self._camera.scene, self._camera.down(y))
