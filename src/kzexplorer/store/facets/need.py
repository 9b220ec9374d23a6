"""A need of the founding brief that a record answers."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="need",
    label=N_("Need"),
    phrase=NC_("before values", "need"),
    order=10,
    records="SELECT record, term FROM v_term_of WHERE list = 'need'",
    values="SELECT slug, name_en, name_kk, name_ru FROM v_term WHERE list = 'need' ORDER BY position",
)
