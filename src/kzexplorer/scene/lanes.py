"""Which lanes there are, in which order, and which records stand in each."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kzexplorer.domain.columns import Columns
from kzexplorer.domain.kinds import kinds

NameLane = Callable[[str, str], str]


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
    """Which lanes all records belong to: record `row[i]` to the one of `keys[lane[i]]`, sorted by lane."""

    group: str
    keys: tuple[str, ...]
    row: npt.NDArray[np.int64]
    lane: npt.NDArray[np.int64]
    muted: npt.NDArray[np.bool_]


def belonging(records: Columns, group: str) -> Belonging:
    """Find the lanes each record belongs to, once to each; `group` and the keys are those of `Columns.lanes`."""
    lanes = records.lanes(group)
    size = len(records.dates)
    members = [np.flatnonzero(_flags(members.all, size)) for members in lanes.values()]
    muted = [_flags(members.indirect, size)[rows] for members, rows in zip(lanes.values(), members, strict=True)]
    return Belonging(
        group,
        tuple(lanes),
        np.concatenate([np.array([], np.int64), *members]),
        np.repeat(np.arange(len(members)), [len(rows) for rows in members]),
        np.concatenate([np.array([], np.bool_), *muted]),
    )


def _flags(members: int, size: int) -> npt.NDArray[np.bool_]:
    """Give one flag for each of `size` records of a set whose bit n stands for the record at place n."""
    packed = np.frombuffer(members.to_bytes(size // 8 + 1, "little"), np.uint8)
    return np.unpackbits(packed, count=size, bitorder="little").astype(np.bool_)


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
