"""How much evidence there is for every pair of values of two facets, and how good it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kzexplorer.domain.evidence import Support
from kzexplorer.domain.records import Source
from kzexplorer.store import bits
from kzexplorer.store.cross import Cross
from kzexplorer.store.facet_index import FacetIndex

Cells = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Evidence:
    """What a query finds, counted as in `cross`, with how well each pair of values is sourced.

    `confirmed` and `lone` map value down -> value across -> records that are confirmed, and that rest on one source or
    none; `newest` maps to the last ordinal day on which the newest source of a pair may have been published, None
    where none has a date or there is no record.
    """

    cross: Cross
    confirmed: Cells
    lone: Cells
    newest: Mapping[str, Mapping[str, int | None]]


class Supports:
    """What the sources of each record of a database amount to; `cited` are the slugs of each one's sources."""

    def __init__(self, cited: Iterable[tuple[str, ...]], sources: Mapping[str, Source]) -> None:
        of = cache(lambda slugs: Support.of(sources[slug] for slug in slugs))
        self._supports: list[Support] = [of(slugs) for slugs in cited]
        self._lone = bits.of(support.count < 2 for support in self._supports)

    def evidence(self, found: int, cross: Cross, confirmed: int, down: FacetIndex, across: FacetIndex) -> Evidence:
        """Judge a set of records that is counted in `cross`; `confirmed` is the set of all that are."""
        return Evidence(
            cross,
            {value: across.counts(members & found & confirmed) for value, members in down.sets.items()},
            {value: across.counts(members & found & self._lone) for value, members in down.sets.items()},
            {
                value: {other: self._newest(members & found & others) for other, others in across.sets.items()}
                for value, members in down.sets.items()
            },
        )

    def _newest(self, members: int) -> int | None:
        days = (self._supports[place].newest for place in bits.places(members)) if members else ()
        return max((day for day in days if day is not None), default=None)
