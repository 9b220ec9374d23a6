"""Make a database of somebody's table."""

import csv
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import click

from kzexplorer import paths
from kzexplorer.build.importing import Preview, Progress, import_table, preview
from kzexplorer.build.importing.said import notes, written
from kzexplorer.build.tables import Table, Told, open_table
from kzexplorer.build.tables.sniff import SEPARATORS
from kzexplorer.cli.commands import Command
from kzexplorer.cli.ending import ended_in_order
from kzexplorer.cli.session import Session
from kzexplorer.domain.column_map import FACT, FIELDS, NOTHING, ColumnMap
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.language import Language
from kzexplorer.opening import own
from kzexplorer.shelf import TABLES, Kept, Tables

_FILE = click.Path(path_type=Path, readable=False)
_ORDERS = {"day-first": Order.DAY_FIRST, "month-first": Order.MONTH_FIRST}
_SHOWN = 5  # records of a preview
_NAMED = 20  # names that were not matched


@click.command("import", cls=Command, order=9)
@click.argument("table", type=_FILE)
@click.option("-o", "--output", type=_FILE, metavar="FILE", help="The database to write.")
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="FIELD=COLUMN,...",
    help=f"Which column fills a field, where the guess is wrong: {', '.join(FIELDS)}. FIELD= leaves it empty.",
)
@click.option("--kind", type=click.Choice(list(kinds())), help="What the rows are that do not say it themselves.")
@click.option("--dates", type=click.Choice(list(_ORDERS)), help="How 03/04/2010 is meant where no date tells.")
@click.option("--with-bundled", is_flag=True, help="Put the bundled records into it too, each with its origin.")
@click.option("--encoding", default="", metavar="NAME", help="Of a text, for example utf-8 or cp1251.")
@click.option(
    "--separator", default="", metavar="CHAR", help=f"Of a text: a character or {', '.join(SEPARATORS.values())}."
)
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook, or the table of a database.")
@click.option("--header/--no-header", default=None, help="Whether the columns have names.")
@click.option("--anew", is_flag=True, help="Guess the columns, also where a table of the same was imported before.")
@click.option("--preview", "only_preview", is_flag=True, help="Write nothing; say how the table would be read.")
@click.pass_obj
def import_(
    session: Session,
    table: Path,
    output: Path | None,
    maps: tuple[str, ...],
    kind: str | None,
    dates: str | None,
    *,
    with_bundled: bool,
    encoding: str,
    separator: str,
    sheet: str,
    header: bool | None,
    anew: bool,
    only_preview: bool,
) -> None:
    """Make a database of a table: CSV, TSV, XLSX or SQLite, its columns found by their names and values.

    A report beside it, FILE.report.csv, holds every row that was left out, with its line and the reason.
    """
    if output is None and not only_preview:
        raise click.UsageError("Name the database to write with --output, or ask for a --preview.")
    if output == Path("-"):
        raise click.UsageError("A database cannot be written to the output; name a file with --output.")
    named = {name: char for char, name in SEPARATORS.items()}
    told = Told(encoding, named.get(separator, separator), sheet, header)
    base = paths.database()
    with open_table(table, told) as opened:
        kept = Kept(TABLES, paths.user_data() / "tables.json")
        _warn(kept.open())
        # Columns without names are alike in any two tables.
        before = None if anew or not opened.header else kept.value.map_of(opened.columns)
        chosen = preview(opened, base, before).chosen
        chosen = _told(chosen, maps)
        chosen = replace(chosen, kind=kind or chosen.kind, order=_ORDERS[dates] if dates else chosen.order)
        for line in _reading(opened, chosen, session.say):
            click.echo(line)
        if before:
            click.echo("  The columns are taken as they were last time; --anew guesses them anew.")
        if only_preview or output is None:
            for line in _records(preview(opened, base, chosen), session.say):
                click.echo(line)
            return
        with ended_in_order(), _shown_progress() as progress:
            done = import_table(opened, chosen, output, base, with_bundled=with_bundled, progress=progress)
    own(output)
    if opened.header:
        _warn(kept.change(partial(_used, chosen)))
    click.echo(written(done, session.say, str(done.target)))
    for line in notes(done, session.say, _NAMED):
        click.echo(line)
    if done.open_dates and done.order is Order.OPEN:
        click.echo("--dates says how such dates are meant.")


def _warn(sentence: str) -> None:
    if sentence:
        click.echo(sentence, err=True)


def _used(chosen: ColumnMap, tables: Tables) -> Tables:
    return tables.with_map(chosen)


def _told(chosen: ColumnMap, maps: Iterable[str]) -> ColumnMap:
    """Change what was guessed to what is told: `title=Mission,begins=Launch_Date`."""
    try:
        given = [_pair(item) for text in maps for item in next(csv.reader([text]), [])]
    except csv.Error as error:
        raise click.UsageError(f"--map cannot be read ({error}); write FIELD=COLUMN,FIELD=COLUMN.") from None
    columns = [_column(chosen.columns, column) for _, column in given if column]
    for column in columns:
        if columns.count(column) > 1:
            raise click.UsageError(f"The column “{shortened(column)}” is told two fields; a column fills one.")
    for field in dict(given):
        if field not in FIELDS:
            near = get_close_matches(field, FIELDS, n=1)
            advice = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(FIELDS)}."
            raise click.UsageError(f"A record has no field “{shortened(field)}”; {advice}")
        if not FIELDS[field].several and len([column for to, column in given if to == field and column]) > 1:
            raise click.UsageError(f"The field “{field}” is told two columns; one column fills it.")
        for column in chosen.columns_of(field):
            chosen = chosen.with_(column, NOTHING if field == FACT else FACT)
    for field, column in given:
        if column:
            chosen = chosen.with_(_column(chosen.columns, column), field)
    return chosen


def _pair(item: str) -> tuple[str, str]:
    field, sign, column = (part.strip() for part in item.partition("="))
    if not sign:
        raise click.UsageError(f"“{shortened(item)}” in --map has no “=”; write FIELD=COLUMN, or FIELD= for none.")
    return field, column


def _column(columns: tuple[str, ...], asked: str) -> str:
    alike = [column for column in columns if column.casefold() == asked.casefold()]
    if asked in columns or alike:
        return asked if asked in columns else alike[0]
    near = get_close_matches(asked, columns, n=1)
    advice = f"did you mean “{near[0]}”?" if near else f"there are {shortened(', '.join(columns), 300)}."
    raise click.UsageError(f"The table has no column “{shortened(asked)}”; {advice}")


def _reading(table: Table, chosen: ColumnMap, say: Language) -> Iterator[str]:
    """Say how a table is read and which column fills what."""
    found = table.finding
    how = [
        table.format.label,
        found.encoding,
        f"separated by {found.separator}" if found.separator else "",
        f"“{found.sheet}”" if found.sheet else "",
        f"names of columns on line {table.header}" if table.header else "",
    ]
    yield f"{table.name}: {', '.join(filter(None, how))}"
    if len(found.sheets) > 1:
        yield f"  others in it: {shortened(', '.join(s for s in found.sheets if s != found.sheet), 300)}"
    yield from (f"  {remark}" for remark in found.remarks)
    for field, declared in FIELDS.items():
        columns = chosen.columns_of(field)
        if columns:
            yield f"  {say(declared.label):16} {shortened(', '.join(columns), 200)}"
    if not chosen.columns_of("kind"):
        yield f"  {say(FIELDS['kind'].label):16} ({kinds()[chosen.kind].names.in_(say.code)})"
    if not chosen.columns_of("partners"):
        yield f"  {say(FIELDS['partners'].label):16} (none: all stand under Kazakhstan)"
    left = chosen.columns_of(NOTHING)
    if left:
        yield f"  {'left out':16} {shortened(', '.join(left), 200)}"


def _records(first: Preview, say: Language) -> Iterator[str]:
    yield ""
    for draft in first.drafts[:_SHOWN]:
        begins = draft.begins.settled(first.order)
        when = say.date(begins) if begins else say("undated")
        yield f"  {when:24} {kinds()[draft.kind].names.in_(say.code):14} {draft.title}"
    for line, reason in first.wrong[:_SHOWN]:
        yield f"  line {line} would be left out: {reason}"


@contextmanager
def _shown_progress() -> Iterator[Progress | None]:
    """Show how far the work is to who looks at a terminal."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: float, rows: int) -> bool:
        click.echo(f"\r{done:4.0%}  {rows} rows", nl=False, err=True)
        return True

    try:
        yield show
    finally:
        click.echo("\r\033[K", nl=False, err=True)
