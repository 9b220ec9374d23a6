"""Records on their way out of a command: to a file or to standard output."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import click

from kzexplorer import __version__
from kzexplorer.atomic import write_whole
from kzexplorer.domain.records import Row
from kzexplorer.domain.state import State
from kzexplorer.exporters import export, exporters
from kzexplorer.viewmodel.labels import Labels, about_export


def write_bytes(data: bytes, output: str) -> None:
    """Write to a file, whole or not at all, or to standard output where `output` is “-”."""
    if output == "-":
        sys.stdout.buffer.write(data)
        return
    write_whole(Path(output), data)
    click.echo(f"Wrote {output}.", err=True)


def write_rows(
    rows: Sequence[Row],
    output: str,
    form: str,
    state: State,
    labels: Labels,
    profile: str = "data",
    separator: str = "auto",
    columns: tuple[str, ...] = (),
) -> None:
    """Write records in a format, and say on standard error what a person should know of the file."""
    exporter = exporters()[form]
    target: Path | BinaryIO = sys.stdout.buffer if output == "-" else Path(output)
    report = export(
        rows,
        target,
        exporter=exporter,
        about=about_export(labels, state, __version__),
        profile=profile if profile in exporter.profiles else exporter.profiles[0],
        separator=separator,
        columns=columns,
    )
    for path in report.paths:
        click.echo(f"Wrote {path}.", err=True)
    if report.sources is not None:
        click.echo(f"It holds the {report.sources} sources of {report.rows} records.", err=True)
    for cells, what in (
        (report.guarded, "got an apostrophe, since a spreadsheet would run them"),
        (report.risky, "would be run by a spreadsheet; the excel profile disarms them"),
        (report.cut, "were longer than the format allows and are cut"),
    ):
        if cells:
            click.echo(f"{len(cells)} cells {what}, the first in row {cells[0].row}, {cells[0].column}.", err=True)
