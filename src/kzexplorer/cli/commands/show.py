"""Show one thing in full."""

import click

from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.domain.records import Detail
from kzexplorer.domain.state import StateError
from kzexplorer.store import Repository
from kzexplorer.viewmodel.labels import Labels


@click.command("show", cls=Command, order=3)
@click.argument("slug")
@click.pass_obj
def show_(session: Session, slug: str) -> None:
    """Show a record, partner, organization, claim or source in full, by its slug."""
    from kzexplorer.show import show
    from kzexplorer.viewmodel.sheet import sheet

    store = session.open()
    click.echo(show(sheet(asked_detail(slug, store), Labels(store, session.say)), session.say))


def asked_detail(slug: str, store: Repository) -> Detail:
    """Give all that is known of one thing.

    Raises:
        StateError: nothing has the slug; names the nearest.
    """
    detail = store.detail(slug)
    if detail is None:
        raise StateError(_nothing(slug, store))
    return detail


def _nothing(slug: str, store: Repository) -> str:
    from difflib import get_close_matches

    near = get_close_matches(slug, store.slugs, n=1)
    advice = f"did you mean “{near[0]}”?" if near else "“kzexplorer list” prints the slugs of records."
    return f"Nothing has the slug “{slug[:60]}”; {advice}"
