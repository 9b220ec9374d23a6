"""JSON: an array of objects, one record a line, its keys the ids of the columns."""

import json
from collections.abc import Generator
from operator import add

from kzexplorer.exporters import Exporter
from kzexplorer.exporters.cells import Made, texts
from kzexplorer.exporters.columns import CORE, Value
from kzexplorer.exporters.spreadsheet import encodable
from kzexplorer.exporters.table import Table


def _write(table: Table) -> Generator[bytes, None, None]:
    keys = [f"{json.dumps(column.id)}: " for column in table.columns]
    opening = "[\n"
    for rows in texts(table, _cell):
        records = (", ".join(map(add, keys, values)) for values in rows)
        yield (opening + ",\n".join(f"{{{record}}}" for record in records)).encode()
        opening = ",\n"
    yield b"\n]\n" if table.notes.rows else b"[]\n"


def _cell(value: Value, _: bool) -> Made:
    text, replaced = encodable(json.dumps(value, ensure_ascii=False))
    return text, replaced, False


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
