"""Make a briefing of a view."""

from pathlib import Path
from typing import Any

import click

from kzexplorer.cli.asking import asked_state, state_options
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.shelf import write_briefing
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.steps import Steps


@click.command("brief", cls=Command, order=10)
@state_options
@click.option("--landmarks", is_flag=True, help="A step for each landmark that the view finds, behind the view itself.")
@click.option("--title", metavar="TEXT", help="The title; what the view asks for unless told.")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The *.kzbrief to write."
)
@click.pass_obj
def brief(
    session: Session, /, view: str | None, landmarks: bool, title: str | None, output: Path, **given: Any
) -> None:
    """Make a briefing of a view, to present or to go on with in the window."""
    store = session.open()
    state = asked_state(view, given, store)
    steps = Steps(Labels(store, session.say))
    made = (steps.step(state), *(steps.landmarks(state) if landmarks else ()))
    write_briefing(output, steps.briefing(title or made[0].headline, made))
    click.echo(f"Wrote {output}, {len(made)} steps.", err=True)
