"""A stretch of days to look at: how it moves, zooms and stays within the calendar."""

from dataclasses import dataclass

from kzexplorer.domain.dates import MAX_DAY, MIN_DAY

SHORTEST = 1.0  # days
FIRST, LAST = float(MIN_DAY), float(MAX_DAY + 1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, day 5 lasting from 5.0 to 6.0; at least a day, at most the calendar."""

    first: float
    last: float

    @classmethod
    def of(cls, first: float, last: float) -> "Span":
        """Make a span of two moments in any order, moved and cut to what is allowed."""
        first, last = min(first, last), max(first, last)
        length = min(max(last - first, SHORTEST), LAST - FIRST)
        middle = (first + last) / 2
        first = min(max(middle - length / 2, FIRST), LAST - length)
        return cls(first, first + length)

    @property
    def length(self) -> float:
        """The days it lasts."""
        return self.last - self.first

    @property
    def days(self) -> tuple[int, int]:
        """The first and last ordinal day of which anything is in it."""
        first = int(self.first)
        return first, max(int(-(-self.last // 1)) - 1, first)

    def moved(self, days: float) -> "Span":
        """Move it by days, as far as the calendar goes."""
        first = min(max(self.first + days, FIRST), LAST - self.length)
        return Span(first, first + self.length)

    def zoomed(self, factor: float, at: float) -> "Span":
        """Show `factor` times as closely, the moment `at` staying where it is."""
        length = min(max(self.length / factor, SHORTEST), LAST - FIRST)
        share = (at - self.first) / self.length
        first = min(max(at - share * length, FIRST), LAST - length)
        return Span(first, first + length)

    def hull(self, other: "Span") -> "Span":
        """Give the shortest span that holds both."""
        return Span(min(self.first, other.first), max(self.last, other.last))

    def around(self, day: float) -> "Span":
        """Give the span itself if a moment is well in it, else the nearest that has it so; far off, amid it."""
        margin = 0.05 * self.length
        off = min(day - self.first - margin, 0.0) + max(day - self.last + margin, 0.0)
        return self.moved(off if abs(off) < self.length / 2 else day - (self.first + self.last) / 2)
