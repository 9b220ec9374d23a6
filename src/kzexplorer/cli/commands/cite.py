"""Print how a record or a source is cited."""

import click

from kzexplorer.cli.commands import Command
from kzexplorer.cli.commands.show import asked_detail
from kzexplorer.cli.session import Session
from kzexplorer.domain.records import RecordDetail, SourceDetail
from kzexplorer.domain.state import StateError
from kzexplorer.viewmodel.labels import Labels


@click.command("cite", cls=Command, order=4)
@click.argument("slug")
@click.option("--format", "form", type=click.Choice(["text", "bibtex", "ris"]), default="text", show_default=True)
@click.pass_obj
def cite(session: Session, slug: str, form: str) -> None:
    """Print how a record, with the sources it rests on, or a source is cited."""
    from kzexplorer.viewmodel.citation import citation

    store = session.open()
    detail = asked_detail(slug, store)
    if not isinstance(detail, RecordDetail | SourceDetail):
        raise StateError(
            f"“{slug}” is neither a record nor a source; “kzexplorer show {slug}” names those it rests on."
        )
    click.echo(citation(detail, form, Labels(store, session.say)).rstrip("\r\n"))
