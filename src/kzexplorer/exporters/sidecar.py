"""The file beside a CSV that says what its columns hold and where it comes from, by W3C's CSVW."""

import json
import os
from urllib.parse import quote_from_bytes

from kzexplorer.domain.dates import iso
from kzexplorer.exporters.columns import LIST_SEPARATOR, Column, Type
from kzexplorer.exporters.spreadsheet import encodable
from kzexplorer.exporters.table import Cell, Table

SUFFIX = "-metadata.json"

NULL_CONVENTION = (
    "An empty field without quotes is not known or does not apply; a field of two quotes is known to be empty. "
    'In a file of one column both are "".'
)
TEXT_CONVENTION = {
    "data": "Texts are unaltered, but for lone surrogates, which became U+FFFD.",
    "excel": (
        "The cells named in “guarded” begin with an apostrophe that is not part of the text; line breaks "
        "inside a cell are line feeds; characters that a spreadsheet cannot hold became U+FFFD."
    ),
}


def sidecar(table: Table, name: str, sha256: str) -> bytes:
    """Describe a CSV file that was written, by its name and the digest of its bytes.

    It names no time of its own: the same file has the same sidecar.
    """
    about, notes = table.about, table.notes
    formulas = [_place(cell) for cell in notes.formulas]
    excel = table.profile == "excel"
    description = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": quote_from_bytes(os.fsencode(name)),
        "dc:title": about.sentence,
        "dc:license": about.licence,
        "dialect": {
            "encoding": "utf-8",
            "delimiter": table.separator,
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
            "lineTerminators": ["\r\n"],
        },
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            **({"primaryKey": "slug"} if any(column.id == "slug" for column in table.columns) else {}),
        },
        "notes": [
            {
                "query": about.query,
                "sentence": about.sentence,
                "rows": notes.rows,
                "of": about.total,
                "edition": about.edition,
                "data_date": iso(about.data_day),
                "licence": about.licence,
                "attribution": about.attribution,
                "sources": sorted(notes.sources),
                "program": f"kzexplorer {about.version}",
                "profile": table.profile,
                "sha256": sha256,
                "nulls": NULL_CONVENTION,
                "texts": TEXT_CONVENTION[table.profile],
                "replaced_characters": notes.replaced,
                "guarded": formulas if excel else [],
                "not_guarded": [] if excel else formulas,
            }
        ],
    }
    text, _ = encodable(json.dumps(description, ensure_ascii=False, indent=2))
    return f"{text}\n".encode()


def _place(cell: Cell) -> dict[str, str | int]:
    return {"row": cell.row, "column": cell.column}


def _column(column: Column) -> dict[str, object]:
    datatypes: dict[Type, object] = {
        Type.DAY: {"base": "date", "format": "yyyy-MM-dd"},
        Type.INTEGER: "integer",
        Type.BOOLEAN: "boolean",
    }
    described: dict[str, object] = {
        "name": column.id,
        "titles": [column.id, column.label],
        "dc:description": column.meaning,
        "datatype": datatypes.get(column.type, "string"),
    }
    if column.type is Type.LIST:
        described["separator"] = LIST_SEPARATOR
    return described
