"""Records as a table for the clipboard: tab-separated for sheets, HTML for documents, both harmless."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from kzexplorer.domain.records import Row
from kzexplorer.exporters.spreadsheet import guarded, holdable, runs
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.row_table import COLUMNS


def as_tsv(rows: Iterable[Row], columns: Sequence[str], labels: Labels) -> str:
    """Give a line a record below one of headings; tabs and line breaks in a text become blanks."""
    return "".join("\t".join(line) + "\n" for line in _lines(rows, columns, labels))


def as_html(rows: Iterable[Row], columns: Sequence[str], labels: Labels) -> str:
    """Give a table with its headings; what looks like markup in a text is escaped."""
    lines = _lines(rows, columns, labels)
    head = _html_row(next(lines), "th")
    body = "\n".join(_html_row(line, "td") for line in lines)
    return f'<meta charset="utf-8"><table>\n<thead>{head}</thead>\n<tbody>\n{body}\n</tbody></table>'


def _lines(rows: Iterable[Row], columns: Sequence[str], labels: Labels) -> Iterator[list[str]]:
    shown = [COLUMNS[column] for column in columns]
    yield [_cell(labels.say(column.label)) for column in shown]
    for row in rows:
        yield [_cell(column.text(row, labels)) for column in shown]


def _cell(text: str) -> str:
    """Make a text of one line that a sheet neither runs nor chokes on."""
    held = " ".join(holdable(text)[0].split())
    return guarded(held) if runs(held) else held


def _html_row(cells: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
