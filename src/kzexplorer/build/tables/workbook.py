"""Sheets of an XLSX workbook: values only, of an archive that was measured before it is read."""

import re
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from kzexplorer.build.tables import Cell, Finding, Format, Line, NotATable, Raw, Told, named
from kzexplorer.build.tables.survey import Merge, Survey, surveyed
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.vocabulary import N_

_MOST_PARTS = 2_000
_MOST_BYTES = 1 << 30  # of all parts together, unpacked
_MOST_TEXTS = 1 << 28  # of the texts all sheets share, which are held in memory
_WIDEST_RATIO = 300  # a sheet of numbers packs to a tenth, one of one number to a hundredth
_SMALL = 1 << 24  # bytes that may be packed as tightly as they like
_BLOCK = 1 << 20
_TEXTS = "xl/sharedStrings.xml"
_SHEETS = "xl/worksheets/"
_BLANK_ROWS = 10_000  # after which a sheet is taken to be over whose cells do not say where they stand
_LAST_ROW = 1 << 20  # of any sheet
_PLAIN_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\b(?:[^>e]|e(?!ncoding))*(?:encoding\s*=\s*[\"'](?:utf-8|us-ascii)[\"'][^>]*)?>|[\w!])",
    re.IGNORECASE,
)
_UNSOUND = (
    zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, IndexError, TypeError, AttributeError, EOFError,
    NotImplementedError, RuntimeError, OverflowError, AssertionError, OSError,
)  # fmt: skip


@contextmanager
def _open(path: Path, told: Told) -> Iterator[Raw]:
    remarks = _measured(path)
    with ExitStack() as stack:
        # As an open file, since openpyxl will not read one that is called otherwise. Nothing is computed, run or
        # followed: the values are those that stand in the file.
        book = _loaded(path, stack.enter_context(path.open("rb")))
        stack.enter_context(closing(book))
        sheets = {sheet.title: sheet for sheet in book.worksheets}
        shown = tuple(title for title, sheet in sheets.items() if sheet.sheet_state == "visible")
        titles = _chosen(path, told.sheet, tuple(sheets), shown)
        if len(shown) < len(sheets):
            remarks = (*remarks, N_("There are hidden sheets; one is read only when it is named."))
        finding = Finding(sheets=tuple(sheets), day_zero=book.epoch.toordinal(), remarks=remarks)
        first, *others = (_raw(path, sheets[title], finding) for title in titles)
        yield replace(first, others=tuple(others))


def _raw(path: Path, sheet: Any, finding: Finding) -> Raw:
    rows = _Sheet(path, sheet)
    return Raw(rows.lines, rows.part_read, replace(finding, sheet=sheet.title), width_below=rows.width_below)


def _loaded(path: Path, file: BinaryIO) -> Any:
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    try:
        return load_workbook(file, read_only=True, data_only=True, keep_vba=False, keep_links=False, rich_text=False)
    except _UNSOUND as error:
        raise _damaged(path, error) from None


class _Sheet:
    """Rows of a sheet, read as they are asked for."""

    def __init__(self, path: Path, sheet: Any) -> None:
        self._path = path
        self._sheet = sheet
        # What a sheet says of its own size may be wrong; it is only believed for the progress.
        self._rows = max(sheet.max_row or 1, 1)
        self._at = 0
        sheet.reset_dimensions()

    @cached_property
    def _survey(self) -> Survey:
        try:
            with self._sheet._get_source() as stream:  # noqa: SLF001 - the library has no name for a sheet's part
                return surveyed(stream)
        except _UNSOUND as error:
            raise _damaged(self._path, error) from None

    def width_below(self, row: int, most: int) -> int:
        return self._survey.width_below(row, most)

    def part_read(self) -> float:
        return min(self._at / self._rows, 1.0)

    def lines(self) -> Iterator[Line]:
        blank = 0
        end = min(self._survey.last, _LAST_ROW)
        merged = _Merged(self._survey.merges)
        try:
            for number, cells in enumerate(self._sheet.iter_rows(values_only=True), 1):
                self._at = number
                if any(cell is not None for cell in cells):
                    blank = 0
                    yield Line(number, merged.filled(number, _trimmed(cells)))
                    continue
                blank += 1
                if blank > _BLANK_ROWS and number >= end:
                    break
        except _UNSOUND as error:
            raise _damaged(self._path, error) from None
        if self._survey.last > end:
            yield Line(self._survey.last, ("…",), f"no sheet has more than {_LAST_ROW} rows")


class _Merged:
    """Gives the value of merged cells, which stands in the first of them alone, to each row they reach over.

    A row with nothing of its own gets none: it belongs to the row above.
    """

    def __init__(self, merges: Sequence[Merge]) -> None:
        self._coming = deque(merges)
        self._open: dict[int, tuple[int, Cell]] = {}

    def filled(self, number: int, cells: tuple[Any, ...]) -> Sequence[Any]:
        """Fill a row; to be called from above."""
        while self._coming and self._coming[0].first <= number:
            first, last, column = self._coming.popleft()
            self._open[column] = last, cells[column] if first == number and column < len(cells) else None
        if not self._open:
            return cells
        self._open = {column: (last, value) for column, (last, value) in self._open.items() if last >= number}
        row = list(cells)
        for column, (_, value) in self._open.items():
            if value is not None:
                row.extend([None] * (column + 1 - len(row)))
                row[column] = value if row[column] is None else row[column]
        return row


def _trimmed(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    """Leave out the empty cells at the end of a row, and take an error of the spreadsheet for an empty one."""
    last = next((n for n in range(len(cells), 0, -1) if cells[n - 1] is not None), 0)
    return tuple(None if isinstance(cell, str) and cell in _ERRORS else cell for cell in islice(cells, last))


_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA"})


def _chosen(path: Path, told: str, sheets: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, ...]:
    """Give the sheets that may be meant: the one told, or those that are shown."""
    if told and told not in sheets:
        raise NotATable(
            f"{named(path)} has no sheet “{shortened(told)}”; there are {shortened(', '.join(sheets), 200)}."
        )
    if not sheets:
        raise NotATable(f"{named(path)} holds no sheet with cells; save the table as a sheet of its own.")
    return (told,) if told else shown or sheets


def _measured(path: Path) -> tuple[str, ...]:
    """Unpack an archive without keeping anything, and see that it is no larger than it says and than is reasonable.

    Gives what a person should know of it.

    Raises:
        NotATable: it is no workbook, damaged, or made to fill the memory.
    """
    remarks = []
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
                raise NotATable(f"{named(path)} is an archive and no XLSX workbook; save the table as XLSX or CSV.")
            _check_sizes(path, parts)
            read = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
            formulas = sum(_unpacked(path, archive, part) for part in read)
    except _UNSOUND as error:
        raise _damaged(path, error) from None
    if formulas:
        remarks.append(N_("Formulas are read as they were last computed; one that never was is empty."))
    if any(name.startswith("xl/externalLinks/") for name in names):
        remarks.append(N_("Links to other workbooks are not followed."))
    if "xl/vbaProject.bin" in names:
        remarks.append(N_("Macros are not run."))
    return tuple(remarks)


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    texts = sum(part.file_size for part in parts if part.filename == _TEXTS)
    whole = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if (
        len(parts) > _MOST_PARTS
        or whole > _MOST_BYTES
        or texts > _MOST_TEXTS
        or whole > max(_SMALL, packed * _WIDEST_RATIO)
    ):
        raise NotATable(
            f"{named(path)} would unpack to {whole} bytes in {len(parts)} parts, more than a workbook has; "
            "save the table as CSV."
        )


def _unpacked(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Unpack a part; gives whether it is a sheet with formulas."""
    formulas = False
    size, before = 0, b""
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            size += len(block)
            seen = before + block
            # An encoding of its own could hide from this what the reader of XML would then obey.
            strange = not before and not _PLAIN_XML.match(block)
            if strange or size > part.file_size or b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
                raise NotATable(f"{named(path)} is not made as workbooks are; save the table anew as XLSX or CSV.")
            formulas = formulas or b"<f>" in seen or b"<f " in seen
            before = block[-16:]
    return formulas and part.filename.startswith(_SHEETS)


def _damaged(path: Path, error: Exception) -> NotATable:
    return NotATable(
        f"{named(path)} is damaged or no XLSX workbook ({shortened(str(error) or type(error).__name__, 100)}); "
        "open it in a spreadsheet and save it anew."
    )


def _is_archive(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


WORKBOOK = Format("workbook", "XLSX", (".xlsx", ".xlsm"), _is_archive, _open, order=1)
