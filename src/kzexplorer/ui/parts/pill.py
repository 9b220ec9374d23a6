"""A small rounded button that stands for a value."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton


class Pill(QPushButton):
    """Says which value is wanted when it is clicked.

    Signals:
        wanted(str): its value.
    """

    wanted = Signal(str)

    def __init__(self, value: str) -> None:
        super().__init__()
        self._value = value
        self.setProperty("role", "pill")
        self.setAutoDefault(False)
        self.clicked.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(self._value)
