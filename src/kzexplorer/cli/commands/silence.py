"""Say where evidence is missing, thin or old."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from kzexplorer import __version__
from kzexplorer.cli.asking import asked_state, state_options
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.cli.writing import write_bytes
from kzexplorer.domain.evidence import SOURCINGS, Sourcing
from kzexplorer.domain.state import ACROSS
from kzexplorer.exporters.grid import write_grid
from kzexplorer.viewmodel.labels import Labels, about_export
from kzexplorer.viewmodel.silence import DOWN, SilenceCell, silence_cells, silence_grid

_WIDTH = 96


@click.command("silence", cls=Command, order=8)
@state_options
@click.option("--across", type=click.Choice(ACROSS), default="area", show_default=True, help="By area or by decade.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("-o", "--output", default="-", metavar="FILE", help="The file to write; standard output unless told.")
@click.pass_obj
def silence(session: Session, /, view: str | None, across: str, form: str, output: str, **given: Any) -> None:
    """Say where evidence is missing, unconfirmed or old: each partner by area or decade.

    A CSV is for a spreadsheet, a line for every pair; it goes to a file and gets a description beside it.
    """
    if form == "csv" and output == "-":
        raise click.UsageError("A CSV gets a description beside it; name its file with --output.")
    store = session.open()
    state = asked_state(view, given, store)
    labels = Labels(store, session.say)
    evidence = store.evidence(state.query, DOWN, across)
    if form == "csv":
        about = about_export(labels, state, __version__)
        for path in write_grid(*silence_grid(evidence, across, state.query, labels), Path(output), about):
            click.echo(f"Wrote {path}.", err=True)
        return
    cells = silence_cells(evidence, across, state.query, store.edition.data_day)
    lines = _objects(cells) if form == "json" else _lines(cells, across, labels)
    write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), output)


def _objects(cells: Iterable[SilenceCell]) -> Iterator[str]:
    yield json.dumps([asdict(cell) for cell in cells], ensure_ascii=False, indent=1)


def _lines(cells: Iterable[SilenceCell], across: str, labels: Labels) -> Iterator[str]:
    for partner, group in groupby(cells, key=attrgetter("down")):
        yield f"{labels.value(DOWN, partner)} [{partner}]"
        row = list(group)
        for sourcing in Sourcing:
            named = [
                f"{labels.value(across, cell.across)}{f' ({cell.records})' if cell.records else ''}"
                for cell in row
                if cell.sourcing is sourcing
            ]
            if named:
                text = f"{labels.say(SOURCINGS[sourcing])}: {', '.join(named)}"
                yield fill(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")
