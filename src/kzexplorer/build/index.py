"""The full-text index, made from the tables alone, so that every database gets it the same way."""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import Spellings, index_text

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


def spellings(connection: sqlite3.Connection) -> Spellings:
    """Read the groups of spellings of a database."""
    canonical = dict(connection.execute("SELECT spelling, token FROM spelling ORDER BY spelling"))
    members: dict[str, list[str]] = {}
    for spelling, token in canonical.items():
        members.setdefault(token, []).append(spelling)
    return Spellings(canonical, {token: tuple(group) for token, group in members.items()})


def words(connection: sqlite3.Connection) -> Iterator[Words]:
    """Give the words of each record, in the order of ids."""
    groups = spellings(connection)
    query = "SELECT id, title, kind, summary, note FROM record ORDER BY id"
    for record, title, kind, summary, note in connection.execute(query).fetchall():
        of = {"id": record}
        names = [name for row in connection.execute(_NAMES, of) for name in row]
        names += kinds()[kind].names
        body = [summary, note, *(text for (text,) in connection.execute(_STEPS, of))]
        for key, type_, value in connection.execute(_FACTS, of):
            if type_ == "list":
                body += json.loads(value)
            elif type_ == "text" or key in _NUMBERS_SEARCHED:
                body.append(str(value))
        texts = [title, "\n".join(names), "\n".join(body)]
        columns = [index_text(text, groups) for text in texts]
        yield Words(record, *columns, " ".join(groups.others("\n".join(texts))))


def fill(connection: sqlite3.Connection) -> None:
    """Write the index; it must be empty."""
    connection.executemany(
        "INSERT INTO words (rowid, title, names, body, also) VALUES (?, ?, ?, ?, ?)",
        words(connection),
    )
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
