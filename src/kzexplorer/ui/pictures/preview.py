"""The pages of a picture as they will be, one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.pictures.picture import Picture
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.pictures.painting import Brushwork

_ROOM = 12  # pixels around a page


class PicturePreview(QWidget):
    """Shows a page as large as there is room; buttons and keys turn the pages."""

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.page = Page(self)
        self.extent = PlainLabel("", "caption")
        self.before = self._turner("‹", say("Previous page"))
        self.after = self._turner("›", say("Next page"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(say("Preview").upper(), "section"))
        head.addStretch()
        head.addWidget(self.extent)
        head.addWidget(self.before)
        head.addWidget(self.after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.page, 1)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        self.page.setAccessibleName(say("Preview"))

    def show_pictures(self, pictures: Sequence[Picture], brushwork: Brushwork | None) -> None:
        """Show pages, the first of them first; none at all is an empty room."""
        self.page.show_pictures(pictures, brushwork)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: page up and down turn the pages."""
        match event.key():
            case Qt.Key.Key_PageUp:
                self._back()
            case Qt.Key.Key_PageDown:
                self._on()
            case _:
                super().keyPressEvent(event)

    def _turner(self, sign: str, name: str) -> QPushButton:
        button = QPushButton(sign)
        button.setFixedWidth(32)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _back(self) -> None:
        self.page.turn(-1)
        self._follow()

    def _on(self) -> None:
        self.page.turn(1)
        self._follow()

    def _follow(self) -> None:
        at, count = self.page.at, self.page.count
        for button, able in ((self.before, at > 0), (self.after, at < count - 1)):
            button.setVisible(count > 1)
            button.setEnabled(able)
        self.extent.setText(self._say("page {number} of {count}", number=at + 1, count=count) if count > 1 else "")


class Page(QWidget):
    """One of several pages, painted to fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.at = 0
        self._pictures: tuple[Picture, ...] = ()
        self._brushwork: Brushwork | None = None
        self._made: tuple[tuple[int, float, int, int], QPixmap] | None = None
        self.setMinimumSize(320, 200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pictures)

    def show_pictures(self, pictures: Sequence[Picture], brushwork: Brushwork | None) -> None:
        """Take other pages; who reads the third of them stays there if there is one."""
        self._pictures, self._brushwork, self._made = tuple(pictures), brushwork, None
        self.at = min(self.at, max(len(self._pictures) - 1, 0))
        self.update()

    def turn(self, by: int) -> None:
        """Turn pages on or back."""
        self.at = min(max(self.at + by, 0), max(self.count - 1, 0))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override: the page in the middle of a ground, with a hairline around it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().color(self.palette().ColorRole.AlternateBase))
            if self._pictures:
                box = self._box()
                painter.drawPixmap(box.topLeft(), self._pixmap(box))
                painter.setPen(QPen(QColor(self.palette().color(self.palette().ColorRole.Mid)), 1))
                painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _box(self) -> QRectF:
        picture = self._pictures[self.at]
        size = QSizeF(picture.width, picture.height)
        room = self.size() - QSizeF(2 * _ROOM, 2 * _ROOM).toSize()
        size.scale(QSizeF(room), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(round(left), round(top), round(size.width()), round(size.height()))

    def _pixmap(self, box: QRectF) -> QPixmap:
        """Give the page painted once for its size: a long one takes as long as a frame."""
        ratio = self.devicePixelRatioF()
        key = self.at, ratio, int(box.width()), int(box.height())
        if self._made is None or self._made[0] != key:
            pixmap = QPixmap(box.size().toSize() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            picture = self._pictures[self.at]
            painter = QPainter(pixmap)
            painter.scale(box.width() / picture.width, box.height() / picture.height)
            if self._brushwork:
                self._brushwork.paint(painter, picture)
            painter.end()
            self._made = key, pixmap
        return self._made[1]
