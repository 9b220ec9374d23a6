"""The lanes under pointer and keyboard: the timeline's one stop for the Tab key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from kzexplorer.domain.records import Row
from kzexplorer.domain.state import Span as Asked
from kzexplorer.scene.hit import Stack, hit, lane_at
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Cluster, Item, Tray
from kzexplorer.scene.span import Span
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.timeline.brush import snapped
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.card import HoverCard
from kzexplorer.ui.timeline.found import Several, listing, members_of
from kzexplorer.ui.timeline.keyboard import Keyboard
from kzexplorer.ui.timeline.painter import Paints
from kzexplorer.ui.timeline.plot import Plot
from kzexplorer.ui.timeline.ring import Ring
from kzexplorer.ui.timeline.speech import speak

NOTCH = 480  # eighths of a degree of the wheel that double the zoom
AROUND_INSTANT = 365.0  # days a double click on an instant shows to either side

Found = Item | Several | None


class Lanes(QWidget):
    """Takes wheel, drags, clicks and keys over the plot, and shows the card.

    Signals:
        record_chosen(str): as of the view.
        record_hovered(str): as of the view.
        span_brushed(Span, QPoint): a span of time was drawn with Shift held down, let go at a point of the screen.
        menu_wanted(Lane, QPoint): the menu of a lane is wanted at a point of the screen.
    """

    record_chosen = Signal(str)
    record_hovered = Signal(str)
    span_brushed = Signal(object, object)
    menu_wanted = Signal(object, object)

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
        self.keyboard = Keyboard(camera, self._ring, self)
        self._hovered = ""
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragging = self._brushing = False
        self._turn = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(80, 40)
        self._card = HoverCard(tokens, self)
        self.keyboard.moved.connect(self._tell_ring)
        self.keyboard.chosen.connect(self.record_chosen)

    @property
    def card(self) -> HoverCard:
        """The card that says what is under the pointer or the ring."""
        return self._card

    def set_look(self, paints: Paints, tokens: Tokens) -> None:
        """Paint in another look."""
        self._plot.set_paints(paints)
        self._card.set_tokens(tokens)

    def show_records(self, timeline: Timeline, *, whole: bool) -> None:
        """Show other records, or all their days; the ring stays around its record if its lane still has that."""
        slug, key = self._ring.row.slug if self._ring.row else "", self._ring.lane_key
        self._ring.leave()
        self._hover("")
        self._card.hide()
        self._camera.show(timeline, whole=whole)
        self._ring.come_back(key, slug)
        self.follow()

    def regroup(self, timeline: Timeline) -> None:
        """Show the same records with other lanes collapsed or pinned; the ring stays where it stands."""
        key = self._ring.lane_key
        self._card.hide()
        self._camera.regroup(timeline)
        self._ring.stand_in(key)
        self.follow()

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
        """Override: a press may become a click, a drag or, with Shift, a span of time."""
        self._plot.item.has_focus = False
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position()
            self._dragging = False
            self._brushing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override: drag the timeline along, draw a span, or say what is under the pointer."""
        at = event.position()
        if self._pressed is None:
            self._point_at(at)
            return
        if not self._dragging:
            moved = (at - self._pressed).manhattanLength()
            self._dragging = moved >= QApplication.startDragDistance() / 2
            if self._dragging:
                self._card.hide()
                cross, hand = Qt.CursorShape.SizeHorCursor, Qt.CursorShape.ClosedHandCursor
                self.setCursor(cross if self._brushing else hand)
        if self._dragging and self._brushing:
            self._draw_brush(self._pressed.x(), at)
        elif self._dragging:
            by, self._last = at - self._last, at
            self._camera.pan(-by.x(), -by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: end a drag, or click."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        start, dragged, self._pressed, self._dragging = self._pressed, self._dragging, None, False
        self.unsetCursor()
        if dragged and self._brushing:
            self._plot.item.brush = None
            self._plot.item.update()
            self._card.hide()
            self.span_brushed.emit(self._brushed(start.x(), event.position().x()), event.globalPosition().toPoint())
        elif not dragged:
            self._click(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override: look closer at what is there, or at the place."""
        self._pressed = None
        match self._at(event.position()):
            case Item() as item:
                self.look_at([item.row])
            case Cluster() | Stack() | Tray():
                pass
            case _:
                self._camera.zoom(2, event.position().x(), event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override: zoom at the pointer; two fingers and, with Shift, the wheel move along.

        A trackpad tells pixels, a wheel only notches; so two fingers pan both ways, and pinch to zoom.
        """
        turned, moved, at = event.angleDelta(), event.pixelDelta(), event.position()
        self._card.hide()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._camera.scroll_to(self._camera.scroll - (turned.y() or turned.x()) / 2)
        elif event.phase() is not Qt.ScrollPhase.NoScrollPhase and not moved.isNull() and not event.modifiers():
            self._camera.pan(-moved.x(), -moved.y())
        elif abs(turned.x()) > abs(turned.y()):
            self._camera.pan(-(moved.x() or turned.x() / 2))
        elif turned.y():
            self._camera.zoom(2 ** (turned.y() / NOTCH), at.x(), at.y())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Override: nothing is under the pointer."""
        self._card.hide()
        self._hover("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Override: offer what can be done with the lane under the pointer, or with that of the keyboard."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        lane = self.keyboard.lane if by_key else lane_at(self._camera.scene, self._camera.down(event.pos().y()))
        if lane:
            self.menu_wanted.emit(lane, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Override: pinch to zoom."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self._camera.zoom(max(1 + event.value(), 0.1), event.position().x(), event.position().y())
            return True
        return super().event(event)

    def _at(self, point: QPointF) -> Found:
        return hit(self._camera.scene, point.x(), self._camera.down(point.y()))

    def _point_at(self, point: QPointF) -> None:
        found = self._at(point)
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        about = QRect(int(point.x()) - 6, int(point.y()) - 6, 12, 12)
        match found:
            case Item():
                self._card.tell(self._describe(self._camera.timeline.stock.rows[found.row]), about)
                self._hover(found.slug)
            case Cluster() | Stack() | Tray():
                self._card.tell(listing(members_of(found, self._camera), self._camera), about)
                self._hover("")
            case _:
                self._card.hide()
                self._hover("")

    def _click(self, found: Found) -> None:
        match found:
            case Item():
                self._ring.stand(found.lane, found.row)
                self.record_chosen.emit(found.slug)
                self.follow()
            case Cluster() | Stack() | Tray():
                self._card.hide()
                members, before = members_of(found, self._camera), self._camera.span
                self.look_at(members, least=0.0)
                if self._camera.span.length > 0.8 * before.length:
                    # No zoom takes them apart: each click chooses the next of them.
                    row = members[self._turn % len(members)]
                    self._turn += 1
                    self.record_chosen.emit(self._camera.timeline.stock.rows[row].slug)

    def _draw_brush(self, start: float, at: QPointF) -> None:
        span, viewport = self._brushed(start, at.x()), self._camera.scene.viewport
        first, last = span.first or 0, span.last or 0
        self._plot.item.brush = viewport.x(first), viewport.x(last + 1)
        self._plot.item.update()
        say = self._camera.language
        lines = [say.date(date) for date in dict.fromkeys((span.start, span.stop)) if date]
        self._card.tell([" – ".join(lines)], QRect(int(at.x()) - 6, int(at.y()) - 6, 12, 12))

    def _brushed(self, start: float, stop: float) -> Asked:
        viewport = self._camera.scene.viewport
        return snapped(viewport.day(start), viewport.day(stop), viewport.px_per_day)

    def _hover(self, slug: str) -> None:
        if slug != self._hovered:
            self._hovered = slug
            self.record_hovered.emit(slug)

    # Keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: the keyboard knows most; Escape takes the card away first."""
        self._plot.item.has_focus = True
        if event.key() == Qt.Key.Key_Escape and not self._card.isHidden():
            self._card.hide()
        elif not self.keyboard.press(event):
            super().keyPressEvent(event)

    def _tell_ring(self) -> None:
        """Say what the ring stands around, to eyes and ears."""
        self.follow()
        row, place = self._ring.row, self._ring.place
        if row is None:
            self._card.hide()
            self._hover("")
            return
        lines = [*self._describe(row), self._ring.lane_title]
        speak(self, "\n".join(lines))
        self._hover(row.slug)
        if place:
            x, y = int(place[0]), int(self._camera.on_screen(place[1]))
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
