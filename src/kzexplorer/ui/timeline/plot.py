"""The lanes inside a pyqtgraph view box, where the whole scene is one item."""

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.painter import Paints


class SceneItem(pg.GraphicsObject):
    """The scene as one graphics item: days to the right, pixels of lanes downwards."""

    def __init__(self, camera: Camera, paints: Paints) -> None:
        super().__init__()
        self.paints = paints
        self.cursor: tuple[float, float] | None = None
        self.brush: tuple[float, float] | None = None
        self.has_focus = False
        self._camera = camera

    def boundingRect(self) -> QRectF:
        """Override: it fills the view, which is asked each time; what pyqtgraph has cached may be an earlier one."""
        return QRectF(self.getViewBox().viewRect())

    def viewTransformChanged(self) -> None:
        """Override pyqtgraph's: what it fills has changed."""
        super().viewTransformChanged()
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Override: paint in pixels of the view box, whatever device this is for."""
        scene, box = self._camera.scene, self.getViewBox().sceneBoundingRect()
        to_device, usable = self.sceneTransform().inverted()
        if not usable or box.isEmpty():
            return
        camera, width = self._camera, box.width()
        onto = to_device * painter.worldTransform()
        for top, bottom, shift in camera.parts:
            painter.save()
            painter.setWorldTransform(QTransform.fromTranslate(box.left(), box.top() - shift) * onto)
            painter.setClipRect(QRectF(0, top, width, bottom - top))
            self.paints.lanes(painter, scene, top, bottom)
            painter.restore()
        painter.save()
        painter.setWorldTransform(QTransform.fromTranslate(box.left(), box.top()) * onto)
        if camera.scroll and camera.stuck:
            painter.setPen(QPen(self.paints.ink3, 1))
            painter.drawLine(QLineF(0, camera.stuck - 0.5, width, camera.stuck - 0.5))
        if self.cursor is not None:
            self.paints.ring(painter, self.cursor[0], camera.on_screen(self.cursor[1]))
        if self.brush is not None:
            shade = QColor(self.paints.accent)
            shade.setAlphaF(0.16)
            left, right = self.brush
            painter.fillRect(QRectF(left, 0, right - left, box.height()), shade)
            painter.setPen(QPen(self.paints.accent, 1))
            painter.drawLines([QLineF(x, 0, x, box.height()) for x in self.brush])
        if self.has_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.paints.accent, 2))
            painter.drawRect(QRectF(1, 1, width - 2, box.height() - 2))
        painter.restore()


class Plot(pg.GraphicsView):
    """The view box with the scene, following the camera; takes no input itself."""

    def __init__(self, camera: Camera, paints: Paints, parent: QWidget) -> None:
        super().__init__(parent, background=paints.surface)
        self._camera = camera
        self._box = pg.ViewBox(invertY=True, enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self.setCentralItem(self._box)
        self.item = SceneItem(camera, paints)
        self._box.addItem(self.item, ignoreBounds=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_paints(self, paints: Paints) -> None:
        """Paint in another look."""
        self.item.paints = paints
        self.setBackground(paints.surface)
        self.follow()

    def follow(self) -> None:
        """Show what the camera looks at."""
        span, scroll = self._camera.span, self._camera.scroll
        self._box.setRange(
            xRange=(span.first, span.last), yRange=(scroll, scroll + self._camera.height), padding=0, update=True
        )
        self.item.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Override: the camera learns the size; pyqtgraph calls this with None once."""
        super().resizeEvent(event)
        if event is not None:
            self._camera.resize(self.width(), self.height())
