"""All lengths of a scene, in pixels, that follow from the size of its type."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """All lengths, in pixels, for one size of type."""

    font: float

    @property
    def mark(self) -> float:
        """Width and height of a mark."""
        return 1.08 * self.font

    @property
    def bar(self) -> float:
        """Height of a bar."""
        return 0.58 * self.font

    @property
    def arrow(self) -> float:
        """Length of the arrow of an open end, beyond the bar."""
        return 0.6 * self.font

    @property
    def tail(self) -> float:
        """Length of the dots behind a mark that stand for a bar that had no row."""
        return self.font

    @property
    def text(self) -> float:
        """Height of a label's box."""
        return 1.34 * self.font

    @property
    def beside(self) -> float:
        """Distance from the middle of a mark, or the end of a bar, to the label beside it."""
        return self.mark / 2 + 0.46 * self.font

    @property
    def gap(self) -> float:
        """Least distance between what stands in one row."""
        return 0.85 * self.font

    @property
    def air(self) -> float:
        """Distance from a mark on a bar to the label above, and to the row below."""
        return 0.21 * self.font

    @property
    def bar_row(self) -> float:
        """Height of a row of bars with labels above."""
        return 2.84 * self.font

    @property
    def mark_row(self) -> float:
        """Height of a row of marks with labels beside."""
        return 2.17 * self.font

    @property
    def pad(self) -> float:
        """Room above the first and below the last row of a lane."""
        return 0.67 * self.font

    @property
    def lane(self) -> float:
        """Least height of a lane: its title and its caption."""
        return 4.0 * self.font

    @property
    def long_bar(self) -> float:
        """From which length on a bar takes its label above, shorter ones take it beside."""
        return 5.0 * self.font

    @property
    def long_text(self) -> float:
        """The width a label may take where there is room, and above a bar."""
        return 30.0 * self.font

    @property
    def short_text(self) -> float:
        """The width a label is cut to where there is less room."""
        return 15.0 * self.font

    @property
    def least_text(self) -> float:
        """The width a label is cut to before it is dropped, at the edges of the view."""
        return 7.0 * self.font
