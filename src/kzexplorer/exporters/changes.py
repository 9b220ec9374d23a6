"""The difference between two editions as a file: JSON, or CSV with a line a change."""

import json
from collections.abc import Sequence

from kzexplorer.domain.dates import iso
from kzexplorer.domain.difference import Change, Value
from kzexplorer.domain.records import Edition
from kzexplorer.exporters.csv_table import csv_line, plain
from kzexplorer.exporters.spreadsheet import encodable

COLUMNS = ("change", "thing", "slug", "name", "field", "before", "after")


def changes_json(found: Sequence[Change], old: Edition, new: Edition) -> bytes:
    """Write a difference as one object: both editions, and the changes, one a line."""
    lines = ",\n".join(json.dumps(_values(change), ensure_ascii=False) for change in found)
    head = f'{{"old": {_edition(old)},\n"new": {_edition(new)},\n"changes": ['
    return encodable(f"{head}\n{lines}\n]}}\n" if lines else f"{head}]}}\n")[0].encode()


def changes_csv(found: Sequence[Change]) -> bytes:
    """Write a difference as CSV by RFC 4180, lists with “; ” between their entries."""
    rows = ([_cell(value) for value in _values(change).values()] for change in found)
    return b"".join(csv_line(row) for row in (list(COLUMNS), *rows))


def _values(change: Change) -> dict[str, Value]:
    values = (change.how.value, change.what, change.slug, change.name, change.field, change.before, change.after)
    return dict(zip(COLUMNS, values, strict=True))


def _cell(value: Value) -> str:
    return encodable(plain(value))[0]


def _edition(edition: Edition) -> str:
    return json.dumps({"edition": edition.name, "data_date": iso(edition.data_day)}, ensure_ascii=False)
