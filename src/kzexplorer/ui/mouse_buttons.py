"""The mouse's buttons for back and forward, wherever in the window they are pressed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_SIDES = Qt.MouseButton.BackButton | Qt.MouseButton.ForwardButton


class MouseButtons(QObject):
    """Hears the buttons at the native window, before any widget does.

    Signals:
        back(), forward(): a button was pressed.
    """

    back = Signal()
    forward = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._native: QWindow | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override: there is a native window only once the widget is shown."""
        kind = event.type()
        if kind in _PRESSES and watched is self._native and isinstance(event, QMouseEvent):
            return self._press(event.button())
        if kind is QEvent.Type.Show and self._native is None and watched is self._window:
            self._native = self._window.windowHandle()
            if self._native is not None:
                self._native.installEventFilter(self)
        return False

    def _press(self, button: Qt.MouseButton) -> bool:
        if button is Qt.MouseButton.BackButton:
            self.back.emit()
        elif button is Qt.MouseButton.ForwardButton:
            self.forward.emit()
        return bool(button & _SIDES)
