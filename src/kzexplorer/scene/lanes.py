"""Which lanes there are, in which order, and which records stand in each."""

from collections.abc import Callable, Collection, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Belonging:
    """Which lanes all records belong to: record `row[i]` to the one of `keys[lane[i]]`, sorted by record."""

    group: str
    keys: tuple[str, ...]
    row: npt.NDArray[np.int64]
    lane: npt.NDArray[np.int64]
    muted: npt.NDArray[np.bool_]


def belonging(rows: Sequence[Row], group: str) -> Belonging:
    """Find the lanes each record belongs to, once to each.

    `group` is partner, area, kind, organization, status or none. A record without partner belongs to the lane
    `HOME`, one without another key to `NO_KEY`.
    """
    numbers: dict[str, int] = {}
    flat = [
        (index, numbers.setdefault(key, len(numbers)), muted)
        for index, row in enumerate(rows)
        for key, muted in _keys(row, group)
    ]
    return Belonging(
        group,
        tuple(numbers),
        np.array([index for index, _, _ in flat], np.int64),
        np.array([lane for _, lane, _ in flat], np.int64),
        np.array([muted for _, _, muted in flat], np.bool_),
    )


def place(
    all_rows: Belonging, shown: npt.NDArray[np.bool_], name: NameLane, pinned: Collection[str] = ()
) -> Placements:
    """Place the records that are `shown` in their lanes; `name(group, key)` gives a lane's title.

    Lanes come by their number of direct placements, kinds in their own order; those that are `pinned` come first.
    """
    kept = np.flatnonzero(shown[all_rows.row])
    lane, muted = all_rows.lane[kept], all_rows.muted[kept]
    total = np.bincount(lane, minlength=len(all_rows.keys)).tolist()
    direct = np.bincount(lane[~muted], minlength=len(all_rows.keys)).tolist()
    group, keys = all_rows.group, all_rows.keys
    titles = {number: name(group, keys[number]) for number, count in enumerate(total) if count}
    order = {kind: i for i, kind in enumerate(kinds())} if group == "kind" else {}

    def rank(number: int) -> tuple[bool, int, int, int, str]:
        return (
            keys[number] not in pinned,
            order.get(keys[number], len(order)),
            -direct[number],
            -total[number],
            titles[number],
        )

    lanes = sorted(titles, key=rank)
    new = np.zeros(len(keys), np.int64)
    new[lanes] = np.arange(len(lanes))
    lane = new[lane]
    by_lane = np.argsort(lane, kind="stable")
    return Placements(
        tuple(keys[number] for number in lanes),
        tuple(titles[number] for number in lanes),
        all_rows.row[kept][by_lane],
        lane[by_lane],
        muted[by_lane],
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
