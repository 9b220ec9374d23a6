"""The report beside an imported database: every row that was left out, as it stood, with its line and the reason."""

import csv
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date, time
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from kzexplorer.atomic import Draft
from kzexplorer.build.tables import Cell

LEFT_OUT, KEPT = "left out", "kept"
_HEAD = ("line", "import", "reason")
_BUFFER = 1 << 16  # characters


class Report:
    """Takes the rows as they are met; without any there is no file."""

    def __init__(self, target: Path, columns: Sequence[str]) -> None:
        """Begin a report beside a target, under a name that is free: somebody may be mending the last one."""
        self.path = next(path for path in _names(target) if not os.path.lexists(path))
        self.left_out = 0
        # A report that was mended and is the table now has the same three columns.
        self._begin_at = len(_HEAD) if tuple(columns[: len(_HEAD)]) == _HEAD else 0
        self._columns = columns[self._begin_at :]
        self._files = ExitStack()
        self._draft: Draft | None = None
        self._text = io.StringIO()
        self._rows = csv.writer(self._text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()

    def add(self, line: int, outcome: str, reason: str, cells: Sequence[Cell]) -> None:
        """Take a row.

        Raises:
            KnownError: the disk is full or fails.
        """
        self._begin()
        self.left_out += outcome == LEFT_OUT
        self._rows.writerow((line or "", outcome, reason, *map(_printed, cells[self._begin_at :])))
        if self._text.tell() > _BUFFER:
            self._flush()

    def seal(self) -> None:
        """Finish the file on the disk, if there is one."""
        if self._draft:
            self._flush()
            self._draft.seal()

    def publish(self) -> Path | None:
        """Let the file take its name; gives it, or None where there is nothing to report."""
        if self._draft is None:
            return None
        self._draft.publish()
        return self.path

    def _begin(self) -> None:
        if self._draft is None:
            self._draft = self._files.enter_context(Draft(self.path))
            self._draft.write("\ufeff".encode())  # a spreadsheet would take it for another encoding
            self._rows.writerow((*_HEAD, *self._columns))

    def _flush(self) -> None:
        if self._draft:
            # A byte that is no text of its encoding stands as a backslash and its number.
            self._draft.write(self._text.getvalue().encode("utf-8", "backslashreplace"))
        self._text.seek(0)
        self._text.truncate()


def _names(target: Path) -> Iterator[Path]:
    yield target.with_name(f"{target.stem}.report.csv")
    yield from (target.with_name(f"{target.stem}.report-{number}.csv") for number in count(2))


def _printed(cell: Cell) -> str:
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    if isinstance(cell, bytes):
        return f"({len(cell)} bytes)"
    return "" if cell is None else str(cell)
