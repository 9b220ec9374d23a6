"""The facets a query can choose from, one file each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kzexplorer.domain.names import Names


@dataclass(frozen=True, slots=True)
class Facet:
    """What a facet's file declares.

    `records` is SQL over the views that gives pairs (record id, value). `values` says which values
    there are, in their order: controlled words with their texts, or SQL that gives (value, English,
    Kazakh, Russian name). `label` names the facet, `phrase` stands before its values in a sentence. The
    values of an `open_ended` facet are names and not words of a list, so that the frequent ones come first.
    """

    id: str
    label: str
    phrase: str
    order: int
    records: str
    values: Mapping[str, str] | Mapping[str, Names] | str
    open_ended: bool = False


@cache
def facets() -> tuple[Facet, ...]:
    """Give all facets in order."""
    import kzexplorer.store.facets as package
    from kzexplorer.registry import discover

    return discover(package, Facet)
