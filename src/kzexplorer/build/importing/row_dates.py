"""When a row says that something began and ended."""

from datetime import date, datetime, time, timedelta
from typing import TypeGuard

from kzexplorer.build.importing.drafts import Draft
from kzexplorer.build.tables import Cell
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.dates import VagueDate, parse
from kzexplorer.domain.written_dates import GOING_ON, NOT_KNOWN, Written, of_calendar, spanned


def is_serial(cell: Cell) -> TypeGuard[int | float]:
    """Say whether a number of a spreadsheet can be a day: between 1927 and 2119, and no year."""
    return isinstance(cell, (int, float)) and not isinstance(cell, bool) and 10_000 <= cell <= 80_000


def date_of(cell: Cell, day_zero: int) -> tuple[Written, str] | None:
    """Read a cell that is a date and no text, with a wording where it is in doubt.

    A number is a date where days are counted from a `day_zero`.
    """
    if isinstance(cell, datetime):
        clock = cell.time()
        return of_calendar(cell.date(), clock.isoformat() if clock != time() else ""), ""
    if isinstance(cell, date):
        return of_calendar(cell), ""
    if day_zero and is_serial(cell):
        minutes = round(cell % 1 * 1440)
        whole = datetime.fromordinal(day_zero + int(cell)) + timedelta(minutes=minutes)
        return of_calendar(whole.date(), f"{whole:%H:%M}" if minutes else ""), ""
    # A person typed 2010.10 or 2010.1, and the number no longer tells which.
    if isinstance(cell, float) and 1000 <= cell < 3000 and not cell.is_integer():
        year = parse(str(int(cell)))
        return Written(year, year), str(cell)
    return None


def fill_dates(draft: Draft, begins: Written, begun: str, ends: Written, ended: str) -> None:
    """Say when a record began and ended, given what its columns say of both, each with its wording."""
    begin = begins.settled(Order.OPEN)
    draft.begins, draft.begins_note = begins, _wording(begin, begun)
    if begins.time:
        draft.facts["time"] = begins.time.rstrip("z")
    if ends is not NOT_KNOWN:
        if begins.until:
            draft.facts["begins"] = begun
        _fill_end(draft, begin, ends, ended)
    elif begins.until:
        draft.ends = Written(begins.until, begins.until, time=begins.until_time)
        draft.ends_note = "" if draft.begins_note else _wording(begins.until, begun)
    else:
        draft.ongoing = begins.goes_on
    if draft.ends.time:
        draft.facts["end time"] = draft.ends.time.rstrip("z")


def _fill_end(draft: Draft, begin: VagueDate | None, ends: Written, ended: str) -> None:
    if ends.goes_on:
        draft.ongoing = True
        draft.ends_note = "" if ends is GOING_ON else ended
        return
    if ends.until:
        span = spanned(ends)
        ends = Written(span, span)
    end = ends.settled(Order.OPEN)
    if end is None:
        draft.ends_note = ended
    elif is_before(end, begin):
        said = ended or f"{end.text} {ends.time}".rstrip()
        draft.ends_note = said_before(said)
        draft.facts["ends"] = said
    else:
        draft.ends, draft.ends_note = ends, _wording(end, ended)


def is_before(end: VagueDate | None, begin: VagueDate | None) -> bool:
    """Say whether something certainly ended before it began, and so cannot be believed."""
    if end is None or begin is None or end.last is None or begin.first is None:
        return False
    return end.last < begin.first


def said_before(end: str) -> str:
    """Say of an end that it is not believed."""
    return f"{end} in the table, before it begins"


def _wording(found: VagueDate | None, text: str) -> str:
    """Keep the wording of a date that is vague in another way than our grammar can say."""
    return "" if found is None or found.is_exact or found.text == text else text
