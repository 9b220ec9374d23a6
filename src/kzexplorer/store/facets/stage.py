"""A stage of development, as the founding brief tells them, that a record bears out."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="stage",
    label=N_("Stage of development"),
    phrase=NC_("before values", "on the stage"),
    order=15,
    # Of the records a term lists there is no view; an older file has the table all the same.
    records="SELECT record, term FROM term_record WHERE list = 'stage'",
    values="SELECT slug, name_en, name_kk, name_ru FROM v_term WHERE list = 'stage' ORDER BY position",
)
