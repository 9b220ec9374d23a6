"""The positions of a disagreement side by side, each with the source that takes it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kzexplorer.ui.parts.plain import LinkLabel, PlainLabel
from kzexplorer.viewmodel.sheet_parts import Entry

_LEAST = 116  # of a column, in pixels


class Positions(QWidget):
    """Two columns where there is room for them, else one."""

    def __init__(
        self, entries: tuple[Entry, ...], follow: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cells = [_cell(entry, follow) for entry in entries]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: as many columns as there is room for."""
        super().resizeEvent(event)
        self._set(2 if self.width() >= 2 * _LEAST + 12 else 1)

    def _set(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _cell(entry: Entry, follow: Callable[[str], None]) -> QFrame:
    cell = QFrame()
    cell.setProperty("role", "position")
    lines = QVBoxLayout(cell)
    lines.setContentsMargins(8, 0, 0, 0)
    lines.setSpacing(1)
    lines.addWidget(PlainLabel(entry.text, wrap=True))
    title, _, rest = entry.caption.partition("\n")
    if entry.slug:
        link = LinkLabel(title, entry.slug)
        link.setProperty("role", "small-link")
        link.followed.connect(follow)
        lines.addWidget(link)
    else:
        lines.addWidget(PlainLabel(title, "caption", wrap=True))
    for text in (rest, entry.note):
        if text:
            lines.addWidget(PlainLabel(text, "caption", wrap=True))
    return cell
