"""Answer queries over one database: find, detail, partners, facets, rows."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property, lru_cache, partial, reduce
from json import dumps, loads
from operator import or_
from pathlib import Path

from kzexplorer.domain.difference import Change, Key, Thing, changes
from kzexplorer.domain.kinds import kinds
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
from kzexplorer.domain.state import Query, StateError
from kzexplorer.domain.text import Spellings, words
from kzexplorer.domain.vocabulary import BRIEF
from kzexplorer.store import bits, reading
from kzexplorer.store.columns import StoredColumns
from kzexplorer.store.connection import damaged, open_trusted
from kzexplorer.store.cross import Cross
from kzexplorer.store.described import described
from kzexplorer.store.details import Details
from kzexplorer.store.evidence import Evidence, Supports
from kzexplorer.store.facet_index import FacetIndex, Narrowed
from kzexplorer.store.facets import Facet, facets
from kzexplorer.store.facets.partner import direct
from kzexplorer.store.orders import Orders
from kzexplorer.store.results import Counts, Results
from kzexplorer.store.rows import Chosen, Rows
from kzexplorer.store.search import expression
from kzexplorer.store.since import SINCE, since_index
from kzexplorer.store.spelling import Lexicon
from kzexplorer.store.times import Times


class Repository:
    """A thin, typed reader of one open database; every answer is a frozen value.

    Where a previous edition is given, what became of each record since is a facet too.

    Raises:
        StoreError: from every method, when the file turns out to be damaged.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, previous: "Repository | None" = None) -> None:
        self._db = connection
        self.path = path
        self._matching = lru_cache(_WORDS_KEPT)(self._match)
        with self._reading():
            size = reading.count_rows(connection)
            self._everything = (1 << size) - 1
            self._indexes = {facet.id: FacetIndex.read(connection, facet, size) for facet in facets()}
            self._direct = FacetIndex.read(connection, direct(), size)
            self._dates = reading.read_dates(connection)
            columns = StoredColumns(connection, self._dates, self._indexes, self._direct, self._reading)
            self._rows = Rows(connection, columns, self._reading)
            self._times = Times(self._dates, self._lasting())
            self._orders = Orders(connection, self._dates, self._indexes)
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
        narrowed, unsure = self._narrowed(query)
        with self._reading():
            return Results(
                narrowed.found,
                narrowed.found & unsure,
                len(self._rows),
                Counts(self._indexes, narrowed, self._everything),
                self._direct.counts(narrowed.without("partner")),
                Counts(self._indexes, narrowed, unsure) if unsure else {},
                self._direct.counts(narrowed.without("partner") & unsure) if unsure else {},
                partial(self._sorted, narrowed.found, sort, language),
            )

    def _sorted(self, found: int, sort: str, language: str) -> tuple[int, ...]:
        with self._reading():
            return self._orders.sorted(found, sort, language)

    def count(self, query: Query) -> int:
        """Count the records a query finds, without the rest of `find`."""
        return self._narrowed(query)[0].found.bit_count()

    def among(self, query: Query, slugs: Iterable[str]) -> frozenset[str]:
        """Give those of some records that a query finds, by their slugs."""
        found = self._narrowed(query)[0].found
        return frozenset(self.slugs_at([place for place in self.places(slugs) if found >> place & 1]))

    def cited(self, query: Query) -> Mapping[str, tuple[int, int]]:
        """Count, for each source that what a query finds cites, the records that do, and that rest on it alone.

        The founding brief does not count beside another source, since it is what is being checked.
        """
        places = dumps(bits.places(self._narrowed(query)[0].found))
        with self._reading():
            counted = self._db.execute(_CITED, (places, BRIEF, BRIEF))
            return {slug: (records, alone) for slug, records, alone in counted}

    def unsure(self, query: Query) -> frozenset[str] | None:
        """Give the slugs of those a query finds of which it is not known whether they meet its time; None without."""
        if not query.span and query.as_of is None:
            return None
        narrowed, unsure = self._narrowed(query)
        return frozenset(row.slug for row in self._rows.at(bits.places(narrowed.found & unsure)))

    def hits(self, query: Query) -> tuple[int, ...]:
        """Count, for each of the query's words by itself, the records it finds under the other filters."""
        others = self._narrowed(replace(query, text=""))[0].found
        return tuple((self._matching(word.tokens) & others).bit_count() for word in words(query.text, self.spellings))

    def respelled(self, word: str, most: int = 3) -> tuple[str, ...]:
        """Give a word that finds nothing spelled as the words of the data most like it, best first."""
        return self._lexicon.respelled(word, most)

    def cross(self, query: Query, down: str, across: str) -> Cross:
        """Count what a query finds by every pair of values of two facets."""
        indexes = self._indexes
        direct = self._direct if down == "partner" else indexes[down]
        narrowed, unsure = self._narrowed(query)
        return Cross.of(narrowed.found, narrowed.found & unsure, indexes[down], direct, indexes[across])

    def evidence(self, query: Query, down: str, across: str) -> Evidence:
        """Say how well sourced what a query finds is, by every pair of values of two facets."""
        found, confirmed = self._narrowed(query)[0].found, self._indexes["certainty"].sets["confirmed"]
        indexes = self._indexes
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
        return tuple(index.facet for index in self._indexes.values())

    def values(self, facet: str) -> Mapping[str, Names | str]:
        """Give a facet's values in order with their names, or the English text of a controlled word."""
        return self._indexes[facet].names

    def check(self, query: Query) -> None:
        """Refuse a query that names a value no facet has.

        Raises:
            StateError: with the nearest value there is.
        """
        for facet, choice in query.choices.items():
            if facet not in self._indexes:
                raise StateError(f"“{facet}” asks what another edition changed; name it with --previous FILE.")
            known = self._indexes[facet].sets
            for value in (*choice.any_of, *choice.none_of):
                if value not in known:
                    near = get_close_matches(value, known, n=1, cutoff=0.5)
                    advice = f"did you mean “{near[0]}”?" if near else "“kzexplorer facets” lists what there is."
                    raise StateError(f"“{value[:60]}” is not a value of “{facet}”; {advice}")

    def described(self) -> Mapping[Key, Thing]:
        """Give all that this edition holds as things with fields of text."""
        with self._reading():
            return described(self._db)

    def compare(self, previous: "Repository") -> tuple[Change, ...]:
        """Say what differs from another edition; what became of each record since is a facet from now on."""
        found = self.changes_since(previous)
        self._indexes[SINCE.id] = since_index(found, self._places())
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

    def _lasting(self) -> int:
        """Give the set of records of a kind that goes on by nature; one that is not known may."""
        known = kinds()
        return reduce(
            or_, (s for kind, s in self._indexes["kind"].sets.items() if kind not in known or known[kind].lasting), 0
        )

    @cached_property
    def _lexicon(self) -> Lexicon:
        names = [name for index in self._indexes.values() for name in index.names.values() if isinstance(name, Names)]
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
        return self.rows(bits.places(self._indexes[facet].sets.get(value, 0)))

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """All partners by English name, then Kazakhstan's own row, with their counts in the whole data."""
        with self._reading():
            return reading.read_partners(self._db, self._indexes["partner"].sets, self._direct.sets, self._dates)

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

    @cached_property
    def spellings(self) -> Spellings:
        """The groups of spellings that count as one word."""
        with self._reading():
            return Spellings.known(self._db.execute("SELECT spelling, token FROM v_spelling ORDER BY spelling"))

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

    def _narrowed(self, query: Query) -> tuple[Narrowed, int]:
        """Give what a query finds, and which records may or may not meet its span and its as-of day."""
        base, sure = self._times.met(query, self._everything)
        for word in words(query.text, self.spellings):
            base &= self._matching(word.tokens)
        return Narrowed.by(self._indexes, query.choices, base), base & ~sure

    def _match(self, tokens: tuple[str, ...]) -> int:
        """Give the records that have a word; as one text, which is read several times as fast as a row for each."""
        with self._reading():
            (ids,) = self._db.execute(_MATCHING, (expression(tokens),)).fetchone()
            return bits.at(loads(ids), len(self._rows))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError, LookupError, TypeError, OverflowError) as error:
            raise damaged(self.path, error) from error


_MATCHING = "SELECT json_group_array(rowid - 1) FROM words WHERE words MATCH ?"
# Words whose records are remembered: typing asks for the same again with every letter of the next word.
_WORDS_KEPT = 64
# Titles whose words are offered as spellings; more would keep the first offer waiting.
_TITLES_READ = 20_000

_CITED = """
WITH found (record) AS (SELECT value + 1 FROM json_each(?)),
  cited AS (SELECT DISTINCT record, slug FROM v_citation WHERE record IN found),
  lone AS (SELECT record FROM cited WHERE slug <> ? GROUP BY record HAVING count(*) = 1)
SELECT slug, count(*), sum(slug <> ? AND record IN lone) FROM cited GROUP BY slug"""
