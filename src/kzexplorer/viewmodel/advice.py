"""What helps when nothing is found: the nearest spelling, and the filter that keeps most records out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from kzexplorer.domain.state import Query
from kzexplorer.domain.text import words
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.parts import filters

_MOST = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """Another query that finds something: what it is called, the query, and how many records it finds."""

    text: str
    query: Query
    found: int


def spellings(query: Query, labels: Labels) -> tuple[Offer, ...]:
    """Offer the words with those that find nothing at all spelled as the data does, best first."""
    store, say = labels.store, labels.say
    asked = words(query.text, store.spellings)
    known = [hits > 0 for hits in store.hits(Query(query.text))]
    lost = known.count(False)
    if not lost:
        return ()
    most = _MOST if lost == 1 else 1
    ways = [
        (word.text,) if is_known else store.respelled(word.text, most)
        for word, is_known in zip(asked, known, strict=True)
    ]
    offers = []
    for one in product(*ways):
        other = replace(query, text=" ".join(one))
        found = store.count(other)
        if found:
            text = say.plural("“{words}”: {count} record", "“{words}”: {count} records", found, words=other.text)
            offers.append(Offer(text, other, found))
    return tuple(offers)


def relaxed(query: Query, labels: Labels) -> Offer | None:
    """Offer the query without the one filter whose removal finds most, else without all; None without any."""
    best = max(_without_one(query, labels), key=_found, default=None)
    if best is None or best.found:
        return best
    total = labels.store.edition.counts["row"]
    text = labels.say.plural("Without all filters: {count} record", "Without all filters: {count} records", total)
    return Offer(text, Query(), total)


def _without_one(query: Query, labels: Labels) -> Iterator[Offer]:
    for part in filters(query, labels):
        found = labels.store.count(part.without)
        text = labels.say.plural(
            "Without “{filter}”: {count} record", "Without “{filter}”: {count} records", found, filter=part.name
        )
        yield Offer(text, part.without, found)


def _found(offer: Offer) -> int:
    return offer.found
