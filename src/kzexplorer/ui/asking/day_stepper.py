"""Steps the day for which is answered: a year or a day back or on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.domain.vocabulary import N_

# Years and days of each step, its sign, what it does and its keys.
STEPS = (
    (-1, 0, "«", N_("A year earlier"), "Alt+PgUp"),
    (0, -1, "‹", N_("A day earlier"), "Alt+Shift+PgUp"),
    (0, 1, "›", N_("A day later"), "Alt+Shift+PgDown"),
    (1, 0, "»", N_("A year later"), "Alt+PgDown"),
)


class DayStepper(QWidget):
    """Four small buttons.

    Signals:
        stepped(int, int): so many years and days on, or back.
    """

    stepped = Signal(int, int)

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for years, days, sign, text, keys in STEPS:
            button = QToolButton()
            button.setText(sign)
            button.setProperty("role", "step")
            button.setToolTip(f"{say(text)} ({keys})")
            button.setAccessibleName(say(text))
            button.clicked.connect(partial(self.stepped.emit, years, days))
            row.addWidget(button)
