"""The timeline of a set of records, and its scene for every view."""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from functools import cached_property
from math import ceil, log2

import numpy as np

from kzexplorer.domain.records import Link
from kzexplorer.domain.vocabulary import N_
from kzexplorer.scene.density import Density
from kzexplorer.scene.extents import Extent
from kzexplorer.scene.frame import Frame, Standing, clusters, cull, items, stand, texts
from kzexplorer.scene.labels import NO_LABEL, Wordings
from kzexplorer.scene.lanes import NameLane, place
from kzexplorer.scene.layout import Floats, Ints, Layout, lay_out
from kzexplorer.scene.shapes import Counts, Entry, Lane, Scene, Tray, Viewport
from kzexplorer.scene.sizes import Sizes
from kzexplorer.scene.span import Span
from kzexplorer.scene.stock import Stock
from kzexplorer.scene.ties import ties

LEAST_ROOM, MORE_ROOM, MOST_ROOM = 20.0, 0.1, 30.0  # ems of height a lane may always take, and more for each placement
ZOOMS = 4  # layouts for each doubling of the zoom
EDGE_STEP = 32.0  # pixels of the room beside all data that make another layout
KEPT = 48  # layouts kept
_NAMED = 100  # undated records whose titles are more than fills a line


class Timeline:
    """Some records of a stock in lanes. What no view changes is computed once, a layout once for each level of zoom.

    `shown` are the places of the records in the stock, `group`, `name` and `pinned` as in `lanes.belonging` and
    `lanes.place`; `collapsed` are the keys of the lanes that show only how dense they are.
    """

    def __init__(
        self,
        stock: Stock,
        shown: Sequence[int],
        group: str,
        name: NameLane,
        collapsed: Collection[str] = (),
        pinned: Collection[str] = (),
    ) -> None:
        self.stock = stock
        mask = np.zeros(len(stock.rows), np.bool_)
        mask[np.array(shown, np.int64)] = True
        self._placed = place(stock.belonging(group), mask, name, pinned)
        self._pinned = sum(key in pinned for key in self._placed.keys)
        self._times = stock.times(self._placed.row, self._placed.muted)
        self._total = self._per_lane(np.arange(len(self._placed.lane)))
        self._undated = self._per_lane(np.flatnonzero(~self._times.dated))
        closed = [lane for lane, key in enumerate(self._placed.keys) if key in collapsed]
        self._folded = np.isin(self._placed.lane, closed)
        self._density = {lane: Density(self._begins(lane)) for lane in closed}
        self._layouts: OrderedDict[tuple[float, ...], Layout] = OrderedDict()

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
        mine = self._dated(lane)
        return tuple(self._placed.row[mine[np.argsort(self._times.mark[mine], kind="stable")]].tolist())

    def begun(self, lane: int, first: float, last: float) -> tuple[int, ...]:
        """Give the places of the records of a lane that began from one moment to another, by their begin."""
        # What went through pixels and back misses by a hair.
        first, last, extents = round(first, 5), round(last, 5), self.stock.extents
        return tuple(row for row in self.members(lane) if (drawn := extents[row]) and first <= drawn.mark < last)

    def _dated(self, lane: int) -> Ints:
        return np.flatnonzero((self._placed.lane == lane) & self._times.dated)

    def _begins(self, lane: int) -> Floats:
        return self._times.mark[self._dated(lane)]

    def scene(
        self, viewport: Viewport, focus: str = "", window: Span | None = None, links: Sequence[Link] = ()
    ) -> Scene:
        """Compose the scene of a view; `focus` is the slug of the record in focus, or empty, `links` are its links.

        Rows with nothing in the `window` are closed; it is the view if not given, and wider while panning, so
        that nothing closes under the pointer.
        """
        sizes = Sizes(viewport.font_px)
        plan = self._layout(viewport, sizes)
        placed = self._placed
        focused = set(np.flatnonzero(placed.row == self.stock.place(focus)).tolist()) if focus else set()
        view = Span(viewport.first, viewport.last)
        window = window.hull(view) if window else view
        frame = cull(self._times, placed.lane, plan, viewport, window, sizes)
        standing = stand(frame, placed.row, self.stock.words(sizes.font))
        y = frame.row_y[plan.row[frame.shown]]
        bounds = frame.lane_top.tolist(), frame.lane_height.tolist()
        pinned = bounds[0][self._pinned - 1] + bounds[1][self._pinned - 1] if self._pinned else 0.0
        # Pinned lanes may stay in view above the others, as far as the view goes.
        kept = min(pinned, viewport.bottom - viewport.top)
        near = np.flatnonzero(((y > viewport.top - sizes.bar_row) & (y < viewport.bottom + sizes.bar_row)) | (y < kept))
        shown = items(frame, near, self._times, self.stock.looks, placed.row, placed.lane, placed.muted, focused)
        labels = texts(frame, near, standing, shown)
        pills = clusters(frame, placed.row, focused, kept, lambda text: self._pill(text, sizes))
        begins = {float(self._times.mark[number]) for number in focused}
        lanes = self._lane_values(frame, standing, begins)
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

    def _layout(self, viewport: Viewport, sizes: Sizes) -> Layout:
        """Give the layout of a zoom level, made for its coarsest zoom so that closer ones only spread it."""
        level = ceil(-ZOOMS * log2(viewport.px_per_day) - 1e-6)
        share = viewport.height / max(self.lanes, 1) - 2 * sizes.pad
        share -= share % sizes.mark_row
        beside = (
            max(viewport.width - (self.span[1] - self.span[0]) * viewport.px_per_day, 0.0) / 2 // EDGE_STEP * EDGE_STEP
        )
        key = level, max(share, 0.0 if viewport.tight else LEAST_ROOM * sizes.font), sizes.font, beside, viewport.tight
        if key not in self._layouts:
            self._layouts[key] = lay_out(
                self._times,
                self._placed.lane,
                self._placed.row.tolist(),
                self.stock.words(sizes.font),
                folded=self._folded,
                px_per_day=2 ** (-level / ZOOMS),
                room=[share if viewport.tight else max(share, _least(total) * sizes.font) for total in self._total],
                view=self.span,
                beside=beside,
                pill=self._pill(str(max(self._total, default=0)), sizes),
                sizes=sizes,
            )
            if len(self._layouts) > KEPT:
                self._layouts.popitem(last=False)
        self._layouts.move_to_end(key)
        return self._layouts[key]

    def _pill(self, text: str, sizes: Sizes) -> float:
        return max(self.stock.measure(text, 0.92 * sizes.font, False) + 1.1 * sizes.font, 2.1 * sizes.font)

    def _per_lane(self, numbers: Ints) -> list[int]:
        counts: list[int] = np.bincount(self._placed.lane[numbers], minlength=len(self._placed.keys)).tolist()
        return counts

    def _lane_values(self, frame: Frame, standing: Standing, focused: Collection[float]) -> tuple[Lane, ...]:
        plan, say = frame.plan, self.stock.language
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
        times = self._times
        seen = times.dated & (times.low < viewport.last) & (times.high > viewport.first)
        numbers = np.bincount(self.stock.kind[self._placed.row[seen]], minlength=len(self.stock.kinds)).tolist()
        return tuple(
            entry._replace(number=number) for entry, number in zip(self.stock.kinds, numbers, strict=True) if number
        )

    def _tray(self, top: float, sizes: Sizes, width: float) -> Tray | None:
        members = tuple(sorted(set(self._placed.row[~self._times.dated].tolist())))
        if not members:
            return None
        words = Wordings(
            [" · ".join(self.stock.titles[i] for i in members[:_NAMED])], [False], sizes.font, self.stock.measure
        )
        text, _ = words.at_most(0, max(width - 2 * sizes.pad, 0.0))
        caption = self.stock.language.plural(N_("{count} record"), N_("{count} records"), len(members))
        return Tray(self.stock.language(N_("Undated")), caption, text, members, top, sizes.lane)


def _least(placements: int) -> float:
    """Give the height in ems that a lane may always take."""
    return min(LEAST_ROOM + MORE_ROOM * placements, MOST_ROOM)
