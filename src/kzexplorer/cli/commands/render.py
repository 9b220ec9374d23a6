"""Draw a view as a picture, pages or slides."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kzexplorer import paths
from kzexplorer.cli.asking import FACETS, asked_state, state_options
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session
from kzexplorer.cli.writing import write_bytes
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import GROUPS
from kzexplorer.pictures.paper import MOST_PAGES, PAPERS, Part, page_like, read_size, screen
from kzexplorer.shelf.briefings import read_briefing
from kzexplorer.viewmodel.decks import deck_of
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.picturing import subject_of
from kzexplorer.viewmodel.steps import Steps

if TYPE_CHECKING:
    from kzexplorer.ui.pictures.drawing import Drawn, Wish

_WIDE, _HIGH = 1920, 1080  # pixels of a picture unless told


@click.command("render", cls=Command, order=7)
@click.argument("briefing", required=False, type=click.Path(path_type=Path), metavar="[FILE.kzbrief]")
@state_options
@click.option("--group", type=click.Choice(GROUPS), help="What the lanes stand for; partners unless the view says.")
@click.option("--size", metavar="WxH", help="1920x1080, the shape of a PDF or slide; 1920 for as high as is needed.")
@click.option("--scale", type=float, help="Of a PNG: pixels drawn for each one of the size.")
@click.option("--paper", type=click.Choice(list(PAPERS)), help="Of a PDF, a4 unless told; slides are 16:9.")
@click.option("--part", type=click.Choice(["visible", "whole"]), help="The days the view shows, or all days.")
@click.option("--pages", type=click.IntRange(1, MOST_PAGES), help="All days, on at most so many pages or slides.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--title", default="", metavar="TEXT", help="The heading; what is asked for unless told.")
@click.option("--with-notes", is_flag=True, help="Put the private notes of a briefing into the notes of its slides.")
@click.option("-o", "--output", required=True, metavar="FILE", help="The file: .png, .svg, .pdf or .pptx.")
@click.pass_obj
def render(session: Session, /, briefing: Path | None, view: str | None, group: str | None, **given: Any) -> None:
    """Draw a view, or a whole briefing, as a picture, as pages, or as slides of shapes that can be edited.

    Of a briefing PNG and SVG make a numbered file for each page.
    """
    from kzexplorer.app import application
    from kzexplorer.ui.look.tokens import themes
    from kzexplorer.ui.pictures.drawing import written

    labels = Labels(session.open(), session.say)
    asked = {key: value for key, value in given.items() if key.startswith("q_")}
    if briefing is not None and (view is not None or group is not None or any(asked.values())):
        raise click.UsageError("A briefing says itself what it shows; leave out what else is asked for.")
    application(headless=True)
    wish = _wish(given, of_briefing=briefing is not None)
    drawn = _briefing(briefing, labels, wish, given) if briefing else _view(view, group, asked, labels, wish, given)
    tokens = themes(paths.resources())[given["theme"]]
    for part, output in _files(drawn, wish, given["output"]):
        write_bytes(written(part, wish, tokens, labels), output)
    if wish.form.on_paper and len(drawn.pictures) > 1:
        click.echo(f"It has {len(drawn.pictures)} pages.", err=True)
    left_out = sum(picture.left_out for picture in drawn.pictures)
    if left_out:
        click.echo(f"{left_out} lanes had no room and are named in the picture; ask for more height.", err=True)


def _files(drawn: "Drawn", wish: "Wish", output: str) -> Iterator[tuple["Drawn", str]]:
    """Give what goes into which file: all into one, or each picture into one of its own."""
    if wish.form.on_paper or len(drawn.pictures) == 1:
        yield drawn, output
        return
    path, digits = Path(output), len(str(len(drawn.pictures)))
    for number, picture in enumerate(drawn.pictures, start=1):
        yield replace(drawn, pictures=(picture,)), str(path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}"))


def _view(view: str | None, group: str | None, asked: Any, labels: Labels, wish: "Wish", given: Any) -> "Drawn":
    """Compose the pictures of a view."""
    from kzexplorer.ui.pictures.drawing import Drawn, composed

    if given["with_notes"]:
        raise click.UsageError("Only a briefing has private notes; leave --with-notes out.")
    state = asked_state(view, asked, labels.store)
    if group is not None:
        state = replace(state, look=state.look.by(group))
    subject = subject_of(state, labels, given["title"])
    return Drawn(composed(subject, wish), subject.heading, subject.origin)


def _briefing(path: Path, labels: Labels, wish: "Wish", given: Any) -> "Drawn":
    """Compose the pages of a briefing."""
    from kzexplorer.ui.pictures.drawing import Drawn, bound

    read = read_briefing(path, FACETS)
    if not read.briefing.steps:
        raise KnownError(f"“{shortened(str(path), 200)}” has no steps, so there is nothing to draw; add one.")
    if read.trouble:
        click.echo(read.trouble, err=True)
    steps = Steps(labels)
    for number, step in enumerate(read.briefing.steps, start=1):
        if changed := steps.changed(step):
            click.echo(f"Step {number}: {changed}", err=True)
    deck = deck_of(read.briefing, labels, with_notes=given["with_notes"])
    if given["title"]:
        deck = replace(deck, title=given["title"])
    return Drawn(bound(deck, wish, labels.say), deck.title, deck.origin)


def _wish(given: Any, *, of_briefing: bool) -> "Wish":
    """Read how the picture is wanted; what does not go together is refused."""
    from kzexplorer.ui.pictures.drawing import Wish
    from kzexplorer.ui.pictures.formats import format_of

    form = format_of(Path(given["output"]))
    wrong = {
        "size": form.on_paper and given["paper"] is not None,
        "scale": not form.scales,
        "pages": not form.on_paper or of_briefing,
        "part": of_briefing,
        "paper": not form.on_paper,
    }
    for option, refused in wrong.items():
        if refused and given[option] is not None:
            raise click.UsageError(
                f"--{option} does not go with {'a briefing' if of_briefing else form.suffix}; leave it out."
            )
    if given["with_notes"] and form.suffix != ".pptx":
        raise click.UsageError("Only slides have notes; leave --with-notes out, or name the file .pptx.")
    if form.on_paper and given["paper"] not in (None, *form.papers):
        raise click.UsageError(f"{form.suffix} is made for {' and '.join(form.papers)}; leave --paper out.")
    if given["pages"] is not None and given["part"] is not None:
        raise click.UsageError("--pages draws all days; leave --part out.")
    if form.on_paper and given["size"] is not None:
        paper = page_like(read_size(given["size"]))
    elif form.on_paper:
        paper = PAPERS[given["paper"] or ("16:9" if of_briefing else form.papers[0])]
    else:
        paper = read_size(given["size"]) if given["size"] is not None else screen(_WIDE, _HIGH if of_briefing else None)
        if of_briefing and not paper.height:
            raise click.UsageError("The pages of a briefing have one size; give --size as 1920x1080.")
        if of_briefing:  # type as large as on a slide
            paper = replace(paper, em=round(1.35 * paper.em), least=round(1.35 * paper.least))
    part = Part.PAGES if given["pages"] is not None else Part(given["part"] or Part.VISIBLE)
    return Wish(form, paper, part, given["pages"] or 1, 1.0 if given["scale"] is None else given["scale"])
