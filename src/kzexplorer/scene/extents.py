"""From when to when a record is drawn, in days, and how surely."""

from typing import NamedTuple

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.records import Row
from kzexplorer.scene.shapes import Edge


class Extent(NamedTuple):
    """Days as numbers, day 5 lasting from 5.0 to 6.0: `start` <= `solid0` <= `solid1` <= `stop`.

    `mark` is the middle of when it may have begun. An instant's `solid0` and `solid1` are its mark, and
    a begin of one day has no width.
    """

    start: float
    solid0: float
    solid1: float
    stop: float
    mark: float
    begin: Edge
    end: Edge
    is_range: bool


def extent(row: Row, data_day: int) -> Extent | None:
    """Give the extent of a record, None where it has no date.

    What is ongoing runs to the end of `data_day`; what began after it, or has no end, is an instant.
    """
    if row.begins is None:
        return None
    low, high, begin = _begin(row.begins)
    mark = (low + high) / 2
    end = row.end.date
    if end is None:
        return _instant(low, high, mark, begin, Edge.SHARP)
    if end.last is None:
        open_from = float((data_day if end.first is None else end.first) + 1)
        if open_from <= high:
            return _instant(low, high, mark, begin, Edge.OPEN)
        return Extent(low, high, open_from, open_from, mark, begin, Edge.OPEN, is_range=True)
    stop = float(end.last + 1)
    if stop <= high or stop - low <= 1:
        return _instant(low, high, mark, begin, Edge.SHARP)
    sure = max(high, float(end.first + 1)) if end.first is not None else high
    return Extent(low, high, sure, stop, mark, begin, Edge.SHARP if end.is_exact else Edge.SOFT, is_range=True)


def _begin(date: VagueDate) -> tuple[float, float, Edge]:
    """Give the first and last moment it may have begun; one moment where only one side is bounded."""
    if date.first is None:
        return date.finish + 1.0, date.finish + 1.0, Edge.OPEN
    if date.last is None:
        return float(date.first), float(date.first), Edge.SHARP
    if date.is_exact or date.last == date.first:
        return date.first + 0.5, date.first + 0.5, Edge.SHARP
    return float(date.first), date.last + 1.0, Edge.SOFT


def _instant(low: float, high: float, mark: float, begin: Edge, end: Edge) -> Extent:
    if begin is Edge.SOFT and end is Edge.SHARP:
        end = Edge.SOFT
    return Extent(low, mark, mark, high, mark, begin, end, is_range=False)
