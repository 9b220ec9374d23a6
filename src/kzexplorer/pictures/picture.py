"""One page with all that stands on it, as frozen values: whoever draws it, draws the same.

Lengths are in units of which the paper has some to an inch; of a picture for the screen they are its pixels.
"""

from dataclasses import dataclass
from enum import StrEnum

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.domain.records import Row
from kzexplorer.scene.margins import HEADS, OVERHANG, above_lanes
from kzexplorer.scene.shapes import Scene

LEADING = 1.36  # height of a line, in ems of its type


class Ink(StrEnum):
    """Which colour of the theme something has."""

    TEXT = "ink"
    SECONDARY = "ink2"
    CAPTION = "ink3"
    LINE = "line"
    GROUND = "bg"
    ACCENT = "accent"
    DOUBT = "gold"


class Role(StrEnum):
    """What a text is on its page."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    NOTE = "note"
    KEY = "key"
    CARD = "card"
    SOURCE = "source"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one or more lines from the top left corner `x`, `y` on, at most `width` wide.

    `lines` are the `text` as it is broken. One that is `right` ends at the right side of its box.
    """

    role: Role
    text: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    px: int
    bold: bool = False
    ink: Ink | Family = Ink.TEXT
    right: bool = False

    @property
    def line(self) -> float:
        """The height of a line."""
        return LEADING * self.px

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.line * len(self.lines)


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled rectangle below the texts: the ground of a card, a rule."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink | Family


@dataclass(frozen=True, slots=True)
class Key:
    """A mark of the legend or of a card, around a point; without a mark it is the dot of weak evidence."""

    x: float
    y: float
    size: float
    mark: Mark | None
    family: Family


@dataclass(frozen=True, slots=True)
class Chart:
    """A part of a timeline: what of its scene stands between the heights `low` and `high`, with axis and lane heads.

    `x`, `y` is the top left corner of the axis. `rows` are the records the scene's items count.
    """

    scene: Scene
    rows: tuple[Row, ...]
    x: float
    y: float
    low: float
    high: float

    @property
    def em(self) -> float:
        """The size of its type."""
        return self.scene.sizes.font

    @property
    def heads(self) -> float:
        """The width of the lane heads."""
        return HEADS * self.em

    @property
    def axis(self) -> float:
        """The height of the axis, and of the eras below it."""
        return above_lanes(self.scene)

    @property
    def width(self) -> float:
        """All of its width."""
        return self.heads + self.scene.viewport.width + OVERHANG * self.em

    @property
    def height(self) -> float:
        """All of its height."""
        return self.axis + self.high - self.low


@dataclass(frozen=True, slots=True)
class Picture:
    """A page; `notes` are what stands below a slide for who speaks to it.

    `left_out` counts the lanes that there was no room for; a text on the page says so.
    """

    width: float
    height: float
    texts: tuple[Text, ...]
    panels: tuple[Panel, ...] = ()
    keys: tuple[Key, ...] = ()
    chart: Chart | None = None
    notes: str = ""
    left_out: int = 0
