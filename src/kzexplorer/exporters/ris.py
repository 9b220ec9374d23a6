"""RIS: an entry for each source that the records cite, as programs that keep literature import it."""

from collections.abc import Generator, Iterable, Iterator
from datetime import date

from kzexplorer.domain.dates import Precision, VagueDate
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.records import Source
from kzexplorer.exporters import Exporter
from kzexplorer.exporters.cited import cited, one_line
from kzexplorer.exporters.table import Notes, Table


def entry(source: Source, records: Iterable[str], notes: Notes) -> str:
    """Write a source as an entry, with the slugs of the records that rest on it as keywords."""
    lines = ((tag, one_line(value, notes)) for tag, value in _tags(source, records))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value or tag == "ER")


def _write(table: Table) -> Generator[bytes, None, None]:
    for number, (source, records) in enumerate(cited(table)):
        yield ("\r\n" * bool(number) + entry(source, records, table.notes)).encode()


def _tags(source: Source, records: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield "TY", "DATA" if source.grade == "data" else "ELEC" if source.url else "GEN"
    yield "ID", source.slug
    yield "TI", source.title
    yield "AU", source.author
    yield "PB", source.publisher
    if source.published:
        yield from _dates(source.published)
    yield "LA", source.language
    yield "UR", source.url
    yield "Y2", _accessed(source.consulted)
    yield "N1", source.note
    yield "N1", f"Licence: {source.licence}." if source.licence else ""
    for record in records:
        yield "KW", record
    yield "ER", ""


def _dates(published: VagueDate) -> Iterator[tuple[str, str]]:
    """Say a date as vaguely as it is known: `DA` is year/month/day/words, what is not known is left out."""
    exact = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}.get(published.precision, 0)
    if not exact or published.first is None:
        yield "DA", f"///{ENGLISH.date(published)}"
        return
    on = date.fromordinal(published.first)
    parts = (f"{on.year:04}", f"{on.month:02}", f"{on.day:02}")
    yield "PY", parts[0]
    yield "DA", "/".join(part if number < exact else "" for number, part in enumerate(parts)) + "/"


def _accessed(consulted: str) -> str:
    """Write `2026-11` as `2026/11//`; a text of another shape stands as words."""
    parts = consulted.split("-")
    if not consulted or not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 3:
        return f"///{consulted}" if consulted else ""
    return "/".join((*parts, *("",) * (4 - len(parts))))


EXPORTER = Exporter(
    id="ris",
    label="RIS",
    suffix=".ris",
    # Not “application/…”, which it is called as well: it is text, and is shown as such.
    media_type="text/x-research-info-systems",
    write=_write,
    profiles=("data",),
    columns=(),
    sidecar=None,
    order=11,
)
