"""When a record ended, and whether it was alive on a day.

The end of a record is its stated end; else the date of a step that ended it; else, while it is known to
be ongoing, it lies after the date of the data; else it is the begin of the record that replaces it; else
it is not known, and the record counts as an instant at its begin. What is known to go on comes before
what is to replace it, since a successor that is planned or being built has ended nothing yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

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
        return Answer.UNKNOWN
    if day < begins.begin:
        return Answer.NO if begins.first is not None else Answer.UNKNOWN
    last = end.date
    if last is None:
        if begins.first == begins.last == day:
            return Answer.YES
        return Answer.UNKNOWN if lasting or day <= begins.finish else Answer.NO
    if last.last is not None and day > last.last:
        return Answer.NO
    surely_begun = begins.last is not None and day >= begins.last
    surely_on = last.first is not None and day <= last.first
    return Answer.YES if surely_begun and surely_on else Answer.UNKNOWN
