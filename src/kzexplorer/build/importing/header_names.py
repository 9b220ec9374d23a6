"""What columns are called in the tables people have: GCAT, UCS, SATCAT, Launch Library, Wikipedia, our own, by hand.

`header_names.csv` holds them by field, in English, Russian and Kazakh, the likeliest first; those of no field only
repeat what another column says.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from kzexplorer.domain.text import tokens

_HUMP = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])")


def plain(header: str) -> str:
    """Give a header as words: `LaunchDate`, `launch_date` and `Launch date` are the same."""
    return " ".join(tokens(_HUMP.sub(" ", header.replace("_", " "))))


@cache
def ranks() -> Mapping[str, tuple[str, int]]:
    """Map the plain words of known headers to their field and how likely they are, 0 the likeliest."""
    found: dict[str, tuple[str, int]] = {}
    text = resources.files("kzexplorer.build.importing").joinpath("header_names.csv").read_text(encoding="utf-8")
    for field, *names in csv.reader(text.splitlines()):
        for name in names:
            found.setdefault(plain(name), (field, len(found)))
    return found
