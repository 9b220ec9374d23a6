"""Dates as people, spreadsheets and catalogues write them, read as vaguely as they are meant.

Beside our own grammar that is ISO 8601 with or without a time, GCAT's vague dates (`2001 Mar 5 1423:10`, `2010?`,
`2003 Q3`), days and months in words in English, Russian and Kazakh, quarters, halves, decades and periods. Where
two numbers could each be the month, both readings are given: only the whole column can tell.

A year of two digits stands last, after slashes or dots, and is read as spreadsheets do: 00 to 29 are 2000 to 2029, 30
to 99 are 1930 to 1999. Between dots all three numbers need two digits: `2.0.12` is a version.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from kzexplorer.domain.date_order import Order
from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, DateError, Precision, VagueDate, day, shortened
from kzexplorer.domain.written_units import CLOCK, YEAR, Unit, of_digits, of_words, unit_of
from kzexplorer.domain.written_words import GOES_ON, SAYS_NOTHING


@dataclass(frozen=True, slots=True)
class Written:
    """What a text says of a date; nothing at all where it says that none is known.

    `day_first` and `month_first` are the same date unless the text leaves open which number is the month; one of
    them is None where only the other makes a day. `until` is the end of a period, the times are those of day as
    written. It `goes_on` where the text says that there is no end yet.
    """

    day_first: VagueDate | None = None
    month_first: VagueDate | None = None
    until: VagueDate | None = None
    time: str = ""
    until_time: str = ""
    goes_on: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the two readings are different days."""
        if self.day_first is self.month_first:
            return False
        return self.day_first is not None and self.month_first is not None and self.day_first != self.month_first

    @property
    def proves(self) -> Order:
        """Which order the text can only have been written in."""
        if (self.day_first is None) == (self.month_first is None):
            return Order.OPEN
        return Order.MONTH_FIRST if self.day_first is None else Order.DAY_FIRST

    def settled(self, order: Order) -> VagueDate | None:
        """Give the date under an order; without one, a day between the two readings."""
        if not self.is_open:
            return self.day_first or self.month_first
        if order is Order.OPEN:
            ends = sorted(one.begin for one in (self.day_first, self.month_first) if one)
            return VagueDate(ends[0], ends[-1], Precision.APPROX)
        return self.day_first if order is Order.DAY_FIRST else self.month_first


NOT_KNOWN = Written()
GOING_ON = Written(goes_on=True)

_LONGEST = 100  # characters; no date is longer
_ABOUT = re.compile(r"(?:about|around|approx\.?|approximately|circa|ca\.?|c\.|~|≈|около|ок\.|примерно|шамамен)\s*")
_BEFORE = re.compile(r"(?:before|prior to|до|<)\s*(.+)|(.+?)(?:ға|ге|қа|ке)? дейін")
_AFTER = re.compile(r"(?:after|после|>)\s*(.+)|(.+?)(?:нан|нен|дан|ден|тан|тен)? кейін")
_BY = re.compile(r"(?:by|no later than|nlt|не позднее)\s+(.+)")
_NET = re.compile(r"(?:no earlier than|not earlier than|net|не ранее)\s+(.+)")
_FOOTNOTE = re.compile(r"(?:\s*\[(?:[a-zа-я]|\d{1,3}|(?:note|nb|прим\.?) ?\d{1,3})\])+$")
_NUMBERS = re.compile(rf"(\d\d?)([./-])(\d\d?)\2(\d{{4}}|\d\d)(?:[t ,]\s*({CLOCK})( ?utc| ?gmt)?)?")
_PERIOD = re.compile(
    r"(\S.*?)(?:\s*[–—]\s*|\s+(?:-|to|until|till|по|до)\s+)(\S.*)|(\d{4})-(\d{4})"
    r"|((?:\d\d?[./]){1,2}\d{4})-((?:\d\d?[./]){1,2}\d{4})"
    r"|([^\W\d]{3,}|\d\d?)-((?:\d\d? )?[^\W\d]{3,}\.?,? \d{4})"
    r"|(.+?)(?:нан|нен|дан|ден|тан|тен) (.+?)(?:ға|ге|қа|ке) дейін"
)
_BETWEEN = re.compile(
    r"(?:between|между)\s+(.+?)\s+(?:and|и)\s+(.+)|(.+?) (?:мен|пен|бен|және) (.+?) (?:аралығында|арасында)"
)
_ONGOING = re.compile(
    r"(.+?)(?:нан|нен|дан|ден|тан|тен)?(?:\s*[–—-]\s*|\s+(?:to|until|till|through|по|до)\s+|\s+(?=to |по |қазір))"
    rf"(?:{'|'.join(map(re.escape, sorted(GOES_ON, key=len, reverse=True)))})"
)
_SINCE = re.compile(r"(?:from|since|с|со|c)\s+")
_PART = re.compile(
    r"(?:in |at )?(?:the )?(?:early|mid|late|(?:middle|beginning|start|end)(?: of)?)[ -](.+)"
    r"|(?:в )?(?:начал[ое]|середин[ае]|кон(?:ец|це)|нач\.|сер\.|кон\.) ?(.+)"
    r"|(.+?)(?:дың|дің|тың|тің|ның|нің) (?:бас|орта|соң)(?:ы|сы)(?:нда)?"
)
# Said behind numbers; behind words it is a word among them.
_YEAR_BEHIND = re.compile(r"(?:(?<=\d)\s*|(?<=[ех])\s+)(?:гг?\.?|г\.г\.|год[аы]?|жж?\.?|жыл(?:ы|дар|дары)?)$")


@lru_cache(maxsize=1 << 15)
def read_written(text: str) -> Written:
    """Read a date.

    Raises:
        DateError: the text is no date, or a day that does not exist.
    """
    plain = _FOOTNOTE.sub("", " ".join(text[: _LONGEST + 1].split()).casefold())
    if plain in SAYS_NOTHING:
        return NOT_KNOWN
    if len(text) <= _LONGEST:
        try:
            found = _single(plain) or _spans(plain)
        except DateError as error:
            # A person looks for it as the cell has it.
            raise DateError(f"“{shortened(' '.join(text.split()))}”{str(error).rpartition('”')[2]}") from None
        if found:
            return found
    raise DateError(f"“{shortened(text)}” is not a date")


def typed_date(text: str) -> VagueDate:
    """Read what somebody types where one date is asked for; of 03/04/2010 the first number is the day.

    Raises:
        DateError: it is no date, or more than one.
    """
    found = read_written(text)
    date = found.settled(Order.DAY_FIRST)
    if date is None or found.until or found.goes_on:
        raise DateError(f"“{shortened(text)}” is not one date")
    return date


def of_calendar(value: date, time: str = "") -> Written:
    """Take the day of a cell that is a date and no text."""
    exact = day(value.toordinal())
    return Written(exact, exact, time=time)


def column_order(proofs: set[Order], otherwise: Order = Order.OPEN) -> Order:
    """Say in which order a column is written, given what its dates prove; where they prove nothing, `otherwise`."""
    told = proofs - {Order.OPEN}
    return next(iter(told)) if len(told) == 1 else otherwise


def _spans(text: str) -> Written | None:
    """Read what has two ends."""
    text = _YEAR_BEHIND.sub("", text)
    between = _BETWEEN.fullmatch(text)
    if between:
        first, last = (part for part in between.groups() if part)
        ends = _halves(first, _YEAR_BEHIND.sub("", last))
        span = ends and spanned(ends)
        return _one(span) if span else None
    text = _SINCE.sub("", text, count=1) if _SINCE.match(text) else text
    goes_on = _ONGOING.fullmatch(text)
    if goes_on:
        begin = _single(goes_on[1])
        return replace(begin, goes_on=True) if begin else None
    parts = _PERIOD.fullmatch(text)
    return _halves(*(part for part in parts.groups() if part)) if parts else None


def _halves(first: str, last: str) -> Written | None:
    """Read `A – B`; what the first half leaves out stands in the second."""
    end = _single(last)
    if end is None or end.is_open:
        return None
    year = YEAR.search(last)
    # A bare year behind a time is one too, and behind a month without a year nobody can tell.
    bare = YEAR.fullmatch(last) is not None
    if bare and not YEAR.search(first):
        return None
    tail = last.partition(" ")[2]
    for whole in (first, f"{first} {year[1]}" if year else first, f"{first} {tail}"):
        begin = _single(whole)
        if begin and not begin.is_open and not (bare and begin.time):
            begun, ended = begin.settled(Order.OPEN), end.settled(Order.OPEN)
            if begun and ended and begun.begin <= ended.finish:
                return Written(begun, begun, until=ended, time=begin.time, until_time=end.time)
    return None


def spanned(period: Written) -> VagueDate | None:
    """Give all days of a period as one vague date, None where neither end has a bound."""
    begun, ended = period.settled(Order.OPEN), period.until
    if begun is None or ended is None or begun.first is ended.last is None:
        return None
    return VagueDate(begun.first, ended.last, Precision.APPROX)


def _single(text: str) -> Written | None:
    about = _ABOUT.match(text)
    if about:
        text = text[about.end() :]
    doubted = text.endswith(("?", "~"))
    found = _core(text.rstrip("?~ ") if doubted else text)
    if found and (about or doubted):
        return replace(found, day_first=_vaguer(found.day_first), month_first=_vaguer(found.month_first))
    return found


def _vaguer(found: VagueDate | None) -> VagueDate | None:
    return found and VagueDate(found.first, found.last, Precision.APPROX)


def _core(text: str) -> Written | None:
    return _whole(text) or _bounded(text)


def _whole(text: str) -> Written | None:
    """Read a date that has both bounds."""
    return _plain(text) or _part(text)


def _plain(text: str) -> Written | None:
    found = of_digits(text) or _numbers(text) or of_words(text)
    if found is None:
        bare = _YEAR_BEHIND.sub("", text)
        return _plain(bare) if bare != text else None
    return Written(found.date, found.date, time=found.time) if isinstance(found, Unit) else found


def _one(found: VagueDate) -> Written:
    return Written(found, found)


def _numbers(text: str) -> Written | None:
    whole = _NUMBERS.fullmatch(text)
    if whole is None:
        return None
    first, dot, second, year, time = whole[1], whole[2] == ".", whole[3], whole[4], whole[5] or ""
    if len(year) == 2:
        if whole[2] == "-" or (dot and len(first) + len(second) < 4) or "00" in (first, second):
            return None
        year = f"{20 if int(year) < 30 else 19}{year}"
    # With dots the day comes first wherever dates are written so.
    day_first = _possible(year, second, first)
    month_first = day_first if dot else _possible(year, first, second)
    if day_first is None and month_first is None:
        raise DateError(f"“{shortened(text)}” is not a day of the calendar")
    return Written(day_first, month_first, time=time)


def _possible(year: str, month: str, on: str) -> VagueDate | None:
    try:
        return unit_of(year, month, on, "")
    except DateError:
        return None


def _part(text: str) -> Written | None:
    """Read the begin, middle or end of a unit as the unit: what is meant by it nobody says."""
    part = _PART.fullmatch(text)
    inner = part and _plain(next(group for group in part.groups() if group))
    whole = inner.settled(Order.OPEN) if inner else None
    return _one(whole) if whole and whole.unit and not whole.is_exact else None


def _bounded(text: str) -> Written | None:
    for pattern in (_BEFORE, _AFTER, _BY, _NET):
        match = pattern.fullmatch(text)
        inner = match and _whole(next(part for part in match.groups() if part))
        bound = inner.settled(Order.OPEN) if inner and not inner.is_open else None
        if bound is None:
            continue
        if pattern is _BEFORE and bound.first is not None:
            return _one(VagueDate(None, _in_calendar(bound.first - 1, text), Precision.APPROX))
        if pattern is _AFTER and bound.last is not None:
            return _one(VagueDate(_in_calendar(bound.last + 1, text), None, Precision.APPROX))
        if pattern is _BY and bound.last is not None:
            return _one(VagueDate(None, bound.last, Precision.APPROX))
        if pattern is _NET and bound.first is not None:
            return _one(VagueDate(bound.first, None, Precision.APPROX))
    return None


def _in_calendar(ordinal: int, text: str) -> int:
    if not MIN_DAY <= ordinal <= MAX_DAY:
        raise DateError(f"“{shortened(text)}” is not in the calendar")
    return ordinal
