"""Whether sources disagree on a record."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="conflict",
    label=N_("Disagreement"),
    phrase=NC_("before values", "where"),
    order=18,
    records="SELECT id, iif(id IN (SELECT record FROM v_conflict), 'yes', 'no') FROM v_row",
    values={"yes": N_("sources disagree"), "no": N_("no disagreement is known")},
)
