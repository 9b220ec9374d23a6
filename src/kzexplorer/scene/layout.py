"""Where every placement stands at one zoom level, over all of time, whatever part of it is looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from kzexplorer.scene.clusters import group_close
from kzexplorer.scene.labels import ABOVE, LEFT, NO_LABEL, RIGHT, Wordings
from kzexplorer.scene.packing import Rows
from kzexplorer.scene.sizes import Sizes

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

UNDATED, BAR, MARK, ALONE, GROUPED, FOLDED = range(6)
CROWD = 150  # placements from which on a lane is worth a grid of what is taken


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

    def bounds(self, px_per_day: float, first: float, sizes: Sizes) -> tuple[Floats, Floats, Floats]:
        """Give the places of all marks, and the left and right ends of all that is drawn, arrows included.

        In pixels from the day `first`.
        """
        mark = (self.mark - first) * px_per_day
        half = sizes.mark / 2
        low = np.minimum((self.low - first) * px_per_day, mark - half) - np.where(self.came_before, sizes.arrow, 0.0)
        high = np.maximum((self.high - first) * px_per_day, mark + half) + np.where(self.goes_on, sizes.arrow, 0.0)
        return mark, low, high


@dataclass(frozen=True, slots=True)
class Layout:
    """The standing of every placement, by its number, and of every group of those without a row.

    `state` is UNDATED, BAR (a bar with its label above), MARK (a mark or short bar with its label
    beside), ALONE (a mark in the lane's last row), GROUPED, or FOLDED (in a collapsed lane). What is `cut` is a
    bar that had no row as such and stands as a mark with a short tail. `row` counts all rows from the top, -1
    without one; the last row of a lane holds its groups. `before` and `after` are the neighbours in the row, -1
    at its ends. The members of group g are `grouped[group_first[g]:group_first[g + 1]]`; `is_pill[g]` unless one
    mark shows it.
    """

    state: Ints
    cut: Bools
    row: Ints
    side: Ints
    text: Sequence[str]
    text_width: Floats
    before: Ints
    after: Ints
    group_lane: Ints
    group_day: Floats
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
    record: Sequence[int]
    words: Wordings
    left: Floats
    right: Floats
    sizes: Sizes
    state: list[int]
    row: list[int]
    side: list[int]
    text: list[str]
    width: list[float]

    def pack_bars(self, numbers: Ints, stacks: Sequence[Rows]) -> None:
        """Give bars a row, the label above."""
        for number, lane, start, end in self._columns(numbers):
            stack = stacks[lane]
            if not stack.is_full_at(start):
                text, width = self.words.at_most(self.record[number], self.sizes.long_text)
                stop = max(end, start + width) + self.sizes.gap
                put = stack.put(((ABOVE, start, stop),), number)
                if put:
                    self._write(number, BAR, put[0], ABOVE, text, width)

    def pack_marks(self, numbers: Ints, stacks: Sequence[Rows], edges: tuple[float, float]) -> None:
        """Give marks and short bars a row, the label beside: whole if possible, else short, within the edges."""
        off, gap = self.sizes.beside - self.sizes.mark / 2, self.sizes.gap
        limits = self.sizes.long_text, self.sizes.short_text
        for number, lane, start, end in self._columns(numbers):
            stack = stacks[lane]
            if stack.is_full_at((start + end) / 2):
                continue
            for limit in limits:
                text, width = self.words.at_most(self.record[number], limit)
                low, high = start - off - width, end + off + width
                ways = [(RIGHT, start, high + gap)] if high <= edges[1] else []
                if low >= edges[0]:
                    ways.append((LEFT, low, end + gap))
                put = stack.put(ways, number)
                if put:
                    self._write(number, MARK, put[0], ways[put[1]][0], text, width)
                    break

    def _columns(self, numbers: Ints) -> Iterable[tuple[int, int, float, float]]:
        columns = numbers, self.lane[numbers], self.left[numbers], self.right[numbers]
        return zip(*(column.tolist() for column in columns), strict=True)

    def _write(self, number: int, state: int, row: int, side: int, text: str, width: float) -> None:
        self.state[number], self.row[number], self.side[number] = state, row, side
        self.text[number], self.width[number] = text, width


def lay_out(
    times: Times,
    lane: Ints,
    record: Sequence[int],
    words: Wordings,
    *,
    folded: Bools,
    px_per_day: float,
    room: Sequence[float],
    view: tuple[float, float],
    beside: float,
    pill: float,
    sizes: Sizes,
) -> Layout:
    """Lay out all placements at a zoom of `px_per_day`; correct for that zoom and all closer ones.

    What is `folded` has no place. `room` is the height in pixels each lane may take. `view` are the first and
    last day of a view of all the data: labels beside marks turn so that they stay within it, or within `beside`
    pixels of it where one sees further. `pill` is the width of the widest pill.
    """
    count = len(lane)
    mark, left, right = times.bounds(px_per_day, 0.0, sizes)
    is_bar = ((times.high - times.low) * px_per_day >= sizes.long_bar) & times.dated
    state = np.where(times.dated, np.where(folded, FOLDED, GROUPED), UNDATED)
    sheet = _Sheet(
        lane, record, words, left, right, sizes,
        state.tolist(), [-1] * count, [NO_LABEL] * count, [""] * count, [0.0] * count,
    )  # fmt: skip
    crowded = (np.bincount(lane, minlength=len(room)) > CROWD).tolist()
    bars = [
        Rows(max(int(0.5 * height / sizes.bar_row), 2), crowded=crowd)
        for height, crowd in zip(room, crowded, strict=True)
    ]
    most = max(int(max(room, default=0.0) / sizes.mark_row), 3)
    chosen = _candidates(lane, left, times.rank, is_bar, times.dated & ~folded, sizes, most)
    sheet.pack_bars(chosen[is_bar[chosen]], bars)
    marks = [
        Rows(max(int((height - len(rows) * sizes.bar_row) / sizes.mark_row) - 1, 3), crowded=crowd)
        for height, rows, crowd in zip(room, bars, crowded, strict=True)
    ]
    cut = is_bar & (np.array(sheet.state, np.int64) == GROUPED)
    left[cut], right[cut] = mark[cut] - sizes.mark / 2, mark[cut] + sizes.mark / 2 + sizes.tail
    edges = view[0] * px_per_day - beside, view[1] * px_per_day + beside
    sheet.pack_marks(chosen[~is_bar[chosen] | cut[chosen]], marks, edges)

    state = np.array(sheet.state, np.int64)
    loose = np.flatnonzero(state == GROUPED)
    small = (right - left)[loose] <= 1.05 * sizes.mark
    groups = group_close(lane[loose], mark[loose], small, mark=sizes.mark, pill=pill)
    state[loose[groups.alone[groups.of]]] = ALONE
    rows_before = np.cumsum(
        [0, *(len(of_bars) + len(of_marks) + 1 for of_bars, of_marks in zip(bars, marks, strict=True))]
    )
    bar_rows = np.array([len(rows) for rows in bars], np.int64)
    last = rows_before[1:] - 1
    row = np.array(sheet.row, np.int64) + rows_before[lane] + np.where(state == MARK, bar_rows[lane], 0)
    row_lane = np.repeat(np.arange(len(room)), np.diff(rows_before))
    before, after = _neighbours((*bars, *marks), count)
    return Layout(
        state,
        cut & (state == MARK),
        np.where(
            (state == UNDATED) | (state == FOLDED), -1, np.where((state == BAR) | (state == MARK), row, last[lane])
        ),
        np.array(sheet.side, np.int64),
        sheet.text,
        np.array(sheet.width),
        before,
        after,
        groups.lane,
        groups.at / px_per_day,
        np.concatenate(([0], np.cumsum(groups.count))),
        loose[np.lexsort((mark[loose], times.rank[loose], groups.of))],
        ~groups.alone,
        row_lane,
        np.arange(len(row_lane)) - rows_before[row_lane] < bar_rows[row_lane],
        last,
        pill,
    )


def _candidates(lane: Ints, left: Floats, rank: Ints, is_bar: Bools, dated: Bools, sizes: Sizes, most: int) -> Ints:
    """Give the placements worth trying to find a row for, lane by lane, the most significant first.

    `most` is how many rows there are. Of what begins within a cell narrower than two marks only two a row can be
    labelled, one to each side; within a cell as wide as a short label hardly more than that, three are tried. So
    ten thousand records at one place cost little.
    """
    kept = np.flatnonzero(dated)
    for width, rows in ((2 * sizes.mark, 2 * most), (sizes.short_text, 3 * most)):
        cell = np.floor(left[kept] / width)
        order = kept[np.lexsort((left[kept], rank[kept], is_bar[kept], cell, lane[kept]))]
        new = np.ones(len(order), np.bool_)
        keys = np.floor(left[order] / width), lane[order], is_bar[order]
        new[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
        number = np.arange(len(order))
        kept = order[number - np.maximum.accumulate(np.where(new, number, 0)) < rows]
    return kept[np.lexsort((left[kept], rank[kept], lane[kept]))]


def _neighbours(stacks: Iterable[Rows], count: int) -> tuple[Ints, Ints]:
    before, after = [-1] * count, [-1] * count
    for rows in stacks:
        for owners in rows.owners:
            for one, next_one in pairwise(owners):
                after[one], before[next_one] = next_one, one
    return np.array(before, np.int64), np.array(after, np.int64)
