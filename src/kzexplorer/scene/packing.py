"""Rows within a lane: what stands in one row never overlaps, and who comes first has the choice."""

from bisect import bisect_right
from collections.abc import Sequence

CELL = 16.0  # pixels
WIDE = 4096.0  # pixels; what is wider is not worth counting cell by cell
Way = tuple[int, float, float]


class Rows:
    """The rows of one stack of a lane, at most `most`: in each, intervals in pixels that do not overlap.

    How many rows are taken is also counted on a grid, so that a crowded place is known without looking into
    every row.
    """

    __slots__ = ("_ends", "_fill", "_starts", "most", "owners")

    def __init__(self, most: int) -> None:
        self.most = most
        self.owners: list[list[int]] = []
        self._starts: list[list[float]] = []
        self._ends: list[list[float]] = []
        self._fill: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.owners)

    def is_full_at(self, x: float) -> bool:
        """Say whether every row there may be is taken at a place, surely; a no is not sure."""
        return self._fill.get(int(x // CELL), 0) >= self.most

    def put(self, ways: Sequence[Way], owner: int) -> tuple[int, int] | None:
        """Put something where it fits: the first way in any row, else in a new row, else another way in any row.

        A way is a tag, a start and an end. Returns the row and the number of the way, None without room.
        """
        for number, (_, start, end) in enumerate(ways):
            row = self._first_fit(start, end)
            if row < 0 and number == 0 and len(self.owners) < self.most:
                row = len(self.owners)
                self.owners.append([])
                self._starts.append([])
                self._ends.append([])
            if row >= 0:
                at = bisect_right(self._starts[row], start)
                self._starts[row].insert(at, start)
                self._ends[row].insert(at, end)
                self.owners[row].insert(at, owner)
                self._count(start, end)
                return row, number
        return None

    def _count(self, start: float, end: float) -> None:
        if end - start < WIDE:
            for cell in range(-int(-start // CELL), int(end // CELL)):
                self._fill[cell] = self._fill.get(cell, 0) + 1

    def _first_fit(self, start: float, end: float) -> int:
        for row, starts in enumerate(self._starts):
            at = bisect_right(starts, start)
            if (at == 0 or self._ends[row][at - 1] <= start) and (at == len(starts) or end <= starts[at]):
                return row
        return -1
