"""Count every facet under a view."""

import json
from typing import Any

import click

from kzexplorer.cli.asking import asked_state, state_options
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.viewmodel.labels import Labels


@click.command("facets", cls=Command, order=2)
@state_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def facets_(session: Session, /, view: str | None, form: str, **given: Any) -> None:
    """Count every facet under a view; each facet disregards its own choice."""
    store = session.open()
    results = store.find(asked_state(view, given, store).query)
    labels = Labels(store, session.say)
    if form == "json":
        click.echo(json.dumps(results.counts, ensure_ascii=False, indent=2))
        return
    for facet in store.facets():
        click.echo(f"{labels.facet(facet.id)} [{facet.id}]")
        for value, count in results.counts[facet.id].items():
            click.echo(f"{count:7}  {labels.value(facet.id, value)} [{value}]")
