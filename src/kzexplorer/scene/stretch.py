"""The placements of a timeline, all or those of a stretch of time, as arrays that run in parallel."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kzexplorer.scene.lanes import Placements
from kzexplorer.scene.layout import FOLDED, GROUPED, UNDATED, Bools, Ints, Kinds, Times


@dataclass(frozen=True)
class Stretch:
    """Placements sorted by lane and mark; `numbers` count them among all, `folded` are those in collapsed lanes."""

    numbers: Ints
    times: Times
    record: Ints
    lane: Ints
    muted: Bools
    folded: Bools

    @classmethod
    def of_all(cls, placed: Placements, times: Times, folded: Bools) -> "Stretch":
        """Sort all placements."""
        order = np.lexsort((times.mark, placed.lane))
        plain = np.zeros(len(order), np.bool_)
        sorted_times = times.at(order, plain)
        return cls(
            np.arange(len(order)), sorted_times, placed.row[order], placed.lane[order], placed.muted[order],
            folded[order],
        )  # fmt: skip

    def within(self, first: float, last: float) -> "Stretch":
        """Give those of which anything is drawn between two moments, or all if those are most."""
        times = self.times
        kept = np.flatnonzero(times.dated & (times.low < last) & (times.high > first))
        if len(kept) > 0.4 * len(times.low):
            return self  # to take so many out costs more than to leave the others in
        return Stretch(
            self.numbers[kept], times.at(kept, np.zeros(len(kept), np.bool_)), self.record[kept], self.lane[kept],
            self.muted[kept], self.folded[kept],
        )  # fmt: skip

    @cached_property
    def unplaced(self) -> Kinds:
        """The state of each before any has a row: UNDATED, FOLDED or GROUPED."""
        grouped = np.where(self.folded, FOLDED, GROUPED)
        return np.where(self.times.dated, grouped, UNDATED).astype(np.int8)

    @cached_property
    def usable(self) -> Sequence[Ints]:
        """Those that may have a row, parted by rank, the most significant first."""
        rank, grouped = self.times.rank, self.unplaced == GROUPED
        ranks = range(int(rank.min(initial=1 << 30)), int(rank.max(initial=0)) + 1)
        return [np.flatnonzero((rank == value) & grouped) for value in ranks]

    def number_of(self, number: int) -> int:
        """Give the place of one of all placements here, -1 where it is not."""
        at = int(np.searchsorted(self.numbers, number))
        return at if at < len(self.numbers) and self.numbers[at] == number else -1
