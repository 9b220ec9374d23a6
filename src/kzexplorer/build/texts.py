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


class Unreadable(Exception):
    """Carry the problems for which a file was refused as a whole."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def read_text(path: Path, shown: str) -> str:
    """Read a file of UTF-8 text with LF line ends; `shown` names it in problems.

    Raises:
        Unreadable: it is no such file.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(Problem(shown, 0, "this is not a file"))
        if status.st_size > MAX_FILE:
            sentence = f"the file has {status.st_size} bytes; at most {MAX_FILE} are read"
            raise Unreadable(Problem(shown, 0, sentence))
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(Problem(shown, 0, "the file is missing")) from None
    except OSError as error:
        sentence = f"the file cannot be read ({error.strerror})"
        raise Unreadable(Problem(shown, 0, sentence)) from None

    def at(offset: int, sentence: str) -> Problem:
        return Problem(shown, data.count(b"\n", 0, offset) + 1, sentence)

    problems = []
    if data.startswith(b"\xef\xbb\xbf"):
        problems.append(at(0, "a byte order mark stands before the text; save as UTF-8 without it"))
    for char, sentence in (
        (b"\r", "the line ends with CR LF, or holds a CR; save with LF line ends"),
        (b"\x00", "the line holds a NUL character; take it out"),
    ):
        if char in data:
            problems.append(at(data.index(char), sentence))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        problems.append(at(error.start, "this is not UTF-8 text; save the file as UTF-8"))
        raise Unreadable(*problems) from None
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            sentence = f"the line has {len(line)} characters; at most {MAX_LINE} are read"
            problems.append(Problem(shown, number, sentence))
    if problems:
        raise Unreadable(*problems)
    return text


def read_toml(text: str, shown: str) -> dict[str, object]:
    """Parse TOML.

    Raises:
        Unreadable: it is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT_LINE.search(message)
        # Without a line, the fault is that the text ends too early.
        line = int(at[1]) if at else text.count("\n", 0, len(text.rstrip())) + 1
        sentence = message[: at.start()] if at else message
        problem = Problem(shown, line, f"this is not TOML: {sentence[:1].lower()}{sentence[1:]}")
        raise Unreadable(problem) from None
    except RecursionError:
        raise Unreadable(Problem(shown, 0, "lists or tables are nested too deeply")) from None
    except ValueError:  # an integer of more digits than Python converts
        raise Unreadable(Problem(shown, 0, "a number is too large to keep")) from None


def read_rows(text: str, shown: str) -> tuple[dict[int, list[str]], list[Problem]]:
    """Parse CSV, one row a line; give the cells by line number, and the lines that are not CSV."""
    rows: dict[int, list[str]] = {}
    problems = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        try:
            [rows[number]] = csv.reader([line], strict=True) if line.strip() else [[]]
        except csv.Error as error:
            sentence = f"this is not a row of CSV on one line ({error})"
            problems.append(Problem(shown, number, sentence))
    return rows, problems
