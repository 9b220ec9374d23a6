"""Which of the two numbers of a date is the day; apart from the reading of dates, which a start does not wait for."""

from enum import StrEnum


class Order(StrEnum):
    """Which of two numbers is the day; `OPEN` where nothing tells."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    OPEN = "open"
