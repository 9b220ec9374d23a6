"""Where every placement stands at one zoom level, over all of time, whatever part of it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kzexplorer.scene.clusters import group_close
from kzexplorer.scene.labels import Wordings
from kzexplorer.scene.packing import Shelf, first_fit
from kzexplorer.scene.shapes import Sizes

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

UNDATED, BAR, MARK, ALONE, GROUPED = range(5)
ABOVE, RIGHT, LEFT, NO_LABEL = range(4)


@dataclass(frozen=True, slots=True)
class Times:
    """The extents of all placements as arrays of days; where `dated` is false they mean nothing."""

    start: Floats
    solid0: Floats
    solid1: Floats
    stop: Floats
    mark: Floats
    is_range: Bools
    opens: Bools
    began_before: Bools
    dated: Bools
    rank: Ints


@dataclass(frozen=True, slots=True)
class Layout:
    """The standing of every placement, by its number, and of every group of those without a row.

    `state` is UNDATED, BAR (a bar with its label above), MARK (a mark or short bar with its label
    beside), ALONE (a mark in the lane's last row) or GROUPED. `y` is the middle of the mark or bar.
    `before` and `after` are the neighbours in the row, -1 at its ends. The members of group g are
    `grouped[group_first[g]:group_first[g + 1]]`.
    """

    px_per_day: float
    state: Ints
    y: Floats
    side: Ints
    text: Sequence[str]
    text_width: Floats
    before: Ints
    after: Ints
    group_lane: Ints
    group_day: Floats
    group_first: Ints
    grouped: Ints
    lane_top: Floats
    lane_height: Floats
    last_row_y: Floats
    pill: float


@dataclass(slots=True)
class _Sheet:
    """The layout while it is being written."""

    state: list[int]
    shelf: list[int]
    side: list[int]
    text: list[str]
    width: list[float]
    bars: list[list[Shelf]]
    marks: list[list[Shelf]]


def lay_out(
    times: Times,
    lane: Ints,
    lanes: int,
    words: Wordings,
    record: Sequence[int],
    *,
    px_per_day: float,
    room: float,
    edge_day: float,
    pill: float,
    sizes: Sizes,
) -> Layout:
    """Lay out all placements at a zoom of `px_per_day`; correct for that zoom and all closer ones.

    `room` is the height in pixels a lane may take, `edge_day` the day behind which labels turn to the
    left, since a view of all the data ends there. `pill` is the width of the widest pill.
    """
    x0, x1 = times.start * px_per_day, times.stop * px_per_day
    left = np.minimum(x0 - np.where(times.began_before, sizes.fade, 0.0), times.mark * px_per_day - sizes.mark / 2)
    right = np.maximum(x1 + np.where(times.opens, sizes.arrow, 0.0), times.mark * px_per_day + sizes.mark / 2)
    is_bar = times.is_range & (x1 - x0 >= sizes.long_bar) & times.dated
    sheet = _Sheet(
        np.where(times.dated, GROUPED, UNDATED).tolist(),
        [-1] * len(lane),
        [NO_LABEL] * len(lane),
        [""] * len(lane),
        [0.0] * len(lane),
        [[] for _ in range(lanes)],
        [[] for _ in range(lanes)],
    )
    bar_rows = max(int(room * 0.5 / sizes.bar_row), 2)
    mark_rows = max(int(room / sizes.mark_row), 3)
    chosen = _candidates(lane, left, times.rank, is_bar, times.dated, sizes, (bar_rows, 2 * mark_rows))
    _pack_bars(sheet, chosen[is_bar[chosen]], lane, record, words, left, right, bar_rows, sizes)
    spare = [
        max(int((room - len(shelves) * sizes.bar_row - sizes.mark_row) / sizes.mark_row), 3) for shelves in sheet.bars
    ]
    _pack_marks(sheet, chosen[~is_bar[chosen]], lane, record, words, left, right, edge_day * px_per_day, spare, sizes)

    state = np.array(sheet.state, np.int64)
    loose = np.flatnonzero(state == GROUPED)
    small = (right - left)[loose] <= 1.05 * sizes.mark
    groups = group_close(lane[loose], times.mark[loose] * px_per_day, small, mark=sizes.mark, pill=pill)
    state[loose[groups.alone[groups.of]]] = ALONE

    before, after = _neighbours(sheet, len(lane))
    bars = np.array([len(s) for s in sheet.bars], np.int64)
    marks = np.array([len(s) for s in sheet.marks], np.int64)
    has_last = np.bincount(groups.lane, minlength=lanes) > 0
    content = bars * sizes.bar_row + marks * sizes.mark_row + has_last * sizes.mark_row
    height = np.maximum(content + 2 * sizes.pad, sizes.lane)
    top = np.concatenate(([0.0], np.cumsum(height)[:-1])) if lanes else np.zeros(0)
    shelf = np.array(sheet.shelf, np.int64)
    marks_top = top + sizes.pad + bars * sizes.bar_row
    last_row_y = marks_top + (marks + 0.5) * sizes.mark_row
    y = np.where(
        state == BAR,
        top[lane] + sizes.pad + (shelf + 1) * sizes.bar_row - sizes.bar,
        np.where(state == MARK, marks_top[lane] + (shelf + 0.5) * sizes.mark_row, last_row_y[lane]),
    )
    return Layout(
        px_per_day, state, y, np.array(sheet.side, np.int64), sheet.text, np.array(sheet.width), before, after,
        groups.lane, groups.at / px_per_day, np.concatenate(([0], np.cumsum(groups.count))),
        loose[np.argsort(groups.of, kind="stable")], top, height, last_row_y, pill,
    )  # fmt: skip


def _candidates(
    lane: Ints, left: Floats, rank: Ints, is_bar: Bools, dated: Bools, sizes: Sizes, most: tuple[int, int]
) -> Ints:
    """Give the placements that can have a row at all, lane by lane, the most significant first.

    Of what begins within one and the same narrow cell only as many can be labelled as there are rows
    (twice as many beside marks, one to each side), so that ten thousand records at one place cost no time.
    """
    order = np.lexsort((left, rank, is_bar, np.floor(left / (2 * sizes.mark)), lane))
    order = order[dated[order]]
    cell = np.floor(left[order] / (2 * sizes.mark))
    new = np.ones(len(order), np.bool_)
    new[1:] = (
        (cell[1:] != cell[:-1]) | (lane[order][1:] != lane[order][:-1]) | (is_bar[order][1:] != is_bar[order][:-1])
    )
    number = np.arange(len(order))
    within = number - np.maximum.accumulate(np.where(new, number, 0))
    kept = order[within < np.where(is_bar[order], *most)]
    return kept[np.lexsort((left[kept], rank[kept], lane[kept]))]


def _pack_bars(
    sheet: _Sheet,
    chosen: Ints,
    lane: Ints,
    record: Sequence[int],
    words: Wordings,
    left: Floats,
    right: Floats,
    most: int,
    sizes: Sizes,
) -> None:
    rows = zip(chosen.tolist(), lane[chosen].tolist(), left[chosen].tolist(), right[chosen].tolist(), strict=True)
    for number, its_lane, start, end in rows:
        shelves = sheet.bars[its_lane]
        text, width = words.at_most(record[number], sizes.long_text)
        stop = max(end, start + width) + sizes.gap
        at = first_fit(shelves, start, stop)
        if at < 0:
            if len(shelves) >= most:
                continue
            at = len(shelves)
            shelves.append(Shelf())
        shelves[at].put(start, stop, number)
        sheet.state[number], sheet.shelf[number], sheet.side[number] = BAR, at, ABOVE
        sheet.text[number], sheet.width[number] = text, width


def _pack_marks(
    sheet: _Sheet,
    chosen: Ints,
    lane: Ints,
    record: Sequence[int],
    words: Wordings,
    left: Floats,
    right: Floats,
    edge: float,
    most: Sequence[int],
    sizes: Sizes,
) -> None:
    off = sizes.beside - sizes.mark / 2
    rows = zip(chosen.tolist(), lane[chosen].tolist(), left[chosen].tolist(), right[chosen].tolist(), strict=True)
    for number, its_lane, start, end in rows:
        shelves = sheet.marks[its_lane]
        for limit in (sizes.long_text, sizes.short_text):
            text, width = words.at_most(record[number], limit)
            to_right = start, end + off + width + sizes.gap
            to_left = start - off - width, end + sizes.gap
            ways = (
                ((LEFT, to_left), (RIGHT, to_right))
                if to_right[1] - sizes.gap > edge
                else ((RIGHT, to_right), (LEFT, to_left))
            )
            for side, (low, high) in ways:
                at = first_fit(shelves, low, high)
                if at < 0 and side == ways[0][0] and len(shelves) < most[its_lane]:
                    at = len(shelves)
                    shelves.append(Shelf())
                if at >= 0:
                    break
            if at >= 0:
                shelves[at].put(low, high, number)
                sheet.state[number], sheet.shelf[number], sheet.side[number] = MARK, at, side
                sheet.text[number], sheet.width[number] = text, width
                break


def _neighbours(sheet: _Sheet, count: int) -> tuple[Ints, Ints]:
    before, after = [-1] * count, [-1] * count
    for stack in (sheet.bars, sheet.marks):
        for shelves in stack:
            for shelf in shelves:
                for one, next_one in zip(shelf.owners, shelf.owners[1:], strict=False):
                    after[one], before[next_one] = next_one, one
    return np.array(before, np.int64), np.array(after, np.int64)
