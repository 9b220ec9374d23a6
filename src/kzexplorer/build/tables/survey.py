"""What is to be known of a sheet before its rows are read: how far it reaches, and which of its cells are merged.

Its tags are looked for in the bytes, which were measured and declare no entities.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from kzexplorer.build.tables import MAX_COLUMNS

_BLOCK = 1 << 20
_LONGEST_TAG = 1 << 10
_MOST_MERGES = 100_000  # a sheet with more is no table
_PLACE = rb"([A-Z]{1,3})(\d{1,9})"
# A tag with an end of its own has nothing in it. No part is without bounds: a sheet made to be slow is not.
_CELL = re.compile(rb"<(?:\w{1,20}+:)?+c\s(?=[^<>/]{0,300}+>)(?:[^<>]{0,200}?\s)??r=[\"']" + _PLACE)
_MERGED = re.compile(rb"<(?:\w{1,20}:)?mergeCell\s(?:[^<>]{0,200}?\s)?ref=[\"']" + _PLACE + b":" + _PLACE + rb"[\"']")


class Merge(NamedTuple):
    """The first column, from 0, of cells that are one over several rows."""

    first: int
    last: int
    column: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The last row with something in it of each column, from 1, and what is merged over several rows, from above."""

    reach: dict[int, int]
    merges: Sequence[Merge]

    @property
    def last(self) -> int:
        """The last row with something in it, 0 where the cells do not say where they stand."""
        return max(self.reach.values(), default=0)

    def width_below(self, row: int, most: int) -> int:
        """Give the last column, of so many, with something in it below a row."""
        return max((column for column, last in self.reach.items() if last > row and column <= most), default=0)


def surveyed(stream: BinaryIO) -> Survey:
    """Go through a sheet.

    Raises:
        ValueError: it has more merged cells than a table.
    """
    reach: dict[bytes, bytes] = {}
    merges = set()
    for tags in _tags(stream):
        reach.update(_CELL.findall(tags))
        for left, first, _, last in _MERGED.findall(tags):
            # Farther off no cell is read, and filling them would cost more than the rows.
            if first != last and _number(left) <= MAX_COLUMNS:
                merges.add(Merge(int(first), int(last), _number(left) - 1))
        if len(merges) > _MOST_MERGES:
            raise ValueError("it has more merged cells than are read")
    return Survey({_number(letters): int(row) for letters, row in reach.items()}, sorted(merges))


def _tags(stream: BinaryIO) -> Iterator[bytes]:
    """Give all of a file in blocks that cut no tag in two."""
    rest = b""
    while block := stream.read(_BLOCK):
        whole, end, rest = (rest + block).rpartition(b">")
        yield whole + end
        rest = rest[-_LONGEST_TAG:]


def _number(letters: bytes) -> int:
    """Give the number of a column from 1: 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
