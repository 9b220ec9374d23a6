"""A decade in which a record began, or may have begun where its date is vague."""

from kzexplorer.domain.vocabulary import N_, NC_
from kzexplorer.store.facets import Facet

# Ordinal day + 1721424.5 is the Julian day SQLite reckons with.
_DECADES = """
WITH RECURSIVE span (id, decade, last) AS (
  SELECT id, strftime('%Y', first + 1721424.5) / 10, strftime('%Y', last + 1721424.5) / 10
  FROM (SELECT id, coalesce(begins_first, begins_last) AS first, coalesce(begins_last, begins_first) AS last FROM v_row)
  WHERE first IS NOT NULL
  UNION ALL SELECT id, decade + 1, last FROM span WHERE decade < last
)"""

FACET = Facet(
    id="decade",
    label=N_("Decade"),
    phrase=NC_("before values", "begun in the"),
    order=12,
    records=_DECADES + "SELECT id, decade || '0s' FROM span",
    values=_DECADES + "SELECT DISTINCT decade || '0s', decade || '0s', decade || '0-жылдар', decade || '0-е годы' "
    "FROM span ORDER BY decade",
)
