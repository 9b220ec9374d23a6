"""Other people's tables, one file a format: what a file is, how it was read, and its rows one by one."""

import errno
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError

MAX_COLUMNS = 1000
MAX_CELL = 20_000  # characters, as in reviewed text
_HEAD = 4096  # bytes that tell what a file is

Cell = str | int | float | bool | date | time | bytes | None


class Line(NamedTuple):
    """A row of a table: the line of the file it begins on, its cells, and why it cannot be taken, if so."""

    number: int
    cells: Sequence[Cell]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of a file where a guess was wrong; empty where nothing was said.

    `sheet` names the sheet of a workbook or the table of a database.
    """

    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    header: bool | None = None


UNTOLD = Told()


@dataclass(frozen=True, slots=True)
class Finding:
    """How a file was read: the name of the encoding and the separator of a text, the sheets there are.

    `day_zero` is the ordinal day that numbers of a spreadsheet count days from, 0 where numbers are no dates;
    `remarks` are sentences a person should know, such as that formulas were read as last computed.
    """

    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    day_zero: int = 0
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """What a format gives of an open file.

    `lines` reads from the start each time it is called; `columns` are the names of the columns where the format
    itself knows them, else they stand in one of the lines. `part_read` says how much of the file the last reading has
    gone through, 0 to 1. `width_below` gives how many cells, of so many, are used below a line where no separator can
    have made too many of them. `others` are the sheets that may be meant too where none was told.
    """

    lines: Callable[[], Iterator[Line]]
    part_read: Callable[[], float]
    finding: Finding
    columns: tuple[str, ...] = ()
    width_below: Callable[[int, int], int] | None = None
    others: tuple["Raw", ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """What a format's file declares: `claims` tells its files by their first bytes, `open` reads one."""

    id: str
    label: str
    suffixes: tuple[str, ...]
    claims: Callable[[bytes], bool]
    open: Callable[[Path, Told], AbstractContextManager[Raw]]
    order: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose columns are known.

    `header` is the line the names of the columns stand on, 0 where there is none; then they are made up.
    """

    path: Path
    format: Format
    columns: tuple[str, ...]
    header: int
    finding: Finding
    lines: Callable[[], Iterator[Line]] = field(compare=False)
    part_read: Callable[[], float] = field(compare=False)

    @property
    def name(self) -> str:
        """What a person calls the table."""
        return shortened(self.path.name, 120)


class NotATable(KnownError):
    """Say which file cannot be read as a table, on which line, and what helps."""


@cache
def formats() -> tuple[Format, ...]:
    """Give all formats in the order in which they are asked whether a file is theirs."""
    import kzexplorer.build.tables as package
    from kzexplorer.registry import discover

    return discover(package, Format)


@contextmanager
def open_table(path: Path, told: Told = Told()) -> Iterator[Table]:
    """Open a file as a table, whatever its name says it is.

    Raises:
        NotATable: the file is missing, locked, empty, of no format that is read, or not sound.
    """
    from kzexplorer.build.tables.head import headed

    with ExitStack() as stack:
        # What fails while the table is used is not this file's fault.
        with explained(path):
            head = _head(path)
            form = next(form for form in formats() if form.claims(head))
            table = headed(path, form, stack.enter_context(form.open(path, told)), told)
        yield table


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system refuses while a file is read into a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        # A file that is written elsewhere may be missing too; that is not told here.
        if error.filename is not None and Path(error.filename) != path:
            raise
        raise NotATable(f"There is no file {named(path)}; check the name.") from None
    except PermissionError as error:
        if error.filename is not None and Path(error.filename) != path:
            raise
        raise NotATable(
            f"{named(path)} cannot be read; close it in the other program, or check its permissions."
        ) from None
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        # An archive whose parts are said to lie before its begin.
        raise NotATable(
            f"{named(path)} is damaged (it points outside itself); get a fresh copy, or save the table anew."
        ) from None


def named(path: Path) -> str:
    """Name a file in a sentence."""
    return f"“{shortened(str(path), 200)}”"


def _head(path: Path) -> bytes:
    """Read the first bytes of a file, and refuse what no format could read."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise NotATable(f"{named(path)} is a folder; name a file inside it.")
        if not stat.S_ISREG(mode):
            raise NotATable(f"{named(path)} is a pipe or a device, not a file; save it to a file first.")
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (FileNotFoundError, PermissionError):
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotATable(f"{named(path)} cannot be read ({shortened(reason)}); check its name and the disk.") from None
    if not head:
        raise NotATable(f"{named(path)} is empty; get a fresh copy of the table.")
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise NotATable(f"{named(path)} is {what}.")
    return head


# What people try all the same, and what they can do about it.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook or one with a password; save it as .xlsx without one"),
    (b"%PDF", "a PDF; get the table as CSV or XLSX, or copy it into a spreadsheet and save that"),
    (b"{", "JSON; get the table as CSV or XLSX"),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"BZh", "compressed; unpack it first"),
    (b"\xfd7zXZ", "compressed; unpack it first"),
    (b"7z\xbc\xaf", "compressed; unpack it first"),
    (b"Rar!", "compressed; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed; unpack it first"),
    (b"<", "a page of HTML or XML; copy its table into a spreadsheet and save that as XLSX or CSV"),
    (b"\x89PNG", "a picture; the table must be text, a workbook or a database"),
    (b"\xff\xd8\xff", "a picture; the table must be text, a workbook or a database"),
    (b"PAR1", "a Parquet file; save it as CSV first"),
)
