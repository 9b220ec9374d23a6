"""When a row says that something began and ended."""

from datetime import date, datetime, time
from typing import TypeGuard

from kzexplorer.build.tables import Cell
from kzexplorer.domain.written_dates import Order, Written, of_calendar


def is_serial(cell: Cell) -> TypeGuard[int | float]:
    """Say whether a number of a spreadsheet can be a day: between 1927 and 2119, and no year."""
    return isinstance(cell, (int, float)) and not isinstance(cell, bool) and 10_000 <= cell <= 80_000


def date_of(cell: Cell, day_zero: int) -> Written | None:
    """Read a cell that is a date and no text; a number is one where days are counted from a `day_zero`."""
    if isinstance(cell, datetime):
        clock = cell.time()
        return of_calendar(cell.date(), clock.isoformat() if clock != time() else "")
    if isinstance(cell, date):
        return of_calendar(cell)
    if day_zero and is_serial(cell):
        return of_calendar(date.fromordinal(day_zero + int(cell)))
    return None


def wording(found: Written, text: str) -> str:
    """Keep the wording of a date that is vague in another way than our grammar can say."""
    one = found.settled(Order.OPEN)
    return "" if one is None or one.is_exact or one.text == text else text
