"""The bar at the top: where to go, what to look for, how to look at it, and what to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kzexplorer.ui.asking.search_bar import SearchBar
from kzexplorer.ui.view_stack import ViewSwitch

_SPACING, _EDGE = 8, 12
_LEAST_SEARCH, _WIDEST_SEARCH = 200, 560


class TopBar(QWidget):
    """One row; where it is too narrow for all, the views become one button with a menu."""

    def __init__(
        self, before: Sequence[QWidget], search: SearchBar, switch: ViewSwitch, after: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._switch = switch
        self._others = (*before, *after)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 8, _EDGE, 8)
        row.setSpacing(_SPACING)
        search.setMinimumWidth(_LEAST_SEARCH)
        search.setMaximumWidth(_WIDEST_SEARCH)
        for widget in before:
            row.addWidget(widget)
        row.addWidget(search, 3)
        row.addStretch(1)
        row.addWidget(switch)
        for widget in after:
            row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Override: a longer text in a button may need the room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        taken = sum(widget.sizeHint().width() + _SPACING for widget in self._others if not widget.isHidden())
        room = self.width() - 2 * _EDGE - taken - _LEAST_SEARCH - 2 * _SPACING
        self._switch.fold(self._switch.whole > room)
