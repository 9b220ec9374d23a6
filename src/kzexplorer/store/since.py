"""What became of a record since another edition, as a facet of its own where that edition is given."""

from collections.abc import Iterable, Mapping

from kzexplorer.domain.difference import HOWS, Change, How
from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store import bits
from kzexplorer.store.facet_index import FacetIndex
from kzexplorer.store.facets import Facet

# What was withdrawn is no record of this edition.
_VALUES = {how.value: text for how, text in HOWS.items() if how is not How.WITHDRAWN}
# Not among the facets that are found: without another edition to compare with there is nothing to choose from.
SINCE = Facet(
    id="since",
    label=N_("Since the previous edition"),
    phrase=NC_("before values", "since the previous edition"),
    order=15,
    records="",
    values=_VALUES,
)


def since_index(found: Iterable[Change], places: Mapping[str, int]) -> FacetIndex:
    """Make the facet of changes between two editions; `places` maps the slugs of records to their places."""
    members: dict[str, set[int]] = {value: set() for value in _VALUES}
    for change in found:
        if change.what == "record" and change.how is not How.WITHDRAWN:
            members[change.how.value].add(places[change.slug])
    return FacetIndex(SINCE, dict(_VALUES), {value: bits.at(found, len(places)) for value, found in members.items()})
