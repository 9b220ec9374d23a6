"""The timeline of a set of records, and its scene for every view."""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from functools import cached_property, partial
from math import ceil, floor, log2

import numpy as np

from kzexplorer.domain.records import Link
from kzexplorer.domain.vocabulary import N_
from kzexplorer.scene.candidates import foremost, likely
from kzexplorer.scene.density import Density
from kzexplorer.scene.extents import Extent
from kzexplorer.scene.frame import Frame, Labelled, clusters, cull, items, stand, texts
from kzexplorer.scene.labels import NO_LABEL, Wordings
from kzexplorer.scene.lanes import NameLane, place
from kzexplorer.scene.layout import GROUPED, Chosen, Floats, Ints, Layout, Standing, lay_out
from kzexplorer.scene.shapes import Counts, Entry, Lane, Scene, Tray, Viewport
from kzexplorer.scene.sizes import Sizes
from kzexplorer.scene.span import Span
from kzexplorer.scene.stock import Stock
from kzexplorer.scene.stretch import Stretch
from kzexplorer.scene.ties import ties

LEAST_ROOM, MORE_ROOM, MOST_ROOM = 20.0, 0.1, 30.0  # ems of height a lane may always take, and more for each placement
ZOOMS = 4  # layouts for each doubling of the zoom
EDGE_STEP = 32.0  # pixels of the room beside all data that make another layout
KEPT = 48  # layouts kept
CROWD = 1000  # placements from which on a layout is of a stretch of time
LEAST_HALF = 1536.0  # pixels of half a stretch, at least the width of the view
MARGIN = 400.0  # pixels to both sides of a stretch, so that what reaches into it belongs to it
BUDGET = 320  # placements of a stretch that are tried to be labelled
_NAMED = 100  # undated records whose titles are more than fills a line


class Timeline:
    """Some records of a stock in lanes. What no view changes is computed once, a layout once for each level of zoom.

    `shown` are the places of the records in the stock, `group`, `name` and `pinned` as in `lanes.belonging` and
    `lanes.place`; `collapsed` are the keys of the lanes that show only how dense they are. From `crowd` placements
    on, a frame labels only what it has the time for.
    """

    def __init__(
        self,
        stock: Stock,
        shown: Sequence[int],
        group: str,
        name: NameLane,
        collapsed: Collection[str] = (),
        pinned: Collection[str] = (),
        *,
        crowd: int = CROWD,
    ) -> None:
        self.stock = stock
        self._crowd = crowd
        mask = np.zeros(len(stock.rows), np.bool_)
        mask[np.array(shown, np.int64)] = True
        self._placed = place(stock.belonging(group), mask, name, pinned)
        self._pinned = sum(key in pinned for key in self._placed.keys)
        times = stock.times(self._placed.row, self._placed.muted)
        closed = [lane for lane, key in enumerate(self._placed.keys) if key in collapsed]
        self._all = Stretch.of_all(self._placed, times, np.isin(self._placed.lane, closed))
        self._times = self._all.times
        self._total = self._per_lane(self._all.lane)
        self._undated = self._per_lane(self._all.lane[~self._times.dated])
        self._density = {lane: Density(self._times.mark[self._dated(lane)]) for lane in closed}
        self._layouts: OrderedDict[tuple[float, ...], tuple[Stretch, Layout]] = OrderedDict()
        self._trays: dict[tuple[float, float], str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is no record to show."""
        return not len(self._placed.row)

    @cached_property
    def span(self) -> tuple[float, float]:
        """The days of all that is shown, see `Stock.span`."""
        return self.stock.span(self._times)

    @property
    def lanes(self) -> int:
        """How many lanes there are."""
        return len(self._placed.keys)

    def extent_of(self, index: int) -> Extent | None:
        """Give the extent in days of the record at a place in the stock, None without a date."""
        return self.stock.extents[index]

    def members(self, lane: int) -> tuple[int, ...]:
        """Give the places of the records in a lane that have a date, by their begin."""
        return tuple(self._all.record[self._dated(lane)].tolist())

    def begun(self, lane: int, first: float, last: float) -> tuple[int, ...]:
        """Give the places of the records of a lane that began from one moment to another, by their begin."""
        # What went through pixels and back misses by a hair.
        first, last, extents = round(first, 5), round(last, 5), self.stock.extents
        return tuple(row for row in self.members(lane) if (drawn := extents[row]) and first <= drawn.mark < last)

    @cached_property
    def _dateless(self) -> tuple[int, ...]:
        return tuple(sorted(set(self._all.record[~self._times.dated].tolist())))

    def _dated(self, lane: int) -> Ints:
        return np.flatnonzero((self._all.lane == lane) & self._times.dated)

    def scene(
        self, viewport: Viewport, focus: str = "", window: Span | None = None, links: Sequence[Link] = ()
    ) -> Scene:
        """Compose the scene of a view; `focus` is the slug of the record in focus, or empty, `links` are its links.

        Rows with nothing in the `window` are closed; it is the view if not given, and wider while panning, so
        that nothing closes under the pointer.
        """
        sizes = Sizes(viewport.font_px)
        placed, plan = self._layout(viewport, sizes)
        focused = set(np.flatnonzero(placed.record == self.stock.place(focus)).tolist()) if focus else set()
        view = Span(viewport.first, viewport.last)
        window = window.hull(view) if window else view
        frame = cull(placed.times, placed.lane, plan, viewport, window, sizes)
        standing = stand(frame, placed.record, self.stock.words(sizes.font))
        y = frame.row_y[plan.row[frame.shown]]
        bounds = frame.lane_top.tolist(), frame.lane_height.tolist()
        pinned = bounds[0][self._pinned - 1] + bounds[1][self._pinned - 1] if self._pinned else 0.0
        # Pinned lanes may stay in view above the others, as far as the view goes.
        kept = min(pinned, viewport.bottom - viewport.top)
        near = np.flatnonzero(((y > viewport.top - sizes.bar_row) & (y < viewport.bottom + sizes.bar_row)) | (y < kept))
        shown = items(frame, near, placed.times, self.stock.looks, placed.record, placed.lane, placed.muted, focused)
        labels = texts(frame, near, standing, shown)
        pills = clusters(frame, placed.record, focused, kept, lambda text: self._pill(text, sizes))
        begins = {float(placed.times.mark[number]) for number in focused}
        lanes = self._lane_values(placed.lane, frame, standing, begins)
        bottom = lanes[-1].top + lanes[-1].height if lanes else 0.0
        tray = self._tray(bottom, sizes, viewport.width)
        data_x = viewport.x(self.stock.data_day + 1.0)
        return Scene(
            viewport,
            lanes,
            shown,
            labels,
            pills,
            self.stock.calendar(sizes.font).axis(viewport, 0.8 * sizes.font),
            tray,
            data_x if 0 <= data_x <= viewport.width else None,
            bottom + (tray.height if tray else 0.0),
            sizes,
            eras=self.stock.eras.seen(viewport, sizes),
            era_rows=self.stock.eras.rows,
            pinned=pinned,
            ties=ties(
                links,
                [self.stock.place(link.slug) for link in links],
                shown,
                pills,
                viewport.width,
                self.stock.language,
            ),
            legend=self._legend(viewport),
        )

    def _layout(self, viewport: Viewport, sizes: Sizes) -> tuple[Stretch, Layout]:
        """Give the layout of a zoom level, made for its coarsest zoom so that closer ones only spread it.

        It is that of all placements. Where those are many, it is of the stretch of time around the view, and tries
        to label only so many as a frame has the time for; what stands in a neighbouring stretch stays in its row.
        """
        level = ceil(-ZOOMS * log2(viewport.px_per_day) - 1e-6)
        share = viewport.height / max(self.lanes, 1) - 2 * sizes.pad
        share -= share % sizes.mark_row
        beside = (
            max(viewport.width - (self.span[1] - self.span[0]) * viewport.px_per_day, 0.0) / 2 // EDGE_STEP * EDGE_STEP
        )
        scale = 2 ** (-level / ZOOMS)
        half = max(ceil(viewport.width / 512) * 512.0, LEAST_HALF)
        tile = floor(viewport.first * scale / half) if self._is_crowded else 0
        look = (max(share, 0.0 if viewport.tight else LEAST_ROOM * sizes.font), sizes.font, beside, viewport.tight)
        key = (tile, level, half, *look)
        if key not in self._layouts:
            placed = self._all
            if self._is_crowded:
                reach = 2 * half / scale
                placed = placed.within((tile * half - MARGIN) / scale, (tile * half + MARGIN) / scale + reach)
            stood = [self._layouts.get((near, level, half, *look)) for near in (tile - 1, tile + 1)]
            self._layouts[key] = (
                placed,
                lay_out(
                    placed.times,
                    placed.lane,
                    placed.record,
                    self.stock.words(sizes.font),
                    unplaced=placed.unplaced,
                    px_per_day=scale,
                    room=[share if viewport.tight else max(share, _least(total) * sizes.font) for total in self._total],
                    view=self.span,
                    beside=beside,
                    pill=self._pill(str(max(self._total, default=0)), sizes),
                    sizes=sizes,
                    chosen=self._chosen(placed, sizes, scale, tile * half, half),
                    stays=_staying(placed, next(filter(None, stood), None)) if self._is_crowded else {},
                ),
            )
            if len(self._layouts) > KEPT:
                self._layouts.popitem(last=False)
        self._layouts.move_to_end(key)
        return self._layouts[key]

    @cached_property
    def _is_crowded(self) -> bool:
        return len(self._placed.row) >= self._crowd

    def _chosen(self, placed: Stretch, sizes: Sizes, scale: float, first_px: float, half: float) -> Chosen:
        times = placed.times
        if not self._is_crowded:
            return partial(likely, placed.lane, times, placed.unplaced == GROUPED, sizes, scale)
        # Where there are too many lanes for a cell as wide as a short label each, cells are wider: each gets its share.
        cells = min(ceil(2 * half / sizes.short_text), max(BUDGET // max(self.lanes, 1), 1))
        width = 2 * half / cells
        return partial(
            foremost, placed.usable, placed.lane, times.mark, scale, first_px, width, cells, self.lanes, BUDGET
        )

    def _pill(self, text: str, sizes: Sizes) -> float:
        return max(self.stock.measure(text, 0.92 * sizes.font, False) + 1.1 * sizes.font, 2.1 * sizes.font)

    def _per_lane(self, lanes: Ints) -> list[int]:
        counts: list[int] = np.bincount(lanes, minlength=len(self._placed.keys)).tolist()
        return counts

    def _lane_values(
        self, lane_of: Ints, frame: Frame, standing: Labelled, focused: Collection[float]
    ) -> tuple[Lane, ...]:
        plan, say = frame.plan, self.stock.language
        drawn = self._per_lane(lane_of[frame.shown])
        labelled = self._per_lane(lane_of[frame.shown[standing.side != NO_LABEL]])
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
            closed = self._density.get(lane)
            dense = closed.columns(frame.viewport, focused) if closed else ()
            grouped = pills + len(frame.running.get(lane, ())) + sum(column.number for column in dense)
            counts = Counts(total, named, alone, grouped, total - undated - alone - grouped, undated)
            caption = (
                say(N_("collapsed · {placements}"), placements=say.number(total))
                if closed
                else say(N_("{labelled} of {placements} labelled"), labelled=named, placements=total)
            )
            lanes.append(Lane(key, title, top, height, counts, caption, bool(closed), lane < self._pinned, dense))
        return tuple(lanes)

    def _legend(self, viewport: Viewport) -> tuple[Entry, ...]:
        """Count the kinds in view, in their order."""
        # What had begun by the end of the view, less what was over at its begin.
        found = (
            entry._replace(number=int(low.searchsorted(viewport.last) - high.searchsorted(viewport.first, "right")))
            for entry, low, high in self._bounds_of_kinds
        )
        return tuple(entry for entry in found if entry.number > 0)

    @cached_property
    def _bounds_of_kinds(self) -> list[tuple[Entry, Floats, Floats]]:
        dated = np.flatnonzero(self._times.dated)
        kind = self.stock.kind[self._all.record[dated]]
        parts = ((entry, dated[kind == number]) for number, entry in enumerate(self.stock.kinds))
        return [(entry, np.sort(self._times.low[at]), np.sort(self._times.high[at])) for entry, at in parts if len(at)]

    def _tray(self, top: float, sizes: Sizes, width: float) -> Tray | None:
        members = self._dateless
        if not members:
            return None
        if (sizes.font, width) not in self._trays:
            line = " · ".join(self.stock.titles[i] for i in members[:_NAMED])
            words = Wordings([line], [False], sizes.font, self.stock.measure)
            self._trays = {(sizes.font, width): words.at_most(0, max(width - 2 * sizes.pad, 0.0))[0]}
        text = self._trays[sizes.font, width]
        caption = self.stock.language.plural(N_("{count} record"), N_("{count} records"), len(members))
        return Tray(self.stock.language(N_("Undated")), caption, text, members, top, sizes.lane)


def _least(placements: int) -> float:
    """Give the height in ems that a lane may always take."""
    return min(LEAST_ROOM + MORE_ROOM * placements, MOST_ROOM)


def _staying(placed: Stretch, stood: tuple[Stretch, Layout] | None) -> dict[int, Standing]:
    """Give what stands in a row of another layout and is placed here too."""
    if stood is None:
        return {}
    numbers = stood[0].numbers
    found = ((placed.number_of(int(numbers[number])), its) for number, its in stood[1].stands.items())
    return {number: its for number, its in found if number >= 0}
