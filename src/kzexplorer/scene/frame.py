"""What of a layout is in view, moved to its place in pixels: items, their labels and the clusters."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.scene import labels
from kzexplorer.scene.layout import ALONE, Bools, Floats, Ints, Layout, Standing, Times
from kzexplorer.scene.life import Life
from kzexplorer.scene.members import Members
from kzexplorer.scene.shapes import Cluster, Edge, Item, Label, Notch, Side, Viewport
from kzexplorer.scene.sizes import Sizes
from kzexplorer.scene.span import Span

SIDES = (Side.ABOVE, Side.RIGHT, Side.LEFT)
UNLABELLED = Standing(ALONE, -1, labels.NO_LABEL, "", 0.0)
RUNNING = "‹ "  # not wider than an em


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
    life: Life | None


@dataclass(frozen=True, slots=True)
class Frame:
    """A layout seen through a view: the numbers of the placements and groups in it, and their places in pixels.

    `shown` are the placements drawn one by one, `pills` the groups drawn as pills, `running` the placements in
    the pill at the left of a lane. `left` and `right` belong to those shown, `pill_x` to all groups, `row_y` (the
    middle of its marks) to all rows, `lane_top` and `lane_height` to the lanes.
    """

    plan: Layout
    viewport: Viewport
    sizes: Sizes
    shown: Ints
    pills: Ints
    running: Mapping[int, Ints]
    left: Floats
    right: Floats
    pill_x: Floats
    row_y: Floats
    lane_top: Floats
    lane_height: Floats


@dataclass(frozen=True, slots=True)
class Labelled:
    """The label of each placement that is shown: its side, place and width in pixels, and text."""

    side: Ints
    x: Floats
    width: Floats
    text: Sequence[str]


def cull(times: Times, lane: Ints, plan: Layout, viewport: Viewport, window: Span, sizes: Sizes) -> Frame:
    """Find what is in view, even if by a pixel, and close the rows that have nothing in the window."""
    at, reach = plan.standing, plan.pill / 2
    cut = plan.cut[at]
    mark, left, whole = times.bounds(viewport.px_per_day, viewport.first, sizes, at)
    left = np.where(cut, mark - sizes.mark / 2, left)
    right = np.where(cut, mark + sizes.mark / 2 + sizes.tail, whole)
    pill_x = (plan.group_day - viewport.first) * viewport.px_per_day
    pills = np.flatnonzero(plan.is_pill & (pill_x > -reach) & (pill_x < viewport.width + reach))
    seen = np.flatnonzero((right > 0) & (left < viewport.width))

    # What has no row, began before the view and still runs is counted by a pill at the left, which also
    # takes in what stands too near to it.
    group_right = (plan.group_high - viewport.first) * viewport.px_per_day + sizes.arrow
    reaching = plan.is_pill & (pill_x <= -reach) & (group_right > plan.pill)
    gone = plan.grouped[np.repeat(reaching, np.diff(plan.group_first))]
    goes_on = (times.high[gone] - viewport.first) * viewport.px_per_day + sizes.arrow * times.goes_on[gone] > plan.pill
    left_behind = at[cut & (right <= 0) & (whole > plan.pill)]
    running = _by_lane(lane, np.append(gone[goes_on], left_behind))
    if running:
        taken = labels.EDGE + plan.pill + sizes.font + sizes.gap
        under = np.isin(plan.group_lane[pills], list(running)) & (pill_x[pills] < taken + reach)
        for group in pills[under].tolist():
            members = plan.grouped[plan.group_first[group] : plan.group_first[group + 1]]
            its_lane = int(plan.group_lane[group])
            running[its_lane] = np.append(running[its_lane], members)
        pills = pills[~under]
        is_near = (plan.state[at[seen]] == ALONE) & (left[seen] < taken) & np.isin(lane[at[seen]], list(running))
        for its_lane, members in _by_lane(lane, at[seen[is_near]]).items():
            running[its_lane] = np.append(running[its_lane], members)
        seen = seen[~is_near]

    # A row is open for all that some view within the window would show in it, so that it stays as it is while
    # the view moves there.
    low, high = viewport.x(window.first), viewport.x(window.last)
    rows = np.zeros(len(plan.row_lane), np.bool_)
    rows[plan.row[at[(right > low) & (left < high)]]] = True
    rows[plan.last_row[plan.group_lane[(group_right > low - reach) & (pill_x < high + reach)]]] = True
    rows[plan.last_row[lane[at[cut & (whole > low) & (right <= high - viewport.width)]]]] = True
    heights = np.where(rows, np.where(plan.row_of_bars, sizes.bar_row, sizes.mark_row), 0.0)
    content = np.bincount(plan.row_lane, heights, len(plan.last_row))
    lane_height = np.maximum(content + 2 * sizes.pad, sizes.lane)
    lane_top = np.cumsum(lane_height) - lane_height
    within = np.cumsum(heights) - (np.cumsum(content) - content)[plan.row_lane]
    up = np.where(plan.row_of_bars, sizes.mark / 2 + sizes.air, sizes.mark_row / 2)
    row_y = lane_top[plan.row_lane] + sizes.pad + within - up
    return Frame(
        plan, viewport, sizes, at[seen], pills, running, left[seen], right[seen], pill_x, row_y, lane_top, lane_height
    )


def _by_lane(lane: Ints, numbers: Ints) -> dict[int, Ints]:
    """Part placements by their lanes, by which all are sorted."""
    if not len(numbers):
        return {}
    numbers = np.sort(numbers, kind="stable")  # nearly in order, lane by lane
    lanes = np.arange(lane[numbers[0]], lane[numbers[-1]] + 1)
    parts = np.split(numbers, np.searchsorted(numbers, np.searchsorted(lane, lanes[1:])))
    return {its_lane: part for its_lane, part in zip(lanes.tolist(), parts, strict=True) if len(part)}


def stand(frame: Frame, record: Ints, words: labels.Wordings) -> Labelled:
    """Find where the labels of what is shown stand, whole ones only."""
    plan, at, sizes, view = frame.plan, frame.shown, frame.sizes, frame.viewport.width
    stands = [plan.stands.get(number, UNLABELLED) for number in at.tolist()]
    left, right, text = frame.left, frame.right, [its.text for its in stands]
    width, side = np.array([its.width for its in stands]), np.array([its.side for its in stands], np.int64)
    off = sizes.beside - sizes.mark / 2
    sticking = np.where((left < labels.EDGE) & (right - width >= labels.EDGE), labels.EDGE, left)
    x = np.choose(side, (sticking, right + off, left - off - width, left))
    cut = np.flatnonzero((side != labels.NO_LABEL) & ((x < 0) | (x + width > view)))
    if not len(cut):
        return Labelled(side, x, width, text)

    def shorter(place: int, limit: float) -> tuple[str, float]:
        return words.at_most(int(record[at[place]]), limit)

    among = labels.Neighbours(
        text, left.tolist(), right.tolist(), x.tolist(), width.tolist(), side.tolist(),
        [plan.before.get(number, -1) for number in at.tolist()], [plan.after.get(number, -1) for number in at.tolist()],
        {number: i for i, number in enumerate(at.tolist())},
    )  # fmt: skip
    labels.turn(among, cut.tolist(), view, off, sizes.gap, (sizes.short_text, sizes.least_text), shorter)
    return Labelled(np.array(among.side), np.array(among.x), np.array(among.width), among.text)


def items(
    frame: Frame, places: Ints, times: Times, looks: Sequence[Look], record: Ints, lane: Ints, muted: Bools,
    focused: Set[int],
) -> tuple[Item, ...]:  # fmt: skip
    """Make the items at these places of `shown`; `looks` belong to the rows, what follows to the placements."""
    at, scale, first = frame.shown[places], frame.viewport.px_per_day, frame.viewport.first
    days = (times.start, times.solid0, times.solid1, times.stop, times.mark)
    x0, solid0, solid1, x1, mark = ((each[at] - first) * scale for each in days)
    cut, tail = frame.plan.cut[at], mark + frame.sizes.mark / 2 + frame.sizes.tail
    columns = (
        at, record[at], lane[at], np.where(cut, mark, x0), np.where(cut, mark, solid0), np.where(cut, tail, solid1),
        np.where(cut, tail, x1), mark, cut,
        frame.row_y[frame.plan.row[at]], muted[at],
    )  # fmt: skip
    return tuple(
        Item(
            row, (look := looks[row]).slug, its_lane, look.mark, look.family, x0, solid0, solid1, x1, mark, y,
            look.begin, look.end, look.is_range, is_cut, grey, look.weak, look.significance, number in focused,
            *(_further(look.life, first, scale) if look.life and not is_cut else ()),
        )
        for number, row, its_lane, x0, solid0, solid1, x1, mark, is_cut, y, grey in zip(
            *(column.tolist() for column in columns), strict=True
        )
    )  # fmt: skip


def _further(life: Life, first: float, scale: float) -> tuple[tuple[Notch, ...], tuple[tuple[float, float], ...]]:
    """Give the notches and the gaps of an item in pixels."""
    notches = (
        Notch(step.role, (step.middle - first) * scale, (step.first - first) * scale, (step.last - first) * scale)
        for step in life.steps
    )
    return tuple(notches), tuple(((low - first) * scale, (high - first) * scale) for low, high in life.gaps)


def texts(frame: Frame, places: Ints, standing: Labelled, shown: Sequence[Item]) -> tuple[Label, ...]:
    """Make the labels of the items that were made of these places."""
    sizes = frame.sizes
    above, beside = sizes.mark / 2 + sizes.air + sizes.text, sizes.text / 2
    columns = (places, standing.side[places], standing.x[places], standing.width[places])
    found = []
    for i, (place, side, x, width) in enumerate(zip(*(column.tolist() for column in columns), strict=True)):
        if side != labels.NO_LABEL:
            item = shown[i]
            y = item.y - (above if side == labels.ABOVE else beside)
            bold = item.significance == 1
            found.append(Label(i, standing.text[place], x, y, width, sizes.text, SIDES[side], bold))
    return tuple(found)


def clusters(
    frame: Frame, record: Ints, focused: Set[int], kept: float, pill: Callable[[str], float]
) -> tuple[Cluster, ...]:
    """Make the pills in view and those above the height `kept`; `pill(text)` gives the width of one."""
    plan, low, high = frame.plan, frame.viewport.top, frame.viewport.bottom
    height = 1.55 * frame.sizes.font

    def made(lane: int, x: float | None, numbers: Ints) -> Cluster:
        text = f"{len(numbers)}" if x is not None else f"{RUNNING}{len(numbers)}"
        width = pill(text)
        at = width / 2 + labels.EDGE if x is None else x
        marked = bool(focused) and not focused.isdisjoint(numbers.tolist())
        return Cluster(lane, at, float(y[lane]), width, height, Members(record[numbers]), text, x is None, marked)

    y = frame.row_y[plan.last_row]
    made_of = []
    for group in frame.pills.tolist():
        lane = int(plan.group_lane[group])
        if low - height < y[lane] < high + height or y[lane] < kept:
            numbers = plan.grouped[plan.group_first[group] : plan.group_first[group + 1]]
            made_of.append(made(lane, float(frame.pill_x[group]), numbers))
    for lane, members in frame.running.items():
        if low - height < y[lane] < high + height or y[lane] < kept:
            made_of.append(made(lane, None, members))
    return tuple(made_of)
