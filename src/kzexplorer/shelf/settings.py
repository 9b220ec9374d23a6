"""What the window remembers from one start to the next, as one frozen value."""

from dataclasses import dataclass

THEMES = ("system", "light", "dark")
STAGES = ("dark", "light")
MOTIONS = ("system", "none")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the window stands when it is not maximized, in pixels of the whole desktop that Qt counts in."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The window's place and panes, the theme chosen, the last view and basket, and how the stage looks and moves.

    `panes` holds the sizes of each splitter by its name, in pixels; `state` is a state as text, the table's
    columns in it.
    """

    theme: str = "system"
    place: Place | None = None
    maximized: bool = False
    panes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    state: str = ""
    basket: str = ""
    stage: str = "dark"
    motion: str = "system"
