"""The lanes under pointer and keyboard: the timeline's one stop for the Tab key."""

from collections.abc import Callable, Sequence

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
from kzexplorer.domain.vocabulary import N_
from kzexplorer.scene.hit import hit
from kzexplorer.scene.shapes import Cluster, Item
from kzexplorer.scene.span import Span
from kzexplorer.ui.plain import PlainLabel
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.card import HoverCard
from kzexplorer.ui.timeline.cursor import Cursor, across, along
from kzexplorer.ui.timeline.painter import Paints
from kzexplorer.ui.timeline.plot import Plot
from kzexplorer.ui.timeline.ring import Ring
from kzexplorer.ui.tokens import Tokens

KEY_ZOOM = 2**0.5
NOTCH = 480  # eighths of a degree of the wheel that double the zoom
LISTED = 8  # records that the card of a cluster names
AROUND_INSTANT = 365.0  # days a double click on an instant shows to either side

# The keys of the Latin layout, and what the same keys give on the Russian and Kazakh ones.
_CLOSER, _WIDER, _FIT = "+=Һ", "-_Ө", "0FҚА"


class Lanes(QWidget):
    """Takes wheel, drags, clicks and keys over the plot, and shows the card.

    Signals:
        record_chosen(str): as of the view.
        record_hovered(str): as of the view.
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
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring = Ring(camera)
        self._hovered = ""
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragging = False
        self._turn = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(80, 40)
        self._card = HoverCard(tokens, self)

    @property
    def card(self) -> HoverCard:
        """The card that says what is under the pointer or the ring."""
        return self._card

    def set_look(self, paints: Paints, tokens: Tokens) -> None:
        """Paint in another look."""
        self._plot.set_paints(paints)
        self._card.set_tokens(tokens)

    def forget(self) -> None:
        """Leave the records shown so far, since others come."""
        self._ring.leave()
        self._hover("")
        self._card.hide()

    def follow(self) -> None:
        """Show what the camera looks at."""
        self._empty.setVisible(self._camera.timeline.is_empty)
        self._plot.item.cursor = self._ring.place if self.hasFocus() else None
        self._plot.follow()

    def look_at(self, rows: Sequence[int], least: float = AROUND_INSTANT) -> None:
        """Look at the begins of several records, or at all of one, with a margin of at least so many days."""
        drawn = [e for row in rows if (e := self._camera.timeline.extent_of(row))]
        if not drawn:
            return
        if len(drawn) == 1:
            first, last = drawn[0].start, drawn[0].stop
        else:
            first, last = min(e.mark for e in drawn), max(e.mark for e in drawn)
        margin = max((last - first) * 0.2, least, 1.0)
        self._camera.look(Span.of(first - margin, last + margin))

    # Pointer.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override: a press may become a click or a drag."""
        self._plot.item.has_focus = False
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position()
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override: drag the timeline along, or say what is under the pointer."""
        at = event.position()
        if self._pressed is None:
            self._point_at(at)
            return
        if not self._dragging:
            moved = (at - self._pressed).manhattanLength()
            self._dragging = moved >= QApplication.startDragDistance() / 2
            if self._dragging:
                self._card.hide()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            by, self._last = at - self._last, at
            self._camera.pan(-by.x(), -by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: end a drag, or click."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        dragged, self._pressed, self._dragging = self._dragging, None, False
        self.unsetCursor()
        if not dragged:
            self._click(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override: look closer at what is there, or at the place."""
        self._pressed = None
        match self._at(event.position()):
            case Item() as item:
                self.look_at([item.row])
            case Cluster():
                pass
            case _:
                self._camera.zoom(2, event.position().x(), event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override: zoom at the pointer; with Shift scroll the lanes; sideways move along time."""
        turned, at = event.angleDelta(), event.position()
        self._card.hide()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._camera.scroll_to(self._camera.scroll - (turned.y() or turned.x()) / 2)
        elif abs(turned.x()) > abs(turned.y()):
            self._camera.pan(-(event.pixelDelta().x() or turned.x() / 2))
        elif turned.y():
            self._camera.zoom(2 ** (turned.y() / NOTCH), at.x(), at.y())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Override: nothing is under the pointer."""
        self._card.hide()
        self._hover("")

    def event(self, event: QEvent) -> bool:
        """Override: pinch to zoom."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self._camera.zoom(max(1 + event.value(), 0.1), event.position().x(), event.position().y())
            return True
        return super().event(event)

    def _at(self, point: QPointF) -> Item | Cluster | None:
        return hit(self._camera.scene, point.x(), point.y() + self._camera.scroll)

    def _point_at(self, point: QPointF) -> None:
        found = self._at(point)
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        rows = self._camera.timeline.stock.rows
        about = QRect(int(point.x()) - 6, int(point.y()) - 6, 12, 12)
        match found:
            case Item():
                self._card.tell(self._describe(rows[found.row]), about)
                self._hover(found.slug)
            case Cluster():
                self._card.tell(self._listing(found), about)
                self._hover("")
            case _:
                self._card.hide()
                self._hover("")

    def _listing(self, cluster: Cluster) -> list[str]:
        rows, say = self._camera.timeline.stock.rows, self._camera.language
        lines = [say.plural(N_("{count} record"), N_("{count} records"), cluster.size)]
        lines += [rows[row].title for row in cluster.members[:LISTED]]
        more = cluster.size - LISTED
        return [*lines, say.plural(N_("and {count} more"), N_("and {count} more"), more)] if more > 0 else lines

    def _click(self, found: Item | Cluster | None) -> None:
        match found:
            case Item():
                self._ring.stand(found.lane, found.row)
                self.record_chosen.emit(found.slug)
                self.follow()
            case Cluster():
                self._card.hide()
                before = self._camera.span
                self.look_at(found.members, least=0.0)
                if self._camera.span.length > 0.8 * before.length:
                    # No zoom takes them apart: each click chooses the next of them.
                    row = found.members[self._turn % found.size]
                    self._turn += 1
                    self.record_chosen.emit(self._camera.timeline.stock.rows[row].slug)

    def _hover(self, slug: str) -> None:
        if slug != self._hovered:
            self._hovered = slug
            self.record_hovered.emit(slug)

    # Keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: arrows go from record to record, with Ctrl they move the view."""
        self._plot.item.has_focus = True
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        camera, step = self._camera, self._camera.scene.viewport.width / 4
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right if ctrl:
                camera.pan(step if event.key() == Qt.Key.Key_Right else -step)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if ctrl:
                camera.scroll_to(camera.scroll + (40 if event.key() == Qt.Key.Key_Down else -40))
            case Qt.Key.Key_Left:
                self._go(along, -1)
            case Qt.Key.Key_Right:
                self._go(along, 1)
            case Qt.Key.Key_Up:
                self._go(across, -1)
            case Qt.Key.Key_Down:
                self._go(across, 1)
            case Qt.Key.Key_Home:
                self._go(along, -len(camera.timeline.stock.rows))
            case Qt.Key.Key_End:
                self._go(along, len(camera.timeline.stock.rows))
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                down = camera.height if event.key() == Qt.Key.Key_PageDown else -camera.height
                camera.scroll_to(camera.scroll + 0.9 * down)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self._ring.row:
                self.record_chosen.emit(self._ring.row.slug)
            case Qt.Key.Key_Escape if not self._card.isHidden():
                self._card.hide()
            case _:
                self._type(event)

    def _type(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        middle = self._camera.scene.viewport.width / 2
        if letter and letter in _CLOSER:
            self._camera.zoom(KEY_ZOOM, middle)
        elif letter and letter in _WIDER:
            self._camera.zoom(1 / KEY_ZOOM, middle)
        elif letter and letter in _FIT and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._camera.fit()
        else:
            super().keyPressEvent(event)

    def _go(self, way: Callable[..., Cursor], step: int) -> None:
        self._ring.go(way, step)
        self.follow()
        row, place = self._ring.row, self._ring.place
        if row is None:
            return
        lines = [*self._describe(row), self._ring.lane_title]
        self.setAccessibleDescription("\n".join(lines))
        self._hover(row.slug)
        if place:
            x, y = int(place[0]), int(place[1] - self._camera.scroll)
            self._card.tell(lines, QRect(x - 8, y - 8, 16, 16))

    # Widget.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: the plot fills it."""
        self._plot.setGeometry(self.rect())
        self._empty.setGeometry(self.rect().adjusted(24, 0, -24, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override: show the ring when it came by the keyboard."""
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._plot.item.has_focus = by_key
        self.follow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override: take ring and card away."""
        self._plot.item.has_focus = False
        self._card.hide()
        self.follow()
