"""The shapes a scene is made of: frozen values, lengths in pixels, the origin at the top left of the lanes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import NamedTuple, Protocol

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.scene.sizes import Sizes


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
    and clusters; the counts are of all. If it is `tight`, no lane takes more than its share of the height.
    """

    first: float
    last: float
    width: float
    height: float = 560.0
    font_px: float = 12.0
    top: float = 0.0
    bottom: float = inf
    tight: bool = False

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


class Notch(NamedTuple):
    """A dated step of an item, signed or in force or ended: it was between `x0` and `x1`, and `x` is their middle."""

    role: str
    x: float
    x0: float
    x1: float


class Item(NamedTuple):
    """A record drawn in a lane. A tuple, since a frame makes hundreds and a dataclass takes four times as long.

    Its extent runs from `x0` to `x1` and is sure between `solid0` and `solid1`; the mark stands at
    `mark_x`, all centred on `y`. A range that is cut goes on beyond `x1`, there was no room to draw it whole.
    `row` counts the rows that were given. The `notches` are its further steps. Its `gaps`, from place to place, are
    when it was not, or not known to be, in force or at work: signed and not yet in force, suspended, or from
    step to step before its begin and where its end is not known; they may lie beyond its extent.
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
    notches: tuple[Notch, ...] = ()
    gaps: tuple[tuple[float, float], ...] = ()

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where anything of it is drawn, but for its mark and arrow."""
        if not self.gaps:
            return self.x0, self.x1
        return min(self.x0, *(low for low, _ in self.gaps)), max(self.x1, *(high for _, high in self.gaps))


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
    members: Sequence[int]
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


class Column(NamedTuple):
    """How many records of a collapsed lane begin in a stretch of time, and the share of that in the lane's highest."""

    x: float
    width: float
    number: int
    share: float
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its place; `caption` says in words how much of it is labelled.

    A collapsed lane shows how dense it is in `columns` instead of items; they count as clustered. Pinned
    lanes come first.
    """

    key: str
    title: str
    top: float
    height: float
    counts: Counts
    caption: str
    is_collapsed: bool = False
    is_pinned: bool = False
    columns: tuple[Column, ...] = ()


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


class Era(NamedTuple):
    """A time behind the lanes, from `x0` to `x1` and surely between `solid0` and `solid1`.

    `text` is its title as there is room for it in row `row` below the axis, from `text_x` on. `records` are the
    slugs of those that its bounds come from; every other era of the first row is `shaded`.
    """

    slug: str
    title: str
    row: int
    x0: float
    solid0: float
    solid1: float
    x1: float
    begin: Edge
    end: Edge
    shaded: bool
    text: str
    text_x: float
    text_width: float
    records: tuple[str, ...]


class Tie(NamedTuple):
    """A thread from the record in focus, at `x0`, `y0`, to a record it is linked with, at `x1`, `y1`.

    `back` says that the relation runs from the other record to the one in focus.
    """

    slug: str
    relation: str
    back: bool
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Ties:
    """The threads of the record in focus, how many of its links lead out of view, and both in words."""

    drawn: tuple[Tie, ...]
    beyond: int
    caption: str


class Entry(NamedTuple):
    """A kind of record in the legend, with how many placements of it are in view."""

    kind: str
    text: str
    mark: Mark
    family: Family
    number: int


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

    `data_x` is where the data ends, None when out of view. `height` is that of all lanes and the tray, of which
    the pinned lanes take the first `pinned`. Eras stand in `era_rows` rows below the axis.
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
    sizes: Sizes
    pinned: float = 0.0
    eras: tuple[Era, ...] = ()
    era_rows: int = 0
    ties: Ties | None = None
    legend: tuple[Entry, ...] = ()
