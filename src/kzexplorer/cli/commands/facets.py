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
    """Count every facet under a view; each facet disregards its own choice.

    Where dates are too vague to say whether a record meets the time asked for, a count is a range; as JSON the counts
    are the highest, and “unknown” says how many of each are not known.
    """
    store = session.open()
    results = store.find(asked_state(view, given, store).query)
    labels = Labels(store, session.say)
    if form == "json":
        unknown = {"unknown": dict(results.doubtful)} if results.doubtful else {}
        click.echo(json.dumps({**results.counts, **unknown}, ensure_ascii=False, indent=2))
        return
    for facet in store.facets():
        if not store.values(facet.id):
            continue
        click.echo(f"{labels.facet(facet.id)} [{facet.id}]")
        doubtful = results.doubtful.get(facet.id, {})
        for value, count in results.counts[facet.id].items():
            unsure = doubtful.get(value, 0)
            counted = f"{count - unsure}–{count}" if unsure else str(count)
            click.echo(f"{counted:>7}  {labels.value(facet.id, value)} [{value}]")
