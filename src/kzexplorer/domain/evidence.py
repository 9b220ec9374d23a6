"""What the sources of a record amount to: how many count, of which grade, from how many publishers, how old."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kzexplorer.domain.records import Source
from kzexplorer.domain.vocabulary import BRIEF, GRADES, N_

# Evidence whose newest source was published more days than this before the data's date is old.
OLD_AFTER = 5 * 365


@dataclass(frozen=True, slots=True)
class Support:
    """Some sources taken together; the founding brief does not count, since it is what is being checked.

    `grades` maps grade -> sources, the best grade first; `newest` is the last ordinal day on which the newest of
    them may have been published, None where none has a date; `brief` says whether the brief is among them.
    """

    count: int
    grades: Mapping[str, int]
    publishers: int
    newest: int | None
    brief: bool

    @classmethod
    def of(cls, sources: Iterable[Source]) -> "Support":
        """Take sources together, each once."""
        given = {source.slug: source for source in sources}
        cited = [source for slug, source in given.items() if slug != BRIEF]
        counted = Counter(source.grade for source in cited)
        order = {grade: rank for rank, grade in enumerate(GRADES)}
        return cls(
            len(cited),
            {grade: counted[grade] for grade in sorted(counted, key=lambda grade: order.get(grade, len(order)))},
            len({source.publisher for source in cited}),
            max((source.published.finish for source in cited if source.published), default=None),
            BRIEF in given,
        )


class Sourcing(StrEnum):
    """How well sourced what is known of something is."""

    EMPTY = "empty"
    UNCONFIRMED = "unconfirmed"
    OLD = "old"
    SOURCED = "sourced"


SOURCINGS = {
    Sourcing.EMPTY: N_("nothing known"),
    Sourcing.UNCONFIRMED: N_("nothing confirmed"),
    Sourcing.OLD: N_("old evidence only"),
    Sourcing.SOURCED: N_("well sourced"),
}


def judged(records: int, confirmed: int, newest: int | None, data_day: int) -> Sourcing:
    """Judge some records by how many there are, how many are confirmed, and the day of their newest source."""
    if not records:
        return Sourcing.EMPTY
    if not confirmed:
        return Sourcing.UNCONFIRMED
    return Sourcing.OLD if newest is None or newest < data_day - OLD_AFTER else Sourcing.SOURCED
