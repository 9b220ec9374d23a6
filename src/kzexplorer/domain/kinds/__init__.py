"""The kinds a record can be of, one file each."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kzexplorer.domain.names import Names


class Family(StrEnum):
    """What a kind is about; families differ by colour, the kinds of one family by shape."""

    PAPER = "paper"
    CRAFT = "craft"
    FLIGHT = "flight"
    WORK = "work"
    EVENT = "event"
    TROUBLE = "trouble"


class Mark(StrEnum):
    """The shape a record of a kind is drawn as."""

    SQUARE = "square"
    FOLDED_SQUARE = "folded_square"
    HEXAGON = "hexagon"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    CIRCLE_IN_TRIANGLE = "circle_in_triangle"
    CIRCLE = "circle"
    CHEVRON = "chevron"
    DOUBLE_CHEVRON = "double_chevron"
    HOUSE = "house"
    SMALL_CIRCLE = "small_circle"
    FLAG = "flag"
    PENTAGON = "pentagon"
    STAR = "star"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind's file declares.

    `lasting` says whether a record goes on after its begin by its nature: of a treaty without a known
    end one cannot say whether it was in force ten years later, of a launch one can.
    """

    id: str
    names: Names
    family: Family
    mark: Mark
    lasting: bool
    order: int


@cache
def kinds() -> dict[str, Kind]:
    """Give all kinds by id, in order."""
    import kzexplorer.domain.kinds as package
    from kzexplorer.registry import discover

    return {kind.id: kind for kind in discover(package, Kind)}
