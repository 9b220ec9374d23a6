"""The keyboard's place in a timeline: one record in one lane, moved along time and across lanes."""

from dataclasses import dataclass

from kzexplorer.scene.scene import Timeline


@dataclass(frozen=True, slots=True)
class Cursor:
    """A row, by its number among the rows given, in a lane, by its number from the top."""

    lane: int
    row: int


def along(timeline: Timeline, cursor: Cursor, step: int) -> Cursor:
    """Give the place `step` records later (earlier if negative) in the same lane, at most its first or last."""
    members = timeline.members(cursor.lane)
    at = min(max(members.index(cursor.row) + step, 0), len(members) - 1)
    return Cursor(cursor.lane, members[at])


def across(timeline: Timeline, cursor: Cursor, step: int) -> Cursor:
    """Give the record nearest in time in the next lane (the one above if `step` is -1) that has a dated one."""
    here = _mark(timeline, cursor.row)
    lane = cursor.lane + step
    while 0 <= lane < timeline.lanes:
        members = timeline.members(lane)
        if members:
            return Cursor(lane, min(members, key=lambda row: abs(_mark(timeline, row) - here)))
        lane += step
    return cursor


def start(timeline: Timeline, focus: str, first: float, last: float) -> Cursor | None:
    """Give the place to begin at: the record in focus, else the first one in view, else any; None without one."""
    anywhere = None
    in_view = None
    for lane in range(timeline.lanes):
        for row in timeline.members(lane):
            place = Cursor(lane, row)
            if focus and timeline.stock.rows[row].slug == focus:
                return place
            anywhere = anywhere or place
            if in_view is None and first <= _mark(timeline, row) <= last:
                in_view = place
    return in_view or anywhere


def _mark(timeline: Timeline, row: int) -> float:
    drawn = timeline.extent_of(row)
    return drawn.mark if drawn else 0.0
