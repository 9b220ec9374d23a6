"""How large the type is, and which lanes and days stand on which page, so that all or as much as possible is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kzexplorer.domain.state import StateError
from kzexplorer.pictures.paper import Paper
from kzexplorer.scene.margins import AXIS, HEADS, OVERHANG, above_lanes
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Scene, Viewport
from kzexplorer.scene.span import Span

_LARGER = (1.5, 1.35, 1.2, 1.1)  # times the usual type, tried first
_SMALLER = 0.92
_NARROWEST = 14.0  # ems of lanes that larger type leaves at least
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Slice:
    """A scene, and from which height to which a page shows it; `left_out` are the numbers of its lanes without room."""

    scene: Scene
    low: float
    high: float
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fitting:
    """Fits a timeline into the room that a page has for it.

    `width` and `height` are that room in units, with axis and heads.
    """

    timeline: Timeline
    paper: Paper
    width: float
    height: float
    focus: str = ""

    def one(self, span: Span) -> Slice:
        """Show days on one page: with all lanes if type of a readable size allows it, else with as many as go."""
        return self._whole(span) or self._most(span)

    def flowing(self, span: Span) -> list[Slice]:
        """Show days on one page if all lanes fit with little loss, else lane by lane on as many as it takes."""
        whole = self._whole(span, self._smaller()[:3])
        if whole:
            return [whole]
        for em in self._smaller():
            scene = self._scene(em, span, self._room(em))
            if all(lane.height <= self._left(scene) for lane in scene.lanes):
                return [Slice(scene, low, high) for low, high in self._flow(scene)]
        scene = self._scene(self.paper.least, span, 1.0, tight=True)
        return [Slice(scene, low, high) for low, high in self._flow(scene)]

    def on_pages(self, span: Span, count: int) -> list[Slice]:
        """Show days on at most `count` pages: side by side in time, and lane by lane below each other.

        Lanes have one height on all pages beside each other, so that they can be laid together.

        Raises:
            StateError: so few pages do not hold all lanes.
        """
        shapes = sorted({count // below for below in range(1, count + 1)}, reverse=True)
        for em, tight in (*((em, False) for em in self._larger()), *((em, True) for em in self._smaller())):
            for beside in shapes:
                spans = _parts(span, beside)
                first = self._scene(em, spans[0], 1.0 if tight else self._room(em), span, tight=tight)
                rows = self._flow(first)
                if len(rows) * beside <= count and all(high - low <= self._left(first) + 1e-6 for low, high in rows):
                    scenes = [first, *(self._again(first, part, span) for part in spans[1:])]
                    return [Slice(scene, low, high) for low, high in rows for scene in scenes]
        least = len(self._flow(self._scene(self.paper.least, span, 1.0, tight=True)))
        raise StateError(
            f"{self.timeline.lanes} lanes do not fit on {count} of these pages; ask for {least} or more, "
            "for larger paper, or for fewer records."
        )

    def _whole(self, span: Span, smaller: Sequence[int] | None = None) -> Slice | None:
        """Show all lanes, generously if that fits, else each with what it needs at least and a share of the rest."""
        for em in self._larger():
            scene = self._scene(em, span, self._room(em))
            if scene.height <= self._left(scene):
                return Slice(scene, 0.0, scene.height)
        for em in self._smaller() if smaller is None else smaller:
            least = self._scene(em, span, 1.0, tight=True)
            room = self._left(least)
            if least.height > room:
                continue
            low, high = 0.0, room * 2
            for _ in range(_ROUNDS):
                middle = (low + high) / 2
                scene = self._scene(em, span, middle, tight=True)
                if scene.height <= room:
                    low, least = middle, scene
                else:
                    high = middle
            return Slice(least, 0.0, least.height)
        return None

    def _most(self, span: Span) -> Slice:
        scene = self._scene(self.paper.least, span, 1.0, tight=True)
        low, high = self._flow(scene)[0]
        high = min(high, low + self._left(scene))
        shown = sum(lane.top + lane.height <= high + 1e-6 for lane in scene.lanes)
        return Slice(scene, low, high, tuple(range(shown, len(scene.lanes))))

    def _larger(self) -> Iterator[int]:
        """Give the sizes of type from the largest to the usual."""
        sizes = [round(self.paper.em * larger) for larger in _LARGER] if self.paper.height else []
        most = self.width / (HEADS + OVERHANG + _NARROWEST)
        yield from dict.fromkeys((*(size for size in sizes if size <= most), self.paper.em))

    def _smaller(self) -> list[int]:
        """Give the sizes of type from the usual to the least."""
        sizes, em = [], float(self.paper.em)
        while em > self.paper.least:
            sizes.append(round(em))
            em *= _SMALLER
        return list(dict.fromkeys((*sizes, self.paper.least)))

    def _room(self, em: float) -> float:
        """Give about the height there is for lanes with type of a size."""
        return max(self.height - AXIS * em, 4 * em)

    def _left(self, scene: Scene) -> float:
        """Give the height that axis and eras leave for the lanes of a scene."""
        return max(self.height - above_lanes(scene), 4 * scene.sizes.font)

    def _scene(self, em: float, span: Span, height: float, window: Span | None = None, *, tight: bool = False) -> Scene:
        width = self.width - (HEADS + OVERHANG) * em
        height = height if self.paper.height else min(height, width * 9 / 16)
        viewport = Viewport(span.first, span.last, width, height, float(em), tight=tight)
        return self.timeline.scene(viewport, self.focus, window)

    def _again(self, scene: Scene, part: Span, window: Span) -> Scene:
        """Compose the same for other days."""
        seen = scene.viewport
        viewport = Viewport(part.first, part.last, seen.width, seen.height, seen.font_px, tight=seen.tight)
        return self.timeline.scene(viewport, self.focus, window)

    def _flow(self, scene: Scene) -> list[tuple[float, float]]:
        """Cut a scene between lanes into heights that a page has room for."""
        room = self._left(scene)
        ends = [lane.top + lane.height for lane in scene.lanes]
        if scene.tray:
            ends.append(scene.tray.top + scene.tray.height)
        cuts = [0.0]
        for before, end in pairwise((0.0, *ends)):
            if end - cuts[-1] > room + 1e-6 and before > cuts[-1]:
                cuts.append(before)
        return list(pairwise((*cuts, ends[-1] if ends else scene.height)))


def _parts(span: Span, count: int) -> list[Span]:
    """Cut days into parts of one length."""
    length = span.length / count
    return [Span(span.first + number * length, span.first + (number + 1) * length) for number in range(count)]
