"""Drive the real window and leave pictures of it."""

from pathlib import Path

import click

from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session


@click.command("tour", cls=Command, order=22)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The folder to write into."
)
@click.pass_obj
def tour(session: Session, output: Path) -> None:
    """Drive the real window and leave pictures of it, light and dark, and one CSV."""
    from kzexplorer.tour import run

    for path in run(session.open(), session.say, output):
        click.echo(path)
