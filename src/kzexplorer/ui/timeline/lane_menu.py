"""What can be done with a lane, and with all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.scene.shapes import Lane


class LaneMenu(QMenu):
    """Collapses and pins lanes.

    Signals:
        collapsed(tuple[str, ...], bool): the keys of lanes to collapse, or to open.
        pinned(tuple[str, ...], bool): the keys of lanes to pin at the top, or to let go.
    """

    collapsed = Signal(object, bool)
    pinned = Signal(object, bool)

    def __init__(self, lane: Lane, lanes: Sequence[Lane], say: Language, parent: QWidget) -> None:
        super().__init__(parent)
        one, every = (lane.key,), tuple(each.key for each in lanes)
        self._add(say("Open this lane") if lane.is_collapsed else say("Collapse this lane"), "C").setData(
            ("collapse", one, not lane.is_collapsed)
        )
        self._add(say("Let go of this lane") if lane.is_pinned else say("Pin this lane at the top"), "P").setData(
            ("pin", one, not lane.is_pinned)
        )
        self.addSeparator()
        self._add(say("Collapse all lanes")).setData(("collapse", every, True))
        self._add(say("Open all lanes")).setData(("collapse", every, False))
        self.triggered.connect(self._do)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, text: str, key: str = "") -> QAction:
        # The key is shown only: the lanes take it, as they do on other keyboards.
        return self.addAction(f"{text}\t{key}" if key else text)

    def _do(self, action: QAction) -> None:
        what, lanes, on = action.data()
        (self.pinned if what == "pin" else self.collapsed).emit(tuple(lanes), on)
