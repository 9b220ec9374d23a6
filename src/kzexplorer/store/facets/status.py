"""How a record stands."""

from kzexplorer.domain.vocabulary import N_, NC_, STATUSES
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="status",
    label=N_("Status"),
    phrase=NC_("before values", "status"),
    order=5,
    records="SELECT id, status FROM v_row",
    values=STATUSES,
)
