"""The times that lie behind a timeline, in pixels."""

from collections.abc import Sequence
from typing import NamedTuple

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Era as Known
from kzexplorer.scene.labels import elide
from kzexplorer.scene.shapes import Edge, Era, Measure, Viewport
from kzexplorer.scene.sizes import Sizes


class _Bound(NamedTuple):
    """From when to when, in days, an era begins or ends."""

    low: float
    high: float
    edge: Edge


class Eras:
    """All eras there are, captioned in a language; `data_day` is the last day of what goes on."""

    def __init__(self, known: Sequence[Known], data_day: int, measure: Measure, language: Language) -> None:
        self.rows = max((era.row for era in known), default=0)
        self._measure = measure
        shaded = {era.slug for era in [era for era in known if era.row == 1][::2]}
        self._all = [
            (
                era,
                era.names.in_(language.code),
                _bound(era.begins, data_day),
                _bound(era.ends, data_day),
                era.slug in shaded,
            )
            for era in known
        ]

    def seen(self, viewport: Viewport, sizes: Sizes) -> tuple[Era, ...]:
        """Give the eras in view, each with as much of its title as there is room for."""
        px, pad = round(sizes.font * 11 / 12), 0.5 * sizes.font
        found = []
        for era, title, begin, end, shaded in self._all:
            x0, solid0, solid1, x1 = map(viewport.x, (begin.low, begin.high, end.low, end.high))
            if x1 <= 0 or x0 >= viewport.width:
                continue
            left = max(solid0, 0.0) + pad
            room = min(solid1, viewport.width) - pad - left
            text, width = elide(title, self._measure(title, px), room, lambda text: self._measure(text, px))
            if width < min(4 * sizes.font, self._measure(title, px)):
                text, width = "", 0.0
            found.append(
                Era(
                    era.slug, title, era.row - 1, x0, solid0, solid1, x1, begin.edge, end.edge, shaded,
                    text, left, width, era.records,
                )
            )  # fmt: skip
        return tuple(found)


def _bound(date: VagueDate, data_day: int) -> _Bound:
    """Give the moments a bound lies between; what goes on does so to the end of the data day."""
    if date.last is None:
        return _Bound(data_day + 1.0, data_day + 1.0, Edge.OPEN)
    if date.first is None:
        return _Bound(date.finish + 1.0, date.finish + 1.0, Edge.OPEN)
    if date.is_exact or date.first == date.last:
        return _Bound(float(date.first), float(date.first), Edge.SHARP)
    return _Bound(float(date.first), date.last + 1.0, Edge.SOFT)


def era_at(eras: Sequence[Era], row: int, x: float) -> Era | None:
    """Give the era of a row at a place; the later one where a vague bound lets two overlap."""
    return next((era for era in reversed(eras) if era.row == row and era.x0 <= x < era.x1), None)
