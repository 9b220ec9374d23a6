"""Compile reviewed text into a database."""

import sys
from contextlib import suppress
from pathlib import Path

import click

from kzexplorer import paths
from kzexplorer.cli.commands import Command
from kzexplorer.domain.errors import KnownError
from kzexplorer.opening import ledger
from kzexplorer.store.trust import remember


@click.command("build", cls=Command, order=21)
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="The database to write.")
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; say whether the database is what the text makes."
)
def build(source: Path | None, output: Path | None, *, only_check: bool) -> int:
    """Compile reviewed text into a database."""
    from kzexplorer.build import build as compile_
    from kzexplorer.build import compare

    folder = source or paths.bundle() / "data" / "source"
    target = output or paths.database()
    if not folder.is_dir():
        raise KnownError(f"There is no folder “{folder}” with the data's text; name one, or work in a checkout.")
    problems = compare(folder, target) if only_check else compile_(folder, target)
    for problem in problems:
        with suppress(BrokenPipeError):
            print(problem, file=sys.stderr)
    if problems:
        return 1
    if only_check:
        click.echo(f"{target} is what {folder} makes.")
    else:
        remember(target, ledger())
        click.echo(f"Wrote {target}.")
    return 0
