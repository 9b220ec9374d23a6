"""The timeline of a set of records, and its scene for every view."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from math import ceil, log2

import numpy as np

from kzexplorer.domain.kinds import Family, Mark, kinds
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Row
from kzexplorer.domain.vocabulary import N_
from kzexplorer.scene.axis import Calendar
from kzexplorer.scene.extents import Extent, extent
from kzexplorer.scene.frame import Frame, Look, Standing, clusters, cull, items, stand, texts
from kzexplorer.scene.labels import NO_LABEL, Cuts, Wordings
from kzexplorer.scene.lanes import NameLane, Placements, place
from kzexplorer.scene.layout import Ints, Layout, Times, lay_out
from kzexplorer.scene.shapes import Counts, Edge, Lane, Measure, Scene, Sizes, Tray, Viewport
from kzexplorer.scene.span import Span

LANDMARK = 1
LEAST_ROOM, MORE_ROOM, MOST_ROOM = 20.0, 0.1, 30.0  # ems of height a lane may always take, and more for each placement
ZOOMS = 4  # layouts for each doubling of the zoom
EDGE_STEP = 32.0  # pixels of the room beside all data that make another layout
KEPT = 48  # layouts kept
_UNDRAWN = Extent(0.0, 0.0, 0.0, 0.0, 0.0, Edge.SHARP, Edge.SHARP, is_range=False)


class Timeline:
    """Records in lanes. What no view changes is computed once, a layout once for each level of zoom.

    `group` and `name` are as in `lanes.place`, `data_day` is the ordinal day up to which the data reaches;
    `cuts` is what an earlier timeline has measured already.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        group: str,
        name: NameLane,
        measure: Measure,
        data_day: int,
        language: Language,
        cuts: Cuts | None = None,
    ) -> None:
        self.rows = tuple(rows)
        self._cuts: Cuts = {} if cuts is None else cuts
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
        self._calendars: dict[float, Calendar] = {}

    @cached_property
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
        margin = max((last - first) * 0.03, 10.0)
        return first - margin, last + 1.4 * margin

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

    def scene(self, viewport: Viewport, focus: str = "", window: Span | None = None) -> Scene:
        """Compose the scene of a view; `focus` is the slug of the record in focus, or empty.

        Rows with nothing in the `window` are closed; it is the view if not given, and wider while panning, so
        that nothing closes under the pointer.
        """
        sizes = Sizes(viewport.font_px)
        plan = self._layout(viewport, sizes)
        placed, focused = self._placed, self._places.get(focus, set())
        view = Span(viewport.first, viewport.last)
        window = window.hull(view) if window else view
        frame = cull(self._times, placed.lane, plan, viewport, window, sizes)
        standing = stand(frame, placed.row, self._words[sizes.font])
        y = frame.row_y[plan.row[frame.shown]]
        near = np.flatnonzero((y > viewport.top - sizes.bar_row) & (y < viewport.bottom + sizes.bar_row))
        shown = items(frame, near, self._times, self._looks, placed.row, placed.lane, placed.muted, focused)
        labels = texts(frame, near, standing, shown)
        pills = clusters(frame, placed.row, focused, lambda text: self._pill(text, sizes))
        lanes = self._lane_values(frame, standing)
        bottom = lanes[-1].top + lanes[-1].height if lanes else 0.0
        tray = self._tray(bottom, sizes, viewport.width)
        data_x = viewport.x(self._data_day + 1.0)
        return Scene(
            viewport,
            lanes,
            shown,
            labels,
            pills,
            self._calendar(sizes.font).axis(viewport, 0.8 * sizes.font),
            tray,
            data_x if 0 <= data_x <= viewport.width else None,
            bottom + (tray.height if tray else 0.0),
            sizes,
        )

    def _layout(self, viewport: Viewport, sizes: Sizes) -> Layout:
        """Give the layout of a zoom level, made for its coarsest zoom so that closer ones only spread it."""
        level = ceil(-ZOOMS * log2(viewport.px_per_day) - 1e-6)
        share = viewport.height / max(self.lanes, 1) - 2 * sizes.pad
        share -= share % sizes.mark_row
        beside = (
            max(viewport.width - (self.span[1] - self.span[0]) * viewport.px_per_day, 0.0) / 2 // EDGE_STEP * EDGE_STEP
        )
        key = level, max(share, LEAST_ROOM * sizes.font), sizes.font, beside
        if key not in self._layouts:
            if sizes.font not in self._words:
                bold = [row.significance == LANDMARK for row in self.rows]
                self._words[sizes.font] = Wordings(self._titles, bold, sizes.font, self._measure, self._cuts)
            self._layouts[key] = lay_out(
                self._times,
                self._placed.lane,
                self._placed.row.tolist(),
                self._words[sizes.font],
                px_per_day=2 ** (-level / ZOOMS),
                room=[max(share, min(LEAST_ROOM + MORE_ROOM * total, MOST_ROOM) * sizes.font) for total in self._total],
                view=self.span,
                beside=beside,
                pill=self._pill(str(max(self._total, default=0)), sizes),
                sizes=sizes,
            )
            if len(self._layouts) > KEPT:
                self._layouts.popitem(last=False)
        self._layouts.move_to_end(key)
        return self._layouts[key]

    def _calendar(self, px: float) -> Calendar:
        if px not in self._calendars:
            self._calendars[px] = Calendar(px, self._measure, self._language)
        return self._calendars[px]

    def _pill(self, text: str, sizes: Sizes) -> float:
        return max(self._measure(text, 0.92 * sizes.font, False) + 1.1 * sizes.font, 2.1 * sizes.font)

    def _per_lane(self, numbers: Ints) -> list[int]:
        counts: list[int] = np.bincount(self._placed.lane[numbers], minlength=len(self._placed.keys)).tolist()
        return counts

    def _lane_values(self, frame: Frame, standing: Standing) -> tuple[Lane, ...]:
        plan = frame.plan
        drawn = self._per_lane(frame.shown)
        labelled = self._per_lane(frame.shown[standing.side != NO_LABEL])
        sizes = np.diff(plan.group_first)[frame.pills]
        in_pills = np.bincount(plan.group_lane[frame.pills], sizes, self.lanes).astype(np.int64).tolist()
        columns = (
            self._placed.keys, self._placed.titles, frame.lane_top.tolist(), frame.lane_height.tolist(),
            self._total, labelled, drawn, in_pills, self._undated,
        )  # fmt: skip
        lanes = []
        for lane, (key, title, top, height, total, named, alone, pills, undated) in enumerate(
            zip(*columns, strict=True)
        ):
            grouped = pills + len(frame.running.get(lane, ()))
            counts = Counts(total, named, alone, grouped, total - undated - alone - grouped, undated)
            caption = self._language(N_("{labelled} of {placements} labelled"), labelled=named, placements=total)
            lanes.append(Lane(key, title, top, height, counts, caption))
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
