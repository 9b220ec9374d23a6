"""The command line: a thin way to the same states, store and exporters that the window uses."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from kzexplorer import __version__, paths
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language, language
from kzexplorer.domain.names import LANGUAGES
from kzexplorer.domain.records import Row
from kzexplorer.domain.state import SORTS, State, StateError, build_state, parse_state
from kzexplorer.exporters import PROFILES, SEPARATORS, OptionError, export, exporters
from kzexplorer.opening import ledger, open_store
from kzexplorer.store import Repository
from kzexplorer.store.facets import facets
from kzexplorer.store.trust import remember
from kzexplorer.viewmodel.labels import Labels, about_export

FACETS = tuple(facet.id for facet in facets())
_TIMES = {
    "from": "Only from this date on, for example 2004 or 2004-07.",
    "to": "Only up to this date.",
    "span": "How a record meets the span: active, begins or ends.",
    "asof": "Only what was in force or at work on this day, for example 2012-01-01.",
    "sort": f"The order: {', '.join(SORTS)}; with a leading - reversed.",
}
Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Session:
    """What stands before the command: the database and the language."""

    db: Path | None
    say: Language

    def open(self) -> Repository:
        """Open the database asked for."""
        return open_store(self.db)


def main(arguments: list[str] | None = None) -> int:
    """Run a command line and give its exit code: 0 done, 1 found wanting, 2 wrong use."""
    _settle_streams()
    try:
        # Not `cli.main`, which would end the process with 1 when a reader like `head` has seen enough.
        with cli.make_context("kzexplorer", sys.argv[1:] if arguments is None else arguments) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _complain(error.format_message(), 2)
    except (StateError, OptionError) as error:
        return _complain(str(error), 2)
    except KnownError as error:
        return _complain(str(error), 1)
    except (click.Abort, KeyboardInterrupt):
        return _complain("Stopped; nothing is half written.", 1)
    except BrokenPipeError:
        # The reader has seen enough; nothing is lost, and the interpreter must not try to flush again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _complain(f"The output cannot be written ({error.strerror}); free some space or write elsewhere.", 1)
    return code if isinstance(code, int) else 0


def _settle_streams() -> None:
    """Speak UTF-8; a stream that was closed before the start leads nowhere, and takes its number back.

    Otherwise the next file that is opened would get that number, and whatever is printed.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(number, "r" if number == 0 else "w", encoding="utf-8"))
        elif number and hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")


def _complain(message: str, code: int) -> int:
    with suppress(OSError):
        print(f"kzexplorer: {' '.join(message.split())}", file=sys.stderr)
    return code


def state_options(command: Command) -> Command:
    """Add `--view` and an option for every key of a query."""
    for key, text in reversed(_TIMES.items()):
        command = click.option(f"--{key}", f"q_{key}", metavar="VALUE", help=text)(command)
    for facet in reversed(facets()):
        text = f"{facet.label}: one or more of its values with commas, !value for not."
        command = click.option(f"--{facet.id}", f"q_{facet.id}", multiple=True, metavar="VALUES", help=text)(command)
    command = click.option(
        "--text", "q_text", metavar="WORDS", help="Words in any order, as prefixes, in any spelling."
    )(command)
    return click.option("--view", metavar="STATE", help="A whole view as one text, instead of single options.")(command)


def asked_state(view: str | None, given: Mapping[str, Any], store: Repository) -> State:
    """Make the state of `--view` or of the single options, and check its values against the data."""
    single = {key.removeprefix("q_"): value for key, value in given.items() if value not in (None, ())}
    if view is not None and single:
        raise StateError(f"--view says the whole view; leave out --{next(iter(single))} or write it into the view.")
    if view is not None:
        state = parse_state(view, FACETS)
    else:
        values = {key: _split(value) if key in FACETS else [value] for key, value in single.items()}
        state = build_state(values, FACETS)
    store.check(state.query)
    return state


def _split(given: Iterable[str]) -> list[str]:
    return [value.strip() for text in given for value in text.split(",")]


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--db",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Another database than the bundled one.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of texts: en, kk or ru.")
@click.option("--view", metavar="STATE", help="The view to open the window with.")
@click.version_option(__version__, prog_name="kzexplorer")
@click.pass_context
def cli(context: click.Context, db: Path | None, lang: str | None, view: str | None) -> int:
    """Explore Kazakhstan's international space cooperation, offline and with every fact cited.

    Without a command the window opens.
    """
    session = Session(db, language(lang or _users_language(), paths.resources() / "i18n"))
    context.obj = session
    if context.invoked_subcommand is not None:
        if view is not None:
            raise click.UsageError("--view stands behind the command it belongs to.")
        return 0
    from kzexplorer.app import run

    store = session.open()
    state = parse_state(view, FACETS) if view is not None else None
    if state is not None:
        store.check(state.query)
    return run(store, session.say, state)


@cli.command("list")
@state_options
@click.option("--limit", type=click.IntRange(min=0), help="At most so many records.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.pass_obj
def list_(session: Session, /, view: str | None, limit: int | None, form: str, **given: Any) -> None:
    """List the records a view finds."""
    store = session.open()
    state = asked_state(view, given, store)
    results = store.find(state.query, state.look.sort, session.say.code)
    labels = Labels(store, session.say)
    rows = store.rows(results.places[:limit])
    if form == "text":
        unsure = {store.rows([place])[0].slug for place in results.unsure}
        for row in rows:
            click.echo(_line(row, labels, unsure=row.slug in unsure))
        click.echo(labels.result(state.query, len(results), len(results.unsure)))
        return
    _export(rows, "-", form, state, labels)


@cli.command("facets")
@state_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def facets_(session: Session, /, view: str | None, form: str, **given: Any) -> None:
    """Count every facet under a view; each facet disregards its own choice."""
    store = session.open()
    results = store.find(asked_state(view, given, store).query)
    labels = Labels(store, session.say)
    if form == "json":
        click.echo(json.dumps(results.counts, ensure_ascii=False, indent=2))
        return
    for facet in store.facets():
        click.echo(f"{labels.facet(facet.id)} [{facet.id}]")
        for value, count in results.counts[facet.id].items():
            click.echo(f"{count:7}  {labels.value(facet.id, value)} [{value}]")


@cli.command("show")
@click.argument("slug")
@click.pass_obj
def show_(session: Session, slug: str) -> None:
    """Show a record, partner, organization, claim or source in full, by its slug."""
    from kzexplorer.show import show
    from kzexplorer.viewmodel.sheet import sheet

    store = session.open()
    detail = store.detail(slug)
    if detail is None:
        raise StateError(_nothing(slug, store))
    click.echo(show(sheet(detail, Labels(store, session.say)), session.say))


@cli.command("export")
@state_options
@click.option("--format", "form", type=click.Choice(list(exporters())), default="csv", show_default=True)
@click.option("--profile", type=click.Choice(PROFILES), default="data", show_default=True)
@click.option(
    "--separator", type=click.Choice(SEPARATORS), default="auto", show_default=True, help="Of the excel profile."
)
@click.option("--columns", default="", metavar="IDS", help="Columns in order, with commas.")
@click.option("-o", "--output", required=True, metavar="FILE", help="The file to write, or - for standard output.")
@click.pass_obj
def export_(
    session: Session,
    /,
    view: str | None,
    form: str,
    profile: str,
    separator: str,
    columns: str,
    output: str,
    **given: Any,
) -> None:
    """Write the records a view finds to a file, whole or not at all."""
    store = session.open()
    state = asked_state(view, given, store)
    results = store.find(state.query, state.look.sort, session.say.code)
    labels = Labels(store, session.say)
    chosen = tuple(_split([columns])) if columns else ()
    _export(store.rows(results.places), output, form, state, labels, profile, separator, chosen)


@cli.command()
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
        _complain(f"{path}: {problem}", 1)
    if report.problems:
        return 1
    click.echo(f"edition {report.edition}, data to {report.data_date}")
    for table, count in report.counts.items():
        click.echo(f"{count:7}  {table}")
    click.echo(f"digest {report.digest}\nok")
    return 0


@cli.command()
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


@cli.command()
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The folder to write into."
)
@click.pass_obj
def tour(session: Session, output: Path) -> int:
    """Drive the real window and leave pictures of it, light and dark, and one CSV."""
    from kzexplorer.tour import run

    for path in run(session.open(), session.say, output):
        click.echo(path)
    return 0


def _export(
    rows: tuple[Row, ...],
    output: str,
    form: str,
    state: State,
    labels: Labels,
    profile: str = "data",
    separator: str = "auto",
    columns: tuple[str, ...] = (),
) -> None:
    exporter = exporters()[form]
    target: Path | BinaryIO = sys.stdout.buffer if output == "-" else Path(output)
    report = export(
        rows,
        target,
        exporter=exporter,
        about=about_export(labels, state, __version__),
        profile=profile if profile in exporter.profiles else exporter.profiles[0],
        separator=separator,
        columns=columns,
    )
    for path in report.paths:
        click.echo(f"Wrote {path}.", err=True)
    for cells, what in (
        (report.guarded, "got an apostrophe, since a spreadsheet would run them"),
        (report.risky, "would be run by a spreadsheet; the excel profile disarms them"),
        (report.cut, "were longer than the format allows and are cut"),
    ):
        if cells:
            click.echo(f"{len(cells)} cells {what}, the first in row {cells[0].row}, {cells[0].column}.", err=True)


def _line(row: Row, labels: Labels, *, unsure: bool) -> str:
    begins = row.begins.text if row.begins else "undated"
    kind = labels.kind(row.kind)
    return f"{'?' if unsure else ' '} {begins:<24} {kind:<14} {row.title} ({labels.partners(row)}) [{row.slug}]"


def _nothing(slug: str, store: Repository) -> str:
    from difflib import get_close_matches

    near = get_close_matches(slug, store.slugs, n=1)
    advice = f"did you mean “{near[0]}”?" if near else "“kzexplorer list” prints the slugs of records."
    return f"Nothing has the slug “{slug[:60]}”; {advice}"


def _users_language() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            code = os.environ[name][:2].lower()
            return code if code in LANGUAGES else "en"
    return "en"
