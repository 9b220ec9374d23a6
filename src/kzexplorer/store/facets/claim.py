"""A claim of the founding brief that rests on a record."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="claim",
    label=N_("Claim of the founding brief"),
    phrase=NC_("before values", "behind the claim"),
    order=17,
    records="SELECT record, claim FROM v_claim_record",
    values="SELECT slug, claim, '', '' FROM v_claim ORDER BY position",
)
