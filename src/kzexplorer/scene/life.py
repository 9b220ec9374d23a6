"""The dated steps of a record, and when it was not in force or at work: one act is one bar with its steps."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kzexplorer.domain.records import Row
from kzexplorer.scene.extents import Extent

# From such a step on a record is in force or at work; until then it was only signed, ordered or launched.
WORKING = frozenset({"in_force", "entered_service", "opened"})


class Stage(NamedTuple):
    """A step that happened between two moments, in days."""

    role: str
    first: float
    last: float

    @property
    def middle(self) -> float:
        """The day it is drawn at."""
        return (self.first + self.last) / 2


class Life(NamedTuple):
    """The further steps of a record, its gaps, and from when to when any of it is drawn, in days."""

    steps: tuple[Stage, ...]
    gaps: tuple[tuple[float, float], ...]
    low: float
    high: float


def life(row: Row, drawn: Extent) -> Life | None:
    """Find the steps that its mark and its end do not show already, and the gaps; None without such steps.

    A gap lies between a begin and the step that put it in force or to work, between a suspension and what
    resumed it, between a step and the begin it came before, and, where no end is known, between
    the begin and the last step: it is not known to have lasted.
    """
    dated = (
        Stage(step.role, float(step.date.begin), step.date.finish + 1.0)
        for step in row.steps
        if step.date and step.date not in (row.begins, row.end.date)
    )
    steps = tuple(sorted(dated, key=_middle))
    if not steps:
        return None
    gaps = tuple(_united(_gaps(steps, drawn)))
    return Life(
        steps,
        gaps,
        min((drawn.start, *(low for low, _ in gaps), *(step.first for step in steps))),
        max((drawn.stop, *(high for _, high in gaps), *(step.last for step in steps))),
    )


def _gaps(steps: tuple[Stage, ...], drawn: Extent) -> Iterator[tuple[float, float]]:
    first, last = steps[0].middle, steps[-1].middle
    if first < drawn.start:
        yield first, drawn.mark
    if last > drawn.stop:
        yield (drawn.stop if drawn.is_range else drawn.mark), last
    if not drawn.is_range:
        return
    begun = next((step.middle for step in steps if step.role in WORKING), drawn.mark)
    if drawn.mark < begun <= drawn.stop:
        yield drawn.mark, begun
    stopped = None
    for step in steps:
        if step.role == "suspended" and stopped is None:
            stopped = step.middle
        elif step.role == "resumed" and stopped is not None:
            yield stopped, step.middle
            stopped = None
    if stopped is not None and stopped < drawn.stop:
        yield stopped, drawn.stop


def _united(gaps: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    held: tuple[float, float] | None = None
    for low, high in sorted(gaps):
        if held and low <= held[1]:
            held = held[0], max(held[1], high)
        else:
            if held:
                yield held
            held = low, high
    if held:
        yield held


def _middle(stage: Stage) -> float:
    return stage.middle
