"""What is wrong with the text of the data, and on which line of which file."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A sentence about a line of a file; line 0 stands for the file as a whole."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.sentence}"


class Complaint(NamedTuple):
    """A sentence about a value, and a piece of text that marks the value's line below its key."""

    sentence: str
    needle: str = ""


@dataclass(frozen=True)
class Passage:
    """The lines of a file that one entry stands on; `start` is the number of the first."""

    path: str
    text: str
    start: int = 1

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def line_of(self, key: str, needle: str = "") -> int:
        """Find the line of a key, or of the needle below it; the first line where neither is found."""
        if not key:
            return self.start
        opening = re.compile(rf'\s*(?:\[+\s*)?["\']?{re.escape(key)}["\']?\s*(?:=|\.|\])')
        for number, line in enumerate(self._lines):
            if opening.match(line):
                for below, other in enumerate(self._lines[number:]):
                    if needle and needle in other:
                        return self.start + number + below
                return self.start + number
        return self.start

    def problem(self, key: str, complaint: Complaint) -> Problem:
        """Complain about the value of a key."""
        return Problem(self.path, self.line_of(key, complaint.needle), complaint.sentence)
