"""Dates as people type them: in the grammar, with dots, or with the name of a month in their language."""

import re

from kzexplorer.domain.dates import VagueDate, parse
from kzexplorer.domain.language import ENGLISH, Language
from kzexplorer.domain.text import fold

_DOTTED = re.compile(r"(?:(?P<day>\d{1,2})[./])?(?P<month>\d{1,2})[./](?P<year>\d{4})", re.ASCII)
_QUARTER = re.compile(
    r"(?:(?P<year>\d{4})[\s-]*)?Q(?P<quarter>[1-4])(?:[\s/-]*(?P<behind>\d{4}))?", re.ASCII | re.IGNORECASE
)
_LEAST = 3  # letters that tell one month from the others


def read_date(text: str, say: Language) -> VagueDate:
    """Read a date of any precision, its month also named in a language or in English.

    Raises:
        DateError: it cannot be read.
    """
    text = text.strip()
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        return _made(dotted["day"], int(dotted["month"]), dotted["year"])
    quarter = _QUARTER.fullmatch(text)
    if quarter and bool(quarter["year"]) != bool(quarter["behind"]):
        return parse(f"{quarter['year'] or quarter['behind']}-Q{quarter['quarter']}")
    words = re.findall(r"\w+", text)
    months = [number for word in words if (number := _month(word, say))]
    digits = [word for word in words if word.isascii() and word.isdigit()]
    if len(months) == 1 and len(words) <= len(digits) + 2:
        year = next((word for word in digits if len(word) == 4), "")
        days = [word for word in digits if len(word) <= 2]
        if year and len(days) <= 1 and len(digits) == len(days) + 1:
            return _made(days[0] if days else "", months[0], year)
    return parse(text)


def _made(day: str | None, month: int, year: str) -> VagueDate:
    return parse(f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}")


def _month(word: str, say: Language) -> int:
    """Give the month a word names or begins to name, 0 where it does not, or could be two."""
    typed = fold(word)
    if len(typed) < _LEAST or word.isdigit():
        return 0
    found = {
        number
        for language in (say, ENGLISH)
        for number in range(1, 13)
        for name in (
            language.month(number), language.month(number, beside_day=True), language.short_month(number)
        )
        if fold(name).startswith(typed) or (typed == fold(name).rstrip("."))
    }  # fmt: skip
    return found.pop() if len(found) == 1 else 0
