"""What stays put beside the lanes: the axis above them and their heads at the left."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kzexplorer.scene.hit import lane_at
from kzexplorer.scene.margins import AXIS, HEADS
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.painter import Paints
from kzexplorer.ui.tooltip import plain_tip


class AxisStrip(QWidget):
    """The axis, as wide as the heads and the lanes together."""

    def __init__(self, camera: Camera, paints: Paints, parent: QWidget) -> None:
        super().__init__(parent)
        self.paints = paints
        self._camera = camera
        self._shown: tuple[object, ...] = ()
        self.setFixedHeight(round(AXIS * paints.fonts.px))

    def follow(self) -> None:
        """Paint again if anything has changed here."""
        shown = self._camera.scene.axis, self.paints
        if shown != self._shown:
            self._shown = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.paints.surface)
        left = round(HEADS * self.paints.fonts.px)
        self.paints.axis(painter, self._camera.scene, left, self.width(), self.height())
        painter.end()


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
