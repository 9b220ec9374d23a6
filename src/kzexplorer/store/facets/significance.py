"""How much a record weighs, 1 landmark to 3 detail."""

from kzexplorer.domain.vocabulary import N_, SIGNIFICANCES
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="significance",
    label=N_("Significance"),
    phrase=N_("significance"),
    order=8,
    records="SELECT id, CAST(significance AS TEXT) FROM v_row",
    values=SIGNIFICANCES,
)
