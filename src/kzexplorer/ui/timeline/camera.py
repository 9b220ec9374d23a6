"""Which part of a timeline is looked at, and the scene of it."""

from PySide6.QtCore import QObject, QTimer, Signal

from kzexplorer.domain.language import Language
from kzexplorer.scene.hit import lane_at
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Scene, Viewport
from kzexplorer.scene.span import Span

SETTLE_MS = 200


class Camera(QObject):
    """Holds the span of days, the scroll position and the focus, and composes a scene once for each change.

    Signals:
        changed(): there is another scene.
        settled(int, int): first and last ordinal day in view, once they have stood still for a while.
    """

    changed = Signal()
    settled = Signal(int, int)

    def __init__(self, timeline: Timeline, font_px: float, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self.language = language
        self._font_px = font_px
        self._size = (1.0, 1.0)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self._settle)
        self._settled = (0, 0)
        self._focus = ""
        self._scroll = 0.0
        self._timeline = timeline
        self._span = Span.of(*timeline.span)
        self._scene: Scene | None = None

    @property
    def timeline(self) -> Timeline:
        """The records that are shown."""
        return self._timeline

    @property
    def span(self) -> Span:
        """The days in view."""
        return self._span

    @property
    def focus(self) -> str:
        """The slug of the record in focus, or empty."""
        return self._focus

    @property
    def scroll(self) -> float:
        """How far the lanes are scrolled down, in pixels."""
        return self._scroll

    @property
    def height(self) -> float:
        """The height in pixels there is for the lanes."""
        return self._size[1]

    @property
    def lowest(self) -> float:
        """The furthest the lanes can be scrolled, in pixels."""
        return max(self.scene.height - self._size[1], 0.0)

    @property
    def scene(self) -> Scene:
        """What is to be painted."""
        if self._scene is None:
            (width, height), span = self._size, self._span
            viewport = Viewport(span.first, span.last, width, height, self._font_px)
            self._scene = self._timeline.scene(viewport, self._focus)
        return self._scene

    def show(self, timeline: Timeline) -> None:
        """Show other records over the same days."""
        self._timeline = timeline
        self._change()

    def mark_focus(self, slug: str) -> None:
        """Mark a record, or none, wherever it stands."""
        if slug != self._focus:
            self._focus = slug
            self._change()

    def resize(self, width: float, height: float) -> None:
        """Take another size for the lanes, in pixels."""
        size = max(width, 1.0), max(height, 1.0)
        if size != self._size:
            self._size = size
            self._change()

    def look(self, span: Span) -> None:
        """Look at other days."""
        if span != self._span:
            self._span = span
            self._timer.start()
            self._change()

    def fit(self) -> None:
        """Look at all records."""
        self.look(Span.of(*self._timeline.span))

    def zoom(self, factor: float, x: float, y: float | None = None) -> None:
        """Show `factor` times as closely, the day at `x` and the lane at `y` staying where they are."""
        lane = lane_at(self.scene, self._scroll + y) if y is not None else None
        share = (self._scroll + (y or 0.0) - lane.top) / lane.height if lane else 0.0
        self.look(self._span.zoomed(factor, self.scene.viewport.day(x)))
        if lane and y is not None:
            same = next(one for one in self.scene.lanes if one.key == lane.key)
            self.scroll_to(same.top + share * same.height - y)

    def pan(self, right: float, down: float = 0.0) -> None:
        """Move over the timeline by pixels."""
        self.look(self._span.moved(right / self.scene.viewport.px_per_day))
        self.scroll_to(self._scroll + down)

    def scroll_to(self, y: float) -> None:
        """Scroll the lanes so that `y` is at the top, as far as there are lanes."""
        y = min(max(y, 0.0), self.lowest)
        if y != self._scroll:
            self._scroll = y
            self.changed.emit()

    def reveal(self, top: float, bottom: float) -> None:
        """Scroll as little as shows the lanes from `top` to `bottom`."""
        if top < self._scroll or bottom - top > self.height:
            self.scroll_to(top)
        elif bottom > self._scroll + self.height:
            self.scroll_to(bottom - self.height)

    def rest(self) -> None:
        """Say now where the view has settled, if it is still moving."""
        if self._timer.isActive():
            self._timer.stop()
            self._settle()

    def _change(self) -> None:
        self._scene = None
        self._scroll = min(self._scroll, self.lowest)
        self.changed.emit()

    def _settle(self) -> None:
        days = self._span.days
        if days != self._settled:
            self._settled = days
            self.settled.emit(*days)
