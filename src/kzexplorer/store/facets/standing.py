"""How alive the cooperation with a record's partner is today."""

from kzexplorer.domain.vocabulary import N_, NC_, STANDINGS
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="standing",
    label=N_("Standing of the partner"),
    phrase=NC_("before values", "partner standing"),
    order=13,
    records="SELECT record, standing FROM v_part JOIN v_partner ON slug = partner",
    values=STANDINGS,
)
