"""What a database must hold beyond its schema for the program to read it."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from unicodedata import category

from kzexplorer.build.foreign import Budget
from kzexplorer.build.rows import Row, Tables
from kzexplorer.build.values import SLUG
from kzexplorer.domain.dates import DateError, parse, shortened
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import tokens
from kzexplorer.domain.vocabulary import (
    ORGANIZATION_KINDS,
    ORGANIZATION_ROLES,
    PARTNER_ROLES,
    RELATIONS,
    STANDINGS,
    STATUSES,
    STEP_ROLES,
)

_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
_META = ("title", "edition", "data_date", "licence", "attribution", "schema", "digest")
# Column of text, and the columns of its first and last day.
_DATES = {
    "source": [("published", "published")],
    "organization": [("begins", "begins"), ("ends", "ends")],
    "record": [("begins", "begins"), ("ends", "ends"), ("end_text", "end")],
    "step": [("date", "date")],
    "era": [("begins", "begins"), ("ends", "ends")],
}
_FACTS = {"text": str, "integer": int, "real": float, "boolean": int, "list": str}


def faults(tables: Tables, budget: Budget) -> Iterator[str]:
    """Say of each row that the program could not read what is wrong with it."""
    meta = {row["key"]: str(row["value"]) for row in tables["meta"]}
    yield from (f"meta lacks “{key}”" for key in _META if key not in meta)
    if not _is_day(meta.get("data_date", "")):
        yield "the data date in meta is not a day"
    for number, row in enumerate(sorted(tables["record"], key=lambda row: str(row["id"]).zfill(20)), 1):
        if row["id"] != number:
            yield f"the records are not numbered from 1 on: {number} is missing"
            break
    for table, rows in tables.items():
        for row in budget.watch(rows):
            yield from (f"table {table}: {fault}" for fault in _faults(table, row))


def _faults(table: str, row: Row) -> Iterator[str]:
    for text in row.values():
        # Such characters could write over a terminal; our own text never holds any.
        if isinstance(text, str) and not text.isprintable() and any(category(c) in _UNSEEN for c in text):
            yield f"“{shortened(text)}” holds control characters"
    for column, words in _words().get(table, {}).items():
        if row[column] not in words:
            yield f"“{shortened(str(row[column]))}” is not a word known as {column}"
    for text, days in _DATES.get(table, ()):
        if not _is_date(row[text], row[f"{days}_first"], row[f"{days}_last"]):
            yield f"“{shortened(str(row[text]))}” is not a date, or not that of the days beside it"
    if "slug" in row and not SLUG.fullmatch(str(row["slug"])):
        yield f"“{shortened(str(row['slug']))}” is not a slug"
    if table == "fact" and not _is_fact(row["type"], row["value"]):
        yield f"the value of “{shortened(str(row['key']))}” is not of the type beside it"
    if table == "spelling":
        for word in (row["spelling"], row["token"]):
            if tokens(str(word)) != (word,):
                yield f"“{shortened(str(word))}” is not a folded word"


def _words() -> Mapping[str, Mapping[str, Collection[object]]]:
    return {
        "record": {"kind": kinds(), "status": STATUSES},
        "step": {"role": STEP_ROLES},
        "record_partner": {"role": PARTNER_ROLES},
        "record_organization": {"role": ORGANIZATION_ROLES},
        "link": {"relation": RELATIONS},
        "partner": {"standing": STANDINGS},
        "organization": {"kind": ORGANIZATION_KINDS},
    }


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_date(text: object, first: object, last: object) -> bool:
    if text is None:
        return first is last is None
    try:
        found = parse(str(text))
    except DateError:
        return False
    return found.text == text and (found.first, found.last) == (first, last)


def _is_fact(type_: object, value: object) -> bool:
    if type(value) is not _FACTS.get(str(type_)):
        return False
    if type_ != "list":
        return True
    try:
        listed = json.loads(str(value))
    except (ValueError, RecursionError):
        return False
    return isinstance(listed, list) and all(isinstance(item, str) for item in listed)
