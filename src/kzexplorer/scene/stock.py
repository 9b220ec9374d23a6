"""All the records there are as they would be drawn, made ready once for every query."""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from heapq import nsmallest
from typing import TypeVar, overload

import numpy as np

from kzexplorer.domain.columns import Columns, columns
from kzexplorer.domain.kinds import Family, Mark, kinds
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Era, Row
from kzexplorer.scene.axis import Calendar
from kzexplorer.scene.eras import Eras
from kzexplorer.scene.extents import OPEN, Extent, Extents
from kzexplorer.scene.frame import Look
from kzexplorer.scene.labels import Wordings
from kzexplorer.scene.lanes import Belonging, belonging
from kzexplorer.scene.layout import Bools, Ints, Times
from kzexplorer.scene.life import life
from kzexplorer.scene.shapes import Edge, Entry, Measure

T = TypeVar("T")

LANDMARK = 1
_KEPT = 20_000
_UNDRAWN = Extent(0.0, 0.0, 0.0, 0.0, 0.0, Edge.SHARP, Edge.SHARP, is_range=False)


class OnDemand(Sequence[T]):
    """Something of each record, made when it is asked for; the last some thousand are kept."""

    def __init__(self, size: int, make: Callable[[int], T]) -> None:
        self._places = range(size)
        self._make = lru_cache(_KEPT)(make)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(map(self._make, self._places[place]))
        return self._make(place)


class Stock:
    """Records with their extents, looks, titles and lanes; a timeline shows some of them.

    `data_day` is the ordinal day up to which the data reaches. What is measured with `measure` is kept, and so
    are the words of the axis in the `language`. The `eras` lie behind.
    """

    def __init__(
        self, rows: Sequence[Row], data_day: int, measure: Measure, language: Language, eras: Sequence[Era] = ()
    ) -> None:
        self.rows = rows
        self.data_day = data_day
        self.measure = measure
        self.language = language
        self.eras = Eras(eras, data_day, measure, language)
        self._records = columns(rows)
        self._gist = self._records.gist
        self.extents = Extents.of(self._records.dates)
        self.looks = OnDemand(len(rows), self._look)
        self.titles = OnDemand(len(rows), self._title)
        self._times = _times(self.extents, self._records)
        names = list(dict.fromkeys((*kinds(), *self._gist.kinds)))
        self.kinds = [_entry(kind, language) for kind in names]
        at = {kind: number for number, kind in enumerate(names)}
        self.kind = np.array([at[kind] for kind in self._gist.kinds], np.int64)
        self._belonging: dict[str, Belonging] = {}
        self._words: dict[float, Wordings] = {}
        self._calendars: dict[float, Calendar] = {}

    def belonging(self, group: str) -> Belonging:
        """Say which records belong to which lanes of a grouping."""
        if group not in self._belonging:
            self._belonging[group] = belonging(self._records, group)
        return self._belonging[group]

    def foremost(self, places: Sequence[int], most: int) -> list[int]:
        """Give the most significant of the records at places, in their order otherwise."""
        return nsmallest(most, places, key=self._gist.significances.__getitem__)

    def times(self, places: Ints, muted: Bools) -> Times:
        """Give the extents of the records at places; what is `muted` comes after its equals."""
        return self._times.at(places, muted)

    def words(self, px: float) -> Wordings:
        """Give the titles as they are set at a size in pixels."""
        if px not in self._words:
            bold = [significance == LANDMARK for significance in self._gist.significances]
            self._words[px] = Wordings(self.titles, bold, px, self.measure)
        return self._words[px]

    def calendar(self, px: float) -> Calendar:
        """Give the calendar at a size in pixels."""
        if px not in self._calendars:
            self._calendars[px] = Calendar(px, self.measure, self.language)
        return self._calendars[px]

    def place(self, slug: str) -> int:
        """Give the place of a record, -1 where there is none."""
        place = self._records.place(slug)
        return -1 if place is None else place

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

    def _title(self, place: int) -> str:
        return " ".join(self._gist.titles[place].split())

    def _look(self, place: int) -> Look:
        gist, drawn = self._gist, self.extents[place] or _UNDRAWN
        kind = kinds().get(gist.kinds[place])
        return Look(
            gist.slugs[place],
            kind.mark if kind else Mark.SMALL_CIRCLE,
            kind.family if kind else Family.EVENT,
            drawn.begin,
            drawn.end,
            drawn.is_range,
            gist.certainties[place] in {"weak", "recalled"},
            gist.significances[place],
            life(self.rows[place], drawn) if place in self._records.further and drawn is not _UNDRAWN else None,
        )

    @cached_property
    def whole(self) -> tuple[float, float]:
        """The span of all records."""
        return self.span(self._times)


def _entry(kind: str, language: Language) -> Entry:
    """Give the legend of a kind; one unheard of is drawn as an event."""
    known = kinds().get(kind)
    if known is None:
        return Entry(kind, kind, Mark.SMALL_CIRCLE, Family.EVENT, 0)
    return Entry(kind, known.names.in_(language.code), known.mark, known.family, 0)


def _times(extents: Extents, records: Columns) -> Times:
    low, high = extents.start.copy(), extents.stop.copy()
    if records.further:
        places, days = zip(*records.further.items(), strict=True)
        first, last = np.array(days, np.float64).T
        at = np.array(places, np.int64)
        low[at], high[at] = np.minimum(low[at], first), np.maximum(high[at], last + 1.0)
    return Times(
        low,
        extents.start,
        extents.solid0,
        extents.solid1,
        extents.stop,
        high,
        extents.mark,
        extents.is_range,
        extents.end == OPEN,
        extents.begin == OPEN,
        extents.dated,
        2 * np.array(records.gist.significances, np.int64),
    )
