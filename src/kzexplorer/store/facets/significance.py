"""How much a record weighs, 1 landmark to 3 detail."""

from kzexplorer.domain.vocabulary import N_, NC_, SIGNIFICANCES
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="significance",
    label=N_("Significance"),
    phrase=NC_("before values", "significance"),
    order=8,
    records="SELECT id, CAST(significance AS TEXT) FROM v_row",
    values=SIGNIFICANCES,
)
