"""A view that follows the explorer only while it is looked at."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class LateView(QWidget):
    """What changes while nobody looks is shown when the view comes up; what shows it is `show_found`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = True

    def show_found(self) -> None:
        """Show what is found now."""
        raise NotImplementedError

    def outdate(self) -> None:
        """Say that something else is found: at once to who looks, else when somebody does."""
        self._is_stale = True
        if self.isVisible():
            self.catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Override: show what was found meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.catch_up()

    def catch_up(self) -> None:
        """Show what is found, and know that it is shown."""
        self._is_stale = False
        self.show_found()
