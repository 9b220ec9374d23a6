"""What a record is."""

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="kind",
    label=N_("Kind"),
    phrase=NC_("before values", "kind"),
    order=3,
    records="SELECT id, kind FROM v_row",
    values={kind.id: kind.names for kind in kinds().values()},
)
