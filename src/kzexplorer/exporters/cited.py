"""What the formats for sources share: which sources a table's records cite, and texts that fit on a line."""

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Source
from kzexplorer.exporters.spreadsheet import holdable
from kzexplorer.exporters.table import Notes, Table


def cited(table: Table) -> list[tuple[Source, list[str]]]:
    """Give each source that a table's records cite once, by its slug, with the slugs of those records.

    Raises:
        KnownError: a record cites a source that the data does not have.
    """
    found: dict[str, list[str]] = {}
    for row in table.rows:
        for slug in dict.fromkeys(row.sources):
            if slug not in table.about.sources:
                raise KnownError(
                    f"The record “{row.slug}” cites “{slug}”, and there is no such source; add it to the sources."
                )
            found.setdefault(slug, []).append(row.slug)
    return [(table.about.sources[slug], sorted(records)) for slug, records in sorted(found.items())]


def one_line(text: str, notes: Notes) -> str:
    """Put a text on one line; what no file of text should hold becomes U+FFFD and is counted."""
    held, replaced = holdable(text)
    notes.replaced += replaced
    return " ".join(held.split())
