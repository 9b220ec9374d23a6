"""Write the records a view finds to a file."""

from typing import Any

import click

from kzexplorer.cli.asking import asked_state, split, state_options
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.cli.writing import write_rows
from kzexplorer.exporters import PROFILES, SEPARATORS, exporters
from kzexplorer.viewmodel.labels import Labels


@click.command("export", cls=Command, order=5)
@state_options
@click.option("--format", "form", type=click.Choice(list(exporters())), default="csv", show_default=True)
@click.option("--profile", type=click.Choice(PROFILES), default="data", show_default=True)
@click.option(
    "--separator", type=click.Choice(SEPARATORS), default="auto", show_default=True, help="Of the excel profile."
)
@click.option("--columns", default="", metavar="IDS", help="Columns in order, with commas.")
@click.option("-o", "--output", required=True, metavar="FILE", help="The file to write, or - for standard output.")
@click.pass_obj
def export_(
    session: Session,
    /,
    view: str | None,
    form: str,
    profile: str,
    separator: str,
    columns: str,
    output: str,
    **given: Any,
) -> None:
    """Write the records a view finds to a file, whole or not at all."""
    store = session.open()
    state = asked_state(view, given, store)
    results = store.find(state.query, state.look.sort, session.say.code)
    labels = Labels(store, session.say)
    chosen = tuple(split([columns])) if columns else ()
    write_rows(store.rows(results.places), output, form, state, labels, profile, separator, chosen)
