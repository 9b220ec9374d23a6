"""What has no row of its own: a mark where it stands alone, a pill with a count where it does not."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Groups:
    """Things that stand close together, in their order.

    `first` are the places of the first of each group; and there is their lane, the place of their mark or the
    middle of their pill, how many they are, and whether it is one alone, which its mark shows.
    """

    first: Ints
    lane: Ints
    at: Floats
    count: Ints
    alone: Bools


def group_close(lane: Ints, at: Floats, *, mark: float, tail: float, pill: float) -> Groups:
    """Group the things of a lane, sorted by lane and place, that lie in one cell of a grid; all lengths in pixels.

    `mark` and `pill` are the widths of a mark and of the widest pill, `tail` the length of what may follow a mark.
    The grid is fixed to the axis and pills keep off the borders of their cell, so that panning changes nothing and
    nothing overlaps. Two single things that would touch over the border of their cells become one group.
    """
    cell = pill + 2 * (mark + tail) + 4
    cells = at / cell
    np.floor(cells, out=cells)
    new = np.ones(len(at), np.bool_)
    new[1:] = (cells[1:] != cells[:-1]) | (lane[1:] != lane[:-1])
    starts = np.flatnonzero(new)
    single = np.diff(np.append(starts, len(at))) == 1
    touching = np.zeros(len(starts), np.bool_)
    touching[1:] = (
        single[1:]
        & single[:-1]
        & (lane[starts[1:]] == lane[starts[:-1]])
        & (at[starts[1:]] - at[starts[:-1]] < mark + tail + 2)
    )
    new[starts[touching]] = False
    first = np.flatnonzero(new)
    count = np.diff(np.append(first, len(at)))
    mean = np.add.reduceat(at, first) / count if len(first) else np.zeros(0)
    alone = count == 1
    inside = np.clip(mean, (cells[first] + 0.5) * cell - mark / 2, (cells[first] + 0.5) * cell + mark / 2)
    whole = np.ones(len(first), np.bool_)
    whole[np.searchsorted(first, starts[touching], side="right") - 1] = False
    return Groups(first, lane[first], np.where(alone | ~whole, mean, inside), count, alone)
