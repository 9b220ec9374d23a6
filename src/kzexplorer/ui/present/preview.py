"""A step as a small picture, as the audience would see it."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzexplorer.domain.talk import Shot
from kzexplorer.ui.present.look import HEIGHT, WIDTH
from kzexplorer.ui.present.stage import StagePainter


class Preview(QWidget):
    """Shows a shot in the shape of the stage, as large as there is room for; None shows an `ending`."""

    def __init__(self, paints: StagePainter, ending: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paints, self._ending = paints, ending
        self._shot: Shot | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)

    @property
    def paints(self) -> StagePainter:
        """What paints it."""
        return self._paints

    def show_shot(self, shot: Shot | None) -> None:
        """Show another shot."""
        self._shot = shot
        self.update()

    def sizeHint(self) -> QSize:
        """Override."""
        return QSize(480, 270)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: no higher than the shape of the stage is at this width."""
        self.setMaximumHeight(max(round(self.width() * HEIGHT / WIDTH), self.minimumHeight()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        size = QSizeF(WIDTH * scale, HEIGHT * scale)
        with QPainter(self) as painter:
            painter.setClipRect(QRectF(0, 0, size.width(), size.height()))
            self._paints.resize(size)
            if self._shot is None:
                painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._paints.look.ground)
                font = self.font()
                font.setPixelSize(15)
                painter.setFont(font)
                painter.setPen(self._paints.look.ink2)
                painter.drawText(
                    QRectF(0, 0, size.width(), size.height()), int(Qt.AlignmentFlag.AlignCenter), self._ending
                )
            else:
                self._paints.paint(painter, self._shot)
