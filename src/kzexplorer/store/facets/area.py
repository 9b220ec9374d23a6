"""An area of cooperation."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="area",
    label=N_("Area"),
    phrase=NC_("before values", "area"),
    order=4,
    records="SELECT record, term FROM v_term_of WHERE list = 'area'",
    values="SELECT slug, name_en, name_kk, name_ru FROM v_term WHERE list = 'area' ORDER BY position",
)
