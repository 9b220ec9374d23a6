"""What a query finds, as sets of records: by words, by time and by facets, combined and counted."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property, lru_cache, partial, reduce
from json import loads
from operator import or_

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.state import Query, StateError
from kzexplorer.domain.text import Spellings, words
from kzexplorer.store import bits, reading
from kzexplorer.store.connection import Guard, decoding
from kzexplorer.store.cross import Cross
from kzexplorer.store.facet_index import FacetIndex, Narrowed
from kzexplorer.store.facets import facets
from kzexplorer.store.facets.partner import direct
from kzexplorer.store.orders import Orders
from kzexplorer.store.results import Counts, Results
from kzexplorer.store.search import expression
from kzexplorer.store.times import Times


class Finder:
    """Answers queries over one database with sets of the places of records, and reads none of the records.

    `indexes` are the facets by id, to which one may be added; `direct` is that of partners without those named only
    as context.

    Args:
        db: a connection that any thread may use.
        guard: turns what a damaged file raises into a sentence.
    """

    def __init__(self, db: sqlite3.Connection, guard: Guard) -> None:
        self._db = db
        self._guard = guard
        self._matching = lru_cache(_WORDS_KEPT)(self._match)
        with guard():
            self.size = reading.count_rows(db)
            self.indexes = {facet.id: FacetIndex.read(db, facet, self.size) for facet in facets()}
            self.direct = FacetIndex.read(db, direct(), self.size)
            self.dates = reading.read_dates(db)
            self._times = Times(self.dates, self._lasting())
            self._orders = Orders(db, self.dates, self.indexes)
        self._everything = (1 << self.size) - 1

    def find(self, query: Query, sort: str, language: str) -> Results:
        """See `Repository.find`."""
        narrowed, unsure = self.narrowed(query)
        return Results(
            narrowed.found,
            narrowed.found & unsure,
            self.size,
            Counts(self.indexes, narrowed, self._everything),
            self.direct.counts(narrowed.without("partner")),
            Counts(self.indexes, narrowed, unsure) if unsure else {},
            self.direct.counts(narrowed.without("partner") & unsure) if unsure else {},
            partial(self._sorted, narrowed.found, sort, language),
        )

    def found(self, query: Query) -> int:
        """Give the set of records that a query finds."""
        return self.narrowed(query)[0].found

    def narrowed(self, query: Query) -> tuple[Narrowed, int]:
        """Give what a query finds, and which records may or may not meet its span and its as-of day."""
        base, sure = self._times.met(query, self._everything)
        for word in words(query.text, self.spellings):
            base &= self._matching(word.tokens)
        return Narrowed.by(self.indexes, query.choices, base), base & ~sure

    def hits(self, query: Query) -> tuple[int, ...]:
        """See `Repository.hits`."""
        others = self.found(replace(query, text=""))
        return tuple((self._matching(word.tokens) & others).bit_count() for word in words(query.text, self.spellings))

    def cross(self, query: Query, down: str, across: str) -> Cross:
        """See `Repository.cross`."""
        indexes = self.indexes
        direct = self.direct if down == "partner" else indexes[down]
        narrowed, unsure = self.narrowed(query)
        return Cross.of(narrowed.found, narrowed.found & unsure, indexes[down], direct, indexes[across])

    def check(self, query: Query) -> None:
        """See `Repository.check`."""
        for facet, choice in query.choices.items():
            if facet not in self.indexes:
                raise StateError(f"“{facet}” asks what another edition changed; name it with --previous FILE.")
            known: Mapping[str, int] = self.indexes[facet].sets
            for value in (*choice.any_of, *choice.none_of):
                if value not in known:
                    near = get_close_matches(value, known, n=1, cutoff=0.5)
                    advice = f"did you mean “{near[0]}”?" if near else "“kzexplorer facets” lists what there is."
                    raise StateError(f"“{value[:60]}” is not a value of “{facet}”; {advice}")

    @cached_property
    def spellings(self) -> Spellings:
        """The groups of spellings that count as one word."""
        with self._guard():
            return Spellings.known(self._db.execute("SELECT spelling, token FROM v_spelling ORDER BY spelling"))

    def _sorted(self, found: int, sort: str, language: str) -> tuple[int, ...]:
        with self._guard():
            return self._orders.sorted(found, sort, language)

    def _match(self, tokens: tuple[str, ...]) -> int:
        """Give the records that have a word; as one text, which is read several times as fast as a row for each."""
        asked = expression(tokens)
        with self._guard(), decoding():
            (ids,) = self._db.execute(_MATCHING, (asked,)).fetchone()
            return bits.at(loads(ids), self.size)

    def _lasting(self) -> int:
        """Give the set of records of a kind that goes on by nature; one that is not known may."""
        known = kinds()
        sets = self.indexes["kind"].sets
        return reduce(or_, (s for kind, s in sets.items() if kind not in known or known[kind].lasting), 0)


_MATCHING = "SELECT json_group_array(rowid - 1) FROM words WHERE words MATCH ?"
# Words whose records are remembered: typing asks for the same again with every letter of the next word.
_WORDS_KEPT = 64
