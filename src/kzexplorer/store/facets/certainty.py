"""How well a record is supported."""

from kzexplorer.domain.vocabulary import CERTAINTIES, N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="certainty",
    label=N_("Certainty"),
    phrase=NC_("before values", "certainty"),
    order=7,
    records="SELECT id, certainty FROM v_row",
    values=CERTAINTIES,
)
