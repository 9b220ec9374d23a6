"""Source files as text: what is refused before it is parsed, and the two formats, TOML and CSV."""

import csv
import re
import stat
import tomllib
from pathlib import Path

from kzexplorer.build.problems import Problem

MAX_FILE = 4 * 2**20  # bytes
MAX_LINE = 100_000  # characters
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_UNWANTED = (
    (b"\xef\xbb\xbf", "a byte order mark stands in the text; save as UTF-8 without it"),
    (b"\r", "the line ends with CR LF, or holds a CR; save with LF line ends"),
    (b"\x00", "the line holds a NUL character; take it out"),
)


class Unreadable(Exception):
    """Carry the problems for which a file was refused as a whole."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def read_text(path: Path) -> str:
    """Read a file of UTF-8 text with LF line ends.

    Raises:
        Unreadable: it is no such file.
    """
    data = _bytes(path)
    problems = [_at(path, data, data.index(char), sentence) for char, sentence in _UNWANTED if char in data]
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        problems.append(_at(path, data, error.start, "this is not UTF-8 text; save the file as UTF-8"))
        raise Unreadable(*problems) from None
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            sentence = f"the line has {len(line)} characters; at most {MAX_LINE} are read"
            problems.append(Problem(str(path), number, sentence))
    if problems:
        raise Unreadable(*problems)
    return text


def read_toml(path: Path, text: str) -> dict[str, object]:
    """Parse the text of a file as TOML.

    Raises:
        Unreadable: it is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT_LINE.search(message)
        # Where no line is named, the text ended too early.
        line = int(at[1]) if at else text.rstrip().count("\n") + 1
        sentence = message[: at.start()] if at else message
        problem = Problem(str(path), line, f"this is not TOML: {sentence[:1].lower()}{sentence[1:]}")
        raise Unreadable(problem) from None
    except RecursionError:
        raise Unreadable(Problem(str(path), 0, "lists or tables are nested too deeply")) from None
    except ValueError:  # more digits than Python reads as one number
        raise Unreadable(Problem(str(path), 0, "a number is too large to keep")) from None


def read_rows(path: Path, text: str) -> tuple[dict[int, list[str]], list[Problem]]:
    """Parse the text of a file as CSV, one row a line; give the cells by line, and the lines that are none."""
    rows: dict[int, list[str]] = {}
    problems = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        try:
            rows[number] = next(csv.reader([line], strict=True), [])
        except csv.Error as error:
            problems.append(Problem(str(path), number, f"this is not a row of CSV on one line ({error})"))
    return rows, problems


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(Problem(str(path), 0, "this is not a file"))
        if status.st_size > MAX_FILE:
            sentence = f"the file has {status.st_size} bytes; at most {MAX_FILE} are read"
            raise Unreadable(Problem(str(path), 0, sentence))
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(Problem(str(path), 0, "the file is missing")) from None
    except OSError as error:
        raise Unreadable(Problem(str(path), 0, f"the file cannot be read ({error.strerror})")) from None


def _at(path: Path, data: bytes, offset: int, sentence: str) -> Problem:
    return Problem(str(path), data.count(b"\n", 0, offset) + 1, sentence)
