"""What the user's dealings with tables and databases leave: maps of columns that worked, databases opened last."""

from dataclasses import dataclass, replace

from kzexplorer.domain.column_map import ColumnMap
from kzexplorer.domain.date_order import Order

_MOST_MAPS = 100
_MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Tables:
    """Maps by the columns they are of, each once, and paths of databases; the latest first."""

    maps: tuple[ColumnMap, ...] = ()
    recent: tuple[str, ...] = ()

    def map_of(self, columns: tuple[str, ...]) -> ColumnMap | None:
        """Give the map that was used for a table with these columns."""
        return next((kept for kept in self.maps if kept.columns == columns), None)

    def with_map(self, used: ColumnMap) -> "Tables":
        """Keep a map in the place of the one of the same columns.

        In which order dates are written is not kept: the next table of these columns may be of another hand.
        """
        used = replace(used, order=Order.OPEN)
        others = tuple(kept for kept in self.maps if kept.columns != used.columns)
        return replace(self, maps=(used, *others)[:_MOST_MAPS])

    def with_recent(self, path: str) -> "Tables":
        """Name a database as the one opened last."""
        return replace(self, recent=(path, *(p for p in self.recent if p != path))[:_MOST_RECENT])

    def without_recent(self, path: str) -> "Tables":
        """Name a database no more."""
        return replace(self, recent=tuple(p for p in self.recent if p != path))
