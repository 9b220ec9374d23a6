"""The grade of a source that a record cites."""

from kzexplorer.domain.vocabulary import GRADES, N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="grade",
    label=N_("Grade of a source"),
    phrase=NC_("before values", "citing a source that is"),
    order=20,
    records="SELECT record, grade FROM v_citation",
    values=GRADES,
)
