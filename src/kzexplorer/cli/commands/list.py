"""List the records a view finds."""

from typing import Any

import click

from kzexplorer.cli.asking import asked_state, state_options
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.cli.writing import write_rows
from kzexplorer.domain.records import Row
from kzexplorer.viewmodel.labels import Labels


@click.command("list", cls=Command, order=1)
@state_options
@click.option("--limit", type=click.IntRange(min=0), help="At most so many records.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.pass_obj
def list_(session: Session, /, view: str | None, limit: int | None, form: str, **given: Any) -> None:
    """List the records a view finds."""
    store = session.open()
    state = asked_state(view, given, store)
    results = store.find(state.query, state.look.sort, session.say.code)
    labels = Labels(store, session.say)
    rows = store.rows(results.places[:limit])
    if form == "text":
        unsure = set(store.slugs_at(sorted(results.unsure)))
        for row in rows:
            click.echo(_line(row, labels, unsure=row.slug in unsure))
        click.echo(labels.result(state.query, len(results), len(results.unsure)))
        return
    write_rows(rows, "-", form, state, labels)


def _line(row: Row, labels: Labels, *, unsure: bool) -> str:
    begins = row.begins.text if row.begins else "undated"
    kind = labels.kind(row.kind)
    return f"{'?' if unsure else ' '} {begins:<24} {kind:<14} {row.title} ({labels.partners(row)}) [{row.slug}]"
