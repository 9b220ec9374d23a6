"""How many sources a record rests on; the founding brief does not count, since it is what is being checked."""

from kzexplorer.domain.vocabulary import BRIEF, N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="support",
    label=N_("Number of sources"),
    phrase=NC_("before values", "resting on"),
    order=19,
    records="SELECT r.id, CASE count(DISTINCT c.slug) WHEN 0 THEN 'none' WHEN 1 THEN 'one' ELSE 'several' END "
    f"FROM v_row AS r LEFT JOIN v_citation AS c ON c.record = r.id AND c.slug <> '{BRIEF}' GROUP BY r.id",
    values={"several": N_("two sources or more"), "one": N_("one source"), "none": N_("no source but the brief")},
)
