"""Find the line on which the names of the columns stand, if they stand on one."""

import re
from collections.abc import Sequence

from kzexplorer.build.tables import Cell, Line
from kzexplorer.domain.dates import DateError, shortened
from kzexplorer.domain.written_dates import NOT_KNOWN, Written, read_written

_NUMBER = re.compile(r"[-+]?[\d\s.,]*\d%?|https?://\S+|\d{4}-\d{3}[A-Z]{0,3}")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST = 120  # characters of a name
_FEW = 0.1  # of the numbers under a year that happen to be one

Row = Sequence[str]


def header_of(lines: Sequence[Line], width: int, told: bool | None) -> tuple[int, list[str]]:
    """Give the line the names stand on and the names, 0 and none where the first rows are all records.

    What stands above the names is a caption. `told` says whether the first row holds them.
    """
    sound = [line for line in lines if not line.fault]
    rows = [_texts(line.cells) for line in sound]
    if told is False or not rows:
        return 0, []
    place = 0 if told else _place(rows, width)
    if place is None:
        return 0, []
    names = [shortened(text.lstrip("#").strip() or text, _LONGEST) for text in rows[place]]
    return sound[place].number, names + [""] * (width - len(names))


def filled(cells: Sequence[Cell]) -> int:
    """Count the cells of a row without the empty ones at its end."""
    return max((n for n, cell in enumerate(cells, 1) if not is_blank([cell])), default=0)


def is_blank(cells: Sequence[Cell]) -> bool:
    """Say whether there is nothing in a row."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)


def _texts(cells: Sequence[Cell]) -> list[str]:
    return ["" if cell is None else " ".join(str(cell).split()) for cell in cells[: filled(cells)]]


def _place(rows: Sequence[Row], width: int) -> int | None:
    """Find the first row that is as full as the others, titles above it passed over, and see whether it names them."""
    first = next((n for n, row in enumerate(rows) if sum(map(bool, row)) * 2 >= width), None)
    if first is None:
        return None
    if _recurs(rows[first], rows[first + 1 :]):
        # The names of a few columns may stand above rows that are all texts.
        above = rows[first - 1] if first else []
        return first - 1 if sum(map(bool, above)) > 1 and not any(map(_is_value, above)) else None
    if not any(map(_is_value, rows[first])):
        return first
    if len(rows[first]) >= width:
        return first if _name_years(rows[first], rows[first + 1 :]) else None
    # A caption may hold a date too, as that of the day a table was made, but then the names are beyond doubt.
    whole = next((n for n, row in enumerate(rows) if n > first and len(row) >= width), None)
    if whole is None or _recurs(rows[whole], rows[whole + 1 :]):
        return None
    return whole if _are_names(rows[whole], rows[whole + 1 :]) else None


def _recurs(row: Row, below: Sequence[Row]) -> bool:
    """Say whether a text of a row stands below it in the same column, as names do only where all of them do again."""
    others = [other for other in below if list(other) != list(row)]
    return any(text and any(n < len(other) and other[n] == text for other in others) for n, text in enumerate(row))


def _are_names(row: Row, below: Sequence[Row]) -> bool:
    """Say whether a row can be nothing but names: distinct words above rows of which most have values."""
    values = sum(any(map(_is_value, other)) for other in below)
    return _are_distinct(row) and all(text and not _may_be_value(text) for text in row) and values * 2 > len(below)


def _name_years(row: Row, below: Sequence[Row]) -> bool:
    """Say whether words and years name columns: that they do where what is below the years is none, but numbers."""
    years = [n for n, text in enumerate(row) if _YEAR.fullmatch(text)]
    words = [text for text in row if not _YEAR.fullmatch(text)]
    if not years or not words or not _are_distinct(row) or any(map(_is_value, words)):
        return False
    cells = [other[n] for other in below for n in years if n < len(other)]
    dates = sum(map(_is_date, cells))
    numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in cells) - dates
    return numbers > 0 and dates <= numbers * _FEW


def _are_distinct(row: Row) -> bool:
    texts = [text.casefold() for text in row if text]
    return len(texts) == len(set(texts))


def _is_value(text: str) -> bool:
    """Say whether a text is a number, a date or an address, which no column is called."""
    return bool(_NUMBER.fullmatch(text)) or _is_date(text)


def _is_date(text: str) -> bool:
    return _date(text) not in (None, NOT_KNOWN)


def _may_be_value(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) or _date(text) is not None


def _date(text: str) -> Written | None:
    try:
        return read_written(text)
    except DateError:
        return None
