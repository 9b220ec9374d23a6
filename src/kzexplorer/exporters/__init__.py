"""The formats a selection of records can leave the program in, one file each, and the way out."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from kzexplorer.atomic import Draft
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Row
from kzexplorer.exporters.columns import Column, OptionError, chosen, time_column
from kzexplorer.exporters.sidecar import SUFFIX as SIDECAR_SUFFIX
from kzexplorer.exporters.spreadsheet import regional_separator
from kzexplorer.exporters.table import About, Cell, Notes, Report, Table

__all__ = ["About", "Cancelled", "Cell", "Exporter", "OptionError", "Report", "Table", "export", "exporters"]

PROFILES = ("data", "excel")
SEPARATORS = ("auto", ",", ";")

# Rows between two calls of `progress`.
_STRIDE = 100

Progress = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Exporter:
    """What a format's file declares.

    `write` gives the bytes of a table, the same for the same table, and fills in its notes; `sidecar`
    describes a written file from the table, the file's name and its SHA-256. `columns` are the ids of the
    columns it writes unless told, none where it writes the sources of the records in their place; `profiles`
    those it knows.
    """

    id: str
    label: str
    suffix: str
    media_type: str
    write: Callable[[Table], Generator[bytes, None, None]]
    profiles: tuple[str, ...]
    columns: tuple[str, ...]
    sidecar: Callable[[Table, str, str], bytes] | None
    order: int


class Cancelled(KnownError):
    """Say that the person who asked for an export took it back; nothing was changed."""


@cache
def exporters() -> dict[str, Exporter]:
    """Give all exporters by id, in order."""
    import kzexplorer.exporters as package
    from kzexplorer.registry import discover

    return {exporter.id: exporter for exporter in discover(package, Exporter)}


def export(
    rows: Iterable[Row],
    target: Path | BinaryIO,
    *,
    exporter: Exporter,
    about: About,
    profile: str = "data",
    columns: Sequence[str] = (),
    separator: str = "auto",
    progress: Progress | None = None,
) -> Report:
    """Write records to a file, whole or not at all, or to a stream.

    A file gets its sidecar, where the format has one, a stream does not. Both files are finished on the
    disk before the first takes its name, so that what can fail has failed by then; the sidecar follows
    last, and its digest tells whether it belongs to the file beside it.

    Args:
        rows: read once, in the order they are written.
        target: a path, or a binary stream that is written to and left open.
        columns: ids of columns, in order; none means those of the exporter. Where a time was asked for, one
            more says whether a record meets it.
        separator: of the `excel` profile: `,`, `;`, or `auto` for that of the user's region.
        progress: called with the number of rows so far, now and then and at the end; answering False
            cancels.

    Raises:
        OptionError: a column, profile or separator is not known.
        KnownError: the file cannot be written.
        Cancelled: `progress` answered False.
        OSError: the stream, not a file, failed.
    """
    if profile not in exporter.profiles:
        raise OptionError(f"{exporter.label} has no profile “{profile}”; it has {' and '.join(exporter.profiles)}.")
    notes = Notes()
    table = Table(
        columns=_columns(columns, exporter, about),
        rows=_counted(rows, notes, progress),
        about=about,
        profile=profile,
        separator=_separator(separator, profile),
        notes=notes,
    )
    if not isinstance(target, Path):
        with closing(exporter.write(table)) as chunks:
            for chunk in chunks:
                target.write(chunk)
        return _report(table, (), exporter)
    return _report(table, _to_files(table, target, exporter), exporter)


def _to_files(table: Table, target: Path, exporter: Exporter) -> tuple[Path, ...]:
    with ExitStack() as stack:
        file = stack.enter_context(Draft(target))
        beside = None
        if exporter.sidecar is not None:
            beside = stack.enter_context(Draft(target.with_name(target.name + SIDECAR_SUFFIX)))
        digest = sha256()
        # Closed by hand: a writer may hold temporary files, and a traceback would keep it waiting.
        chunks = stack.enter_context(closing(exporter.write(table)))
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        file.seal()
        if exporter.sidecar is None or beside is None:
            file.publish()
            return (target,)
        beside.write(exporter.sidecar(table, target.name, digest.hexdigest()))
        beside.seal()
        file.publish()
        try:
            beside.publish()
        except KnownError as error:
            name = shortened(target.name, 200)
            raise KnownError(f"“{name}” is written, but not the description beside it: {error}") from None
        return target, beside.target


def _counted(rows: Iterable[Row], notes: Notes, progress: Progress | None) -> Iterator[Row]:
    for row in rows:
        if progress and notes.rows % _STRIDE == 0 and not progress(notes.rows):
            raise Cancelled("The export was cancelled; nothing was changed.")
        yield row
        notes.rows += 1
        notes.sources.update(row.sources)
    if progress and not progress(notes.rows):
        raise Cancelled("The export was cancelled; nothing was changed.")


def _columns(asked: Sequence[str], exporter: Exporter, about: About) -> tuple[Column, ...]:
    if exporter.columns:
        answered = () if about.unsure is None else (time_column(about.unsure),)
        return (*chosen(asked or exporter.columns), *answered)
    if asked:
        raise OptionError(f"{exporter.label} holds the sources of the records and has no columns; choose none.")
    return ()


def _separator(asked: str, profile: str) -> str:
    if asked not in SEPARATORS:
        raise OptionError(f"“{asked}” is not a separator; choose one of auto , ;")
    if profile != "excel":
        if asked == ";":
            raise OptionError("The data profile is always separated by commas; choose the excel profile for “;”.")
        return ","
    return regional_separator() if asked == "auto" else asked


def _report(table: Table, paths: tuple[Path, ...], exporter: Exporter) -> Report:
    notes = table.notes
    formulas = tuple(notes.formulas)
    excel = table.profile == "excel"
    return Report(
        rows=notes.rows,
        sources=None if exporter.columns else len(notes.sources),
        guarded=formulas if excel else (),
        risky=() if excel else formulas,
        cut=tuple(notes.cut),
        replaced=notes.replaced,
        paths=paths,
    )
