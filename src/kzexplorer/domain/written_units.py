"""One unit of the calendar as people write it: a day, a month, a quarter, a half, a year, a decade."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from kzexplorer.domain.dates import DateError, Precision, VagueDate, day, parse, shortened
from kzexplorer.domain.written_words import FILLERS, WEEKDAYS, month_named

_HOURS = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?"
CLOCK = rf"{_HOURS}(?: ?[ap]m|z)?(?: ?[+-]\d\d:?(?:\d\d)?)?"
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d\d?)\2(\d\d?)(?:[t ]\s*({CLOCK}|\d{{4}}z?)( ?utc| ?gmt)?)?")
_MONTH_OFYEAR = re.compile(r"(\d{4})[-/.](\d\d?)")
_YEAR_BEHIND = re.compile(r"(\d\d?)[/.](\d{4})")
_COMPACT = re.compile(r"([12]\d{3})(\d\d)(\d\d)")
YEAR = re.compile(r"([1-2]\d{3})")
_DECADE = re.compile(r"(\d{3}0)(?:s|['’]s|-?(?:е|х|ые|ых)(?: год(?:ы|ов|ах))?|-?(?:шы|ші|ыншы|інші)?[ -]?жылдар\w*)")
_QUARTER = re.compile(
    r"(\d{4})[ -]?q([1-4])|q([1-4])[ ,/-]*(\d{4})|(?:(\d{4})[ ,]+)?([1-4]|i{1,3}|iv)(?:st|nd|rd|th|-?[йя])?[ -]*"
    r"(?:quarter|квартал\w*|кв\.?|тоқсан\w*)(?: of)?(?:[ ,]+(\d{4}))?"
)
_HALF = re.compile(r"(\d{4})[ -]?h([12])|h([12])[ -]?(\d{4})")
_TIME = re.compile(rf"{CLOCK}|\d\d?h")
# As catalogues write it behind a day, without a colon; elsewhere four digits are likelier a year.
_CATALOGUED = ("year", "month", "day")
_BARE_TIME = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d(?::[0-6]\d(?:\.\d+)?)?z?")
_ORDINAL = re.compile(r"\d\d?(?:st|nd|rd|th|-?го)?")
_DAY = re.compile(r"\D+")
_WORD = re.compile(r"[^\s,;()]+")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class Unit(NamedTuple):
    """A day, month, quarter, half, year or decade, and the time of day as written."""

    date: VagueDate
    time: str = ""


def of_digits(text: str) -> Unit | None:
    """Read what has its year first, or is of our own grammar.

    Raises:
        DateError: a day or a month that does not exist.
    """
    return _iso(text) or _ours(text)


def of_words(text: str) -> Unit | None:
    """Read a quarter, a half, a decade, or a day or a month in words.

    Raises:
        DateError: a day or a month that does not exist.
    """
    return _quarter(text) or _words(text)


def _ours(text: str) -> Unit | None:
    # Our grammar writes an `s` and a `Q` that are told apart by case; a year alone is of it too.
    try:
        return Unit(parse(text.replace("q", "Q")))
    except DateError:
        return None


def _iso(text: str) -> Unit | None:
    whole = _ISO.fullmatch(text)
    if whole:
        return Unit(unit_of(whole[1], whole[3], whole[4], text), whole[5] or "")
    month = _MONTH_OFYEAR.fullmatch(text)
    # What is written 2010/11 may be two years.
    if month and not ("/" in text and int(month[2]) == (int(month[1]) + 1) % 100):
        return Unit(unit_of(month[1], month[2], "00", text))
    behind = _YEAR_BEHIND.fullmatch(text)
    if behind:
        return Unit(_month_of(behind[2], behind[1], text))
    compact = _COMPACT.fullmatch(text)
    return Unit(day_of(compact[1], compact[2], compact[3], text)) if compact else None


def _quarter(text: str) -> Unit | None:
    decade = _DECADE.fullmatch(text)
    if decade:
        return Unit(parse(f"{decade[1]}s"))
    half = _HALF.fullmatch(text)
    if half:
        year, number = half[1] or half[4], int(half[2] or half[3])
        return Unit(parse(f"{year}-01..{year}-06" if number == 1 else f"{year}-07..{year}-12"))
    quarter = _QUARTER.fullmatch(text)
    if quarter is None:
        return None
    found = quarter[1] or quarter[4] or quarter[5] or quarter[7]
    named = quarter[2] or quarter[3] or quarter[6]
    return Unit(parse(f"{found}-Q{_ROMAN.get(named, named)}")) if found else None


def _words(text: str) -> Unit | None:
    """Read year, month in words, day and time, in any order that tells them apart.

    Behind a month and its year a number is no day, but a footnote.
    """
    said: dict[str, str] = {}  # in the order of the text
    for word in _split(text):
        number = word.strip(".")
        if number in FILLERS or not number:
            continue
        what = _what(number, tuple(said))
        if not what:
            return None
        said[what] = word if what == "time" else number
    year, month, on = said.get("year", ""), said.get("month", ""), said.get("day", "")
    if not year or (("day" in said or "weekday" in said) and not (month and on)):
        return None
    month = month and month_named(month)
    if on:
        return Unit(day_of(year, month, _DAY.sub("", on), text), said.get("time", ""))
    return Unit(_month_of(year, month, text) if month else parse(year))


def _what(word: str, said: tuple[str, ...]) -> str:
    """Tell what a word says of a date, given what those before it said; empty where it says nothing new."""
    free = {"year", "month", "day", "time", "weekday"}.difference(said)
    if "weekday" in free and word in WEEKDAYS:
        return "weekday"
    if "year" in free and YEAR.fullmatch(word):
        return "year"
    if "month" in free and month_named(word):
        return "month"
    if "day" in free and said[:2] != ("month", "year") and _ORDINAL.fullmatch(word):
        return "day"
    dated = "year" not in free and "day" not in free
    if "time" in free and dated and (_TIME.fullmatch(word) or (said == _CATALOGUED and _BARE_TIME.fullmatch(word))):
        return "time"
    return ""


def _split(text: str) -> list[str]:
    """Split at blanks and commas, and at hyphens and dots between numbers and names: `12-Jun-1998`."""
    return [
        part
        for word in _WORD.findall(text)
        for part in (re.split(r"(?<=[^\d])[-./](?=\w)|(?<=\d)[-./](?=[^\d\W])", word) if ":" not in word else [word])
    ]


def unit_of(year: str, month: str, on: str, text: str) -> VagueDate:
    """Give a day by its numbers, or the month or the year where tables write zeros for what is not known."""
    if on != "00":
        return day_of(year, month, on, text)
    return _month_of(year, month, text) if month != "00" else _year_of(year, text)


def day_of(year: str, month: str, on: str, text: str) -> VagueDate:
    """Give a day by its numbers; `text` is what a refusal names."""
    try:
        return day(date(int(year), int(month), int(on)).toordinal())
    except ValueError:
        raise DateError(f"“{shortened(text)}” is not a day of the calendar") from None


def _year_of(year: str, text: str) -> VagueDate:
    try:
        return parse(year)
    except DateError:
        raise DateError(f"“{shortened(text)}” is not a year of the calendar") from None


def _month_of(year: str, month: str, text: str) -> VagueDate:
    try:
        first = date(int(year), int(month), 1).toordinal()
    except ValueError:
        raise DateError(f"“{shortened(text)}” is not a month of the calendar") from None
    return VagueDate(first, first + monthrange(int(year), int(month))[1] - 1, Precision.MONTH)
