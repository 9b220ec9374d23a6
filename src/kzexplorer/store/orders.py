"""The orders in which records can stand, each made once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kzexplorer.domain.names import Names
from kzexplorer.domain.records import Row
from kzexplorer.domain.text import sort_key
from kzexplorer.store.facet_index import FacetIndex

_FAR = 1 << 40
_KEYS: Mapping[str, Callable[[Row], Any]] = {
    "ends": lambda row: row.end.date.begin if row.end.date else _FAR,
    "title": lambda row: sort_key(row.title),
    "significance": lambda row: row.significance,
    "sources": lambda row: len(row.sources),
    "slug": lambda row: row.slug,
}
# Orders by what a facet calls a record's values; records without a partner are Kazakhstan's own.
_NAMED: Mapping[str, tuple[str, Callable[[Row], Iterable[str]]]] = {
    "kind": ("kind", lambda row: (row.kind,)),
    "status": ("status", lambda row: (row.status,)),
    "certainty": ("certainty", lambda row: (row.certainty,)),
    "partner": ("partner", lambda row: dict.fromkeys(part.slug for part in row.partners) or ("kazakhstan",)),
    "organization": ("organization", lambda row: dict.fromkeys(part.slug for part in row.organizations)),
    "area": ("area", lambda row: row.areas),
    "place": ("place", lambda row: (row.place,) if row.place else ()),
}
_BY_NAME = frozenset({"partner", "organization", "place"})


class Orders:
    """Puts places of rows in order; the rows themselves stand in the order of time."""

    def __init__(self, rows: Sequence[Row], indexes: Mapping[str, FacetIndex]) -> None:
        self._rows = rows
        self._indexes = indexes
        self._made: dict[tuple[str, str], tuple[int, ...]] = {}

    def sorted(self, places: Sequence[int], sort: str, language: str) -> tuple[int, ...]:
        """Order places by one of `SORTS`, reversed with a leading `-`; names stand in a language's alphabet."""
        key = sort.removeprefix("-")
        if key != "begins":
            if (key, language) not in self._made:
                self._made[key, language] = self._order(key, language)
            members = set(places)
            places = [place for place in self._made[key, language] if place in members]
        return tuple(reversed(places)) if sort.startswith("-") else tuple(places)

    def _order(self, key: str, language: str) -> tuple[int, ...]:
        value = _KEYS.get(key) or self._by_names(*_NAMED[key], language)
        return tuple(sorted(range(len(self._rows)), key=lambda place: value(self._rows[place])))

    def _by_names(self, facet: str, slugs: Callable[[Row], Iterable[str]], language: str) -> Callable[[Row], Any]:
        ranks = self._ranks(facet, language)
        # What has no name stands last.
        last = (len(ranks) + 1,)
        return lambda row: tuple(ranks.get(slug, len(ranks)) for slug in slugs(row)) or last

    def _ranks(self, facet: str, language: str) -> Mapping[str, int]:
        """Rank the values of a facet: names by the alphabet, controlled words in their own order."""
        names = self._indexes[facet].names
        if facet in _BY_NAME:
            keys = {v: sort_key(n.in_(language) if isinstance(n, Names) else n) for v, n in names.items()}
            return {value: rank for rank, value in enumerate(sorted(keys, key=lambda v: keys[v]))}
        return {value: rank for rank, value in enumerate(names)}
