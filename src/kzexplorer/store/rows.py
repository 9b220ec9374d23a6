"""The records of a database as a sequence that reads each when it is asked for and keeps the last of them."""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from threading import Lock
from typing import overload

from kzexplorer.domain.columns import Columns
from kzexplorer.domain.records import Row
from kzexplorer.store.connection import Guard
from kzexplorer.store.reading import read_rows

KEPT = 8_000  # some 10 MB; all there is of the bundled data and of most tables people bring
AT_ONCE = 200


class Rows(Sequence[Row]):
    """All records of a database in the order of time, each at its place; any thread may read them.

    Args:
        db: a connection that any thread may use.
        columns: the same records column by column.
        guard: turns what a damaged file raises into a sentence.
    """

    def __init__(self, db: sqlite3.Connection, columns: Columns, guard: Guard) -> None:
        self.columns = columns
        self._db = db
        self._size = len(columns.dates)
        self._guard = guard
        self._kept: OrderedDict[int, Row] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        places = range(self._size)[place]
        return self._read([places])[0] if isinstance(places, int) else tuple(self.at(places))

    def __iter__(self) -> Iterator[Row]:
        return self.at(range(self._size))

    def at(self, places: Iterable[int]) -> Iterator[Row]:
        """Give the records at places in that order, reading ahead some hundred at a time."""
        left = iter(places)
        while chunk := list(islice(left, AT_ONCE)):
            yield from self._read(chunk)

    def _read(self, places: Sequence[int]) -> list[Row]:
        with self._lock:
            missing = {place for place in places if place not in self._kept}
            if missing:
                with self._guard():
                    found = read_rows(self._db, [place + 1 for place in sorted(missing)])
                    self._kept.update((row.id - 1, row) for row in found)
            rows = []
            for place in places:
                rows.append(self._kept[place])
                self._kept.move_to_end(place)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return rows


class Chosen(Sequence[Row]):
    """The records at some places, as finished rows that are read when they are asked for."""

    def __init__(self, rows: Rows, places: Sequence[int]) -> None:
        self._rows = rows
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, number: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(number, slice):
            return tuple(self._rows.at(self.places[number]))
        return self._rows[self.places[number]]

    def __iter__(self) -> Iterator[Row]:
        return self._rows.at(self.places)
