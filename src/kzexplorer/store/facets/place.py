"""Where it happened."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="place",
    label=N_("Place"),
    phrase=NC_("before values", "at"),
    order=11,
    records="SELECT id, place FROM v_row WHERE place IS NOT NULL",
    values="SELECT slug, name_en, name_kk, name_ru FROM v_place ORDER BY sort_en",
    open_ended=True,
)
