"""Which lanes there are, in which order, and which records stand in each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.records import Row
from kzexplorer.domain.vocabulary import INDIRECT_ROLES

NameLane = Callable[[str, str], str]
HOME = "kazakhstan"
NO_KEY = ""


@dataclass(frozen=True, slots=True)
class Placements:
    """Records in lanes, sorted by lane: `row[i]` stands in lane `lane[i]`, greyed where `muted[i]`.

    `keys` and `titles` name the lanes, from the top.
    """

    keys: tuple[str, ...]
    titles: tuple[str, ...]
    row: npt.NDArray[np.int64]
    lane: npt.NDArray[np.int64]
    muted: npt.NDArray[np.bool_]


def place(rows: Sequence[Row], group: str, name: NameLane) -> Placements:
    """Place each record in every lane it belongs to, once in each.

    `group` is partner, area, kind, organization, status or none; `name(group, key)` gives a lane's
    title. A record without partner stands in the lane `HOME`, one without another key in `NO_KEY`.
    Lanes come by their number of direct placements, kinds in their own order.
    """
    members: dict[str, list[tuple[int, bool]]] = {}
    for index, row in enumerate(rows):
        for key, muted in _keys(row, group):
            members.setdefault(key, []).append((index, muted))
    titles = {key: name(group, key) for key in members}
    order = {kind: i for i, kind in enumerate(kinds())} if group == "kind" else {}

    def rank(key: str) -> tuple[int, int, int, str]:
        direct = sum(not muted for _, muted in members[key])
        return order.get(key, len(order)), -direct, -len(members[key]), titles[key]

    keys = sorted(members, key=rank)
    flat = [(index, lane, muted) for lane, key in enumerate(keys) for index, muted in members[key]]
    return Placements(
        tuple(keys),
        tuple(titles[key] for key in keys),
        np.array([index for index, _, _ in flat], np.int64),
        np.array([lane for _, lane, _ in flat], np.int64),
        np.array([muted for _, _, muted in flat], np.bool_),
    )


def _keys(row: Row, group: str) -> Iterator[tuple[str, bool]]:
    """Give the lanes of a record, and whether it takes part there only indirectly."""
    if group == "partner":
        roles: dict[str, bool] = {}
        for part in row.partners:
            roles[part.slug] = roles.get(part.slug, True) and part.role in INDIRECT_ROLES
        yield from roles.items() if roles else ((HOME, False),)
        return
    muted = bool(row.partners) and all(part.role in INDIRECT_ROLES for part in row.partners)
    found: Sequence[str]
    match group:
        case "area":
            found = row.areas
        case "organization":
            found = [part.slug for part in row.organizations]
        case "kind":
            found = (row.kind,)
        case "status":
            found = (row.status,)
        case _:
            found = ()
    for key in dict.fromkeys(found) or (NO_KEY,):
        yield key, muted
