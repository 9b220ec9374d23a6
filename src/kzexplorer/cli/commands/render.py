"""Draw a view as a picture, pages or slides."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kzexplorer import paths
from kzexplorer.cli.asking import asked_state, state_options
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.cli.writing import write_bytes
from kzexplorer.domain.state import GROUPS
from kzexplorer.pictures.paper import MOST_PAGES, PAPERS, Part, read_size, screen
from kzexplorer.pictures.picture import Picture
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.picturing import subject_of

if TYPE_CHECKING:
    from kzexplorer.ui.pictures.drawing import Wish

_WIDE = 1920  # pixels of a picture unless told


@click.command("render", cls=Command, order=7)
@state_options
@click.option("--group", type=click.Choice(GROUPS), help="What the lanes stand for; partners unless the view says.")
@click.option("--size", metavar="WxH", help="Of a PNG or SVG: 1920x1080, or 1920 for as high as is needed.")
@click.option("--scale", type=float, help="Of a PNG: pixels drawn for each one of the size.")
@click.option("--paper", type=click.Choice(list(PAPERS)), help="Of a PDF, a4 unless told; slides are 16:9.")
@click.option("--part", type=click.Choice(["visible", "whole"]), help="The days the view shows, or all days.")
@click.option("--pages", type=click.IntRange(1, MOST_PAGES), help="All days, on at most so many pages or slides.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--title", default="", metavar="TEXT", help="The heading; what is asked for unless told.")
@click.option("-o", "--output", required=True, metavar="FILE", help="The file: .png, .svg, .pdf or .pptx.")
@click.pass_obj
def render(session: Session, /, view: str | None, group: str | None, output: str, **given: Any) -> None:
    """Draw a view as a picture, as pages, or as slides of shapes that can be edited."""
    store = session.open()
    labels = Labels(store, session.say)
    state = asked_state(view, {key: value for key, value in given.items() if key.startswith("q_")}, store)
    if group is not None:
        state = replace(state, look=replace(state.look, group=group))
    from kzexplorer.app import application
    from kzexplorer.ui.pictures.drawing import composed, written
    from kzexplorer.ui.tokens import themes

    application(headless=True)
    wish = _wish(output, given)
    subject = subject_of(state, labels, given["title"])
    pictures = composed(subject, wish)
    tokens = themes(paths.resources())[given["theme"]]
    write_bytes(written(pictures, wish, subject.heading, subject.origin, tokens, labels), output)
    _tell(pictures)


def _wish(output: str, given: Any) -> "Wish":
    """Read how the picture is wanted; what does not go together is refused."""
    from kzexplorer.ui.pictures.drawing import Wish
    from kzexplorer.ui.pictures.formats import format_of

    form = format_of(Path(output))
    wrong = {"size": form.on_paper, "scale": not form.scales, "pages": not form.on_paper, "paper": not form.on_paper}
    for option, refused in wrong.items():
        if refused and given[option] is not None:
            raise click.UsageError(f"--{option} does not go with {form.suffix}; leave it out.")
    if given["theme"] not in form.themes:
        raise click.UsageError(f"{form.suffix} is made for light slides only; leave --theme out.")
    if given["paper"] not in (None, *form.papers) and form.on_paper:
        raise click.UsageError(f"{form.suffix} is made for {' and '.join(form.papers)}; leave --paper out.")
    if given["pages"] is not None and given["part"] is not None:
        raise click.UsageError("--pages draws all days; leave --part out.")
    if form.on_paper:
        paper = PAPERS[given["paper"] or form.papers[0]]
    else:
        paper = read_size(given["size"]) if given["size"] is not None else screen(_WIDE)
    part = Part.PAGES if given["pages"] is not None else Part(given["part"] or Part.VISIBLE)
    return Wish(form, paper, part, given["pages"] or 1, 1.0 if given["scale"] is None else given["scale"])


def _tell(pictures: list[Picture]) -> None:
    """Say on standard error how many pages there are, and what had no room."""
    if len(pictures) > 1:
        click.echo(f"It has {len(pictures)} pages.", err=True)
    if pictures[0].left_out:
        click.echo(
            f"{pictures[0].left_out} lanes had no room and are named in the picture; ask for more height.", err=True
        )
