"""Where every placement stands at one zoom level, over all of time, whatever part of it is looked at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kzexplorer.scene.clusters import group_close
from kzexplorer.scene.labels import ABOVE, LEFT, RIGHT, Wordings
from kzexplorer.scene.packing import Rows, Way
from kzexplorer.scene.sizes import Sizes

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.int8]
Chosen = Callable[[int], Ints]

UNDATED, BAR, MARK, ALONE, GROUPED, FOLDED = range(6)
CROWD = 50  # placements tried from which on a lane is worth a grid of what is taken


@dataclass(frozen=True, slots=True)
class Times:
    """The extents of all placements as arrays of days; where `dated` is false they mean nothing.

    `low` and `high` are from when to when anything is drawn, steps before the begin or after the end included.
    `goes_on` and `came_before` say that an end or a begin is open. The least `rank` has the choice of rows.
    """

    low: Floats
    start: Floats
    solid0: Floats
    solid1: Floats
    stop: Floats
    high: Floats
    mark: Floats
    is_range: Bools
    goes_on: Bools
    came_before: Bools
    dated: Bools
    rank: Ints

    def at(self, numbers: Ints, muted: Bools) -> "Times":
        """Give those of some numbers, what is `muted` a step later in rank."""
        return Times(
            self.low[numbers],
            self.start[numbers],
            self.solid0[numbers],
            self.solid1[numbers],
            self.stop[numbers],
            self.high[numbers],
            self.mark[numbers],
            self.is_range[numbers],
            self.goes_on[numbers],
            self.came_before[numbers],
            self.dated[numbers],
            self.rank[numbers] + muted,
        )

    def bounds(
        self, px_per_day: float, first: float, sizes: Sizes, at: Ints | slice = slice(None)
    ) -> tuple[Floats, Floats, Floats]:
        """Give the places of marks, and the left and right ends of all that is drawn, arrows included.

        In pixels from the day `first`, of all or of those `at` some numbers.
        """
        mark = (self.mark[at] - first) * px_per_day
        half = sizes.mark / 2
        low = np.minimum((self.low[at] - first) * px_per_day, mark - half) - sizes.arrow * self.came_before[at]
        high = np.maximum((self.high[at] - first) * px_per_day, mark + half) + sizes.arrow * self.goes_on[at]
        return mark, low, high


class Standing(NamedTuple):
    """Where something has a row: BAR or MARK, the row of its stack, the side and text of its label with its width."""

    state: int
    row: int
    side: int
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The standing of every placement, by its number, and of every group of those without a row.

    `state` is UNDATED, BAR (a bar with its label above), MARK (a mark or short bar with its label
    beside), ALONE (a mark in the lane's last row), GROUPED, or FOLDED (in a collapsed lane). What is `cut` is a
    bar that had no row as such, or a range alone, and stands as a mark with a short tail. `row` counts all rows
    from the top, -1 without one; the last row of a lane holds its groups. `standing` are all drawn one by one,
    `stands` those with a row of their own, `before` and `after` their neighbours in it. The members of group g are
    `grouped[group_first[g]:group_first[g + 1]]`; `is_pill[g]` unless it is one, which its mark shows. Anything of
    it reaches up to the day `group_high[g]` at most.
    """

    state: Kinds
    cut: Bools
    row: Ints
    standing: Ints
    stands: Mapping[int, Standing]
    before: Mapping[int, int]
    after: Mapping[int, int]
    group_lane: Ints
    group_day: Floats
    group_high: Floats
    group_first: Ints
    grouped: Ints
    is_pill: Bools
    row_lane: Ints
    row_of_bars: Bools
    last_row: Ints
    pill: float


@dataclass(slots=True)
class _Sheet:
    """The layout while it is being written, each placement by its number."""

    lane: Ints
    record: Ints
    words: Wordings
    left: Floats
    right: Floats
    sizes: Sizes
    off: float
    gap: float
    stands: dict[int, Standing]

    def keep(self, stays: Mapping[int, Standing], state: int, stacks: Sequence[Rows]) -> None:
        """Let stand what has stood, each in its row."""
        numbers = np.array([number for number, its in stays.items() if its.state == state], np.int64)
        for number, _, lane, start, end in self._columns(numbers):
            its = stays[number]
            _, low, high = self._way(its.side, start, end, its.width)
            if stacks[lane].take(its.row, low, high, number):
                self.stands[number] = its

    def pack_bars(self, numbers: Ints, stacks: Sequence[Rows]) -> None:
        """Give bars a row, the label above."""
        for number, record, lane, start, end in self._columns(numbers):
            stack = stacks[lane]
            if number not in self.stands and not stack.is_full_at(start):
                text, width = self.words.at_most(record, self.sizes.long_text)
                put = stack.put((self._way(ABOVE, start, end, width),), number)
                if put:
                    self.stands[number] = Standing(BAR, put[0], ABOVE, text, width)

    def pack_marks(self, numbers: Ints, stacks: Sequence[Rows], edges: tuple[float, float]) -> None:
        """Give marks and short bars a row, the label beside: whole if possible, else short, within the edges."""
        gap, limits = self.gap, (self.sizes.long_text, self.sizes.short_text)
        for number, record, lane, start, end in self._columns(numbers):
            stack = stacks[lane]
            if number in self.stands or stack.is_full_at((start + end) / 2):
                continue
            for limit in limits:
                text, width = self.words.at_most(record, limit)
                right, left = self._way(RIGHT, start, end, width), self._way(LEFT, start, end, width)
                ways = [right] if right[2] - gap <= edges[1] else []
                if left[1] >= edges[0]:
                    ways.append(left)
                put = stack.put(ways, number)
                if put:
                    self.stands[number] = Standing(MARK, put[0], ways[put[1]][0], text, width)
                    break

    def _way(self, side: int, start: float, end: float, width: float) -> Way:
        """Give what something takes of its row with its label at a side."""
        off, gap = self.off, self.gap
        if side == ABOVE:
            return side, start, max(end, start + width) + gap
        if side == RIGHT:
            return side, start, end + off + width + gap
        return side, start - off - width, end + gap

    def _columns(self, numbers: Ints) -> Iterable[tuple[int, int, int, float, float]]:
        columns = numbers, self.record[numbers], self.lane[numbers], self.left[numbers], self.right[numbers]
        return zip(*(column.tolist() for column in columns), strict=True)


NONE_STOOD: Mapping[int, Standing] = MappingProxyType({})


def lay_out(
    times: Times,
    lane: Ints,
    record: Ints,
    words: Wordings,
    *,
    unplaced: Kinds,
    px_per_day: float,
    room: Sequence[float],
    view: tuple[float, float],
    beside: float,
    pill: float,
    sizes: Sizes,
    chosen: Chosen,
    stays: Mapping[int, Standing] = NONE_STOOD,
) -> Layout:
    """Lay out placements, sorted by lane and mark, at a zoom of `px_per_day`; correct for it and all closer ones.

    `unplaced` says what cannot be placed. `room` is the height in pixels each lane may take. `view` are the first and
    last day of a view of all the data: labels beside marks turn so that they stay within it, or within `beside` pixels
    of it where one sees further. `pill` is the width of the widest pill. `chosen(most)` gives the placements worth
    trying to find one of `most` rows for, lane by lane, the most significant first. What `stays` has its row already.
    """
    state = unplaced.copy()
    mark = times.mark * px_per_day
    tried = chosen(max(int(max(room, default=0.0) / sizes.mark_row), 3))
    tried = np.concatenate((tried, np.setdiff1d(np.array(list(stays), np.int64), tried)))
    _, left, right = (_spread(each, tried, len(mark)) for each in times.bounds(px_per_day, 0.0, sizes, tried))
    is_bar = np.zeros(len(mark), np.bool_)
    is_bar[tried] = (times.high[tried] - times.low[tried]) * px_per_day >= sizes.long_bar
    sheet = _Sheet(lane, record, words, left, right, sizes, sizes.beside - sizes.mark / 2, sizes.gap, {})
    crowded = (np.bincount(lane[tried], minlength=len(room)) > CROWD).tolist()
    bars = [
        Rows(max(int(0.5 * height / sizes.bar_row), 2), crowded=crowd)
        for height, crowd in zip(room, crowded, strict=True)
    ]
    sheet.keep(stays, BAR, bars)
    sheet.pack_bars(tried[is_bar[tried]], bars)
    marks = [
        Rows(max(int((height - len(rows) * sizes.bar_row) / sizes.mark_row) - 1, 3), crowded=crowd)
        for height, rows, crowd in zip(room, bars, crowded, strict=True)
    ]
    cut = is_bar
    cut[list(sheet.stands)] = False
    left[cut], right[cut] = mark[cut] - sizes.mark / 2, mark[cut] + sizes.mark / 2 + sizes.tail
    edges = view[0] * px_per_day - beside, view[1] * px_per_day + beside
    sheet.keep(stays, MARK, marks)
    sheet.pack_marks(tried, marks, edges)

    stands = np.array(list(sheet.stands), np.int64)
    state[stands] = [its.state for its in sheet.stands.values()]
    loose = np.flatnonzero(state == GROUPED)

    groups = group_close(lane[loose], mark[loose], mark=sizes.mark, tail=sizes.tail, pill=pill)
    alone = loose[groups.first[groups.alone]]
    state[alone] = ALONE
    _, low, high = times.bounds(px_per_day, 0.0, sizes, alone)
    cut[alone] = high - low > 1.05 * sizes.mark
    rows_before = np.cumsum(
        [0, *(len(of_bars) + len(of_marks) + 1 for of_bars, of_marks in zip(bars, marks, strict=True))]
    )
    bar_rows = np.array([len(rows) for rows in bars], np.int64)
    last = rows_before[1:] - 1
    standing = np.flatnonzero((state != UNDATED) & (state < GROUPED))
    row = np.full(len(state), -1)
    row[standing] = last[lane[standing]]
    its_row = np.array([its.row for its in sheet.stands.values()], np.int64)
    row[stands] = its_row + rows_before[lane[stands]] + np.where(state[stands] == MARK, bar_rows[lane[stands]], 0)
    row_lane = np.repeat(np.arange(len(room)), np.diff(rows_before))
    before, after = _neighbours((*bars, *marks))
    group_first = np.concatenate(([0], np.cumsum(groups.count)))
    return Layout(
        state,
        cut & ((state == MARK) | (state == ALONE)),
        row,
        standing,
        sheet.stands,
        before,
        after,
        groups.lane,
        groups.at / px_per_day,
        np.maximum.reduceat(times.high[loose], group_first[:-1]) if len(loose) else np.zeros(0),
        group_first,
        loose,
        ~groups.alone,
        row_lane,
        np.arange(len(row_lane)) - rows_before[row_lane] < bar_rows[row_lane],
        last,
        pill,
    )


def _spread(values: Floats, at: Ints, size: int) -> Floats:
    """Put values at their numbers; the others are not asked for."""
    spread = np.zeros(size)
    spread[at] = values
    return spread


def _neighbours(stacks: Iterable[Rows]) -> tuple[dict[int, int], dict[int, int]]:
    before: dict[int, int] = {}
    after: dict[int, int] = {}
    for rows in stacks:
        for owners in rows.owners:
            for one, next_one in pairwise(owners):
                after[one], before[next_one] = next_one, one
    return before, after
