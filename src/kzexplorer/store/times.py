"""Which records meet a span of time or were so on a day: surely, or perhaps where dates are vague."""

from array import array
from collections.abc import Callable, Iterator, Mapping
from math import inf
from typing import NamedTuple

from kzexplorer.domain.columns import NO_DAY, Dates
from kzexplorer.domain.ends import lived
from kzexplorer.domain.state import Query, Span, SpanMode
from kzexplorer.store import bits

_FAR = 1 << 30  # a day beyond all days
Days = tuple[float, float]


class Bounds(NamedTuple):
    """Four days of a record that tell whether something lies within a span of time.

    It may, where `soonest` is not after the span and `latest` not before it; it surely does, where `begun` is not
    after it and `over` not before it.
    """

    soonest: float
    latest: float
    begun: float
    over: float


_NEVER = Bounds(_FAR, -_FAR, _FAR, -_FAR)


class Dated(NamedTuple):
    """The bounds of a record's begin and end, None where there is none."""

    begins: Days | None
    ends: Days | None
    ongoing: bool
    lasting: bool


def _somewhere(days: Days) -> Bounds:
    """Give the bounds of a day that lies somewhere between two."""
    return Bounds(*days, days[1], days[0])


def _active(record: Dated) -> Bounds:
    if record.begins is None:
        return _NEVER
    begun, over = lived(record.begins, record.ends)
    return _somewhere(begun) if over is None else Bounds(begun[0], over[1], begun[1], over[0])


def _begun(record: Dated) -> Bounds:
    return _NEVER if record.begins is None else _somewhere(lived(record.begins, record.ends).begun)


def _ended(record: Dated) -> Bounds:
    if record.ends is None or record.ongoing:
        return _NEVER
    over = lived(record.begins, record.ends).over if record.begins else None
    return _somewhere(over or record.ends)


def _alive(record: Dated) -> Bounds:
    if record.begins is None:
        return Bounds(-_FAR, record.ends[1] if record.ends else _FAR, _FAR, -_FAR)
    if record.ends is None and record.lasting:
        first, last = record.begins
        return Bounds(first, _FAR, first, first) if first == last else Bounds(first, _FAR, _FAR, -_FAR)
    return _active(record)


_AS_OF = "as of"
# Each is what `domain.ends` answers record by record, turned into bounds; a test holds the two together.
_TESTS: Mapping[str, Callable[[Dated], Bounds]] = {
    SpanMode.ACTIVE: _active,
    SpanMode.BEGINS: _begun,
    SpanMode.ENDS: _ended,
    _AS_OF: _alive,
}


class Times:
    """Answers about time for all records of a database; `lasting` is the set of those of a kind that goes on.

    The bounds of a question are made when it is first asked, and the last answers are kept while other things are.
    """

    def __init__(self, dates: Dates, lasting: int) -> None:
        self._dates = dates
        self._lasting = lasting
        self._bounds: dict[str, tuple[array[float], ...]] = {}
        self._kept: dict[str, tuple[object, int, int]] = {}

    def met(self, query: Query, everything: int) -> tuple[int, int]:
        """Give the records that may meet the span and the day of a query, and those of them that surely do."""
        may, surely = everything, everything
        if query.span:
            perhaps, yes = self._in_span(query.span)
            may, surely = may & perhaps, surely & yes
        if query.as_of:
            day = query.as_of.begin
            perhaps, yes = self._answered("as of", day, _AS_OF, day, day)
            may, surely = may & perhaps, surely & yes
        return may, surely

    def _in_span(self, span: Span) -> tuple[int, int]:
        first = -inf if span.first is None else span.first
        last = inf if span.last is None else span.last
        return self._answered("span", span, span.mode, first, last)

    def _answered(self, kind: str, asked: object, test: str, first: float, last: float) -> tuple[int, int]:
        """Give the records whose answer is not no, and those whose answer is yes."""
        if kind not in self._kept or self._kept[kind][0] != asked:
            soonest, latest, begun, over = self._columns(test)
            may = bits.of([low <= last and high >= first for low, high in zip(soonest, latest, strict=True)])
            yes = bits.of([low <= last and high >= first for low, high in zip(begun, over, strict=True)])
            self._kept[kind] = asked, may, yes
        return self._kept[kind][1:]

    def _columns(self, test: str) -> "tuple[array[float], ...]":
        if test not in self._bounds:
            flat = array("d")
            for record in self._records():
                flat.extend(_TESTS[test](record))
            self._bounds[test] = tuple(flat[column::4] for column in range(4))
        return self._bounds[test]

    def _records(self) -> Iterator[Dated]:
        dates = self._dates
        lasting = bits.flags(self._lasting, len(dates))
        columns = dates.begins_first, dates.begins_last, dates.end_first, dates.end_last, dates.ongoing, lasting
        for first, last, end_first, end_last, ongoing, lasts in zip(*columns, strict=True):
            yield Dated(_days(first, last), _days(end_first, end_last), bool(ongoing), bool(lasts))


def _days(first: int, last: int) -> Days | None:
    if first == last == NO_DAY:
        return None
    return (-_FAR if first == NO_DAY else first), (_FAR if last == NO_DAY else last)
