"""A small table of names and counts as CSV for a spreadsheet, with its description beside it."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from kzexplorer.atomic import Draft
from kzexplorer.domain.dates import iso
from kzexplorer.exporters.csv_table import BOM, LINE_END
from kzexplorer.exporters.sidecar import SUFFIX
from kzexplorer.exporters.spreadsheet import encodable, guarded, holdable, regional_separator, runs
from kzexplorer.exporters.table import About


def write_grid(
    heading: Sequence[str], rows: Iterable[Sequence[str | int]], target: Path, about: About, separator: str = ""
) -> tuple[Path, Path]:
    """Write a table of names and counts and its description, whole or not at all; gives both paths.

    Args:
        heading: the names of the columns, in the reader's language.
        rows: as wide as the heading; texts are guarded against being run as formulas, numbers left alone.
        separator: `,` or `;`; that of the user's region unless told.

    Raises:
        KnownError: a file cannot be written.
    """
    between = separator or regional_separator()
    lines = [between.join(_field(value) for value in row) + LINE_END for row in (heading, *rows)]
    data = BOM + "".join(lines).encode()
    description = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": target.name,
        "dc:title": about.sentence,
        "dc:license": about.licence,
        "dialect": {"encoding": "utf-8", "delimiter": between, "header": True},
        "notes": [
            {
                "query": about.query,
                "sentence": about.sentence,
                "edition": about.edition,
                "data_date": iso(about.data_day),
                "attribution": about.attribution,
                "program": f"kzexplorer {about.version}",
                "sha256": sha256(data).hexdigest(),
            }
        ],
    }
    beside = target.with_name(target.name + SUFFIX)
    with Draft(target) as file, Draft(beside) as sidecar:
        file.write(data)
        text, _ = encodable(json.dumps(description, ensure_ascii=False, indent=2))
        sidecar.write(f"{text}\n".encode())
        file.seal()
        sidecar.seal()
        file.publish()
        sidecar.publish()
    return target, beside


def _field(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    text, _ = holdable(value)
    if runs(value):
        text = guarded(text)
    return '"' + text.replace('"', '""') + '"'
