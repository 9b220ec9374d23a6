"""Which part of a timeline is looked at, and the scene of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Link
from kzexplorer.scene.hit import lane_at
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Scene, Viewport
from kzexplorer.scene.span import Span

SETTLE_MS = 200
LEAST_NEAR = 120.0  # days to be seen around a date that is gone to
MOST_STUCK = 0.6  # of the height, that pinned lanes may take and stay


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
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._settle)
        self._settled = (0, 0)
        self._focus = ""
        self._links: Sequence[Link] = ()
        self._scroll = 0.0
        self._timeline = timeline
        self._span = self._window = Span.of(*timeline.span)
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
    def stuck(self) -> float:
        """The height in pixels of the pinned lanes, which stay where they are unless they take most of the view."""
        return self._stuck_in(self.scene)

    @property
    def parts(self) -> tuple[tuple[float, float, float], ...]:
        """The stretches of lanes in view, from top to bottom, and how far each is shifted up."""
        top, bottom, stuck = self._scroll, self._scroll + self._size[1], self.stuck
        moving = (top + stuck, bottom, top)
        return (moving, (0.0, stuck, 0.0)) if stuck else (moving,)

    def down(self, y: float) -> float:
        """Give the height within all lanes of a height of the view."""
        return y if y < self.stuck else y + self._scroll

    def on_screen(self, y: float) -> float:
        """Give the height in the view of a height within all lanes."""
        return y if y < self.stuck else y - self._scroll

    @property
    def lowest(self) -> float:
        """The furthest the lanes can be scrolled, in pixels."""
        return max(self.scene.height - self._size[1], 0.0)

    @property
    def scene(self) -> Scene:
        """What is to be painted."""
        if self._scene is None:
            (width, height), span = self._size, self._span
            top = self._scroll
            viewport = Viewport(span.first, span.last, width, height, self._font_px, top, top + height)
            self._scene = self._timeline.scene(viewport, self._focus, self._window, self._links)
        return self._scene

    def show(self, timeline: Timeline, *, whole: bool = False) -> None:
        """Show other records over the same days, or all their days, from the first lane on.

        Nobody has moved, so nothing settles.
        """
        self._timeline = timeline
        self._scene, self._scroll = None, 0.0
        if whole:
            self._span = Span.of(*timeline.span)
            self._settled = self._span.days
        self._window = self._span
        self._change()

    def regroup(self, timeline: Timeline) -> None:
        """Show the same records with other lanes collapsed or pinned; what is looked at stays where it is."""
        self._timeline = timeline
        self._change()

    def mark_focus(self, slug: str, links: Sequence[Link] = ()) -> None:
        """Mark a record, or none, wherever it stands, and draw its links."""
        if (slug, links) != (self._focus, self._links):
            self._focus, self._links = slug, links
            self._change()

    def resize(self, width: float, height: float) -> None:
        """Take another size for the lanes, in pixels."""
        size = max(width, 1.0), max(height, 1.0)
        if size != self._size:
            self._size = size
            self._change()

    def look(self, span: Span) -> None:
        """Look at other days."""
        self._look(span, 0.0)

    def look_near(self, date: VagueDate) -> None:
        """Bring a date into the middle, as closely as shows it as more than a hair and with room to both sides."""
        first, last = float(date.begin), date.finish + 1.0
        unit = last - first
        length = min(max(self._span.length, 1.5 * unit), max(24 * unit, LEAST_NEAR))
        middle = (first + last) / 2
        self.look(Span.of(middle - length / 2, middle + length / 2))

    def fit(self) -> None:
        """Look at all records."""
        self.look(Span.of(*self._timeline.span))

    def zoom(self, factor: float, x: float, y: float = 0.0) -> None:
        """Show `factor` times as closely, the day at `x` and the lane at `y` staying where they are."""
        self._look(self._span.zoomed(factor, self.scene.viewport.day(x)), y)

    def pan(self, right: float, down: float = 0.0) -> None:
        """Move over the timeline by pixels."""
        self.look(self._span.moved(right / self.scene.viewport.px_per_day))
        self.scroll_to(self._scroll + down)

    def scroll_to(self, y: float) -> None:
        """Scroll the lanes so that `y` is at the top, as far as there are lanes."""
        y = min(max(y, 0.0), self.lowest)
        if y != self._scroll:
            self._scroll = y
            self._scene = None
            self.changed.emit()

    def reveal(self, top: float, bottom: float) -> None:
        """Scroll as little as shows the lanes from `top` to `bottom`."""
        stuck = self.stuck
        if top < stuck:
            return
        if top < self._scroll + stuck or bottom - top > self.height - stuck:
            self.scroll_to(top - stuck)
        elif bottom > self._scroll + self.height:
            self.scroll_to(bottom - self.height)

    def _look(self, span: Span, y: float) -> None:
        if span == self._span:
            return
        panned = abs(span.length - self._span.length) < 1e-6 * span.length
        self._window = self._window.hull(span) if panned else span
        self._span = span
        self._timer.start()
        self._change(y)

    def _change(self, y: float = 0.0) -> None:
        """Compose anew; the lane `y` pixels below the top stays where it is, whatever lanes open, close or move."""
        stuck = self._stuck_in(self._scene) if self._scene else 0.0
        below = max(y - stuck, 0.0)
        held = self._scene and lane_at(self._scene, self._scroll + stuck + below)
        self._scene = None
        same = held and next((lane for lane in self.scene.lanes if lane.key == held.key), None)
        if held and same:
            share = (self._scroll + stuck + below - held.top) / held.height
            self._scroll = same.top + share * same.height - self.stuck - below
        self._scroll = min(max(self._scroll, 0.0), self.lowest)
        if self._scroll != self.scene.viewport.top:
            self._scene = None
        self.changed.emit()

    def _stuck_in(self, scene: Scene) -> float:
        return scene.pinned if scene.pinned <= MOST_STUCK * self._size[1] else 0.0

    def _settle(self) -> None:
        days = self._span.days
        if days != self._settled:
            self._settled = days
            self.settled.emit(*days)
