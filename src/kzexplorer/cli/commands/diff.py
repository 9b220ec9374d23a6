"""Say what differs between two editions."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from textwrap import fill

import click

from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.cli.writing import write_bytes
from kzexplorer.exporters.changes import changes_csv, changes_json
from kzexplorer.opening import open_store
from kzexplorer.viewmodel.changes import ChangeGroup, FieldChange, change_groups, difference_words
from kzexplorer.viewmodel.labels import Labels

_FILE = click.Path(path_type=Path, readable=False)
_WIDTH = 96


@click.command("diff", cls=Command, order=12)
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("-o", "--output", default="-", metavar="FILE", help="The file to write; standard output unless told.")
@click.pass_obj
def diff(session: Session, old: Path, new: Path, form: str, output: str) -> None:
    """Say what is new, changed, better sourced and withdrawn from the edition OLD to the edition NEW.

    The exit code is 0 whether or not they differ.
    """
    if session.db is not None or session.previous is not None:
        raise click.UsageError("diff names both databases itself; leave out --db and --previous.")
    with closing(open_store(old)) as before, closing(open_store(new)) as after:
        found = after.changes_since(before)
        match form:
            case "json":
                data = changes_json(found, before.edition, after.edition)
            case "csv":
                data = changes_csv(found)
            case _:
                words = difference_words(before.edition, after.edition, len(found), session.say)
                groups = change_groups(found, Labels(after, session.say))
                data = "".join(f"{line}\n" for line in _lines(words, groups)).encode("utf-8", "replace")
    write_bytes(data, output)


def _lines(words: str, groups: tuple[ChangeGroup, ...]) -> Iterator[str]:
    yield f"{words}."
    for group in groups:
        yield from ("", group.heading.upper())
        for thing in group.things:
            yield _wrapped(f"{thing.what}: {thing.name}  [{thing.slug}]", "  ", "    ")
            for field in thing.fields:
                yield from _field(field)


def _field(field: FieldChange) -> Iterator[str]:
    yield f"    {field.label}"
    yield from (_wrapped(text, "    - ", "      ") for text in field.before)
    yield from (_wrapped(text, "    + ", "      ") for text in field.after)


def _wrapped(text: str, first: str, rest: str) -> str:
    return fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
