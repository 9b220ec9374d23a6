"""Pieces that stand on a page: each knows its height, paints itself, and can be divided where it must.

All lengths are units of 1/192 inch.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kzexplorer.exporters.spreadsheet import holdable

MM = 192 / 25.4
_BREAK = re.compile("[\t\n\x85\u2028\u2029]")
LEADING = 1.06  # height of a line, in heights of the font's own


class Piece(Protocol):
    """Something with a height that can be painted.

    `divided(room, page)` gives the part of it that fits into `room` and the rest; either may be None. What
    is no higher than a whole `page` may refuse to be divided.
    """

    @property
    def height(self) -> float:
        """The height it takes."""

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""

    def divided(self, room: float, page: float) -> tuple["Piece | None", "Piece | None"]:
        """Divide it, see `Piece`."""


def whole(piece: Piece, room: float) -> tuple[Piece | None, Piece | None]:
    """Give all of a piece or nothing of it."""
    return (piece, None) if piece.height <= room else (None, piece)


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a paragraph in one font and colour."""

    text: str
    font: QFont
    colour: QColor


class Paragraph:
    """Plain text on lines of a width; what looks like markup is text like any other, and a break is a blank.

    Args:
        runs: the text in its fonts.
        width: of the lines; a word that is longer is broken.
        align: how the lines stand.
    """

    def __init__(self, runs: Sequence[Run], width: float, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        runs = [replace(run, text=_BREAK.sub(" ", holdable(run.text)[0])) for run in runs]
        self._layout = QTextLayout("".join(run.text for run in runs), runs[0].font)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(runs))
        self._layout.setCacheEnabled(True)
        self._tops: list[float] = [0.0]
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            step = line.height() * LEADING
            line.setPosition(QPointF(0, self._tops[-1] + (step - line.height()) / 2))
            self._tops.append(self._tops[-1] + step)
        self._layout.endLayout()
        self._first, self._last = 0, len(self._tops) - 1

    @property
    def height(self) -> float:
        """The height it takes."""
        return self._tops[self._last] - self._tops[self._first]

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""
        for number in range(self._first, self._last):
            self._layout.lineAt(number).draw(painter, QPointF(x, y - self._tops[self._first]))

    def divided(self, room: float, page: float) -> tuple[Piece | None, Piece | None]:
        """Divide between two lines; no single line is left alone on either side."""
        lines = self._last - self._first
        fit = sum(self._tops[self._first + n + 1] - self._tops[self._first] <= room for n in range(lines))
        if fit == lines:
            return self, None
        fit = min(fit, lines - 2) if self.height <= page else fit
        if fit < 2:
            return None, self
        return self._part(self._first, self._first + fit), self._part(self._first + fit, self._last)

    def _part(self, first: int, last: int) -> "Paragraph":
        part = Paragraph.__new__(Paragraph)
        part.__dict__.update(self.__dict__, _first=first, _last=last)
        return part


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in runs:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, _units(run.text)
        found.format = QTextCharFormat()
        found.format.setFont(run.font)
        found.format.setForeground(run.colour)
        formats.append(found)
        start += found.length
    return formats


def _units(text: str) -> int:
    """Count the UTF-16 units Qt counts in."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of a height; at the top and at the foot of a page it is left out."""

    height: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""

    def divided(self, room: float, page: float) -> tuple[Piece | None, Piece | None]:
        """Divide it, see `Piece`."""
        return (self, None) if self.height <= room else (None, None)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from side to side; `thickness` of it is painted, `height` is what it takes."""

    width: float
    colour: QColor
    thickness: float = 1.5
    height: float = 1.5

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""
        painter.fillRect(QRectF(x, y, self.width, self.thickness), self.colour)

    def divided(self, room: float, page: float) -> tuple[Piece | None, Piece | None]:
        """Divide it, see `Piece`."""
        return whole(self, room)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that paints itself with its top left corner at the origin."""

    height: float
    draw: Callable[[QPainter], None]

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""
        painter.save()
        painter.translate(x, y)
        self.draw(painter)
        painter.restore()

    def divided(self, room: float, page: float) -> tuple[Piece | None, Piece | None]:
        """Divide it, see `Piece`."""
        return whole(self, room)


@dataclass(frozen=True, slots=True)
class Inset:
    """A piece moved to the right, with something of its own drawn beside its first line."""

    piece: Piece
    left: float
    beside: Callable[[QPainter], None] | None = None

    @property
    def height(self) -> float:
        """The height it takes."""
        return self.piece.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""
        if self.beside is not None:
            Drawing(0, self.beside).paint(painter, x, y)
        self.piece.paint(painter, x + self.left, y)

    def divided(self, room: float, page: float) -> tuple[Piece | None, Piece | None]:
        """Divide it, see `Piece`."""
        part, rest = self.piece.divided(room, page)
        return (
            Inset(part, self.left, self.beside) if part else None,
            Inset(rest, self.left, None if part else self.beside) if rest else None,
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """Pieces next to each other, each with where it begins; they are not divided."""

    pieces: tuple[tuple[float, Piece], ...]

    @property
    def height(self) -> float:
        """The height it takes."""
        return max(piece.height for _, piece in self.pieces)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""
        for left, piece in self.pieces:
            piece.paint(painter, x + left, y)

    def divided(self, room: float, page: float) -> tuple[Piece | None, Piece | None]:
        """Divide it, see `Piece`."""
        return whole(self, room)


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces below each other.

    `together` keeps it on one page as long as a page holds it. `leading` is how many of its first pieces
    never stand alone at the foot of a page: a heading and the space below it.
    """

    pieces: tuple[Piece, ...]
    together: bool = False
    leading: int = field(default=0)

    @property
    def height(self) -> float:
        """The height it takes."""
        return sum(piece.height for piece in self.pieces)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""
        for piece in self.pieces:
            piece.paint(painter, x, y)
            y += piece.height

    def divided(self, room: float, page: float) -> tuple[Piece | None, Piece | None]:
        """Divide it, see `Piece`."""
        if self.height <= room:
            return self, None
        if self.together and self.height <= page:
            return None, self
        taken: list[Piece] = []
        left = list(self.pieces)
        while left:
            piece = left.pop(0)
            part, rest = piece.divided(room - sum(p.height for p in taken), page)
            if part is not None:
                taken.append(part)
            if rest is not None:
                left.insert(0, rest)
                break
        if len(taken) <= self.leading and room < page:
            return None, self
        while left and isinstance(left[0], Space):
            del left[0]
        return (Stack(tuple(taken)) if taken else None), (Stack(tuple(left)) if left else None)


@dataclass(frozen=True, slots=True)
class Columns:
    """Pieces in two columns of equal height, read down the first and then the second.

    `step` is from the left side of one to that of the other, `gap` stands below each piece.
    """

    pieces: tuple[Piece, ...]
    step: float
    gap: float

    @property
    def height(self) -> float:
        """The height it takes."""
        return min(max(left, right) for left, right in self._splits(len(self.pieces)))

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""
        sides = [max(pair) for pair in self._splits(len(self.pieces))]
        half = max(number for number, side in enumerate(sides) if side == min(sides))
        for left, column in ((0.0, self.pieces[:half]), (self.step, self.pieces[half:])):
            top = y
            for piece in column:
                piece.paint(painter, x + left, top)
                top += piece.height + self.gap

    def divided(self, room: float, page: float) -> tuple[Piece | None, Piece | None]:
        """Divide it, see `Piece`."""
        if self.height <= room:
            return self, None
        fit = 0
        while fit < len(self.pieces) and min(max(pair) for pair in self._splits(fit + 1)) <= room:
            fit += 1
        if fit:
            return (
                Columns(self.pieces[:fit], self.step, self.gap),
                Columns(self.pieces[fit:], self.step, self.gap),
            )
        if room < page:
            return None, self
        part, rest = self.pieces[0].divided(room, page)
        return part, Columns((*([rest] if rest else []), *self.pieces[1:]), self.step, self.gap)

    def _splits(self, count: int) -> list[tuple[float, float]]:
        """Give the heights of both columns for each place where the first `count` pieces can be parted."""
        heights = [piece.height + self.gap for piece in self.pieces[:count]]
        whole_height = sum(heights)
        splits, left = [(0.0, whole_height)], 0.0
        for height in heights:
            left += height
            splits.append((left, whole_height - left))
        return splits


def pages(pieces: Sequence[Piece], page: float) -> list[list[tuple[float, Piece]]]:
    """Put pieces on pages of a height; each with how far below the top of its page it stands."""
    made: list[list[tuple[float, Piece]]] = [[]]
    y = 0.0
    waiting = list(reversed(pieces))
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, Space) and not made[-1]:
            continue
        part, rest = piece.divided(page - y, page)
        if part is not None:
            made[-1].append((y, part))
            y += part.height
        if rest is not None:
            if part is None and not made[-1]:
                # Higher than a page and not to be divided: better beyond its foot than never.
                made[-1].append((y, rest))
                rest = None
            made.append([])
            y = 0.0
            if rest is not None:
                waiting.append(rest)
    return [page_pieces for page_pieces in made if page_pieces]
