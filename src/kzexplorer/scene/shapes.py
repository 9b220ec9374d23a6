"""The shapes a scene is made of: frozen values, lengths in pixels, the origin at the top left of the lanes."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import NamedTuple, Protocol

from kzexplorer.domain.kinds import Family, Mark


class Measure(Protocol):
    """How wide a text is, in pixels, when set at a size in pixels."""

    def __call__(self, text: str, px: float, bold: bool = False, /) -> float:
        """Give the advance width of a text on one line."""


class Edge(StrEnum):
    """How a begin or an end is known: to the day, within a span, or only that it lies further out."""

    SHARP = "sharp"
    SOFT = "soft"
    OPEN = "open"


class Side(StrEnum):
    """Where a label stands: above its bar, or beside its mark."""

    ABOVE = "above"
    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Viewport:
    """What is looked at: days from `first` to `last` (day 5 lasts from 5.0 to 6.0) on `width` pixels.

    `height` is the room there is for lanes; lanes may need more. `font_px` is the size of the labels;
    all other sizes follow it. Only what lies between `top` and `bottom` of all lanes is made into items, labels
    and clusters; the counts are of all.
    """

    first: float
    last: float
    width: float
    height: float = 560.0
    font_px: float = 12.0
    top: float = 0.0
    bottom: float = inf

    @property
    def px_per_day(self) -> float:
        """How many pixels a day takes, never zero."""
        return max(self.width, 1.0) / max(self.last - self.first, 1e-6)

    def x(self, day: float) -> float:
        """Give the place of a day."""
        return (day - self.first) * self.px_per_day

    def day(self, x: float) -> float:
        """Give the day at a place."""
        return self.first + x / self.px_per_day


class Item(NamedTuple):
    """A record drawn in a lane. A tuple, since a frame makes hundreds and a dataclass takes four times as long.

    Its extent runs from `x0` to `x1` and is sure between `solid0` and `solid1`; the mark stands at
    `mark_x`, all centred on `y`. A range that is cut goes on beyond `x1`, there was no room to draw it whole.
    `row` counts the rows that were given.
    """

    row: int
    slug: str
    lane: int
    mark: Mark
    family: Family
    x0: float
    solid0: float
    solid1: float
    x1: float
    mark_x: float
    y: float
    begin: Edge
    end: Edge
    is_range: bool
    is_cut: bool
    muted: bool
    weak: bool
    significance: int
    focused: bool


class Label(NamedTuple):
    """The text of an item; `item` counts the scene's items, the box is `x`, `y`, `width`, `height`."""

    item: int
    text: str
    x: float
    y: float
    width: float
    height: float
    side: Side
    bold: bool


class Cluster(NamedTuple):
    """Records of a lane that had no room of their own, as a pill with their count.

    `members` count the rows that were given. `running` says that all of them began before the view.
    """

    lane: int
    x: float
    y: float
    width: float
    height: float
    members: tuple[int, ...]
    text: str
    running: bool
    focused: bool

    @property
    def centre(self) -> tuple[float, float]:
        """Where it is."""
        return self.x, self.y

    @property
    def size(self) -> int:
        """How many records it stands for."""
        return len(self.members)


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of a lane's placements: drawn + clustered + outside + undated = placements."""

    placements: int
    labelled: int
    drawn: int
    clustered: int
    outside: int
    undated: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its place; `caption` says in words how much of it is labelled."""

    key: str
    title: str
    top: float
    height: float
    counts: Counts
    caption: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis; without text it is a minor one. `left` and `width` are the text's box."""

    x: float
    text: str
    left: float
    width: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The ticks in view, and what they leave unsaid: the year or month that all of them lie in."""

    ticks: tuple[Tick, ...]
    context: str


@dataclass(frozen=True, slots=True)
class Tray:
    """The strip below the lanes that keeps records without a date visible; `members` count the rows given."""

    title: str
    caption: str
    text: str
    members: tuple[int, ...]
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Scene:
    """The timeline over a span of days, ready to be painted.

    `data_x` is where the data ends, None when out of view. `height` is that of all lanes and the tray.
    """

    viewport: Viewport
    lanes: tuple[Lane, ...]
    items: tuple[Item, ...]
    labels: tuple[Label, ...]
    clusters: tuple[Cluster, ...]
    axis: Axis
    tray: Tray | None
    data_x: float | None
    height: float
    sizes: "Sizes"


@dataclass(frozen=True, slots=True)
class Sizes:
    """All lengths, in pixels, for one size of type."""

    font: float

    @property
    def mark(self) -> float:
        """Width and height of a mark."""
        return 1.08 * self.font

    @property
    def bar(self) -> float:
        """Height of a bar."""
        return 0.58 * self.font

    @property
    def arrow(self) -> float:
        """Length of the arrow of an open end, beyond the bar."""
        return 0.6 * self.font

    @property
    def tail(self) -> float:
        """Length of the dots behind a mark that stand for a bar that had no row."""
        return self.font

    @property
    def fade(self) -> float:
        """Length of the fade of a begin that nothing bounds below."""
        return 1.5 * self.font

    @property
    def text(self) -> float:
        """Height of a label's box."""
        return 1.34 * self.font

    @property
    def beside(self) -> float:
        """Distance from the middle of a mark, or the end of a bar, to the label beside it."""
        return self.mark / 2 + 0.46 * self.font

    @property
    def gap(self) -> float:
        """Least distance between what stands in one row."""
        return 0.85 * self.font

    @property
    def air(self) -> float:
        """Distance from a mark on a bar to the label above, and to the row below."""
        return 0.21 * self.font

    @property
    def bar_row(self) -> float:
        """Height of a row of bars with labels above."""
        return 2.84 * self.font

    @property
    def mark_row(self) -> float:
        """Height of a row of marks with labels beside."""
        return 2.17 * self.font

    @property
    def pad(self) -> float:
        """Room above the first and below the last row of a lane."""
        return 0.67 * self.font

    @property
    def lane(self) -> float:
        """Least height of a lane: its title and its caption."""
        return 4.0 * self.font

    @property
    def long_bar(self) -> float:
        """From which length on a bar takes its label above, shorter ones take it beside."""
        return 5.0 * self.font

    @property
    def long_text(self) -> float:
        """The width a label may take where there is room, and above a bar."""
        return 30.0 * self.font

    @property
    def short_text(self) -> float:
        """The width a label is cut to where there is less room."""
        return 15.0 * self.font

    @property
    def least_text(self) -> float:
        """The width a label is cut to before it is dropped, at the edges of the view."""
        return 7.0 * self.font
