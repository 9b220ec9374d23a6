"""Which table a record comes from, in a database that holds the bundled data and somebody's own."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="origin",
    label=N_("Origin"),
    phrase=NC_("before values", "from"),
    order=22,
    records="SELECT record, value FROM v_fact WHERE key = 'origin'",
    values="SELECT DISTINCT value, iif(value = 'bundled', 'Bundled data', value), "
    "iif(value = 'bundled', 'Бірге келген деректер', value), iif(value = 'bundled', 'Встроенные данные', value) "
    "FROM v_fact WHERE key = 'origin' ORDER BY value = 'bundled' DESC, value",
)
