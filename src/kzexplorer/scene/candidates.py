"""Which placements are worth looking for a row for: few enough that a frame has the time."""

from collections.abc import Sequence

import numpy as np

from kzexplorer.scene.layout import Bools, Floats, Ints, Times
from kzexplorer.scene.sizes import Sizes


def likely(lane: Ints, times: Times, usable: Bools, sizes: Sizes, px_per_day: float, most: int) -> Ints:
    """Give all that might find one of `most` rows, lane by lane, the most significant first.

    Of what begins within a cell narrower than two marks only two a row can be labelled, one to each side; within
    a cell as wide as a short label hardly more than that, three are tried.
    """
    rank, (_, left, _) = times.rank, times.bounds(px_per_day, 0.0, sizes)
    is_bar = (times.high - times.low) * px_per_day >= sizes.long_bar
    kept = np.flatnonzero(usable)
    for width, rows in ((2 * sizes.mark, 2 * most), (sizes.short_text, 3 * most)):
        cell = np.floor(left[kept] / width)
        order = kept[np.lexsort((left[kept], rank[kept], is_bar[kept], cell, lane[kept]))]
        new = np.ones(len(order), np.bool_)
        keys = np.floor(left[order] / width), lane[order], is_bar[order]
        new[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
        number = np.arange(len(order))
        kept = order[number - np.maximum.accumulate(np.where(new, number, 0)) < rows]
    return kept[np.lexsort((left[kept], rank[kept], lane[kept]))]


def foremost(
    ranked: Sequence[Ints], lane: Ints, mark: Floats, px_per_day: float, first_px: float, cell_px: float,
    cells: int, lanes: int, budget: int, most: int,
) -> Ints:  # fmt: skip
    """Give about `budget` of the placements, spread over lanes and time, lane by lane, the most significant first.

    `ranked` are their numbers by rank, each sorted by lane and mark. Each lane has the same number of the most
    significant in each of `cells` cells of a width in pixels, from `first_px` on, as far as they may have one of
    `most` rows; what began before counts in the first. Less and less significant ones are looked at only as long
    as the budget lasts, so that a hundred thousand cost little.
    """
    each = min(max(budget // max(cells * lanes, 1), 1), 2 * most)
    taken = np.zeros(lanes * (cells + 1), np.int64)
    kept: list[Ints] = []
    left = budget
    for mine in ranked:
        if left <= 0:
            break
        cell = np.clip((mark[mine] * px_per_day - first_px) / cell_px, 0, cells).astype(np.int64)
        group = lane[mine] * (cells + 1) + cell
        # They are sorted by group, so that those of one are a run of which the first few fit.
        new = np.ones(len(mine), np.bool_)
        new[1:] = group[1:] != group[:-1]
        starts = np.flatnonzero(new)
        of, size = group[starts], np.diff(starts, append=len(mine))
        fit = np.clip(each - taken[of], 0, size)
        taken[of] += fit
        nth = np.arange(fit.sum()) - np.repeat(np.cumsum(fit) - fit, fit)
        kept.append(mine[np.repeat(starts, fit) + nth][:left])
        left -= len(kept[-1])
    found = np.concatenate(kept) if kept else np.zeros(0, np.int64)
    return found[np.argsort(lane[found], kind="stable")]
