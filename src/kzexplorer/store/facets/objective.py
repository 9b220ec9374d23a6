"""An objective of the founding brief that a record serves."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="objective",
    label=N_("Objective"),
    phrase=NC_("before values", "objective"),
    order=9,
    records="SELECT record, term FROM v_term_of WHERE list = 'objective'",
    values="SELECT slug, name_en, name_kk, name_ru FROM v_term WHERE list = 'objective' ORDER BY position",
)
