"""The role a partner has in a record."""

from kzexplorer.domain.vocabulary import N_, NC_, PARTNER_ROLES
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="role",
    label=N_("Partner role"),
    phrase=NC_("before values", "partner role"),
    order=2,
    records="SELECT record, role FROM v_part",
    values=PARTNER_ROLES,
)
