"""What tests of exports share: where the rows are said to come from, and an export into memory."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from kzexplorer.domain.dates import parse
from kzexplorer.domain.records import Row, Source
from kzexplorer.exporters import About, Exporter, Report, export, exporters

SOURCES = {
    slug: Source(slug, title, "Press", "", None, "https://example.org/", "en", "press", "2026-11", "", "")
    for slug, title in (
        ("a", "A source"), ("italy", "Of Italy"), ("russia", "Of Russia"), ("kazsat-2", "Of KazSat-2"),
        ("earth-observation", "Of the Earth"), ("x9-0", "Another"),
    )
}  # fmt: skip
ABOUT = About(
    query="partner=italy&text=%D2%93%D0%B0%D1%80%D1%8B%D1%88",
    sentence="14 of 309 records: Italy, “ғарыш”",
    edition="2026-11",
    data_day=parse("2026-11-01").begin,
    licence="CC BY 4.0",
    attribution="Kazakhstan space cooperation data, edition 2026-11",
    version="0.1",
    total=309,
    sources=SOURCES,
)

CSV, JSON, XLSX = (exporters()[name] for name in ("csv", "json", "xlsx"))
BIBTEX, RIS = (exporters()[name] for name in ("bibtex", "ris"))


def exported(rows: Iterable[Row], exporter: Exporter = CSV, **options: Any) -> tuple[bytes, Report]:
    """Export into memory."""
    stream = io.BytesIO()
    report = export(rows, stream, exporter=exporter, about=ABOUT, **options)
    return stream.getvalue(), report


def excel(rows: Iterable[Row], separator: str = ";", **options: Any) -> tuple[bytes, Report]:
    """Export as CSV for a spreadsheet into memory."""
    return exported(rows, profile="excel", separator=separator, **options)


def read_csv(data: bytes, separator: str = ",", encoding: str = "utf-8") -> list[list[str]]:
    """Read CSV as Python's own reader does, the heading included."""
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=separator, strict=True))
