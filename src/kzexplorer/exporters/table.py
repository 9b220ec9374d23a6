"""What an export is made of and what came of it: the table to write, what it is about, the report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kzexplorer.domain.records import Row, Source
from kzexplorer.exporters.columns import Column


@dataclass(frozen=True, slots=True)
class About:
    """Where the rows of an export come from.

    `query` is the printed state and `sentence` the same in words; `data_day` is the ordinal day up to
    which the data reaches; `total` counts the records of the whole edition and `sources` are its sources by slug.
    `unsure` are the slugs of the records of which it is not known whether they meet the time that is asked
    for, None where no time is.
    """

    query: str
    sentence: str
    edition: str
    data_day: int
    licence: str
    attribution: str
    version: str
    total: int
    sources: Mapping[str, Source] = field(repr=False)
    unsure: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table: the row, the first below the heading being 1, and the id of the column."""

    row: int
    column: str


@dataclass(slots=True)
class Notes:
    """What came up while a table was written; `formulas` are texts that a spreadsheet would run."""

    rows: int = 0
    sources: set[str] = field(default_factory=set)
    formulas: list[Cell] = field(default_factory=list)
    cut: list[Cell] = field(default_factory=list)
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """What an exporter is given; `rows` can be read once, `notes` is filled while they are."""

    columns: tuple[Column, ...]
    rows: Iterable[Row]
    about: About
    profile: str
    separator: str
    notes: Notes = field(default_factory=Notes)


@dataclass(frozen=True, slots=True)
class Report:
    """What was written, and what a person should know of it.

    `rows` counts the records that were read; `sources` those written in their place, None where the records
    themselves were.
    `guarded` cells got an apostrophe before a text that a spreadsheet would run; `risky` cells hold such
    a text unaltered; `cut` cells were longer than the format allows; `replaced` counts the characters the
    format cannot carry, written as U+FFFD. `paths` is the file and its sidecar; none for a stream.
    """

    rows: int
    sources: int | None = None
    guarded: tuple[Cell, ...] = ()
    risky: tuple[Cell, ...] = ()
    cut: tuple[Cell, ...] = ()
    replaced: int = 0
    paths: tuple[Path, ...] = ()
