"""Which records meet a span of time or were so on a day: surely, or perhaps where dates are vague."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.ends import Answer, End, active_within, alive_on, begun_within, ended_within
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.records import Row
from kzexplorer.domain.state import Query, Span, SpanMode
from kzexplorer.store import bits

_TESTS: Mapping[SpanMode, Callable[[float, float, VagueDate | None, End], Answer]] = {
    SpanMode.ACTIVE: active_within,
    SpanMode.BEGINS: begun_within,
    SpanMode.ENDS: ended_within,
}


class Times:
    """Answers about time for all rows of a database; the last ones are kept while other things are asked."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._kept: dict[str, tuple[Span | int, int, int]] = {}

    def met(self, query: Query, everything: int) -> tuple[int, int]:
        """Give the records that may meet the span and the day of a query, and those of them that surely do."""
        may, surely = everything, everything
        if query.span:
            yes, unknown = self._in_span(query.span)
            may, surely = may & (yes | unknown), surely & yes
        if query.as_of:
            yes, unknown = self._as_of(query.as_of.begin)
            may, surely = may & (yes | unknown), surely & yes
        return may, surely

    def _in_span(self, span: Span) -> tuple[int, int]:
        first = -inf if span.first is None else span.first
        last = inf if span.last is None else span.last
        test = _TESTS[span.mode]
        return self._answered("span", span, (test(first, last, row.begins, row.end) for row in self._rows))

    def _as_of(self, day: int) -> tuple[int, int]:
        known = kinds()
        answers = (
            alive_on(day, row.begins, row.end, lasting=row.kind not in known or known[row.kind].lasting)
            for row in self._rows
        )
        return self._answered("as of", day, answers)

    def _answered(self, kind: str, asked: Span | int, answers: Iterable[Answer]) -> tuple[int, int]:
        """Give the records whose answer is yes, and not known."""
        if kind not in self._kept or self._kept[kind][0] != asked:
            given = list(answers)
            yes, unknown = (bits.of(a is answer for a in given) for answer in (Answer.YES, Answer.UNKNOWN))
            self._kept[kind] = asked, yes, unknown
        return self._kept[kind][1:]
