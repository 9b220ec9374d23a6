"""Dates as sources give them: a first day, a last day, a precision and a note.

Days are proleptic Gregorian ordinals (`datetime.date.toordinal`), so a date never has a time zone.
The grammar, read by `parse` and printed by `VagueDate.text`:

    2010   2010-07   2010-07-02   2010-Q3   2010s   1994~   2001..2006-08   ..1999   2026-09-30..
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

MIN_DAY = date.min.toordinal()
MAX_DAY = date.max.toordinal()


class Precision(StrEnum):
    """How exactly a date is known; `APPROX` is any span that is not one calendar unit."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    APPROX = "approx"


class DateError(ValueError):
    """Say which text is not a date of the grammar."""


@dataclass(frozen=True, slots=True)
class VagueDate:
    """A day that lies between `first` and `last`, both ordinal days and both included.

    `first` or `last` is None where the source gives no bound on that side, never both. `note` keeps
    the wording of the source and takes no part in comparisons.
    """

    first: int | None
    last: int | None
    precision: Precision
    note: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise DateError("a date needs a bound on at least one side")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise DateError("a date's first day lies after its last")

    @property
    def is_exact(self) -> bool:
        """Whether the day itself is known."""
        return self.precision is Precision.DAY

    @property
    def begin(self) -> int:
        """The earliest day with a bound: `first`, or `last` where nothing bounds the date below."""
        return self.last or MIN_DAY if self.first is None else self.first

    @property
    def finish(self) -> int:
        """The latest day with a bound: `last`, or `first` where nothing bounds the date above."""
        return self.first or MAX_DAY if self.last is None else self.last

    @property
    def text(self) -> str:
        """The date in the grammar; `parse` reads it back to an equal value."""
        return _printed(self)

    @property
    def unit(self) -> Precision | None:
        """The calendar unit the date covers exactly, or None where it is a span of another shape."""
        if self.precision is not Precision.APPROX:
            return self.precision
        if self.first is not None and self.last is not None:
            for unit in (Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.DECADE):
                if _unit_span(self.first, unit) == (self.first, self.last):
                    return unit
        return None

    def __str__(self) -> str:
        return self.text


# The same dates are printed again and again, in lists and files.
@lru_cache(maxsize=20_000)
def _printed(when: VagueDate) -> str:
    if when.first is None or when.last is None:
        lower = "" if when.first is None else _bound(when.first, at_end=False)
        upper = "" if when.last is None else _bound(when.last, at_end=True)
        return f"{lower}..{upper}"
    if when.precision is not Precision.APPROX:
        return _unit_text(when.first, when.precision)
    if when.unit is not None:
        return f"{_unit_text(when.first, when.unit)}~"
    return f"{_bound(when.first, at_end=False)}..{_bound(when.last, at_end=True)}"


_UNIT = re.compile(
    r"(?P<year>\d{4})(?:(?P<decade>s)|-Q(?P<quarter>[1-4])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?",
    re.ASCII,
)


def parse(text: str, note: str = "") -> VagueDate:
    """Read a date of the grammar.

    Raises:
        DateError: the text is not of the grammar, or names a day that does not exist.
    """
    text = text.strip()
    if ".." in text:
        lower, upper = text.split("..", 1)
        first = _parse_unit(lower, text)[0] if lower else None
        last = _parse_unit(upper, text)[1] if upper else None
        try:
            return VagueDate(first, last, Precision.APPROX, note)
        except DateError as error:
            raise DateError(f"“{text}” is not a date: {error}") from None
    first_day, last_day, precision = _parse_unit(text.removesuffix("~"), text)
    return VagueDate(first_day, last_day, Precision.APPROX if text.endswith("~") else precision, note)


def day(ordinal: int) -> VagueDate:
    """Make an exact date of an ordinal day."""
    return VagueDate(ordinal, ordinal, Precision.DAY)


def shifted(ordinal: int, years: int = 0, days: int = 0) -> int:
    """Give the ordinal day so many years and days on, or back; of a month too short for it the last day."""
    on = date.fromordinal(ordinal)
    year = min(max(on.year + years, date.min.year), date.max.year)
    moved = date(year, on.month, min(on.day, monthrange(year, on.month)[1]))
    return min(max(moved.toordinal() + days, MIN_DAY), MAX_DAY)


@lru_cache(maxsize=20_000)
def iso(ordinal: int) -> str:
    """Print an ordinal day as `YYYY-MM-DD`."""
    return date.fromordinal(ordinal).isoformat()


def _parse_unit(text: str, whole: str) -> tuple[int, int, Precision]:
    match = _UNIT.fullmatch(text)
    if match is None:
        raise DateError(
            f"“{shortened(whole)}” is not a date; write 2010, 2010-07, 2010-07-02, "
            "2010-Q3, 2010s, 1994~, A..B, ..B or A.."
        )
    year = int(match["year"])
    try:
        if match["decade"]:
            if year % 10:
                raise ValueError
            precision, start = Precision.DECADE, date(max(year, 1), 1, 1)
        elif match["quarter"]:
            precision, start = Precision.QUARTER, date(year, 3 * int(match["quarter"]) - 2, 1)
        elif match["day"]:
            precision, start = Precision.DAY, date(year, int(match["month"]), int(match["day"]))
        elif match["month"]:
            precision, start = Precision.MONTH, date(year, int(match["month"]), 1)
        else:
            precision, start = Precision.YEAR, date(year, 1, 1)
    except ValueError:
        raise DateError(f"“{shortened(whole)}” is not a day of the calendar") from None
    first, last = _unit_span(start.toordinal(), precision)
    return first, last, precision


def _unit_span(ordinal: int, precision: Precision) -> tuple[int, int]:
    """Give the first and last day of the calendar unit around a day."""
    on = date.fromordinal(ordinal)
    match precision:
        case Precision.MONTH:
            months = on.month, on.month
        case Precision.QUARTER:
            quarter = (on.month - 1) // 3
            months = 3 * quarter + 1, 3 * quarter + 3
        case Precision.YEAR:
            months = 1, 12
        case Precision.DECADE:
            decade = on.year // 10 * 10
            return date(max(decade, 1), 1, 1).toordinal(), date(decade + 9, 12, 31).toordinal()
        case _:
            return ordinal, ordinal
    last_day = monthrange(on.year, months[1])[1]
    return date(on.year, months[0], 1).toordinal(), date(on.year, months[1], last_day).toordinal()


def _unit_text(ordinal: int, precision: Precision) -> str:
    on = date.fromordinal(ordinal)
    match precision:
        case Precision.DECADE:
            return f"{on.year // 10 * 10:04}s"
        case Precision.YEAR:
            return f"{on.year:04}"
        case Precision.QUARTER:
            return f"{on.year:04}-Q{(on.month + 2) // 3}"
        case Precision.MONTH:
            return f"{on.year:04}-{on.month:02}"
        case _:
            return on.isoformat()


def _bound(ordinal: int, *, at_end: bool) -> str:
    """Print one end of a span as the largest unit that starts, or ends, on that day."""
    for precision in (Precision.YEAR, Precision.MONTH):
        if _unit_span(ordinal, precision)[at_end] == ordinal:
            return _unit_text(ordinal, precision)
    return iso(ordinal)


def shortened(text: str, limit: int = 60) -> str:
    """Cut a text that goes into a message, so that a pasted book stays one sentence."""
    visible = "".join(c if c.isprintable() else "�" for c in text[: limit + 1])
    return visible if len(visible) <= limit else visible[: limit - 1] + "…"
