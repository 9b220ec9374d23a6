"""Present a briefing."""

from pathlib import Path

import click

from kzexplorer.cli.asking import FACETS
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.shelf import read_briefing


@click.command("present", cls=Command, order=11)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--step", type=click.IntRange(1), default=1, show_default=True, help="The step to begin with.")
@click.option("--windows", is_flag=True, help="In two windows, one of them to be shared.")
@click.pass_obj
def present(session: Session, file: Path, step: int, windows: bool) -> int:
    """Present a briefing full screen, with the speaker's window on the other screen."""
    store = session.open()
    read = read_briefing(file, FACETS)
    if read.trouble:
        click.echo(f"kzexplorer: {read.trouble}", err=True)
    from kzexplorer.app import present as run

    return run(store, session.say, read.briefing, step - 1, windows=windows)
