"""How many sources a record rests on; the founding brief does not count, since it is what is being checked."""

from kzexplorer.domain.vocabulary import BRIEF, N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="support",
    label=N_("Number of sources"),
    phrase=NC_("before values", "resting on"),
    order=19,
    records="SELECT id, CASE WHEN least IS NULL THEN 'none' WHEN least = most THEN 'one' ELSE 'several' END FROM v_row "
    "LEFT JOIN (SELECT record, min(slug) AS least, max(slug) AS most FROM v_citation "
    f"WHERE slug <> '{BRIEF}' GROUP BY record) ON record = id",
    values={"several": N_("two sources or more"), "one": N_("one source"), "none": N_("no source but the brief")},
)
