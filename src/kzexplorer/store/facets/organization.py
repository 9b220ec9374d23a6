"""An organization that takes part."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="organization",
    label=N_("Organizations"),
    phrase=NC_("before values", "organization"),
    order=6,
    records="SELECT record, organization FROM v_organization_part",
    values="SELECT slug, name_en, name_kk, name_ru FROM v_organization ORDER BY sort_en",
    open_ended=True,
)
