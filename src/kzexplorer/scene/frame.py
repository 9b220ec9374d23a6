"""What of a layout is in view, moved to its place in pixels: items, their labels and the clusters."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

import numpy as np

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.scene import labels
from kzexplorer.scene.layout import ALONE, BAR, GROUPED, MARK, Bools, Floats, Ints, Layout, Times
from kzexplorer.scene.shapes import Cluster, Edge, Item, Label, Side, Sizes, Viewport

SIDES = (Side.ABOVE, Side.RIGHT, Side.LEFT)
RUNNING = "‹ "


@dataclass(frozen=True, slots=True)
class Look:
    """What an item shows of its record wherever it stands."""

    slug: str
    mark: Mark
    family: Family
    begin: Edge
    end: Edge
    is_range: bool
    weak: bool
    significance: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The places in pixels of all placements, and the numbers of those `shown` one by one.

    `left` and `right` bound all that is drawn of a placement, arrow and fade included.
    """

    plan: Layout
    viewport: Viewport
    sizes: Sizes
    x0: Floats
    x1: Floats
    mark: Floats
    left: Floats
    right: Floats
    shown: Ints


def cull(times: Times, plan: Layout, viewport: Viewport, sizes: Sizes) -> Frame:
    """Find what is in view, even if by a pixel."""
    scale, first = viewport.px_per_day, viewport.first
    x0, x1, mark = ((days - first) * scale for days in (times.start, times.stop, times.mark))
    left = np.minimum(x0 - np.where(times.began_before, sizes.fade, 0.0), mark - sizes.mark / 2)
    right = np.maximum(x1 + np.where(times.opens, sizes.arrow, 0.0), mark + sizes.mark / 2)
    drawn = (plan.state == BAR) | (plan.state == MARK) | (plan.state == ALONE)
    return Frame(
        plan, viewport, sizes, x0, x1, mark, left, right,
        np.flatnonzero(drawn & (right > 0) & (left < viewport.width)),
    )  # fmt: skip


def items(frame: Frame, times: Times, looks: Sequence[Look], record: Ints, lane: Ints, muted: Bools,
          focused: Set[int]) -> tuple[Item, ...]:  # fmt: skip
    """Make the items that are shown; `looks` belong to the rows, the other sequences to the placements."""
    at, scale, first = frame.shown, frame.viewport.px_per_day, frame.viewport.first
    columns = (
        at, record[at], lane[at], frame.x0[at], (times.solid0[at] - first) * scale, (times.solid1[at] - first) * scale,
        frame.x1[at], frame.mark[at], frame.plan.y[at], muted[at],
    )  # fmt: skip
    return tuple(
        Item(
            index, (look := looks[index]).slug, its_lane, look.mark, look.family, x0, solid0, solid1, x1, mark, y,
            look.begin, look.end, look.is_range, grey, look.weak, look.significance, number in focused,
        )
        for number, index, its_lane, x0, solid0, solid1, x1, mark, y, grey in zip(
            *(column.tolist() for column in columns), strict=True
        )
    )  # fmt: skip


def texts(frame: Frame, shown: Sequence[Item]) -> tuple[Label, ...]:
    """Make the labels of the items that are shown, whole ones only."""
    plan, at, sizes = frame.plan, frame.shown, frame.sizes
    left, right, width, side = frame.left[at], frame.right[at], plan.text_width[at], plan.side[at].copy()
    off = sizes.beside - sizes.mark / 2
    view = frame.viewport.width
    sticking = np.where((left < 2) & (right - width >= 2), 2.0, left)
    x = np.choose(side, (sticking, right + off, left - off - width, left))
    cut = np.flatnonzero((side != labels.NO_LABEL) & ((x < 0) | (x + width > view)))
    standing = labels.Standing(
        left.tolist(), right.tolist(), x.tolist(), width.tolist(), side.tolist(), plan.before[at].tolist(),
        plan.after[at].tolist(), {number: i for i, number in enumerate(at.tolist())} if len(cut) else {},
    )  # fmt: skip
    labels.turn(standing, cut.tolist(), view, off, sizes.gap)
    found = []
    above, beside = sizes.mark / 2 + sizes.text + 1, sizes.text / 2
    numbers = zip(at.tolist(), standing.x, standing.width, standing.side, shown, strict=True)
    for i, (number, its_x, its_width, its_side, item) in enumerate(numbers):
        if its_side != labels.NO_LABEL:
            y = item.y - (above if its_side == labels.ABOVE else beside)
            bold = item.significance == 1
            found.append(Label(i, plan.text[number], its_x, y, its_width, sizes.text, SIDES[its_side], bold))
    return tuple(found)


def clusters(
    frame: Frame, lane: Ints, record: Ints, focused: Set[int], pill: Callable[[str], float]
) -> tuple[Cluster, ...]:
    """Make the pills in view, and one at the left of each lane for what began before the view and still runs.

    `pill(text)` gives the width of a pill.
    """
    plan, sizes, view = frame.plan, frame.sizes, frame.viewport
    x = (plan.group_day - view.first) * view.px_per_day
    reach = plan.pill / 2
    many = plan.state[plan.grouped[plan.group_first[:-1]]] == GROUPED if len(x) else np.zeros(0, np.bool_)
    near = np.flatnonzero(many & (x > -reach) & (x < view.width + reach))
    height = 1.55 * sizes.font

    def made(its_lane: int, at: float, numbers: Ints, *, running: bool) -> Cluster:
        text = f"{RUNNING if running else ''}{len(numbers)}"
        members = tuple(record[numbers].tolist())
        marked = not focused.isdisjoint(numbers.tolist()) if focused else False
        y = float(plan.last_row_y[its_lane])
        return Cluster(its_lane, at, y, pill(text), height, members, text, running, marked)

    running: dict[int, list[int]] = {}
    gone = np.flatnonzero(many & (x <= -reach))
    if len(gone):
        of_gone = np.zeros(len(plan.group_day), np.bool_)
        of_gone[gone] = True
        group_of = np.repeat(np.arange(len(x)), np.diff(plan.group_first))
        going_on = plan.grouped[of_gone[group_of] & (frame.right[plan.grouped] > 2 * reach)]
        for number in going_on.tolist():
            running.setdefault(int(lane[number]), []).append(number)
    found = []
    for group in near.tolist():
        its_lane, numbers = (
            int(plan.group_lane[group]),
            plan.grouped[plan.group_first[group] : plan.group_first[group + 1]],
        )
        if its_lane in running and x[group] < 3 * reach + sizes.mark + 6:
            running[its_lane].extend(numbers.tolist())
        else:
            found.append(made(its_lane, float(x[group]), numbers, running=False))
    for its_lane, listed in running.items():
        numbers = np.array(listed, np.int64)
        text = f"{RUNNING}{len(numbers)}"
        found.append(made(its_lane, pill(text) / 2 + 2, numbers, running=True))
    return tuple(found)
