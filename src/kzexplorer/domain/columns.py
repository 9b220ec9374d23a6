"""What is asked of all records at once, as columns: a hundred thousand rows take seconds to read, columns do not."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, runtime_checkable

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.ends import Basis
from kzexplorer.domain.records import Row
from kzexplorer.domain.vocabulary import INDIRECT_ROLES

NO_DAY = -1
HOME = "kazakhstan"
NO_KEY = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """The first and last ordinal day of each record's begin and end, `NO_DAY` where nothing bounds it.

    Both are `NO_DAY` where there is no date at all. `ongoing` is 1 for a record that is known to go on.
    """

    begins_first: "array[int]"
    begins_last: "array[int]"
    end_first: "array[int]"
    end_last: "array[int]"
    ongoing: "array[int]"

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Dates":
        """Take the dates of records."""
        return cls.read((*_days(row.begins), *_days(row.end.date), int(row.end.basis is Basis.ONGOING)) for row in rows)

    @classmethod
    def read(cls, records: Iterable[Iterable[int]]) -> "Dates":
        """Take five numbers a record, in the order of the columns.

        Raises:
            TypeError, OverflowError: there is another thing among them.
        """
        flat = array("i")
        for five in records:
            flat.extend(five)
        return cls(*(flat[column::5] for column in range(5)))

    def __len__(self) -> int:
        return len(self.ongoing)


class Gist(NamedTuple):
    """What a mark shows of each record, a column each."""

    slugs: Sequence[str]
    titles: Sequence[str]
    kinds: Sequence[str]
    certainties: Sequence[str]
    significances: Sequence[int]


class Members(NamedTuple):
    """The records of a lane, and those of them that take part only as context: bit n is the record at place n."""

    all: int
    indirect: int


class Columns(Protocol):
    """The records of a database or of a list, column by column, each record at its place."""

    @property
    def dates(self) -> Dates:
        """The dates of all records."""

    @property
    def gist(self) -> Gist:
        """What their marks show."""

    @property
    def further(self) -> Mapping[int, tuple[int, int]]:
        """The first and last day of the steps that differ from begin and end, by the places of those that have some."""

    def lanes(self, group: str) -> Mapping[str, Members]:
        """Say which records belong to which lane.

        `group` is partner, area, kind, organization, status or none. A record without partner belongs to the lane
        `HOME`, one without another key to `NO_KEY`.
        """

    def place(self, slug: str) -> int | None:
        """Give the place of a record, None where there is none."""


@runtime_checkable
class Tabled(Protocol):
    """Rows that have their columns ready."""

    columns: Columns


def columns(rows: Sequence[Row]) -> Columns:
    """Give the columns of rows: their own, or those of a list that is read through."""
    return rows.columns if isinstance(rows, Tabled) else Listed(rows)


class Listed:
    """The columns of rows that are there anyway."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self.dates = Dates.of(rows)
        self.gist = Gist(
            [row.slug for row in rows],
            [row.title for row in rows],
            [row.kind for row in rows],
            [row.certainty for row in rows],
            [row.significance for row in rows],
        )
        self.further = {place: days for place, row in enumerate(rows) if (days := _further(row))}

    def lanes(self, group: str) -> Mapping[str, Members]:
        """See `Columns.lanes`."""
        found: dict[str, Members] = {}
        for place, row in enumerate(self._rows):
            for key, indirect in _keys(row, group):
                all_, muted = found.get(key, Members(0, 0))
                found[key] = Members(all_ | 1 << place, muted | indirect << place)
        return found

    def place(self, slug: str) -> int | None:
        """See `Columns.place`."""
        return self._places.get(slug)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {row.slug: place for place, row in enumerate(self._rows)}


def _days(date: VagueDate | None) -> tuple[int, int]:
    if date is None:
        return NO_DAY, NO_DAY
    return NO_DAY if date.first is None else date.first, NO_DAY if date.last is None else date.last


def _further(row: Row) -> tuple[int, int] | None:
    dates = [step.date for step in row.steps if step.date and step.date not in (row.begins, row.end.date)]
    return (min(date.begin for date in dates), max(date.finish for date in dates)) if dates else None


def _keys(row: Row, group: str) -> Iterator[tuple[str, bool]]:
    """Give the lanes of a record, and whether it takes part there only indirectly."""
    if group == "partner":
        roles: dict[str, bool] = {}
        for part in row.partners:
            roles[part.slug] = roles.get(part.slug, True) and part.role in INDIRECT_ROLES
        yield from roles.items() if roles else ((HOME, False),)
        return
    muted = bool(row.partners) and all(part.role in INDIRECT_ROLES for part in row.partners)
    found: Sequence[str]
    match group:
        case "area":
            found = row.areas
        case "organization":
            found = [part.slug for part in row.organizations]
        case "kind":
            found = (row.kind,)
        case "status":
            found = (row.status,)
        case _:
            found = ()
    for key in dict.fromkeys(found) or (NO_KEY,):
        yield key, muted
