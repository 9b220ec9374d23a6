"""Rows within a lane: what stands in one row never overlaps, and the significant come first."""

from bisect import bisect_right
from collections.abc import Sequence


class Shelf:
    """One row of a lane: intervals that do not overlap, in order, each with the number of its owner."""

    __slots__ = ("ends", "owners", "starts")

    def __init__(self) -> None:
        self.starts: list[float] = []
        self.ends: list[float] = []
        self.owners: list[int] = []

    def has_room(self, start: float, end: float) -> bool:
        """Say whether an interval would overlap nothing; intervals may touch."""
        at = bisect_right(self.starts, start)
        return (at == 0 or self.ends[at - 1] <= start) and (at == len(self.starts) or end <= self.starts[at])

    def put(self, start: float, end: float, owner: int) -> None:
        """Add an interval that has room."""
        at = bisect_right(self.starts, start)
        self.starts.insert(at, start)
        self.ends.insert(at, end)
        self.owners.insert(at, owner)


def first_fit(shelves: Sequence[Shelf], start: float, end: float) -> int:
    """Give the first row with room for an interval, -1 where none has."""
    for number, shelf in enumerate(shelves):
        if shelf.has_room(start, end):
            return number
    return -1
