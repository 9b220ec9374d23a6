"""Tell how a text is encoded and what separates its cells; both can be told instead."""

import codecs
import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kzexplorer.build.tables import NotATable, named

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_BLOCK = 1 << 20  # bytes
_SAMPLE = 1 << 16  # bytes or characters
_LINES = 60
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What tables in our languages are written in when it is not Unicode.
_LIKELY = ("cp1251", "koi8_r", "cp866", "kz1048", "cp1252", "cp1250", "cp1254", "gb18030")
_KAZAKH = "ҚқӘәң".encode("kz1048")


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec, and what becomes of bytes it does not know: a row that holds some is not taken."""

    codec: str
    errors: str

    @property
    def label(self) -> str:
        """What a person calls it."""
        return {"utf-8-sig": "UTF-8"}.get(self.codec, self.codec.replace("_", "-").upper())


def encoding_of(path: Path, told: str = "") -> Encoding:
    """Find out how a file's text is encoded.

    Raises:
        NotATable: the encoding told is not one, or the file is no text.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if told:
        return Encoding(_known(told, sample), "strict")
    for bom, codec in _BOMS:
        if sample.startswith(bom):
            return Encoding(codec, "surrogateescape" if codec == "utf-8-sig" else "replace")
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if max(zeros) >= half // 10 + 1 and min(zeros) <= half // 100:
        return Encoding("utf-16-be" if zeros[0] > zeros[1] else "utf-16-le", "replace")
    if sum(zeros) > len(sample) // 100 + 1:
        raise NotATable(
            f"{named(path)} is not a table: it is neither text nor a workbook nor a database; "
            "save the table as CSV or XLSX."
        )
    good, bad, strange = _as_utf8(path)
    if bad * 20 <= good:
        return Encoding("utf-8", "surrogateescape")
    return Encoding(_guessed(strange), "surrogateescape")


def _known(told: str, sample: bytes) -> str:
    try:
        codec = codecs.lookup(told).name
        b"".decode(codec)
    except (LookupError, UnicodeError, ValueError):
        raise NotATable(f"There is no encoding “{told[:40]}”; name one such as utf-8, cp1251 or utf-16.") from None
    if codec == "utf-8":  # a mark at the start is no part of the first name
        return "utf-8-sig"
    if codec in {"utf-16-le", "utf-16-be"} and sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return codec


def _as_utf8(path: Path) -> tuple[int, int, bytes]:
    """Count the characters beyond ASCII that are UTF-8 and the bytes that are not; give a sample around the latter."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    good = bad = 0
    strange = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if block.isascii():
                decoder.reset()
                continue
            text = decoder.decode(block)
            # Counted by what encoding leaves out: that takes no step for each character.
            beyond = len(text) - len(text.encode("ascii", "ignore"))
            wrong = len(text) - len(text.encode("utf-8", "ignore").decode())
            good, bad = good + beyond - wrong, bad + wrong
            if wrong and len(strange) < _SAMPLE:
                lines = (line for line in block.split(b"\n") if not line.isascii())
                strange += b"\n".join(lines)[:_SAMPLE]
    return good, bad, strange


def _guessed(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(_LIKELY), preemptive_behaviour=False)
    if not found:
        return "cp1252"
    least = min(one.chaos for one in found)
    alike = [one for one in found if one.chaos <= least + 0.02]
    codec = min(alike, key=lambda one: (-round(one.coherence, 1), _LIKELY.index(one.encoding))).encoding
    # The Kazakh code page is the Russian one with other letters in places that Russian leaves free.
    return "kz1048" if codec == "cp1251" and any(letter in sample for letter in _KAZAKH) else codec


def sample_of(path: Path, encoding: Encoding) -> str:
    """Read the first lines of a text.

    Raises:
        NotATable: they are not of the encoding told.
    """
    try:
        with path.open(encoding=encoding.codec, errors=encoding.errors, newline="") as file:
            return file.read(_SAMPLE)
    except UnicodeError:
        raise wrong_encoding(path, encoding) from None


def wrong_encoding(path: Path, encoding: Encoding) -> NotATable:
    """Say that the encoding told is not that of the file, and on which line that shows."""
    line = _first_wrong_line(path, encoding.codec)
    return NotATable(
        f"{named(path)}, line {line}: this is not {encoding.label}; leave the encoding out, or name the right one."
    )


def _first_wrong_line(path: Path, codec: str) -> int:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode(codec)
            except UnicodeError:
                return number
    return 1


def separator_of(sample: str) -> str:
    """Find the separator under which most lines fall into the same number of cells, at least two.

    A text without any is a table of one column, whose separator is never met.
    """
    best, most = ",", 0.0
    for separator in SEPARATORS:
        counts = Counter(len(row) for row in _rows(sample, separator) if any(cell.strip() for cell in row))
        if not counts:
            continue
        # Of two that agree the one with more cells; a line or two of a title above do not matter.
        cells, lines = max(((c, n) for c, n in counts.items() if c > 1), key=lambda one: one[::-1], default=(1, 0))
        score = lines / counts.total() * (1 + min(cells, 50) / 100)
        if cells > 1 and score > most:
            best, most = separator, score
    return best


def quotes(sample: str, separator: str) -> bool:
    """Say whether quotation marks hold cells together; in tables separated by tabs they often mean nothing."""
    if separator in ",;":
        return True
    try:
        for _ in csv.reader(sample.splitlines(keepends=True)[:-1], delimiter=separator, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _rows(sample: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    lines = sample.splitlines(keepends=True)
    try:
        for row in csv.reader(lines if len(lines) < 2 else lines[:-1], delimiter=separator):
            rows.append(row)
            if len(rows) == _LINES:
                break
    except csv.Error:
        pass
    return rows
