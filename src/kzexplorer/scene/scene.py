"""The timeline of a set of records, and its scene for every view."""

from collections import OrderedDict
from collections.abc import Sequence
from math import ceil, log2

import numpy as np

from kzexplorer.domain.kinds import Family, Mark, kinds
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Row
from kzexplorer.domain.vocabulary import N_
from kzexplorer.scene.axis import axis
from kzexplorer.scene.extents import Extent, extent
from kzexplorer.scene.frame import Frame, Look, clusters, cull, items, texts
from kzexplorer.scene.labels import Wordings
from kzexplorer.scene.lanes import NameLane, Placements, place
from kzexplorer.scene.layout import Ints, Layout, Times, lay_out
from kzexplorer.scene.shapes import Cluster, Counts, Edge, Label, Lane, Measure, Scene, Sizes, Tray, Viewport

LANDMARK = 1
LEAST_ROOM = 21.0  # ems of height that a lane may always take
ZOOMS = 4  # layouts for each doubling of the zoom
KEPT = 16  # layouts kept
_UNDRAWN = Extent(0.0, 0.0, 0.0, 0.0, 0.0, Edge.SHARP, Edge.SHARP, is_range=False)


class Timeline:
    """Records in lanes. What no view changes is computed once, a layout once for each level of zoom.

    `group` and `name` are as in `lanes.place`, `data_day` is the ordinal day up to which the data reaches.
    """

    def __init__(
        self, rows: Sequence[Row], group: str, name: NameLane, measure: Measure, data_day: int, language: Language
    ) -> None:
        self.rows = tuple(rows)
        self._measure = measure
        self._data_day = data_day
        self._language = language
        self._placed = place(rows, group, name)
        self._extents = [extent(row, data_day) for row in rows]
        self._looks = [_look(row, e or _UNDRAWN) for row, e in zip(rows, self._extents, strict=True)]
        self._times = _times(self._extents, self.rows, self._placed)
        self._total = self._per_lane(np.arange(len(self._placed.lane)))
        self._undated = self._per_lane(np.flatnonzero(~self._times.dated))
        self._titles = [" ".join(row.title.split()) for row in rows]
        self._places: dict[str, set[int]] = {}
        for number, index in enumerate(self._placed.row.tolist()):
            self._places.setdefault(self.rows[index].slug, set()).add(number)
        self._layouts: OrderedDict[tuple[float, ...], Layout] = OrderedDict()
        self._words: dict[float, Wordings] = {}

    @property
    def span(self) -> tuple[float, float]:
        """The days from the first begin to the last begin or end that is not in the future, with a margin.

        Without any date it is the year before the data day.
        """
        times = self._times
        if not times.dated.any():
            return self._data_day - 365.0, self._data_day + 1.0
        first, last = float(times.start[times.dated].min()), float(times.mark[times.dated].max())
        past = times.stop[times.dated & (times.stop <= self._data_day + 1)]
        last = max(last, float(past.max())) if len(past) else last
        margin = max((last - first) * 0.025, 10.0)
        return first - margin, last + margin

    @property
    def lanes(self) -> int:
        """How many lanes there are."""
        return len(self._placed.keys)

    def extent_of(self, index: int) -> Extent | None:
        """Give the extent in days of the row with an index, None without a date."""
        return self._extents[index]

    def members(self, lane: int) -> tuple[int, ...]:
        """Give the indices of the rows in a lane that have a date, by their begin."""
        times, placed = self._times, self._placed
        mine = np.flatnonzero((placed.lane == lane) & times.dated)
        return tuple(placed.row[mine[np.argsort(times.mark[mine], kind="stable")]].tolist())

    def scene(self, viewport: Viewport, focus: str = "") -> Scene:
        """Compose the scene of a view; `focus` is the slug of the record in focus, or empty."""
        sizes = Sizes(viewport.font_px)
        plan = self._layout(viewport, sizes)
        frame = cull(self._times, plan, viewport, sizes)
        placed, focused = self._placed, self._places.get(focus, set())
        shown = items(frame, self._times, self._looks, placed.row, placed.lane, placed.muted, focused)
        labels = texts(frame, shown)
        pills = clusters(frame, placed.lane, placed.row, focused, lambda text: self._pill(text, sizes))
        lanes = self._lanes(frame, labels, pills)
        bottom = lanes[-1].top + lanes[-1].height if lanes else 0.0
        tray = self._tray(bottom, sizes, viewport.width)
        data_x = viewport.x(self._data_day + 1.0)
        return Scene(
            viewport,
            lanes,
            shown,
            labels,
            pills,
            axis(viewport, self._measure, self._language, sizes.font),
            tray,
            data_x if 0 <= data_x <= viewport.width else None,
            bottom + (tray.height if tray else 0.0),
            sizes,
        )

    def _layout(self, viewport: Viewport, sizes: Sizes) -> Layout:
        """Give the layout of a zoom level, made for its coarsest zoom so that closer ones only spread it."""
        level = ceil(-ZOOMS * log2(viewport.px_per_day) - 1e-6)
        lanes = max(len(self._placed.keys), 1)
        room = max(viewport.height / lanes - 2 * sizes.pad, LEAST_ROOM * sizes.font)
        room -= room % sizes.mark_row
        key = level, room, sizes.font
        if key not in self._layouts:
            if sizes.font not in self._words:
                bold = [row.significance == LANDMARK for row in self.rows]
                self._words[sizes.font] = Wordings(self._titles, bold, sizes.font, self._measure)
            self._layouts[key] = lay_out(
                self._times,
                self._placed.lane,
                len(self._placed.keys),
                self._words[sizes.font],
                self._placed.row.tolist(),
                px_per_day=2 ** (-level / ZOOMS),
                room=room,
                edge_day=self.span[1],
                pill=self._pill(str(max(self._total, default=0)), sizes),
                sizes=sizes,
            )
            if len(self._layouts) > KEPT:
                self._layouts.popitem(last=False)
        self._layouts.move_to_end(key)
        return self._layouts[key]

    def _pill(self, text: str, sizes: Sizes) -> float:
        return max(self._measure(text, 0.92 * sizes.font, False) + 1.1 * sizes.font, 2.1 * sizes.font)

    def _per_lane(self, numbers: Ints) -> list[int]:
        counts: list[int] = np.bincount(self._placed.lane[numbers], minlength=len(self._placed.keys)).tolist()
        return counts

    def _lanes(self, frame: Frame, labels: Sequence[Label], pills: Sequence[Cluster]) -> tuple[Lane, ...]:
        count = len(self._placed.keys)
        drawn = self._per_lane(frame.shown)
        labelled = self._per_lane(frame.shown[[label.item for label in labels]]) if labels else [0] * count
        grouped = [0] * count
        for pill in pills:
            grouped[pill.lane] += pill.size
        lanes = []
        for lane, (key, title) in enumerate(zip(self._placed.keys, self._placed.titles, strict=True)):
            total, undated = self._total[lane], self._undated[lane]
            outside = total - undated - drawn[lane] - grouped[lane]
            caption = self._language(
                N_("{labelled} of {placements} labelled"), labelled=labelled[lane], placements=total
            )
            lanes.append(
                Lane(
                    key,
                    title,
                    float(frame.plan.lane_top[lane]),
                    float(frame.plan.lane_height[lane]),
                    Counts(total, labelled[lane], drawn[lane], grouped[lane], outside, undated),
                    caption,
                )
            )
        return tuple(lanes)

    def _tray(self, top: float, sizes: Sizes, width: float) -> Tray | None:
        members = tuple(i for i, e in enumerate(self._extents) if e is None)
        if not members:
            return None
        words = Wordings([" · ".join(self._titles[i] for i in members)], [False], sizes.font, self._measure)
        text, _ = words.at_most(0, max(width - 2 * sizes.pad, 0.0))
        caption = self._language.plural(N_("{count} record"), N_("{count} records"), len(members))
        return Tray(self._language(N_("Undated")), caption, text, members, top, sizes.lane)


def _look(row: Row, drawn: Extent) -> Look:
    kind = kinds().get(row.kind)
    mark, family = (kind.mark, kind.family) if kind else (Mark.SMALL_CIRCLE, Family.EVENT)
    weak = row.certainty in {"weak", "recalled"}
    return Look(row.slug, mark, family, drawn.begin, drawn.end, drawn.is_range, weak, row.significance)


def _times(extents: Sequence[Extent | None], rows: Sequence[Row], placed: Placements) -> Times:
    drawn = [e or _UNDRAWN for e in extents]
    start, solid0, solid1, stop, mark, begin, end, is_range = ([e[i] for e in drawn] for i in range(len(_UNDRAWN)))
    at = placed.row
    significance = np.array([row.significance for row in rows], np.int64)[at]
    return Times(
        np.array(start)[at],
        np.array(solid0)[at],
        np.array(solid1)[at],
        np.array(stop)[at],
        np.array(mark)[at],
        np.array(is_range, np.bool_)[at],
        np.array([edge is Edge.OPEN for edge in end], np.bool_)[at],
        np.array([edge is Edge.OPEN for edge in begin], np.bool_)[at],
        np.array([e is not None for e in extents], np.bool_)[at],
        2 * significance + placed.muted,
    )
