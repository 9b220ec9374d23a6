"""Answer queries over one database: find, detail, partners, facets, rows."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from json import dumps
from pathlib import Path

from kzexplorer.domain.difference import Change, Key, Thing, changes
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import (
    Claim,
    Conflict,
    Detail,
    Edition,
    Era,
    Organization,
    Partner,
    Place,
    Row,
    Source,
    Term,
)
from kzexplorer.domain.state import Query
from kzexplorer.domain.text import Spellings
from kzexplorer.domain.vocabulary import BRIEF
from kzexplorer.store import bits, reading
from kzexplorer.store.columns import StoredColumns
from kzexplorer.store.connection import damaged, open_trusted
from kzexplorer.store.cross import Cross
from kzexplorer.store.described import described
from kzexplorer.store.details import Details
from kzexplorer.store.evidence import Evidence, Supports
from kzexplorer.store.facets import Facet
from kzexplorer.store.finder import Finder
from kzexplorer.store.results import Results
from kzexplorer.store.rows import Chosen, Rows
from kzexplorer.store.since import SINCE, since_index
from kzexplorer.store.spelling import Lexicon


class Repository:
    """A thin, typed reader of one open database; every answer is a frozen value.

    Where a previous edition is given, what became of each record since is a facet too.

    Raises:
        StoreError: from every method, when the file turns out to be damaged.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, previous: "Repository | None" = None) -> None:
        self._db = connection
        self.path = path
        self._finder = finder = Finder(connection, self._reading)
        columns = StoredColumns(connection, finder.dates, finder.indexes, finder.direct, self._reading)
        self._rows = Rows(connection, columns, self._reading)
        _ = self._rows[:1]  # so that a table that is gone is told of now
        if previous is not None:
            self.compare(previous)

    @classmethod
    def open(cls, path: Path, previous: "Repository | None" = None) -> "Repository":
        """Open the bundled database or one that this installation wrote, beside an edition to compare it with."""
        connection = open_trusted(path)
        try:
            return cls(connection, path, previous)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def find(self, query: Query, sort: str = "begins", language: str = "en") -> Results:
        """Find the records a query asks for and count every facet.

        Args:
            query: what is asked.
            sort: the order, one of `SORTS`, with a leading `-` when reversed.
            language: in whose alphabet names are ordered.

        Raises:
            StateError: the query names a facet or value that is not there; see `check`.
        """
        return self._finder.find(query, sort, language)

    def count(self, query: Query) -> int:
        """Count the records a query finds, without the rest of `find`."""
        return self._finder.found(query).bit_count()

    def among(self, query: Query, slugs: Iterable[str]) -> frozenset[str]:
        """Give those of some records that a query finds, by their slugs."""
        found = self._finder.found(query)
        return frozenset(self.slugs_at([place for place in self.places(slugs) if found >> place & 1]))

    def cited(self, query: Query) -> Mapping[str, tuple[int, int]]:
        """Count, for each source that what a query finds cites, the records that do, and that rest on it alone.

        The founding brief does not count beside another source, since it is what is being checked.
        """
        places = dumps(bits.places(self._finder.found(query)))
        with self._reading():
            counted = self._db.execute(_CITED, (places, BRIEF, BRIEF))
            return {slug: (records, alone) for slug, records, alone in counted}

    def unsure(self, query: Query) -> frozenset[str] | None:
        """Give the slugs of those a query finds of which it is not known whether they meet its time; None without."""
        if not query.span and query.as_of is None:
            return None
        narrowed, unsure = self._finder.narrowed(query)
        return frozenset(row.slug for row in self._rows.at(bits.places(narrowed.found & unsure)))

    def hits(self, query: Query) -> tuple[int, ...]:
        """Count, for each of the query's words by itself, the records it finds under the other filters."""
        return self._finder.hits(query)

    def respelled(self, word: str, most: int = 3) -> tuple[str, ...]:
        """Give a word that finds nothing spelled as the words of the data most like it, best first."""
        return self._lexicon.respelled(word, most)

    def cross(self, query: Query, down: str, across: str) -> Cross:
        """Count what a query finds by every pair of values of two facets."""
        return self._finder.cross(query, down, across)

    def evidence(self, query: Query, down: str, across: str) -> Evidence:
        """Say how well sourced what a query finds is, by every pair of values of two facets."""
        found, indexes = self._finder.found(query), self._finder.indexes
        confirmed = indexes["certainty"].sets["confirmed"]
        return self._supports.evidence(
            found, self.cross(query, down, across), confirmed, indexes[down], indexes[across]
        )

    @property
    def all_rows(self) -> Sequence[Row]:
        """The rows of all records, each at its place, read when asked for; any thread may."""
        return self._rows

    def rows(self, places: Sequence[int]) -> Sequence[Row]:
        """Give the rows at places, in that order, read when asked for."""
        return Chosen(self._rows, places)

    def row(self, slug: str) -> Row | None:
        """Give the row of a record, or None when there is none."""
        place = self.place(slug)
        return None if place is None else self._rows[place]

    def places(self, slugs: Iterable[str]) -> tuple[int, ...]:
        """Give the places of the records that have these slugs, in the order of time."""
        sql = "SELECT id - 1 FROM v_row WHERE slug IN (SELECT value FROM json_each(?)) ORDER BY id"
        with self._reading():
            return tuple(place for (place,) in self._db.execute(sql, (dumps(list(slugs)),)))

    def slugs_at(self, places: Sequence[int]) -> tuple[str, ...]:
        """Give the slugs of the records at places, in that order, without reading the records."""
        sql = "SELECT slug FROM json_each(?) AS asked JOIN v_row AS r ON r.id = asked.value + 1 ORDER BY asked.key"
        with self._reading():
            return tuple(slug for (slug,) in self._db.execute(sql, (dumps(list(places)),)))

    def place(self, slug: str) -> int | None:
        """Give the place of a record among all, or None when there is none."""
        return self._rows.columns.place(slug)

    def facets(self) -> tuple[Facet, ...]:
        """Give the facets in order."""
        return tuple(index.facet for index in self._finder.indexes.values())

    def values(self, facet: str) -> Mapping[str, Names | str]:
        """Give a facet's values in order with their names, or the English text of a controlled word."""
        return self._finder.indexes[facet].names

    def check(self, query: Query) -> None:
        """Refuse a query that names a value no facet has.

        Raises:
            StateError: with the nearest value there is.
        """
        self._finder.check(query)

    def described(self) -> Mapping[Key, Thing]:
        """Give all that this edition holds as things with fields of text."""
        with self._reading():
            return described(self._db)

    def compare(self, previous: "Repository") -> tuple[Change, ...]:
        """Say what differs from another edition; what became of each record since is a facet from now on."""
        found = self.changes_since(previous)
        self._finder.indexes[SINCE.id] = since_index(found, self._places())
        return found

    def changes_since(self, previous: "Repository") -> tuple[Change, ...]:
        """Say what differs from another edition."""
        return changes(previous.described(), self.described())

    def detail(self, slug: str) -> Detail | None:
        """Give all that is known of a record, partner, organization, claim or source; None if none."""
        with self._reading():
            return self._details.of(slug)

    def name(self, slug: str) -> Names | None:
        """Give the name of a record, partner or organization; None if there is none."""
        return self._details.name(slug)

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of all records, partners and organizations."""
        return (*self._places(), *(partner.slug for partner in self.partners), *self.organizations)

    def _places(self) -> Mapping[str, int]:
        with self._reading():
            return {slug: id_ - 1 for id_, slug in self._db.execute("SELECT id, slug FROM v_row ORDER BY id")}

    @cached_property
    def _lexicon(self) -> Lexicon:
        names = [
            name for index in self._finder.indexes.values() for name in index.names.values() if isinstance(name, Names)
        ]
        with self._reading():
            texts = [title for (title,) in self._db.execute("SELECT title FROM v_row LIMIT ?", (_TITLES_READ,))]
        texts += [text for name in names for text in name]
        texts += [alias for partner in self.partners for alias in partner.aliases]
        texts += [alias for organization in self.organizations.values() for alias in organization.aliases]
        return Lexicon.of(texts, self.spellings)

    @cached_property
    def _details(self) -> Details:
        return Details(
            self._db,
            self.row,
            self._by_ids,
            {partner.slug: partner for partner in self.partners},
            self.organizations,
            self.geography,
            self._having,
            self.terms,
        )

    def _by_ids(self, ids: Iterable[int]) -> Sequence[Row]:
        return self.rows([id_ - 1 for id_ in ids])

    def _having(self, facet: str, value: str) -> Sequence[Row]:
        return self.rows(bits.places(self._finder.indexes[facet].sets.get(value, 0)))

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """All partners by English name, then Kazakhstan's own row, with their counts in the whole data."""
        with self._reading():
            return reading.read_partners(
                self._db, self._finder.indexes["partner"].sets, self._finder.direct.sets, self._finder.dates
            )

    @cached_property
    def organizations(self) -> Mapping[str, Organization]:
        """All organizations by slug."""
        with self._reading():
            return reading.read_organizations(self._db)

    @cached_property
    def geography(self) -> Mapping[str, Place]:
        """All places by slug."""
        with self._reading():
            return reading.read_places(self._db)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """All sources by slug, in the order of their titles."""
        with self._reading():
            return reading.read_sources(self._db)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order of the founding brief."""
        with self._reading():
            return self._details.claims()

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All questions that sources disagree on."""
        with self._reading():
            return self._details.conflicts()

    @cached_property
    def _supports(self) -> Supports:
        with self._reading():
            return Supports(reading.read_cited(self._db, len(self._rows)), self.sources)

    @cached_property
    def terms(self) -> Mapping[str, tuple[Term, ...]]:
        """The controlled lists: area, objective, need, stage."""
        with self._reading():
            return reading.read_terms(self._db)

    @cached_property
    def eras(self) -> tuple[Era, ...]:
        """The times that lie behind the timeline."""
        with self._reading():
            return reading.read_eras(self._db)

    @property
    def spellings(self) -> Spellings:
        """The groups of spellings that count as one word."""
        return self._finder.spellings

    @cached_property
    def edition(self) -> Edition:
        """Which data this is, with its numbers of things."""
        with self._reading():
            counts = {
                table: self._db.execute(f"SELECT count(*) FROM v_{table}").fetchone()[0]
                for table in ("row", "partner", "organization", "source", "claim", "conflict")
            }
            return reading.read_edition(self._db, counts)

    @property
    def engine(self) -> str:
        """The version of SQLite that reads the database."""
        version: str = self._db.execute("SELECT sqlite_version()").fetchone()[0]
        return version

    @cached_property
    def begun(self) -> tuple[tuple[int, int], ...]:
        """How many records began in each year, or at the earliest did, as pairs (year, records)."""
        # Ordinal day + 1721424.5 is the Julian day SQLite reckons with.
        year = "CAST(strftime('%Y', coalesce(begins_first, begins_last) + 1721424.5) AS INTEGER)"
        query = f"SELECT {year} AS year, count(*) FROM v_row WHERE begins IS NOT NULL GROUP BY year ORDER BY year"
        with self._reading():
            return tuple(self._db.execute(query))

    @cached_property
    def launches(self) -> tuple[tuple[int, int], ...]:
        """Orbital launch attempts from Baikonur as pairs (year, attempts)."""
        with self._reading():
            return tuple(self._db.execute("SELECT year, attempts FROM v_baikonur_year ORDER BY year"))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise damaged(self.path, error) from error


# Titles whose words are offered as spellings; more would keep the first offer waiting.
_TITLES_READ = 20_000

_CITED = """
WITH found (record) AS (SELECT value + 1 FROM json_each(?)),
  cited AS (SELECT DISTINCT record, slug FROM v_citation WHERE record IN found),
  lone AS (SELECT record FROM cited WHERE slug <> ? GROUP BY record HAVING count(*) = 1)
SELECT slug, count(*), sum(slug <> ? AND record IN lone) FROM cited GROUP BY slug"""
