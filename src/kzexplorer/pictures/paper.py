"""What a picture can be drawn on, and in which part: papers, sizes in pixels, and their bounds."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kzexplorer.domain.dates import shortened
from kzexplorer.domain.state import StateError
from kzexplorer.domain.vocabulary import N_

INCH = 192.0  # units of paper
POINT = INCH / 72
LEAST, MOST = (400, 240), 16_000  # pixels; less holds no timeline, more is what no program shows
MOST_PIXELS = 100_000_000  # of a bitmap: 400 MB while it is painted
SCALES = (0.5, 8.0)
MOST_SIDE = 32_000  # pixels of a bitmap; the painter counts no further
MOST_PAGES = 40
_NARROWEST = 3


@dataclass(frozen=True, slots=True)
class Paper:
    """Something of a size in units to draw on.

    Type is `em` high where all has room, down to `least` where it has not, and up to half as much again where there is
    little to show. Where it `flows` lanes go on to another page, else those without room are left out and counted.
    A `height` of 0 is as much as is needed, but no more than `MOST`.
    """

    id: str
    label: str
    width: float
    height: float
    em: int
    least: int
    flows: bool = True


def _points(size: float) -> int:
    return round(size * POINT)


PAPERS = {
    paper.id: paper
    for paper in (
        Paper("a4", N_("A4"), 297 / 25.4 * INCH, 210 / 25.4 * INCH, _points(8.5), _points(6)),
        Paper("a3", N_("A3"), 420 / 25.4 * INCH, 297 / 25.4 * INCH, _points(9.5), _points(6.5)),
        Paper("16:9", N_("16:9, a slide"), 40 / 3 * INCH, 7.5 * INCH, _points(11), _points(8)),
    )
}


class Part(StrEnum):
    """Which days are drawn: those in view, all, or all on a number of pages."""

    VISIBLE = "visible"
    WHOLE = "whole"
    PAGES = "pages"


def screen(width: int, height: int | None = None) -> Paper:
    """Give a picture of a size in pixels, or as high as is needed; type grows with it.

    Raises:
        StateError: the size is out of bounds.
    """
    sides = (width,) if height is None else (width, height)
    if any(side < least for side, least in zip(sides, LEAST, strict=False)) or max(sides) > MOST:
        asked = f"{width} by {height} pixels" if height is not None else f"{width} pixels"
        raise StateError(
            f"A picture of {asked} cannot be made: it is at least {LEAST[0]} by {LEAST[1]}, since less has no room for "
            f"a timeline, and at most {MOST} by {MOST}, since hardly a program shows more."
        )
    em = max(round(min((width * (height or width * 9 / 16)) ** 0.5 / 90, width / 32)), 10)
    return Paper("screen", "", width, height or 0, em, max(round(0.6 * em), 8), flows=False)


def page_like(picture: Paper) -> Paper:
    """Give a page of the shape of a picture, its long side that of a slide.

    Raises:
        StateError: the picture has no height of its own, or is too narrow for a page.
    """
    slide, sides = PAPERS["16:9"], (picture.width, picture.height)
    if max(sides) > _NARROWEST * min(sides):
        raise StateError(
            f"A page needs a width and a height, neither above {_NARROWEST} times the other; give --size as 1920x1080."
        )
    width, height = (side * slide.width / max(sides) for side in sides)
    share = min((width * height / slide.width / slide.height) ** 0.5, width / slide.width * 1.5)
    return Paper("page", "", width, height, round(share * slide.em), round(share * slide.least))


def pixels(width: float, height: float, scale: float) -> tuple[int, int]:
    """Give the size in pixels of a bitmap at a scale.

    Raises:
        StateError: the scale is out of bounds, or it makes too many pixels.
    """
    if not SCALES[0] <= scale <= SCALES[1]:
        raise StateError(
            f"The scale {scale:g} is out of bounds: it is {SCALES[0]:g} to {SCALES[1]:g}, the pixels drawn for each "
            "one of the size."
        )
    size = round(width * scale), round(height * scale)
    if size[0] * size[1] > MOST_PIXELS or max(size) > MOST_SIDE:
        raise StateError(
            f"A picture of {size[0]} by {size[1]} pixels would not fit into memory: with its scale it has at most "
            f"{MOST_PIXELS // 10**6} million of them, and {MOST_SIDE} on a side; ask for less, or for SVG."
        )
    return size


_SIZE = re.compile(r"\s*(\d{1,9})\s*(?:[x×]\s*(\d{1,9})\s*)?", re.ASCII | re.IGNORECASE)


def read_size(text: str) -> Paper:
    """Read a size as `1920x1080`, or `1920` for as high as is needed.

    Raises:
        StateError: it is no size, or out of bounds.
    """
    found = _SIZE.fullmatch(text)
    if found is None:
        raise StateError(f"“{shortened(text)}” is not a size; write it as 1920x1080, or 1920 for as high as is needed.")
    return screen(int(found[1]), int(found[2]) if found[2] is not None else None)
