"""The full-text index, made from the tables alone, so that every database gets it the same way."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import Spellings, index_text

# The plain tables that SQLite keeps the index in.
TABLES = ("words_config", "words_data", "words_docsize", "words_idx")

# Numbers people search for; other numbers are measures.
_NUMBERS_SEARCHED = ("norad",)

# What each thing a record is tied to is called: its slug, and a name in each language or an alias.
_NAMES = {
    "partner": """SELECT slug, name_en, name_kk, name_ru FROM partner
        UNION ALL SELECT partner, alias, '', '' FROM partner_alias""",
    "organization": """SELECT slug, name_en, name_kk, name_ru FROM organization
        UNION ALL SELECT organization, alias, '', '' FROM organization_alias""",
    "place": "SELECT slug, name_en, name_kk, name_ru FROM place",
    "area": "SELECT slug, name_en, name_kk, name_ru FROM term WHERE list = 'area'",
}
_TIES = {
    "partner": "SELECT record, partner FROM record_partner ORDER BY record",
    "organization": "SELECT record, organization FROM record_organization ORDER BY record",
    "area": "SELECT record, term FROM record_term WHERE list = 'area' ORDER BY record",
}
_RECORDS = "SELECT id, title, kind, place, summary, note FROM record ORDER BY id"
_STEPS = "SELECT record, text FROM step ORDER BY record, position"
_FACTS = "SELECT record, key, type, value FROM fact ORDER BY record, position"
# Words that are folded once and kept; a language has fewer, a catalogue of numbers has no end.
_KEPT = 1 << 16


class Words(NamedTuple):
    """The folded words of a record, a column of the index each."""

    record: int
    title: str
    names: str
    body: str
    also: str


class _Folding:
    """Folds texts as `index_text` does, each word of the language only once."""

    def __init__(self, groups: Spellings) -> None:
        self._folded = lru_cache(_KEPT)(partial(_folded, groups))
        # By the token that stands for a group, which is what a folded text holds of it.
        self._others = {
            token: tuple(member for member in members if member != token) for token, members in groups.members.items()
        }

    def words(self, texts: Iterable[str]) -> list[str]:
        return list(chain.from_iterable(map(self._folded, " ".join(texts).split())))

    def also(self, words: Iterable[str]) -> list[str]:
        return sorted({other for word in self._others.keys() & words for other in self._others[word]})


def _folded(groups: Spellings, chunk: str) -> tuple[str, ...]:
    return tuple(index_text(chunk, groups).split())


class _Beside:
    """Rows that belong to records, read beside these in the order of ids; the first column is the id."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, record: int) -> list[tuple[Any, ...]]:
        """Give the rows of a record; each is asked for once, in order."""
        if self._next is None or self._next[0] != record:
            return []
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found


class _Called:
    """The words of all that a record's kind, partners, organizations, place and areas are called."""

    def __init__(self, connection: sqlite3.Connection, folding: _Folding) -> None:
        self._folding = folding
        self._names = {what: _grouped(connection.execute(query)) for what, query in _NAMES.items()}
        self._ties = {what: _Beside(connection.execute(query)) for what, query in _TIES.items()}
        self._words = lru_cache(1 << 12)(self._folded)

    def words(self, record: int, kind: str, place: str | None) -> list[str]:
        """Give the words for a record; the records are asked for in order."""
        ties = tuple((what, slug) for what, beside in self._ties.items() for _, slug in beside.of(record))
        return self._words(kind, (*ties, ("place", place)) if place else ties)

    def _folded(self, kind: str, ties: tuple[tuple[str, str], ...]) -> list[str]:
        # Sorted, since SQLite promises no order and the blocks shall be the same everywhere.
        names = {*kinds()[kind].names, *(name for what, slug in ties for name in self._names[what][slug])}
        return self._folding.words(sorted(names))


def _grouped(rows: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for slug, *names in rows:
        found[slug].update(names)
    return found


def spellings(connection: sqlite3.Connection) -> Spellings:
    """Read the groups of spellings of a database."""
    canonical = dict(connection.execute("SELECT spelling, token FROM spelling ORDER BY spelling"))
    members: dict[str, list[str]] = {}
    for spelling, token in canonical.items():
        members.setdefault(token, []).append(spelling)
    return Spellings(canonical, {token: tuple(group) for token, group in members.items()})


def words(connection: sqlite3.Connection) -> Iterator[Words]:
    """Give the words of each record, in the order of ids."""
    folding = _Folding(spellings(connection))
    called = _Called(connection, folding)
    steps, facts = _Beside(connection.execute(_STEPS)), _Beside(connection.execute(_FACTS))
    for record, title, kind, place, summary, note in connection.execute(_RECORDS):
        body = [summary, note, *(text for _, text in steps.of(record))]
        for _, key, type_, value in facts.of(record):
            if type_ == "list":
                body += json.loads(value)
            elif type_ == "text" or key in _NUMBERS_SEARCHED:
                body.append(str(value))
        columns = [folding.words([title]), called.words(record, kind, place), folding.words(body)]
        columns.append(folding.also(chain(*columns)))
        yield Words(record, *map(" ".join, columns))


def fill(connection: sqlite3.Connection, watch: Callable[[Iterable[Words]], Iterable[Words]] = iter) -> None:
    """Write the index; it must be empty. `watch` passes the words on and may stop it."""
    insert = "INSERT INTO words (rowid, title, names, body, also) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(insert, watch(words(connection)))
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")


def blocks(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Read what the index is stored as, from the plain tables it keeps itself in; it is not asked.

    SQLite 3.40 and 3.51 store the same words as the same blocks, so they prove an index without a
    question that a forged one could answer with code.
    """
    return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}
