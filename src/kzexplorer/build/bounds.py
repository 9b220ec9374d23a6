"""The dates of an era, taken from the records that bound it."""

from collections.abc import Sequence

from kzexplorer.build.drafts import Drafts
from kzexplorer.build.entries import Bound, Record
from kzexplorer.domain.dates import DateError, Precision, VagueDate, parse


def record_of(drafts: Drafts, bound: Bound) -> Record | None:
    """Give the record of a bound, None where its file could not be read."""
    return next((record for record in drafts.records if record.slug == bound.record), None)


def date_at(drafts: Drafts, bound: Bound) -> VagueDate | None:
    """Give the date that a record has at a bound, None where it carries none."""
    record = record_of(drafts, bound)
    if record is None or bound.at == "ends":
        return drafts.ends[record.slug].date if record else None
    if bound.at == "begins":
        return record.begins
    return next((step.date for step in record.steps if step.role == bound.at), None) or _fact(record, bound.at)


def between(dates: Sequence[VagueDate]) -> VagueDate:
    """Give one date as it is, and of two that something lies between them.

    Raises:
        DateError: the second ends before the first begins.
    """
    if len(dates) == 1:
        return dates[0]
    return VagueDate(dates[0].first, dates[-1].last, Precision.APPROX)


def _fact(record: Record, key: str) -> VagueDate | None:
    value = record.data.get(key)
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    try:
        return parse(f"{value:04}" if isinstance(value, int) else value)
    except DateError:
        return None
