"""Compile a source folder: read, check, turn into rows, fill a database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kzexplorer.build import checks
from kzexplorer.build.database import empty, fill
from kzexplorer.build.drafts import Drafts
from kzexplorer.build.output import write
from kzexplorer.build.problems import Problem
from kzexplorer.build.reader import Reader
from kzexplorer.build.rows import tables_of


def build(source: Path, target: Path) -> tuple[Problem, ...]:
    """Write the database that a source folder makes; where there are problems, give them and write nothing.

    Raises:
        KnownError: the target cannot be written.
    """
    drafts, problems = read(source)
    if drafts is None or problems:
        return problems
    with closing(compiled(drafts)) as connection:
        write(target, connection.serialize())
    return ()


def read(source: Path) -> tuple[Drafts | None, tuple[Problem, ...]]:
    """Read a source folder and give all its problems, in the order of files and lines.

    The drafts are None where the edition cannot be read. What could be read is checked even where
    other files have problems, so that one run tells of everything.
    """
    reader = Reader(source)
    drafts = reader.read()
    found = {*reader.problems, *(checks.run(drafts) if drafts else ())}
    return drafts, tuple(sorted(found))


def compiled(drafts: Drafts) -> sqlite3.Connection:
    """Make the database of drafts without problems, in memory."""
    connection = empty()
    fill(connection, tables_of(drafts))
    return connection
