"""The formats a picture can be written in, one file each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont

from kzexplorer.domain.dates import shortened
from kzexplorer.domain.state import StateError
from kzexplorer.pictures.picture import Picture
from kzexplorer.pictures.subject import Tell
from kzexplorer.ui.look.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Order:
    """What pictures are written with: colours, the family they were measured in, their scale and title.

    `data_day` is the ordinal day up to which the data reaches; it takes the place of the time of writing. `tell`
    says what a record is called among the shapes of a slide.
    """

    tokens: Tokens
    font: QFont
    title: str
    origin: str
    data_day: int
    tell: Tell
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Format:
    """What a format's file declares.

    `write` gives the bytes of pages, the same for the same pages. `papers` are the ids of those its pages may have; a
    format without is one picture of a size in pixels, and `scales` says that it has pixels of its own.
    `families` are fonts its readers will see it in, the best first, none for the platform's own.
    """

    id: str
    label: str
    suffix: str
    write: Callable[[Sequence[Picture], Order], bytes]
    order: int
    papers: tuple[str, ...] = ()
    scales: bool = False
    families: tuple[str, ...] = ()

    @property
    def on_paper(self) -> bool:
        """Whether it has pages, as many as there are pictures."""
        return bool(self.papers)


@cache
def formats() -> dict[str, Format]:
    """Give all formats by id, in order."""
    import kzexplorer.ui.pictures.formats as package
    from kzexplorer.registry import discover

    return {found.id: found for found in discover(package, Format)}


def format_of(path: Path) -> Format:
    """Give the format that a file's name asks for.

    Raises:
        StateError: there is no such format.
    """
    suffix = path.suffix.lower()
    for found in formats().values():
        if found.suffix == suffix:
            return found
    known = ", ".join(found.suffix for found in formats().values())
    raise StateError(f"“{shortened(path.name)}” says no format that can be drawn; name it with one of {known}.")
