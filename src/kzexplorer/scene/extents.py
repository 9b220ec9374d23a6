"""From when to when a record is drawn, in days, and how surely."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

import numpy as np
import numpy.typing as npt

from kzexplorer.domain.columns import NO_DAY, Dates
from kzexplorer.domain.records import Row
from kzexplorer.scene.shapes import Edge

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
EDGES = (Edge.SHARP, Edge.SOFT, Edge.OPEN)
SHARP, SOFT, OPEN = range(len(EDGES))


class Extent(NamedTuple):
    """Days as numbers, day 5 lasting from 5.0 to 6.0: `start` <= `solid0` <= `solid1` <= `stop`.

    `mark` is the middle of when it may have begun. An instant's `solid0` and `solid1` are its mark, and
    a begin of one day has no width.
    """

    start: float
    solid0: float
    solid1: float
    stop: float
    mark: float
    begin: Edge
    end: Edge
    is_range: bool


@dataclass(frozen=True)
class Extents(Sequence[Extent | None]):
    """The extents of records as arrays, that of a record without a date being None; see `Extent`.

    `begin` and `end` are places in `EDGES`. Where `dated` is false the others mean nothing.
    """

    start: Floats
    solid0: Floats
    solid1: Floats
    stop: Floats
    mark: Floats
    begin: Ints
    end: Ints
    is_range: Bools
    dated: Bools

    @classmethod
    def of(cls, dates: Dates) -> "Extents":
        """Give the extents of records by their dates.

        What is ongoing runs to the end of the data's day; what began after it, or has no end, is an instant.
        """
        first, last = _days(dates.begins_first), _days(dates.begins_last)
        end_first, end_last = _days(dates.end_first), _days(dates.end_last)
        # The first and last moment it may have begun; one moment where only one side is bounded.
        no_first, no_last, one_day = first == NO_DAY, last == NO_DAY, first == last
        low = np.select([no_first, no_last, one_day], [last + 1.0, first, first + 0.5], first)
        high = np.select([no_first, no_last, one_day], [last + 1.0, first, first + 0.5], last + 1.0)
        begin = np.select([no_first, no_last | one_day], [OPEN, SHARP], SOFT)
        mark = (low + high) / 2

        goes_on = (end_last == NO_DAY) & (end_first != NO_DAY)
        known = end_last != NO_DAY
        open_from, over = end_first + 1.0, end_last + 1.0
        is_range = np.select([goes_on, known], [open_from > high, (over > high) & (over - low > 1)], False)
        sure = np.where(goes_on, open_from, np.where(end_first == NO_DAY, high, np.maximum(high, open_from)))
        known_to_a_day = np.where(is_range, end_first == end_last, begin != SOFT)
        return cls(
            low,
            np.where(is_range, high, mark),
            np.where(is_range, sure, mark),
            np.where(is_range, np.where(goes_on, open_from, over), high),
            mark,
            begin,
            np.select([goes_on, known_to_a_day], [OPEN, SHARP], SOFT),
            is_range.astype(np.bool_),
            ~(no_first & no_last),
        )

    def __len__(self) -> int:
        return len(self.dated)

    @overload
    def __getitem__(self, place: int) -> Extent | None: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Extent | None, ...]: ...
    def __getitem__(self, place: int | slice) -> Extent | tuple[Extent | None, ...] | None:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(len(self))[place])
        if not self.dated[place]:
            return None
        return Extent(
            float(self.start[place]),
            float(self.solid0[place]),
            float(self.solid1[place]),
            float(self.stop[place]),
            float(self.mark[place]),
            EDGES[self.begin[place]],
            EDGES[self.end[place]],
            bool(self.is_range[place]),
        )


def extent(row: Row) -> Extent | None:
    """Give the extent of a record, None where it has no date."""
    return Extents.of(Dates.of((row,)))[0]


def _days(column: "array[int]") -> Floats:
    return np.array(column, np.float64)
