"""Which records have which value of which facet, as sets that are combined and counted at once."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial, reduce
from operator import and_, or_

from kzexplorer.domain.names import Names
from kzexplorer.domain.state import Choice, Choices
from kzexplorer.store import bits
from kzexplorer.store.connection import decoding
from kzexplorer.store.facets import Facet


@dataclass(frozen=True)
class FacetIndex:
    """A facet's values in order, their names, and the set of records of each."""

    facet: Facet
    names: Mapping[str, Names | str]
    sets: Mapping[str, int]

    @classmethod
    @decoding()
    def read(cls, db: sqlite3.Connection, facet: Facet, size: int) -> "FacetIndex":
        """Read a facet of a database of `size` records; values nobody declared come last."""
        members: dict[str, array[int]] = defaultdict(partial(array, "I"))
        for record, value in db.execute(facet.records):
            members[value].append(record - 1)
        if isinstance(facet.values, str):
            names: dict[str, Names | str] = {value: Names(*rest) for value, *rest in db.execute(facet.values)}
        else:
            names = dict(facet.values)
        names.update({value: value for value in sorted(members) if value not in names})
        return cls(facet, names, {value: bits.at(members.get(value, ()), size) for value in names})

    def chosen(self, choice: Choice, everything: int) -> int:
        """Give the records that a choice lets through."""
        wanted = reduce(or_, (self.sets.get(v, 0) for v in choice.any_of), 0) if choice.any_of else everything
        return wanted & ~reduce(or_, (self.sets.get(v, 0) for v in choice.none_of), 0)

    def counts(self, among: int) -> dict[str, int]:
        """Count the records of each value among a set, zeros included."""
        return {value: (members & among).bit_count() for value, members in self.sets.items()}


@dataclass(frozen=True)
class Narrowed:
    """A set of records after all choices: what is left, and what each facet's own choice let through."""

    found: int
    passed: Mapping[str, int]
    base: int

    @classmethod
    def by(cls, indexes: Mapping[str, FacetIndex], choices: Choices, base: int) -> "Narrowed":
        """Apply all choices to a set."""
        passed = {facet: indexes[facet].chosen(choice, base) for facet, choice in choices.items()}
        return cls(reduce(and_, passed.values(), base), passed, base)

    def without(self, facet: str) -> int:
        """Give what is left under all choices but those of one facet, which its counts stand on."""
        if facet not in self.passed:
            return self.found
        return reduce(and_, (members for other, members in self.passed.items() if other != facet), self.base)
