"""Records as a table for the clipboard: tab-separated for sheets, HTML for documents, both harmless."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from kzexplorer.domain.records import Row
from kzexplorer.exporters.spreadsheet import guarded, holdable, runs
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.row_table import COLUMNS

Cells = Sequence[Sequence[str]]


def copied_cells(rows: Iterable[Row], columns: Sequence[str], labels: Labels) -> Cells:
    """Give a line of texts a record below one of headings; a sheet neither runs nor chokes on any of them."""
    shown = [COLUMNS[column] for column in columns]
    heading = [_cell(labels.say(column.label)) for column in shown]
    return [heading, *([_cell(column.text(row, labels)) for column in shown] for row in rows)]


def as_tsv(cells: Cells) -> str:
    """Give lines of texts between tabs; none of them has a tab or a line break of its own."""
    return "".join("\t".join(line) + "\n" for line in cells)


def as_html(cells: Cells) -> str:
    """Give a table whose first line is its heading; what looks like markup in a text is escaped."""
    head, *body = cells
    rows = "\n".join(_html_row(line, "td") for line in body)
    return f'<meta charset="utf-8"><table>\n<thead>{_html_row(head, "th")}</thead>\n<tbody>\n{rows}\n</tbody></table>'


@lru_cache(maxsize=4096)
def _cell(text: str) -> str:
    """Make a text one line, and no formula; most texts of a table come again and again."""
    held = " ".join(holdable(text)[0].split())
    return guarded(held) if runs(held) else held


def _html_row(cells: Iterable[str], tag: str) -> str:
    # Escaped as one text: a separator of units is no character that a cell can still hold.
    line = escape("\x1f".join(cells)).replace("\x1f", f"</{tag}><{tag}>")
    return f"<tr><{tag}>{line}</{tag}></tr>"
