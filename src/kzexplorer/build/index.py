"""The full-text index, made from the tables alone, so that every database gets it the same way."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import NamedTuple

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import Spellings, index_text

# The plain tables that SQLite keeps the index in.
TABLES = ("words_config", "words_data", "words_docsize", "words_idx")

# Numbers people search for; other numbers are measures.
_NUMBERS_SEARCHED = ("norad",)

_NAMES = """
SELECT p.name_en, p.name_kk, p.name_ru FROM record_partner AS x JOIN partner AS p ON p.slug = x.partner
 WHERE x.record = :id
UNION ALL
SELECT a.alias, '', '' FROM record_partner AS x JOIN partner_alias AS a USING (partner)
 WHERE x.record = :id
UNION ALL
SELECT o.name_en, o.name_kk, o.name_ru FROM record_organization AS x
  JOIN organization AS o ON o.slug = x.organization WHERE x.record = :id
UNION ALL
SELECT a.alias, '', '' FROM record_organization AS x JOIN organization_alias AS a USING (organization)
 WHERE x.record = :id
UNION ALL
SELECT p.name_en, p.name_kk, p.name_ru FROM record AS r JOIN place AS p ON p.slug = r.place
 WHERE r.id = :id
UNION ALL
SELECT t.name_en, t.name_kk, t.name_ru FROM record_term AS x
  JOIN term AS t ON t.list = x.list AND t.slug = x.term WHERE x.record = :id AND x.list = 'area'
"""
_STEPS = "SELECT text FROM step WHERE record = :id ORDER BY position"
_FACTS = "SELECT key, type, value FROM fact WHERE record = :id ORDER BY position"


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
        self.index = cache(partial(index_text, spellings=groups))
        self.others = cache(groups.others)

    def words(self, texts: Iterable[str]) -> list[str]:
        return [word for text in texts for chunk in text.split() for word in self.index(chunk).split()]

    def also(self, words: Iterable[str]) -> list[str]:
        return sorted({other for word in words for other in self.others(word)})


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
    query = "SELECT id, title, kind, summary, note FROM record ORDER BY id"
    for record, title, kind, summary, note in connection.execute(query):
        of = {"id": record}
        # Sorted, since SQLite promises no order and the blocks shall be the same everywhere.
        names = sorted({*kinds()[kind].names, *(name for row in connection.execute(_NAMES, of) for name in row)})
        body = [summary, note, *(text for (text,) in connection.execute(_STEPS, of))]
        for key, type_, value in connection.execute(_FACTS, of):
            if type_ == "list":
                body += json.loads(value)
            elif type_ == "text" or key in _NUMBERS_SEARCHED:
                body.append(str(value))
        columns = [folding.words(texts) for texts in ([title], names, body)]
        columns.append(folding.also(word for column in columns for word in column))
        yield Words(record, *map(" ".join, columns))


def fill(connection: sqlite3.Connection) -> None:
    """Write the index; it must be empty."""
    insert = "INSERT INTO words (rowid, title, names, body, also) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(insert, words(connection))
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")


def blocks(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Read what the index is stored as, from the plain tables it keeps itself in; it is not asked.

    SQLite 3.40 and 3.51 store the same words as the same blocks, so they prove an index without a
    question that a forged one could answer with code.
    """
    return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}
