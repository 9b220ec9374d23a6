"""Texts made fit for a page: no character that a file cannot hold, broken into lines, cut where there is no room."""

from collections.abc import Callable

from kzexplorer.exporters.spreadsheet import holdable
from kzexplorer.scene.labels import elide

_LONGEST = 8_000  # characters; no page has room for more
_LINE = 500  # characters; no line has


def plain(text: str) -> str:
    """Give a text on one line, without what XML cannot hold."""
    return " ".join(holdable(text[:_LONGEST])[0].split())


def broken(text: str, width: float, width_of: Callable[[str], float], most: int) -> tuple[str, ...]:
    """Break a text into at most `most` lines of a width; a longer one ends in an ellipsis, too long a word is cut.

    `text` is one that `plain` gave.
    """
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most:
        piece = rest[:_LINE]
        if len(lines) == most - 1:
            lines.append(elide(piece, width_of(piece), width, width_of)[0])
            break
        taken = _fitting(piece, width, width_of)
        if taken < len(rest):
            blank = rest.rfind(" ", 1, taken + 1)
            taken = blank if blank > 0 else taken
        lines.append(rest[:taken])
        rest = rest[taken:].lstrip()
    return tuple(line for line in lines if line)


def _fitting(text: str, width: float, width_of: Callable[[str], float]) -> int:
    """Count the characters from the start that a width holds, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
