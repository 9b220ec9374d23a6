"""Rows within a lane: what stands in one row never overlaps, and who comes first has the choice."""

from bisect import bisect_right
from collections.abc import Sequence

CELL = 32.0  # pixels
WIDE = 4096.0  # pixels; what is wider is not worth marking cell by cell
Way = tuple[int, float, float]


class Rows:
    """The rows of one stack of a lane, at most `most`: in each, intervals in pixels that do not overlap.

    If it is `crowded`, a grid keeps, as bits, which rows are taken all over a cell, so that most rows are known
    to be taken without looking into them.
    """

    __slots__ = ("_crowded", "_ends", "_starts", "_taken", "most", "owners")

    def __init__(self, most: int, *, crowded: bool = True) -> None:
        self.most = most
        self.owners: list[list[int]] = []
        self._crowded = crowded
        self._starts: list[list[float]] = []
        self._ends: list[list[float]] = []
        self._taken: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.owners)

    def is_full_at(self, x: float) -> bool:
        """Say whether every row there may be is taken at a place, surely; a no is not sure."""
        return self._taken.get(int(x // CELL), 0) == (1 << self.most) - 1

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
                self._write(row, bisect_right(self._starts[row], start), start, end, owner)
                return row, number
        return None

    def take(self, row: int, start: float, end: float, owner: int) -> bool:
        """Put something into a row if there may be such a row and it has room; rows before it are made too."""
        if row >= self.most:
            return False
        while len(self.owners) <= row:
            self.owners.append([])
            self._starts.append([])
            self._ends.append([])
        starts, ends = self._starts[row], self._ends[row]
        at = bisect_right(starts, start)
        if (at and ends[at - 1] > start) or (at < len(starts) and end > starts[at]):
            return False
        self._write(row, at, start, end, owner)
        return True

    def _write(self, row: int, at: int, start: float, end: float, owner: int) -> None:
        self._starts[row].insert(at, start)
        self._ends[row].insert(at, end)
        self.owners[row].insert(at, owner)
        if self._crowded and end - start < WIDE:
            for cell in _cells(start, end):
                self._taken[cell] = self._taken.get(cell, 0) | (1 << row)

    def _first_fit(self, start: float, end: float) -> int:
        free = (1 << len(self._starts)) - 1
        if self._crowded and end - start < WIDE:
            taken = self._taken
            for cell in _cells(start, end):
                if cell in taken:
                    free &= ~taken[cell]
                    if not free:
                        return -1
        while free:
            row = (free & -free).bit_length() - 1
            starts = self._starts[row]
            at = bisect_right(starts, start)
            if (at == 0 or self._ends[row][at - 1] <= start) and (at == len(starts) or end <= starts[at]):
                return row
            free &= free - 1
        return -1


def _cells(start: float, end: float) -> range:
    """Give the cells that lie wholly within an interval."""
    return range(-int(-start // CELL), int(end // CELL))
