"""Check a database."""

from pathlib import Path

import click

from kzexplorer import paths
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session, complain


@click.command("check", cls=Command, order=20)
@click.argument("file", required=False, type=click.Path(path_type=Path, readable=False))
@click.pass_obj
def check(session: Session, file: Path | None) -> int:
    """Check a database, the bundled one unless told: its structure, its ties and its digest."""
    from kzexplorer.build import verify
    from kzexplorer.store.connection import check_file

    path = file or session.db or paths.database()
    check_file(path)
    report = verify(path)
    for problem in report.problems:
        complain(f"{path}: {problem}", 1)
    if report.problems:
        return 1
    click.echo(f"edition {report.edition}, data to {report.data_date}")
    for table, count in report.counts.items():
        click.echo(f"{count:7}  {table}")
    click.echo(f"digest {report.digest}\nok")
    return 0
