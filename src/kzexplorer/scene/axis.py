"""The ticks of the time axis, from days to thousands of years, in the words of a language."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kzexplorer.domain.dates import MAX_DAY, MIN_DAY
from kzexplorer.domain.language import Language
from kzexplorer.scene.shapes import Axis, Measure, Tick, Viewport


@dataclass(frozen=True, slots=True)
class Step:
    """A distance of ticks: so many days, months or years, about `days` long."""

    unit: str
    size: int
    days: float


STEPS = (
    *(Step("day", size, size) for size in (1, 2, 5, 10)),
    *(Step("month", size, 30.4 * size) for size in (1, 3)),
    *(Step("year", size, 365.25 * size) for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
MIN_MINOR_PX = 5.0


class Calendar:
    """The calendar in one language and one size of type: gives the axis of any view."""

    def __init__(self, px: float, measure: Measure, language: Language) -> None:
        self._px = px
        self._measure = measure
        self._language = language
        months = max(measure(language.short_month(month), px, True) for month in range(1, 13))
        year = measure("0000", px, True)
        self._widest = {"day": months, "month": max(months, year), "year": year}
        self._last: tuple[tuple[float, ...], Axis] | None = None

    def axis(self, viewport: Viewport, overhang: float = 0.0) -> Axis:
        """Give the ticks of a view: labelled ones as fine as there is room for, and finer ones without text.

        `overhang` is how far, in pixels, a label may stand out over the right end. The same view as last
        has the same axis as last: other records come far more often than other days.
        """
        key = viewport.first, viewport.last, viewport.width, overhang
        if self._last is None or self._last[0] != key:
            self._last = key, self._made(viewport, overhang)
        return self._last[1]

    def _made(self, viewport: Viewport, overhang: float) -> Axis:
        scale = viewport.px_per_day
        major = next(
            (i for i, step in enumerate(STEPS) if step.days * scale >= self._widest[step.unit] + 1.2 * self._px),
            len(STEPS) - 1,
        )
        ticks = []
        for day in _days(STEPS[major], viewport.first, viewport.last):
            text, strong = self._text(STEPS[major], day)
            x, width = (day - viewport.first) * scale, self._measure(text, self._px, strong)
            left = min(x - width / 2, max(viewport.width + overhang - width, x - width / 2 - 0.5 * self._px))
            ticks.append(Tick(x, text, left, width, strong))
        kept = _without_overlap(ticks, viewport.width + overhang, 0.4 * self._px)
        taken = {tick.x for tick in kept}
        lines = ((day - viewport.first) * scale for day in _minor(major, viewport))
        minor = (Tick(x, "", x, 0.0, False) for x in lines if x not in taken)
        return Axis(tuple(sorted((*kept, *minor), key=_place)), self._context(STEPS[major], viewport, kept))

    def _text(self, step: Step, day: int) -> tuple[str, bool]:
        """Give the text of a tick, and whether it begins a larger unit than its neighbours."""
        on = date.fromordinal(day)
        if step.unit == "year" or on.month == on.day == 1:
            return str(on.year), step.unit != "year"
        if on.day == 1:
            return self._language.short_month(on.month), step.unit == "day"
        return str(on.day), False

    def _context(self, step: Step, viewport: Viewport, ticks: Iterable[Tick]) -> str:
        """Say the year, or the month, in which the view begins, where its first labels do not."""
        on = date.fromordinal(int(min(max(viewport.first, MIN_DAY), MAX_DAY)))
        said = any(tick.strong and tick.text and tick.x < 5 * self._px for tick in ticks)
        if step.unit == "year" or (step.unit == "month" and said):
            return ""
        return str(on.year) if step.unit == "month" or said else f"{self._language.short_month(on.month)} {on.year}"


def _without_overlap(ticks: list[Tick], end: float, gap: float) -> list[Tick]:
    """Keep the strong labels, then the others, as far as they do not touch; the lines of all stay."""
    taken: list[tuple[float, float]] = []
    kept = []
    for tick in sorted(ticks, key=_strong_first):
        low, high = tick.left - gap, tick.left + tick.width + gap
        at = bisect_left(taken, (low, high))
        free = (at == 0 or taken[at - 1][1] <= low) and (at == len(taken) or high <= taken[at][0])
        if free and tick.left + tick.width <= end:
            taken.insert(at, (low, high))
            kept.append(tick)
        else:
            kept.append(Tick(tick.x, "", tick.x, 0.0, False))
    return kept


def _place(tick: Tick) -> float:
    return tick.x


def _strong_first(tick: Tick) -> tuple[bool, float]:
    return not tick.strong, tick.x


def _minor(major: int, viewport: Viewport) -> Iterator[int]:
    """Give the days of the finest step below the labelled one whose lines can still be told apart."""
    for step in STEPS[:major]:
        if step.days * viewport.px_per_day >= MIN_MINOR_PX and STEPS[major].size % step.size in (0, 1):
            return _days(step, viewport.first, viewport.last)
    return iter(())


def _days(step: Step, first: float, last: float) -> Iterator[int]:
    """Give the days in view on which a step begins; the calendar runs from year 1 to 9999."""
    low, high = max(first, MIN_DAY), min(last, MAX_DAY)
    if low > high:
        return
    on = date.fromordinal(int(low))
    year, month = on.year, on.month
    while True:
        if step.unit == "year":
            start = date(max(year - year % step.size, 1), 1, 1)
            year = year - year % step.size + step.size
        else:
            size = step.size if step.unit == "month" else 1
            start = date(year, (month - 1) // size * size + 1, 1)
            month = (month - 1) // size * size + 1 + size
            year, month = year + (month > 12), (month - 1) % 12 + 1
        at = start.toordinal()
        if at > high:
            return
        if step.unit != "day":
            if at >= low:
                yield at
        else:
            last_of_month = (date(year, month, 1).toordinal() if year <= date.max.year else MAX_DAY + 1) - at
            for day in range(0, last_of_month if step.size <= 1 else 30 - step.size // 2, step.size):
                if day < last_of_month and low <= at + day <= high:
                    yield at + day
        if year > date.max.year:
            return
