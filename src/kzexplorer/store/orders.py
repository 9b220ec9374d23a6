"""The orders in which records can stand, each made once."""

import sqlite3
from array import array
from collections.abc import Mapping, Sequence

from kzexplorer.domain.columns import HOME, NO_DAY, Dates
from kzexplorer.domain.names import Names
from kzexplorer.domain.text import sort_key
from kzexplorer.store import bits
from kzexplorer.store.facet_index import FacetIndex
from kzexplorer.store.reading import grouped

_FAR = 1 << 30
# Orders that SQLite gives: ids, those of equal rank in the order of time.
_ASKED: Mapping[str, str] = {
    "title": "SELECT id FROM v_row ORDER BY sort_key, id",
    "significance": "SELECT id FROM v_row ORDER BY significance, id",
    "sources": "SELECT id FROM v_row LEFT JOIN (SELECT record, count(*) AS cited FROM v_citation GROUP BY record) "
    "ON record = id ORDER BY coalesce(cited, 0), id",
    "slug": "SELECT id FROM v_row ORDER BY slug",
}
# Orders by what a facet calls a record's only value.
_WORDS = frozenset({"kind", "status", "certainty"})
# Orders by what a facet calls a record's values, the first of them first; by the alphabet, areas as they are listed.
_TIES: Mapping[str, str] = {
    "partner": "SELECT record, partner FROM v_part ORDER BY record, position",
    "organization": "SELECT record, organization FROM v_organization_part ORDER BY record, position",
    "area": "SELECT record, term FROM v_term_of WHERE list = 'area' ORDER BY record, position",
    "place": "SELECT id, place FROM v_row WHERE place IS NOT NULL",
}
# What records without a partner are ordered by: they are Kazakhstan's own.
_HOME = {"partner": HOME}


class Orders:
    """Puts sets of records in order; their places are the order of time."""

    def __init__(self, db: sqlite3.Connection, dates: Dates, indexes: Mapping[str, FacetIndex]) -> None:
        self._db = db
        self._dates = dates
        self._indexes = indexes
        self._made: dict[tuple[str, str], Sequence[int]] = {}

    def sorted(self, members: int, sort: str, language: str) -> tuple[int, ...]:
        """Order a set by one of `SORTS`, reversed with a leading `-`; names stand in a language's alphabet."""
        key = sort.removeprefix("-")
        places = bits.places(members) if key == "begins" else bits.in_order(members, self._order(key, language))
        return tuple(reversed(places)) if sort.startswith("-") else tuple(places)

    def _order(self, key: str, language: str) -> Sequence[int]:
        if (key, language) not in self._made:
            self._made[key, language] = array("I", self._make(key, language))
        return self._made[key, language]

    def _make(self, key: str, language: str) -> Sequence[int]:
        if key in _ASKED:
            return [id_ - 1 for (id_,) in self._db.execute(_ASKED[key])]
        size = len(self._dates)
        if key == "ends":
            days = zip(self._dates.end_first, self._dates.end_last, strict=True)
            ends = [last if first == NO_DAY else first for first, last in days]
            return sorted(range(size), key=[_FAR if day == NO_DAY else day for day in ends].__getitem__)
        ranks = self._ranks(key, language)
        if key in _WORDS:
            sets = self._indexes[key].sets
            return [place for value in ranks for place in bits.places(sets[value])]
        # What has no name stands last.
        of: list[tuple[int, ...]] = [(ranks.get(_HOME.get(key, ""), len(ranks) + 1),)] * size
        for record, values in grouped(self._db.execute(_TIES[key])).items():
            of[record - 1] = tuple(ranks.get(value, len(ranks)) for value in dict.fromkeys(values))
        return sorted(range(size), key=of.__getitem__)

    def _ranks(self, facet: str, language: str) -> Mapping[str, int]:
        """Rank the values of a facet: names by the alphabet, controlled words and areas in their own order."""
        names = self._indexes[facet].names
        if facet in _WORDS or facet == "area":
            return {value: rank for rank, value in enumerate(names)}
        keys = {v: sort_key(n.in_(language) if isinstance(n, Names) else n) for v, n in names.items()}
        return {value: rank for rank, value in enumerate(sorted(keys, key=lambda v: keys[v]))}
