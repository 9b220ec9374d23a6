"""The columns of the records of a database, each read when it is first asked for."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from kzexplorer.domain.columns import HOME, NO_KEY, Dates, Gist, Members
from kzexplorer.store.connection import Guard, decoding
from kzexplorer.store.facet_index import FacetIndex

_GIST = "SELECT slug, title, kind, certainty, significance FROM v_row ORDER BY id"
_FURTHER = """
SELECT s.record, min(coalesce(date_first, date_last)), max(coalesce(date_last, date_first))
FROM v_step AS s JOIN v_row AS r ON r.id = s.record
WHERE date IS NOT NULL AND date IS NOT begins AND date IS NOT end_text GROUP BY s.record
"""


@dataclass(frozen=True)
class StoredColumns:
    """See `domain.columns.Columns`. `direct` is the facet of partners without those named only as context."""

    db: sqlite3.Connection
    dates: Dates
    indexes: Mapping[str, FacetIndex]
    direct: FacetIndex
    guard: Guard

    @cached_property
    def gist(self) -> Gist:
        """What the marks of all records show."""
        with self.guard(), decoding():
            slugs, titles, kinds, certainties, significances = [], [], [], [], bytearray()
            words: dict[str, str] = {}  # each word once, however many records have it
            for slug, title, kind, certainty, significance in self.db.execute(_GIST):
                slugs.append(slug)
                titles.append(title)
                kinds.append(words.setdefault(kind, kind))
                certainties.append(words.setdefault(certainty, certainty))
                significances.append(significance)
            return Gist(slugs, titles, kinds, certainties, significances)

    @cached_property
    def further(self) -> Mapping[int, tuple[int, int]]:
        """The first and last day of the steps that differ from begin and end."""
        with self.guard():
            return {record - 1: (first, last) for record, first, last in self.db.execute(_FURTHER)}

    def lanes(self, group: str) -> Mapping[str, Members]:
        """See `domain.columns.Columns.lanes`."""
        everything = (1 << len(self.dates)) - 1
        named = self.indexes["partner"].sets
        if group == "partner":
            return {key: Members(all_, all_ & ~self.direct.sets.get(key, 0)) for key, all_ in named.items() if all_}
        at_home = named.get(HOME, 0)
        indirect = everything & ~at_home & ~reduce(or_, self.direct.sets.values(), 0)
        sets = dict(self.indexes[group].sets) if group in self.indexes else {}
        sets[NO_KEY] = everything & ~reduce(or_, sets.values(), 0)
        return {key: Members(all_, all_ & indirect) for key, all_ in sets.items() if all_}

    def place(self, slug: str) -> int | None:
        """Give the place of a record, None where there is none."""
        if not slug.isascii():  # no slug is, and SQLite cannot be asked for every text there is
            return None
        with self.guard():
            found = self.db.execute("SELECT id FROM v_row WHERE slug = ?", (slug,)).fetchone()
        return found[0] - 1 if found else None
