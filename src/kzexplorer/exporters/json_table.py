"""JSON: an array of objects, one record a line, its keys the ids of the columns."""

import json
from collections.abc import Generator

from kzexplorer.exporters import Exporter
from kzexplorer.exporters.columns import CORE, Value
from kzexplorer.exporters.spreadsheet import encodable
from kzexplorer.exporters.table import Notes, Table


def _write(table: Table) -> Generator[bytes, None, None]:
    opening = b"["
    for row in table.rows:
        record = {column.id: _encodable(column.value(row), table.notes) for column in table.columns}
        yield opening + b"\n" + json.dumps(record, ensure_ascii=False).encode()
        opening = b","
    yield b"[]\n" if opening == b"[" else b"\n]\n"


def _encodable(value: Value, notes: Notes) -> Value:
    match value:
        case str():
            text, replaced = encodable(value)
            notes.replaced += replaced
            return text
        case tuple():
            joined = tuple(encodable(item) for item in value)
            notes.replaced += sum(replaced for _, replaced in joined)
            return tuple(text for text, _ in joined)
        case _:
            return value


EXPORTER = Exporter(
    id="json",
    label="JSON",
    suffix=".json",
    media_type="application/json",
    write=_write,
    profiles=("data",),
    columns=CORE,
    sidecar=None,
    order=2,
)
