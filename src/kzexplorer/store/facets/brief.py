"""Whether the founding brief names the subject."""

from kzexplorer.domain.vocabulary import IN_BRIEF, N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="brief",
    label=N_("In the founding brief"),
    phrase=NC_("before values", "in the founding brief:"),
    order=14,
    records="SELECT id, iif(in_brief, 'yes', 'no') FROM v_row",
    values=IN_BRIEF,
)
