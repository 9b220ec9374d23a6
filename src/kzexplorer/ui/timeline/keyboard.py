"""The keys of the timeline: along time, across lanes, closer and wider, a range, a date, a lane."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, VagueDate, day
from kzexplorer.scene.hit import lane_at
from kzexplorer.scene.shapes import Lane
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.cursor import Cursor, across, along
from kzexplorer.ui.timeline.ring import Ring

KEY_ZOOM = 2**0.5

# The keys of the Latin layout, and what the same keys give on the Russian and Kazakh ones.
_CLOSER, _WIDER, _FIT = "+=Һ", "-_Ө", "0FҚА"
_BEGIN, _END, _DATE, _FOLD, _PIN = "[{Х", "]}Ъ", "TЕ", "CС", "PЗ"


class Keyboard(QObject):
    """Moves the ring and the camera by keys; what goes beyond them it asks for.

    Signals:
        moved(): the ring stands elsewhere.
        chosen(str): the record under the ring is to be opened.
        range_begun(VagueDate), range_ended(VagueDate): the range asked for is to begin, or end, there.
        date_wanted(): a date is to be typed.
        lane_folded(Lane), lane_pinned(Lane): a lane is to be collapsed or pinned, or no longer so.
    """

    moved = Signal()
    chosen = Signal(str)
    range_begun = Signal(object)
    range_ended = Signal(object)
    date_wanted = Signal()
    lane_folded = Signal(object)
    lane_pinned = Signal(object)

    def __init__(self, camera: Camera, ring: Ring, parent: QObject) -> None:
        super().__init__(parent)
        self._camera = camera
        self._ring = ring

    @property
    def lane(self) -> Lane | None:
        """The lane that the ring stands in, else the first one in view."""
        lanes, at = self._camera.scene.lanes, self._ring.lane
        return lanes[at] if 0 <= at < len(lanes) else lane_at(self._camera.scene, self._camera.down(0.0))

    @property
    def date(self) -> VagueDate:
        """When the record under the ring began, as exactly as it is known; without one the middle of the view."""
        row, span = self._ring.row, self._camera.span
        if row and row.begins:
            return row.begins if row.begins.unit else day(row.begins.begin)
        return day(min(max(int((span.first + span.last) / 2), MIN_DAY), MAX_DAY))

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; says whether it stands for anything."""
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
                self.chosen.emit(self._ring.row.slug)
            case Qt.Key.Key_Escape if self._ring.row:
                self._ring.leave()
                self.moved.emit()
            case _:
                return not ctrl and self._type(event.text().upper())
        return True

    def _go(self, way: Callable[..., Cursor], step: int) -> None:
        self._ring.go(way, step)
        self.moved.emit()

    def _type(self, letter: str) -> bool:
        middle = self._camera.scene.viewport.width / 2
        if not letter:
            return False
        if letter in _CLOSER:
            self._camera.zoom(KEY_ZOOM, middle)
        elif letter in _WIDER:
            self._camera.zoom(1 / KEY_ZOOM, middle)
        elif letter in _FIT:
            self._camera.fit()
        elif letter in _BEGIN:
            self.range_begun.emit(self.date)
        elif letter in _END:
            self.range_ended.emit(self.date)
        elif letter in _DATE:
            self.date_wanted.emit()
        elif letter in _FOLD and self.lane:
            self.lane_folded.emit(self.lane)
        elif letter in _PIN and self.lane:
            self.lane_pinned.emit(self.lane)
        else:
            return False
        return True
