"""All the records there are as they would be drawn, made ready once for every query."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from kzexplorer.domain.kinds import Family, Mark, kinds
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Row
from kzexplorer.scene.axis import Calendar
from kzexplorer.scene.extents import Extent, extent
from kzexplorer.scene.frame import Look
from kzexplorer.scene.labels import Wordings
from kzexplorer.scene.lanes import Belonging, belonging
from kzexplorer.scene.layout import Bools, Ints, Times
from kzexplorer.scene.life import Life, life
from kzexplorer.scene.shapes import Edge, Measure

LANDMARK = 1
_UNDRAWN = Extent(0.0, 0.0, 0.0, 0.0, 0.0, Edge.SHARP, Edge.SHARP, is_range=False)


class Stock:
    """Records with their extents, looks, titles and lanes; a timeline shows some of them.

    `data_day` is the ordinal day up to which the data reaches. What is measured with `measure` is kept, and so
    are the words of the axis in the `language`.
    """

    def __init__(self, rows: Sequence[Row], data_day: int, measure: Measure, language: Language) -> None:
        self.rows = rows
        self.data_day = data_day
        self.measure = measure
        self.language = language
        self.extents = [extent(row, data_day) for row in self.rows]
        lives = [life(row, e) if e and row.steps else None for row, e in zip(self.rows, self.extents, strict=True)]
        drawn = [e or _UNDRAWN for e in self.extents]
        self.looks = [_look(row, e, its) for row, e, its in zip(self.rows, drawn, lives, strict=True)]
        self.titles = [" ".join(row.title.split()) for row in self.rows]
        self._times = _times(self.extents, self.rows, lives)
        self._places = {row.slug: place for place, row in enumerate(self.rows)}
        self._belonging: dict[str, Belonging] = {}
        self._words: dict[float, Wordings] = {}
        self._calendars: dict[float, Calendar] = {}

    def belonging(self, group: str) -> Belonging:
        """Say which records belong to which lanes of a grouping."""
        if group not in self._belonging:
            self._belonging[group] = belonging(self.rows, group)
        return self._belonging[group]

    def times(self, places: Ints, muted: Bools) -> Times:
        """Give the extents of the records at places; what is `muted` comes after its equals."""
        return self._times.at(places, muted)

    def words(self, px: float) -> Wordings:
        """Give the titles as they are set at a size in pixels."""
        if px not in self._words:
            bold = [row.significance == LANDMARK for row in self.rows]
            self._words[px] = Wordings(self.titles, bold, px, self.measure)
        return self._words[px]

    def calendar(self, px: float) -> Calendar:
        """Give the calendar at a size in pixels."""
        if px not in self._calendars:
            self._calendars[px] = Calendar(px, self.measure, self.language)
        return self._calendars[px]

    def place(self, slug: str) -> int:
        """Give the place of a record, -1 where there is none."""
        return self._places.get(slug, -1)

    def span(self, times: Times) -> tuple[float, float]:
        """Give the days from the first begin to the last begin or end that is not in the future, with a margin.

        Without any date it is the year before the data day.
        """
        if not times.dated.any():
            return self.data_day - 365.0, self.data_day + 1.0
        first, last = float(times.low[times.dated].min()), float(times.mark[times.dated].max())
        past = times.high[times.dated & (times.high <= self.data_day + 1)]
        last = max(last, float(past.max())) if len(past) else last
        margin = max((last - first) * 0.03, 10.0)
        return first - margin, last + 1.4 * margin

    @cached_property
    def whole(self) -> tuple[float, float]:
        """The span of all records."""
        return self.span(self._times)


def _look(row: Row, drawn: Extent, its_life: Life | None) -> Look:
    kind = kinds().get(row.kind)
    mark, family = (kind.mark, kind.family) if kind else (Mark.SMALL_CIRCLE, Family.EVENT)
    weak = row.certainty in {"weak", "recalled"}
    return Look(row.slug, mark, family, drawn.begin, drawn.end, drawn.is_range, weak, row.significance, its_life)


def _times(extents: Sequence[Extent | None], rows: Sequence[Row], lives: Sequence[Life | None]) -> Times:
    drawn = [e or _UNDRAWN for e in extents]
    start, solid0, solid1, stop, mark, begin, end, is_range = ([e[i] for e in drawn] for i in range(len(_UNDRAWN)))
    return Times(
        np.array([its.low if its else low for its, low in zip(lives, start, strict=True)], np.float64),
        np.array(start, np.float64),
        np.array(solid0, np.float64),
        np.array(solid1, np.float64),
        np.array(stop, np.float64),
        np.array([its.high if its else high for its, high in zip(lives, stop, strict=True)], np.float64),
        np.array(mark, np.float64),
        np.array(is_range, np.bool_),
        np.array([edge is Edge.OPEN for edge in end], np.bool_),
        np.array([edge is Edge.OPEN for edge in begin], np.bool_),
        np.array([e is not None for e in extents], np.bool_),
        np.array([2 * row.significance for row in rows], np.int64),
    )
