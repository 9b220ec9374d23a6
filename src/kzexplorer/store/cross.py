"""Count the records of every pair of values of two facets at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from kzexplorer.store.facet_index import FacetIndex


@dataclass(frozen=True)
class Cross:
    """How many of the records found have each value down, each value across, and both.

    `counts` and `direct` map value down -> value across -> records, zeros included; `direct` leaves out
    records that name a partner only as context, and equals `counts` where no partners go down. A record
    counts once in `total`, in `down`, in `down_direct` and in `across`, however many cells it is in. `unsure` says how
    many of each count are records of which it is not known whether they meet the time asked for; it and `down_unsure`
    and `across_unsure` are empty where there is none such.
    """

    counts: Mapping[str, Mapping[str, int]]
    direct: Mapping[str, Mapping[str, int]]
    down: Mapping[str, int]
    down_direct: Mapping[str, int]
    across: Mapping[str, int]
    total: int
    unsure: Mapping[str, Mapping[str, int]]
    down_unsure: Mapping[str, int]
    across_unsure: Mapping[str, int]

    @classmethod
    def of(cls, found: int, unsure: int, down: FacetIndex, direct: FacetIndex, across: FacetIndex) -> "Cross":
        """Count a set of records and its part that is not sure; `direct` is `down` without what counts apart."""
        return cls(
            {value: across.counts(members & found) for value, members in down.sets.items()},
            {value: across.counts(direct.sets.get(value, 0) & found) for value in down.sets},
            down.counts(found),
            {value: (direct.sets.get(value, 0) & found).bit_count() for value in down.sets},
            across.counts(found),
            found.bit_count(),
            {value: across.counts(members & unsure) for value, members in down.sets.items()} if unsure else {},
            down.counts(unsure) if unsure else {},
            across.counts(unsure) if unsure else {},
        )
