"""The ring that the arrow keys move from record to record, and that brings each into view."""

from collections.abc import Callable

from kzexplorer.domain.records import Row
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.cursor import Cursor, start

ROOM = 30.0  # pixels kept in view above and below the ring


class Ring:
    """Stands around one record in one lane, or nowhere; the camera shows where."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self._cursor: Cursor | None = None

    @property
    def row(self) -> Row | None:
        """The record it stands around."""
        return self._camera.timeline.stock.rows[self._cursor.row] if self._cursor else None

    @property
    def lane(self) -> int:
        """The number of the lane it stands in, -1 where it stands nowhere."""
        return self._cursor.lane if self._cursor else -1

    @property
    def lane_key(self) -> str:
        """The key of the lane it stands in."""
        return self._camera.scene.lanes[self._cursor.lane].key if self._cursor else ""

    @property
    def lane_title(self) -> str:
        """The title of the lane it stands in."""
        return self._camera.scene.lanes[self._cursor.lane].title if self._cursor else ""

    @property
    def place(self) -> tuple[float, float] | None:
        """Where its record is drawn, alone or in a cluster; None when that is not in view."""
        if self._cursor is None:
            return None
        lane, row, scene = self._cursor.lane, self._cursor.row, self._camera.scene
        for item in scene.items:
            if item.lane == lane and item.row == row:
                return max(item.mark_x, scene.sizes.mark), item.y
        found = next((c.centre for c in scene.clusters if c.lane == lane and row in c.members), None)
        if found or lane >= len(scene.lanes) or not scene.lanes[lane].is_collapsed:
            return found
        drawn, at = self._camera.timeline.extent_of(row), scene.lanes[lane]
        x = scene.viewport.x(drawn.mark) if drawn else -1.0
        return (x, at.top + at.height / 2) if 0 <= x <= scene.viewport.width else None

    def leave(self) -> None:
        """Stand nowhere."""
        self._cursor = None

    def stand(self, lane: int, row: int) -> None:
        """Stand around a record, by the numbers of its lane and row."""
        self._cursor = Cursor(lane, row)

    def stand_in(self, key: str) -> None:
        """Stand in the lane with a key, wherever that is now."""
        lanes = self._camera.scene.lanes
        at = next((number for number, lane in enumerate(lanes) if lane.key == key), -1)
        if self._cursor and at >= 0:
            self._cursor = Cursor(at, self._cursor.row)

    def come_back(self, key: str, slug: str) -> None:
        """Stand around the record with a slug in the lane with a key, if both are still there."""
        timeline = self._camera.timeline
        at = next((number for number, lane in enumerate(self._camera.scene.lanes) if lane.key == key), -1)
        if slug and at >= 0:
            rows = timeline.stock.rows
            self._cursor = next((Cursor(at, row) for row in timeline.members(at) if rows[row].slug == slug), None)

    def go(self, way: Callable[..., Cursor], step: int) -> None:
        """Go on by a way of `cursor`; the first time it appears at the record in focus or the first one in view."""
        camera, timeline = self._camera, self._camera.timeline
        if self._cursor is None:
            self._cursor = start(timeline, camera.focus, camera.span.first, camera.span.last)
        else:
            self._cursor = way(timeline, self._cursor, step)
        if self._cursor:
            self._come_into_view(self._cursor)

    def _come_into_view(self, cursor: Cursor) -> None:
        camera = self._camera
        drawn = camera.timeline.extent_of(cursor.row)
        if drawn:
            camera.look(camera.span.around(drawn.mark))
        lane = camera.scene.lanes[cursor.lane]
        camera.reveal(lane.top, lane.top + lane.height)
        # Only what is near the view is drawn, so that a lane higher than the view is looked through.
        down = lane.top
        while self.place is None and down < lane.top + lane.height:
            camera.scroll_to(down)
            down += camera.height
        place = self.place
        if place:
            camera.reveal(place[1] - ROOM, place[1] + ROOM)
