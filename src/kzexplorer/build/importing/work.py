"""How far an import is, and whether it is still wanted."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kzexplorer.build.tables import Line, Table
from kzexplorer.domain.errors import KnownError

T = TypeVar("T")

# Told how far the work is, 0 to 1, and the number of rows read; answering False cancels.
Progress = Callable[[float, int], bool]

READ, WRITTEN, INDEXED = 0.6, 0.75, 0.93  # how far the work is when the rows are read, written and indexed
_STRIDE = 200  # rows between two calls of `progress`


class Cancelled(KnownError):
    """Say that the person who asked for an import took it back; nothing was changed."""


class Work:
    """How far the work is, and whether it is still wanted."""

    def __init__(self, table: Table, progress: Progress | None) -> None:
        self.table = table
        self._progress = progress
        self._done = 0.0
        self._rows = 0

    def guard(self, db: sqlite3.Connection) -> None:
        """Ask within long statements too whether the work is still wanted."""
        if self._progress:
            db.set_progress_handler(self._is_over, 200_000)

    def lines(self) -> Iterator[Line]:
        """Give the rows of the table."""
        for line in self.table.lines():
            if self._rows % _STRIDE == 0:
                self.tell(self.table.part_read() * READ)
            yield line
            self._rows += 1

    def watch(self, items: Iterable[T], begin: float, end: float, count: int) -> Iterator[T]:
        """Pass on `count` items that take the work from one point to another."""
        for number, item in enumerate(items):
            if number % _STRIDE == 0:
                self.tell(begin + (end - begin) * number / max(count, 1))
            yield item

    def tell(self, done: float) -> None:
        """Say how far the work is.

        Raises:
            Cancelled: it is no longer wanted.
        """
        self._done = min(max(done, self._done), 1.0)
        if self._is_over():
            raise Cancelled("The import was cancelled; nothing was changed.")

    def _is_over(self) -> bool:
        return self._progress is not None and not self._progress(self._done, self._rows)
