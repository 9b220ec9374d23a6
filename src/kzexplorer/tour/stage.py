"""The real window with all that may stand over it, taken as one picture."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QDeadlineTimer, QEventLoop, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kzexplorer.ui.actions import Desk
from kzexplorer.ui.exporting.dialog import ExportDialog
from kzexplorer.ui.importing.dialog import ImportDialog
from kzexplorer.ui.main_window import MainWindow
from kzexplorer.ui.palette import Palette
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.keeping import Keeping

# However slow the machine: what takes longer than this will never be done.
_PATIENCE_MS = 60_000


@dataclass(frozen=True)
class Stage:
    """A window that is driven as its user would; `folder` takes what an export writes."""

    window: MainWindow
    explorer: Explorer
    keeping: Keeping
    folder: Path

    @property
    def desk(self) -> Desk:
        """What actions work with; nobody is there to choose a file, so that one in the folder is taken."""
        return replace(self.window.desk, choose_path=self._chosen)

    def do(self, action: str) -> None:
        """Do an action by its id."""
        self.window.commands[action].trigger()
        self.settle()

    def press(self, widget: QWidget, key: Qt.Key, text: str = "") -> None:
        """Press a key on a widget and let go of it."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        self.settle()

    def settle(self) -> None:
        """Let happen what is about to, until no event waits, the view stands, nothing fades and nothing is written.

        Raises:
            TimeoutError: there is no end to it.
        """
        loop, patience = QEventLoop(), QDeadlineTimer(_PATIENCE_MS)
        while loop.processEvents() or self._is_busy():
            if patience.hasExpired():
                raise TimeoutError("The window does not come to rest.")

    def over(self) -> list[QWidget]:
        """Give the dialogs, panels and menus that stand over the window, the lowest first."""
        return sorted(
            (w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.window),
            key=lambda widget: widget.windowModality() is not Qt.WindowModality.NonModal,
        )

    def clear(self) -> None:
        """Shut what stands over the window, and go back to how it began."""
        self.settle()  # a dialog that is writing would not shut, but take back what it writes
        for widget in (*self.over(), *self.window.findChildren(Palette)):
            widget.close()
        for pane in (self.window.partners, self.window.facets):
            for line in pane.findChildren(QLineEdit):
                line.clear()
        self.window.messages.clear()
        self.explorer.select(())
        self.settle()

    def end(self) -> None:
        """Shut the window for good."""
        self.window.close()
        self.window.deleteLater()
        self.settle()

    def picture(self, scale: float = 1.0) -> QPixmap:
        """Give the window, and what stands over it where it stands, with a hairline for its frame.

        Args:
            scale: pixels of the picture for one of the window's.
        """
        whole = QPixmap(self.window.size() * scale)
        whole.setDevicePixelRatio(scale)
        self.window.render(whole)
        painter = QPainter(whole)
        # On a screen the window manager draws the frames, and dims what waits behind.
        for widget in self.over():
            size, at = widget.size(), widget.pos() - self.window.pos()
            room = self.window.size() - size
            if widget.windowModality() is not Qt.WindowModality.NonModal:
                painter.fillRect(self.window.rect(), QColor(0, 0, 0, 40))
                at = QPoint(room.width() // 2, room.height() // 2)
            at = QPoint(min(max(at.x(), 0), max(room.width(), 0)), min(max(at.y(), 0), max(room.height(), 0)))
            own = QPixmap(size * scale)
            own.setDevicePixelRatio(scale)
            own.fill(Qt.GlobalColor.transparent)
            widget.render(own)
            painter.drawPixmap(at, own)
            painter.setPen(QPen(QColor(128, 128, 128, 160), 1))
            painter.drawRect(QRect(at, size).adjusted(0, 0, -1, -1))
        painter.end()
        return whole

    def _is_busy(self) -> bool:
        running = QAbstractAnimation.State.Running
        return (
            (self.window.isVisible() and self.window.stack.is_waiting)
            or any(fading.state() is running for fading in self.window.findChildren(QAbstractAnimation))
            or any(dialog.is_writing for dialog in self.window.findChildren(ExportDialog))
            or any(dialog.is_writing for dialog in self.window.findChildren(ImportDialog))
        )

    def _chosen(self, _: QWidget, suggested: Path, suffix: str) -> Path:
        return self.folder / f"{suggested.stem}{suffix}"
