"""The colours of a theme by their role, read from its file; as text, so that nothing here needs Qt."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kzexplorer.domain.kinds import Family

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A theme: the colours by role as `#rrggbb`; the last six belong to the families of kinds."""

    name: str
    dark: bool
    bg: str
    surface: str
    line: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accentbg: str
    sel: str
    gold: str
    goldbg: str
    paper: str
    craft: str
    flight: str
    work: str
    event: str
    trouble: str

    def family(self, family: Family) -> str:
        """Give the colour of a family of kinds."""
        colour: str = getattr(self, family)
        return colour


def read(path: Path) -> Tokens:
    """Read a theme from its file.

    Raises:
        ValueError: a role is missing, unknown, or not a colour.
    """
    values = tomllib.loads(path.read_text("utf-8"))
    roles = {field.name for field in fields(Tokens)}
    if set(values) != roles:
        raise ValueError(f"{path.name}: roles missing or unknown: {', '.join(sorted(set(values) ^ roles))}")
    for role, colour in values.items():
        if role not in {"name", "dark"} and not _COLOUR.fullmatch(str(colour)):
            raise ValueError(f"{path.name}: {role} is no colour like #1b2327: {colour}")
    return Tokens(**values)


@cache
def themes(resources: Path) -> Mapping[str, Tokens]:
    """Give all themes by name: the files of `resources/themes`."""
    found = (read(path) for path in sorted((resources / "themes").glob("*.toml")))
    return MappingProxyType({tokens.name: tokens for tokens in found})
