"""Which text a label has, and where it goes when the edge of the view would cut it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kzexplorer.scene.shapes import Measure

ELLIPSIS = "…"


def elide(text: str, width: float, limit: float, width_of: Callable[[str], float]) -> tuple[str, float]:
    """Cut a text of `width` pixels to at most `limit` pixels, marked by an ellipsis, with its new width.

    Returns an empty text where not even one letter and the ellipsis have room.
    """
    if width <= limit:
        return text, width
    low, high = 0, len(text)
    guess = int(len(text) * limit / width)
    while low < high:
        guess = min(max(guess, low + 1), high)
        wide = width_of(text[:guess].rstrip() + ELLIPSIS)
        if wide <= limit:
            low = guess
        else:
            high = guess - 1
        guess = guess + 1 if wide <= limit and high - guess > 3 and limit - wide < limit / 20 else (low + high + 1) // 2
    cut = text[:low].rstrip() + ELLIPSIS
    return (cut, width_of(cut)) if low else ("", 0.0)


@dataclass
class Wordings:
    """The texts of all records at one size: as they are, and cut short; measured once, when first asked for."""

    titles: Sequence[str]
    bold: Sequence[bool]
    px: float
    measure: Measure
    _cut: dict[tuple[int, float], tuple[str, float]] = field(default_factory=dict)
    _whole: dict[int, float] = field(default_factory=dict)

    def at_most(self, index: int, limit: float) -> tuple[str, float]:
        """Give the title of a record cut to `limit` pixels, and its width in pixels."""
        found = self._cut.get((index, limit))
        if found is None:
            title, bold = self.titles[index][:400], self.bold[index]

            def width_of(text: str) -> float:
                return self.measure(text, self.px, bold)

            whole = self._whole.get(index)
            if whole is None:
                whole = self._whole[index] = width_of(title)
            found = self._cut[index, limit] = elide(title, whole, limit, width_of)
        return found


ABOVE, RIGHT, LEFT, NO_LABEL = range(4)
EDGE = 2.0  # pixels between the edge of the view and a label above a bar


@dataclass(slots=True)
class Neighbours:
    """The things in view with their boxes, as lists that run in parallel.

    `left` and `right` bound the mark or bar, `x` and `width` the label, whose `side` is one of the
    numbers above; `before` and `after` are the neighbours' numbers, keys of `at`, the place in the lists.
    """

    text: list[str]
    left: list[float]
    right: list[float]
    x: list[float]
    width: list[float]
    side: list[int]
    before: list[int]
    after: list[int]
    at: Mapping[int, int]

    def low(self, number: int) -> float:
        """Give the left end of what a neighbour takes; nothing out of view takes anything."""
        i = self.at.get(number, -1)
        if i < 0:
            return float("inf")
        return self.left[i] if self.side[i] == NO_LABEL else min(self.left[i], self.x[i])

    def high(self, number: int) -> float:
        """Give the right end of what a neighbour takes."""
        i = self.at.get(number, -1)
        if i < 0:
            return float("-inf")
        return self.right[i] if self.side[i] == NO_LABEL else max(self.right[i], self.x[i] + self.width[i])


Shorter = Callable[[int, float], tuple[str, float]]


def turn(
    among: Neighbours,
    cut: Sequence[int],
    view: float,
    off: float,
    gap: float,
    limits: Sequence[float],
    shorter: Shorter,
) -> None:
    """Move the labels that an edge of the view would cut to where they are whole, else cut them short, else drop them.

    `cut` are places in the lists, `view` is the width of the view, `off` the distance of a label beside its
    mark, `gap` the least distance to a neighbour; in pixels. Neighbours never move. `shorter(place, limit)` gives
    the text cut to a limit and its width; the `limits` are tried in turn.
    """
    wanted = [among.side[i] for i in cut]
    for i in cut:
        among.side[i] = NO_LABEL
    for i, side in zip(cut, wanted, strict=True):
        for limit in (among.width[i], *limits):
            if limit < among.width[i]:
                among.text[i], among.width[i] = shorter(i, limit)
            if _settle(among, i, side, view, off, gap):
                break


def _settle(among: Neighbours, i: int, side: int, view: float, off: float, gap: float) -> bool:
    """Find a place for a label, the side it has first, and say whether there was one."""
    width, left, right = among.width[i], among.left[i], among.right[i]
    lowest = max(0.0, among.high(among.before[i]) + gap)
    highest = min(view, among.low(among.after[i]) - gap)
    if side == ABOVE:
        ways = [(ABOVE, max(min(max(left, EDGE), view - EDGE - width), EDGE))]
    else:
        ways = [(RIGHT, right + off), (LEFT, left - off - width)]
    for its_side, x in ways if side != LEFT else reversed(ways):
        if width and lowest <= x and x + width <= highest:
            among.side[i], among.x[i] = its_side, x
            return True
    return False
