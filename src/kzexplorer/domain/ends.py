"""When a record ended, and whether it was alive on a day or within a span of time.

The end of a record is its stated end; else the date of a step that ended it; else, while it is known to
be ongoing, it lies after the date of the data; else it is the begin of the record that replaces it; else
it is not known, and the record counts as an instant at its begin. What is known to go on comes before
what is to replace it, since a successor that is planned or being built has ended nothing yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import NamedTuple

from kzexplorer.domain.dates import Precision, VagueDate
from kzexplorer.domain.vocabulary import ENDING_STEPS


class Basis(StrEnum):
    """What the end of a record is taken from."""

    STATED = "stated"
    STEP = "step"
    REPLACED = "replaced"
    ONGOING = "ongoing"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """Whether something was so on a day; not known is an answer of its own."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class End:
    """An end and its basis; the date is None where the end is not known."""

    date: VagueDate | None
    basis: Basis


NOT_KNOWN = End(None, Basis.UNKNOWN)


def end_of(
    stated: VagueDate | None,
    steps: Iterable[tuple[str, VagueDate | None]],
    replaced_by: Iterable[VagueDate | None],
    *,
    ongoing: bool,
    data_day: int,
) -> End:
    """Apply the rule. `steps` are (role, date), `replaced_by` the begins of the records that replace it.

    Of several ending steps or replacements the earliest counts. The end of an ongoing record is open:
    not before `data_day`, the day up to which the data reaches.
    """
    if stated is not None:
        return End(stated, Basis.STATED)
    ended = [date for role, date in steps if role in ENDING_STEPS and date is not None]
    if ended:
        return End(_earliest(ended), Basis.STEP)
    if ongoing:
        return End(VagueDate(data_day, None, Precision.APPROX), Basis.ONGOING)
    replaced = [date for date in replaced_by if date is not None]
    return End(_earliest(replaced), Basis.REPLACED) if replaced else NOT_KNOWN


def _earliest(dates: list[VagueDate]) -> VagueDate:
    return min(dates, key=lambda date: (date.begin, date.finish))


def alive_on(day: int, begins: VagueDate | None, end: End, *, lasting: bool) -> Answer:
    """Say whether a record was in force or at work on an ordinal day.

    `lasting` is whether its kind goes on by nature: without a known end a treaty may still have been in
    force on a later day, a launch was over. After the date of the data nothing is known of the ongoing.
    """
    if begins is None:
        over = end.date is not None and end.date.last is not None and day > end.date.last
        return Answer.NO if over else Answer.UNKNOWN
    if end.date is None and lasting:
        if begins.first == begins.last == day:
            return Answer.YES
        return Answer.NO if begins.first is not None and day < begins.first else Answer.UNKNOWN
    return active_within(day, day, begins, end)


def active_within(first: float, last: float, begins: VagueDate | None, end: End) -> Answer:
    """Say whether a record was in force or at work on some day from `first` to `last`; a bound may be infinite.

    One without a known end counts as an instant at its begin, one without a begin meets no span.
    """
    if begins is None:
        return Answer.NO
    life = _life(begins, end)
    if life.over is None:
        return _lies(life.begun, first, last)
    (soonest, latest), (earliest_end, latest_end) = life.begun, life.over
    if soonest > last or latest_end < first:
        return Answer.NO
    return Answer.YES if latest <= last and earliest_end >= first else Answer.UNKNOWN


def begun_within(first: float, last: float, begins: VagueDate | None, end: End) -> Answer:
    """Say whether a record began from `first` to `last`; a bound may be infinite."""
    return Answer.NO if begins is None else _lies(_life(begins, end).begun, first, last)


def ended_within(first: float, last: float, begins: VagueDate | None, end: End) -> Answer:
    """Say whether a record ended from `first` to `last`; what is known to go on has not ended."""
    if end.date is None or end.basis is Basis.ONGOING:
        return Answer.NO
    over = _life(begins, end).over if begins else None
    return _lies(over or _bounds(end.date), first, last)


class Life(NamedTuple):
    """The first and last day on which a record may have begun, and on which it may have ended.

    `over` is None for an instant, which ends when it begins.
    """

    begun: tuple[float, float]
    over: tuple[float, float] | None


def _life(begins: VagueDate, end: End) -> Life:
    return lived(_bounds(begins), None if end.date is None else _bounds(end.date))


def lived(begun: tuple[float, float], over: tuple[float, float] | None) -> Life:
    """Take from the bounds of a begin and an end what the other rules out: nothing ends before it begins."""
    soonest, latest = begun
    # Where the dates contradict each other, the begin is what is known.
    if over is None or over[1] < soonest:
        return Life(begun, None)
    return Life((soonest, min(latest, over[1])), (max(over[0], soonest), over[1]))


def _bounds(date: VagueDate) -> tuple[float, float]:
    return (-inf if date.first is None else date.first), (inf if date.last is None else date.last)


def _lies(bounds: tuple[float, float], first: float, last: float) -> Answer:
    """Say whether a day that lies somewhere between two bounds lies within a span."""
    earliest, latest = bounds
    if earliest > last or latest < first:
        return Answer.NO
    return Answer.YES if earliest >= first and latest <= last else Answer.UNKNOWN
