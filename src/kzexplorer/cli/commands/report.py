"""Write the brief of a partner, or of each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzexplorer import paths
from kzexplorer.cli.commands import Command
from kzexplorer.cli.session import Session, complain
from kzexplorer.cli.writing import write_bytes
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import Choice, Query, StateError
from kzexplorer.viewmodel.labels import Labels

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

Write = Callable[[str, Labels], bytes]


@click.command("report", cls=Command, order=6)
@click.option("--partner", metavar="SLUG", help="The partner to report on.")
@click.option("--all", "each", is_flag=True, help="Report on every partner; the output is a folder.")
@click.option(
    "--format", "form", type=click.Choice(["pdf", "md"]), help="PDF or Markdown; what the file's name says unless told."
)
@click.option("-o", "--output", required=True, metavar="FILE", help="The file, or with --all the folder, to write.")
@click.pass_obj
def report(session: Session, partner: str | None, form: str | None, output: str, *, each: bool) -> int:
    """Write a brief on a partner: profile, standing, timeline, landmarks, what is disputed, and the sources."""
    if (partner is None) is not each:
        raise click.UsageError("Name a partner with --partner, or ask for all with --all.")
    store = session.open()
    labels = Labels(store, session.say)
    if partner is not None:
        store.check(Query().choose("partner", Choice.of([partner])))
        write_bytes(_writer(form or _form_of(output))(partner, labels), output)
        return 0
    folder = Path(output)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise KnownError(f"The folder “{output}” cannot be made ({error.strerror}); name another.") from error
    return _write_all(folder, form or "pdf", labels)


def _write_all(folder: Path, form: str, labels: Labels) -> int:
    write, code = _writer(form), 0
    for partner in labels.store.partners:
        if partner.kind == "home":
            continue
        try:
            write_bytes(write(partner.slug, labels), str(folder / f"{partner.slug}.{form}"))
        except KnownError as error:
            code = complain(str(error), 1)
    return code


def _form_of(output: str) -> str:
    suffix = Path(output).suffix.lower().removeprefix(".")
    if suffix not in {"pdf", "md"}:
        raise StateError(f"“{output[:60]}” says neither PDF nor Markdown; name it .pdf or .md, or add --format.")
    return suffix


def _writer(form: str) -> Write:
    if form == "md":
        return _markdown
    from kzexplorer.app import application
    from kzexplorer.ui.look.theme import platform_font

    application(headless=True)
    return partial(_pdf, platform_font())


def _markdown(slug: str, labels: Labels) -> bytes:
    from kzexplorer.viewmodel.report import partner_report
    from kzexplorer.viewmodel.report_markdown import markdown

    return markdown(partner_report(slug, labels)).encode()


def _pdf(font: "QFont", slug: str, labels: Labels) -> bytes:
    from kzexplorer.ui.look.tokens import themes
    from kzexplorer.ui.report.pdf import partner_pdf

    return partner_pdf(slug, labels, themes(paths.resources())["light"], font)
