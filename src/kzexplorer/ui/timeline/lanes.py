"""The lanes with their pointer and keyboard: the one stop of the timeline for the Tab key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from kzexplorer.domain.records import Row
from kzexplorer.scene.hit import hit
from kzexplorer.scene.shapes import Cluster, Item
from kzexplorer.scene.span import SHORTEST, Span
from kzexplorer.ui.plain import PlainLabel
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.card import HoverCard
from kzexplorer.ui.timeline.cursor import Cursor, across, along, start
from kzexplorer.ui.timeline.painter import Paints
from kzexplorer.ui.timeline.plot import Plot
from kzexplorer.ui.tokens import Tokens

STEP = 2**0.5  # a press of + or -
LISTED = 8  # records that the card of a cluster names


class Lanes(QWidget):
    """Takes wheel, drags, clicks and keys over the plot, and shows the card.

    Signals:
        record_chosen(str): as in the view.
        record_hovered(str): as in the view.
    """

    record_chosen = Signal(str)
    record_hovered = Signal(str)

    def __init__(
        self,
        camera: Camera,
        paints: Paints,
        tokens: Tokens,
        empty: str,
        describe: Callable[[Row], Sequence[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._camera = camera
        self._describe = describe
        self._plot = Plot(camera, paints, self)
        self._empty = PlainLabel(empty, "empty", wrap=True, parent=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card = HoverCard(tokens, self)
        self._cursor: Cursor | None = None
        self._hovered = ""
        self._pressed: QPointF | None = None
        self._dragging = False
        self._turn = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(80, 40)
        self._keys = self._key_table()

    def set_look(self, paints: Paints, tokens: Tokens) -> None:
        """Paint in another look."""
        self._plot.set_paints(paints)
        self._card.set_tokens(tokens)

    def forget(self) -> None:
        """Leave the records shown so far, since others come."""
        self._cursor = None
        self._card.hide()
        self._hover("")

    def follow(self) -> None:
        """Show what the camera looks at."""
        self._empty.setVisible(not self._camera.timeline.rows)
        self._place_ring()
        self._plot.follow()
