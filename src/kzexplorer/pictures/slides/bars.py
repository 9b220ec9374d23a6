"""The bars of a timeline as native shapes: from when to when, how surely, with steps and the gaps between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kzexplorer.pictures.slides.tree import Tree
from kzexplorer.scene.shapes import Edge, Item
from kzexplorer.scene.sizes import Sizes

_VAGUE = 0.7  # ems from which on it shows that the day of a step is not known


@dataclass(frozen=True, slots=True)
class Bars:
    """Adds what an item has beside its mark and label; the lanes begin at `left`, `top` and are `width` wide."""

    left: float
    top: float
    width: float
    sizes: Sizes

    def draw(self, tree: Tree, item: Item, colour: str) -> None:
        """Add all of it that is in view."""
        if item.is_cut:
            self._dots(tree, item, colour)
            return
        low, high = item.reach
        if high - low > 1.4 * self.sizes.mark:
            self._gaps(tree, item, colour)
            if item.is_range:
                self._bar(tree, item, colour)
            elif item.x1 - item.x0 > 1.4 * self.sizes.mark:
                self._doubt(tree, item, colour)
            self._notches(tree, item, colour)
        if Edge.OPEN in (item.begin, item.end):
            self._arrows(tree, item, colour)

    def _bar(self, tree: Tree, item: Item, colour: str) -> None:
        """Add where it surely or perhaps was, in one part for each way it is known; gaps are left out."""
        x0, x1 = self._within(item.x0), self._within(item.x1)
        solid0 = self._within(item.solid0) if item.begin is Edge.SOFT else x0
        solid1 = self._within(item.solid1) if item.end is Edge.SOFT else x1
        for start, stop in _outside(item.gaps, x0, x1):
            parts = (
                (start, min(stop, solid0), ("surface", colour), "Begin, not known to the day"),
                (max(start, solid0), min(stop, solid1), (colour, colour), "Bar"),
                (max(start, solid1), stop, (colour, "surface"), "End, not known to the day"),
            )
            for low, high, shades, name in parts:
                if high - low < 1e-6:
                    continue
                box = self._box(low, high, item.y, self.sizes.bar)
                if shades[0] == shades[1]:
                    whole = low == start == item.x0 and high == stop == item.x1
                    tree.rectangle(name, box, colour, round_=whole)
                else:
                    tree.fading(name, box, shades)

    def _gaps(self, tree: Tree, item: Item, colour: str) -> None:
        for low, high in item.gaps:
            start, stop = self._within(low), self._within(high)
            if stop > start:
                box = self._box(start, stop, item.y, 0.5 * self.sizes.bar)
                tree.hollow("Not, or not known to be, in force or at work", box, colour, self.sizes.font / 9)

    def _notches(self, tree: Tree, item: Item, colour: str) -> None:
        tall, pen = 0.95 * self.sizes.bar, self.sizes.font / 8
        for notch in item.notches:
            if not 0 <= notch.x <= self.width:
                continue
            name, x, y = f"Step: {notch.role.replace('_', ' ')}", self.left + notch.x, self.top + item.y
            tree.line(name, (x, y - tall), (x, y + tall), colour, pen)
            if notch.x1 - notch.x0 > _VAGUE * self.sizes.font:
                ends = self.left + self._within(notch.x0), self.left + self._within(notch.x1)
                tree.line(f"{name}, when", (ends[0], y + tall), (ends[1], y + tall), colour, pen)

    def _doubt(self, tree: Tree, item: Item, colour: str) -> None:
        """Add from when to when an instant may have been, as a line with caps."""
        y, cap, width = self.top + item.y, self.sizes.mark / 4, self.sizes.font / 8
        low, high = self.left + self._within(item.x0), self.left + self._within(item.x1)
        tree.line("When it may have been", (low, y), (high, y), colour, width)
        for x in (item.x0, item.x1):
            if 0 <= x <= self.width:
                at = self.left + x
                tree.line("Bound", (at, y - cap), (at, y + cap), colour, width)

    def _dots(self, tree: Tree, item: Item, colour: str) -> None:
        """Add that it goes on where there was no room for its bar."""
        radius, end = self.sizes.mark / 11, item.x1 - self.sizes.mark / 6
        for x in (end - 7 * radius, end - 3.5 * radius, end):
            if radius <= x <= self.width - radius:
                tree.oval("Goes on", self.left + x, self.top + item.y, radius, colour)

    def _arrows(self, tree: Tree, item: Item, colour: str) -> None:
        """Add that it began before, or goes on after, what is known."""
        half, length = self.sizes.bar if item.is_range else 0.6 * self.sizes.bar, self.sizes.arrow
        if item.end is Edge.OPEN:
            x = item.x1 if item.is_range else max(item.x1, item.mark_x + self.sizes.mark / 2)
            self._arrow(tree, "Goes on", (x, x + length), item.y, half, colour)
        if item.begin is Edge.OPEN:
            x = min(item.x0, item.mark_x - self.sizes.mark / 2)
            self._arrow(tree, "Began before", (x, x - length), item.y, 0.6 * self.sizes.bar, colour)

    def _arrow(self, tree: Tree, name: str, ends: tuple[float, float], y: float, half: float, colour: str) -> None:
        if all(0 <= x <= self.width for x in ends):
            base, tip = (self.left + x for x in ends)
            y += self.top
            tree.polygon(name, [[(base, y - half), (tip, y), (base, y + half)]], colour)

    def _within(self, x: float) -> float:
        return min(max(x, 0.0), self.width)

    def _box(self, low: float, high: float, y: float, thick: float) -> tuple[float, float, float, float]:
        return self.left + low, self.top + y - thick / 2, high - low, thick


def _outside(gaps: Iterable[tuple[float, float]], x0: float, x1: float) -> Iterator[tuple[float, float]]:
    """Give the parts from one place to another that no gap takes."""
    for low, high in sorted(gaps):
        if low > x0:
            yield x0, min(low, x1)
        x0 = max(x0, high)
        if x0 >= x1:
            return
    yield x0, x1
