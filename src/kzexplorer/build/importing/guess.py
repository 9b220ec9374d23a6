"""Guess which column fills which field, from what the columns are called and from what stands in them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kzexplorer.build.importing.header_names import plain, ranks
from kzexplorer.build.importing.known import Known
from kzexplorer.build.importing.row_dates import is_serial
from kzexplorer.build.tables import Cell, Line
from kzexplorer.domain.column_map import FACT, FIELDS, NOTHING, ColumnMap
from kzexplorer.domain.dates import DateError
from kzexplorer.domain.vocabulary import SIGNIFICANCES
from kzexplorer.domain.written_dates import NOT_KNOWN, read_written

_COSPAR = re.compile(r"\d{4}-\d{3}[A-Z]{0,3}")
_ADDRESS = re.compile(r"https?://\S+")
# Words in the headers that tell what rows are which do not say it, the strongest first.
_KINDS = (
    ("satellite", "norad cospar satcat satellite orbit perigee sputnik zherserik object"),
    ("crewed_flight", "crew cosmonaut astronaut ekipazh kosmonavt garishker"),
    ("launch", "launch rocket vehicle lv liftoff zapusk pusk raketa ushiru"),
    ("agreement", "signed agreement treaty soglashenie dogovor podpisan kelisim party parties"),
    ("meeting", "meeting conference forum visit vstrecha konferentsiia kezdesu"),
    ("project", "project proekt zhoba"),
)


@dataclass(frozen=True)
class _Column:
    """A column with the texts that stand in its sample, blank ones left out."""

    name: str
    texts: tuple[str, ...]
    serials: float

    @cached_property
    def dates(self) -> float:
        """Which part of the texts are dates."""
        return _part(self.texts, _is_date)

    @cached_property
    def numbers(self) -> float:
        """Which part of the texts are nothing but a number."""
        return _part(self.texts, _is_number)

    @cached_property
    def distinct(self) -> float:
        """Which part of the texts are different."""
        return len(set(self.texts)) / len(self.texts) if self.texts else 0.0

    @cached_property
    def length(self) -> float:
        """How long the texts are on average, in characters."""
        return sum(map(len, self.texts)) / len(self.texts) if self.texts else 0.0


def guess(columns: Sequence[str], sample: Sequence[Line], known: Known, *, serials: bool = False) -> ColumnMap:
    """Give the likeliest map of a table's columns; what fills no field is kept as a further fact.

    `serials` is whether numbers of the table can be days, as in a spreadsheet.
    """
    found = [
        _Column(name, _texts(sample, place), _serials(sample, place) if serials else 0.0)
        for place, name in enumerate(columns)
    ]
    fields = _by_name(found, known)
    _by_values(found, fields, known)
    for column in found:
        if column.name not in fields:
            fields[column.name] = FACT if column.texts and not _repeats(column) else NOTHING
    return ColumnMap.of(columns, fields, _kind(columns))


def _repeats(column: _Column) -> bool:
    """Say whether a column is called like one that only repeats what others say."""
    return ranks().get(plain(column.name), ("-", 0))[0] == NOTHING


def _by_name(columns: Sequence[_Column], known: Known) -> dict[str, str]:
    """Fill the fields whose columns are called after them, the likeliest where several are."""
    claims: dict[str, list[tuple[int, int]]] = {}
    for place, column in enumerate(columns):
        field, rank = ranks().get(plain(column.name), ("", 0))
        if field and column.texts and _fits(column, field, known):
            claims.setdefault(field, []).append((rank, place))
    found: dict[str, str] = {}
    for field, places in claims.items():
        for _, place in sorted(places) if FIELDS[field].several else [min(places)]:
            found[columns[place].name] = field
    return found


def _fits(column: _Column, field: str, known: Known) -> bool:
    """Say whether what stands in a column can be what it is called: `Launch` may be a date or a name."""
    if field in ("begins", "ends"):
        return column.dates >= 0.5 or column.serials >= 0.5
    if field == "title":
        return column.dates < 0.5
    if field == "kind":
        return _part(column.texts, known.is_kind) >= 0.5
    if field == "significance":
        return _part(column.texts, SIGNIFICANCES.__contains__) >= 0.5
    return True


def _by_values(columns: Sequence[_Column], fields: dict[str, str], known: Known) -> None:
    """Fill from what stands in the columns the fields that no header named."""
    filled = set(fields.values())
    free = [column for column in columns if column.name not in fields and column.texts and not _repeats(column)]
    tests: dict[str, Mapping[str, float]] = {
        "cospar": {c.name: _part(c.texts, _COSPAR.fullmatch) for c in free},
        "source": {c.name: _part(c.texts, _ADDRESS.fullmatch) for c in free},
        "begins": {c.name: c.dates * (1 if c.numbers < 0.5 else 0.7) for c in free},
        "partners": {c.name: _part(c.texts, known.is_partner) for c in free},
        # Before the kind: there are satellites that are called “Satellite”.
        "title": {c.name: _is_title(c) for c in free},
        "kind": {c.name: _part(c.texts, known.is_kind) for c in free},
    }
    for field, scores in tests.items():
        left = {name: score for name, score in scores.items() if name not in fields and score >= 0.6}
        if left and field not in filled:
            fields[max(left, key=left.__getitem__)] = field


def _is_title(column: _Column) -> float:
    """Say how much like names the texts of a column are: short, each another one, and no numbers."""
    if column.numbers > 0.3 or column.dates > 0.3 or not 2 <= column.length <= 120:
        return 0.0
    return 0.6 + 0.4 * column.distinct


def _kind(columns: Sequence[str]) -> str:
    words = {word for column in columns for word in plain(column).split()}
    return next((kind for kind, telling in _KINDS if words & set(telling.split())), "milestone")


def _texts(sample: Sequence[Line], place: int) -> tuple[str, ...]:
    cells = (_text(line.cells[place]) for line in sample if not line.fault)
    return tuple(text for text in cells if text)


def _serials(sample: Sequence[Line], place: int) -> float:
    """Say which part of the cells that are not blank are numbers that can be days."""
    cells = [line.cells[place] for line in sample if not line.fault and line.cells[place] is not None]
    return sum(map(is_serial, cells)) / len(cells) if cells else 0.0


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell).strip()


def _part(texts: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(text)) for text in texts) / len(texts) if texts else 0.0


def _is_date(text: str) -> bool:
    try:
        return read_written(text) is not NOT_KNOWN
    except DateError:
        return False


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True
