"""What a picture is of, in the reader's words."""

from collections.abc import Callable
from dataclasses import dataclass

from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Era, Row
from kzexplorer.scene.lanes import NameLane
from kzexplorer.scene.span import Span


@dataclass(frozen=True, slots=True)
class Card:
    """A thing in full view: a line on what and when it is, its title, a text, and how sure it is.

    `mark` is that of a record's kind, None for other things.
    """

    overline: str
    title: str
    text: str
    support: str
    sure: bool
    mark: Mark | None
    family: Family


@dataclass(frozen=True, slots=True)
class Subject:
    """Records in lanes, and all that a page says about them.

    `remark` stands below the heading. `query` says what was asked for and found, `origin` which edition with how
    many sources. `visible` are the days in view, None for all. `name_kind` gives the name of a kind of record.
    `notes` are for who speaks to the page.
    """

    heading: str
    remark: str
    query: str
    origin: str
    rows: tuple[Row, ...]
    group: str
    name_lane: NameLane
    name_kind: Callable[[str], str]
    say: Language
    data_day: int
    eras: tuple[Era, ...] = ()
    focus: str = ""
    collapsed: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    visible: Span | None = None
    card: Card | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a record is called among shapes, and what is said of it to who cannot see it."""

    name: str
    description: str


Tell = Callable[[Row], Telling]
