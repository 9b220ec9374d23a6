"""The answer to a query: a set of records that is put in order and counted when it is looked at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kzexplorer.store import bits
from kzexplorer.store.facet_index import FacetIndex, Narrowed


class Counts(Mapping[str, Mapping[str, int]]):
    """Facet -> value -> records among some, each facet counted when it is first asked for: most are folded away."""

    def __init__(self, indexes: Mapping[str, FacetIndex], narrowed: Narrowed, among: int) -> None:
        self._indexes = indexes
        self._narrowed = narrowed
        self._among = among
        self._counted: dict[str, Mapping[str, int]] = {}

    def __getitem__(self, facet: str) -> Mapping[str, int]:
        if facet not in self._counted:
            members = self._narrowed.without(facet) & self._among
            self._counted[facet] = self._indexes[facet].counts(members)
        return self._counted[facet]

    def __iter__(self) -> Iterator[str]:
        return iter(self._indexes)

    def __len__(self) -> int:
        return len(self._indexes)


@dataclass(frozen=True)
class Results:
    """The answer to a query.

    `found` is the set of records that it finds, and `doubt` the set of those whose dates are too vague to say
    whether they meet the span, or are so on the as-of day: a part of `found`.
    `counts` maps facet -> value -> records, each facet under all choices but its own; `direct` counts
    the partners again without records that name them only as context. `doubtful` and `direct_doubtful` say how
    many of each count are in doubt; they are empty where no time is asked for.
    """

    found: int
    doubt: int
    total: int
    counts: Mapping[str, Mapping[str, int]]
    direct: Mapping[str, int]
    doubtful: Mapping[str, Mapping[str, int]]
    direct_doubtful: Mapping[str, int]
    _sorted: Callable[[], tuple[int, ...]] = field(repr=False, compare=False)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The places of the records in the order asked for."""
        return self._sorted()

    @cached_property
    def unsure(self) -> frozenset[int]:
        """The places of those in doubt."""
        return frozenset(bits.places(self.doubt))

    def __len__(self) -> int:
        return self.found.bit_count()

    @property
    def lowest(self) -> int:
        """How many records surely meet the query."""
        return len(self) - self.doubt.bit_count()

    @property
    def highest(self) -> int:
        """How many records may meet the query."""
        return len(self)
