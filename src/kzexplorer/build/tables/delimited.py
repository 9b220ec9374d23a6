"""Text whose cells a comma, semicolon, tab or bar separates."""

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from kzexplorer.build.tables import Finding, Format, Line, NotATable, Raw, Told, named
from kzexplorer.build.tables.sniff import (
    SEPARATORS,
    Encoding,
    encoding_of,
    quotes,
    sample_of,
    separator_of,
    wrong_encoding,
)

# What the csv module takes as one cell, taken here for a whole row; a longer one is no row of a table.
_LONGEST = 131_072  # characters


class _Text:
    """A file of text, read from its start each time it is asked for lines."""

    def __init__(self, path: Path, encoding: Encoding, separator: str, *, quoted: bool) -> None:
        self._path = path
        self._encoding = encoding
        self._separator = separator
        self._quoted = quoted
        self._size = max(path.stat().st_size, 1)
        self._file: TextIOWrapper | None = None

    def close(self) -> None:
        if self._file:
            self._file.close()

    def part_read(self) -> float:
        if self._file is None or self._file.closed:
            return 0.0
        return os.lseek(self._file.fileno(), 0, os.SEEK_CUR) / self._size

    def lines(self) -> Iterator[Line]:
        """Read row by row; a row that is none is given with what is wrong with it."""
        self.close()
        self._file = self._path.open(encoding=self._encoding.codec, errors=self._encoding.errors, newline="")
        feed = _Feed(self._file)
        if self._quoted:
            reader = csv.reader(feed, delimiter=self._separator, strict=True)
        else:
            reader = csv.reader(feed, delimiter=self._separator, quoting=csv.QUOTE_NONE)
        while True:
            feed.begin()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except _TooLong:
                if feed.rows > 1:
                    raise self._unclosed(feed.start) from None
                yield Line(feed.start, (feed.skip(),), f"the line is longer than {_LONGEST} characters")
                continue
            except csv.Error:
                if feed.ended and feed.rows > 1:
                    raise self._unclosed(feed.start) from None
                yield Line(feed.start, (feed.text(),), "a quotation mark is not closed, or stands in the wrong place")
                continue
            except UnicodeError:
                raise wrong_encoding(self._path, self._encoding) from None
            yield Line(feed.start, cells)

    def _unclosed(self, line: int) -> NotATable:
        return NotATable(
            f"{named(self._path)}, line {line}: a quotation mark opens here and is never closed; "
            "close it, or tell another separator."
        )


class _TooLong(Exception):
    """A row is longer than any row of a table."""


class _Feed:
    """Gives a reader of CSV the lines of a file, and knows which of them its row is made of."""

    def __init__(self, file: TextIOWrapper) -> None:
        self._file = file
        self._pieces: list[str] = []
        self._taken = 0
        self._number = 0
        self.start = 1
        self.ended = False

    @property
    def rows(self) -> int:
        """How many lines the row takes."""
        return self._number - self.start + 1

    def begin(self) -> None:
        """Begin a row."""
        self.start = self._number + 1
        self._pieces.clear()
        self._taken = 0

    def text(self) -> str:
        """Give the row as it stands in the file."""
        return "".join(self._pieces).rstrip("\r\n")

    def skip(self) -> str:
        """Go on to the next line, and give the begin of the one that is left."""
        begin = self._pieces[-1]
        piece = begin
        while piece and not piece.endswith(("\n", "\r")):
            piece = self._file.readline(_LONGEST)
        return f"{begin[:200]}…"

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        piece = self._file.readline(_LONGEST + 1)
        if not piece:
            self.ended = True
            raise StopIteration
        self._number += 1
        self._pieces.append(piece)
        self._taken += len(piece)
        if self._taken > _LONGEST:
            raise _TooLong
        return piece


@contextmanager
def _open(path: Path, told: Told) -> Iterator[Raw]:
    encoding = encoding_of(path, told.encoding)
    sample = sample_of(path, encoding)
    separator = told.separator or separator_of(sample)
    if len(separator) != 1 or separator in '"\r\n':
        raise NotATable(f"“{separator[:10]}” cannot separate cells; name one character, or “tab”.")
    text = _Text(path, encoding, separator, quoted=quotes(sample, separator))
    try:
        yield Raw(text.lines, text.part_read, Finding(encoding.label, SEPARATORS.get(separator, separator)))
    finally:
        text.close()


def _any(head: bytes) -> bool:
    """Take what no other format claims."""
    return bool(head)


DELIMITED = Format("delimited", "CSV", (".csv", ".tsv", ".tab", ".txt"), _any, _open, order=9)
