"""How a briefing stands in its file: lines that a person can read and mend, and what is read of a damaged one.

    kzexplorer briefing, version 1, 2 steps
    title: Italy and Kazakhstan
    edition: 2026-11

    step
    headline: Three satellites carry payloads from Italy
    view: kind=satellite&partner=italy&focus=kazsat-3
    seen: 4 records, 5f0e9c1d2a3b4c5d
    notes:
    | Say who paid.

    step
    headline: ...

    end

The number of steps and the last line tell whether anything is missing.
"""

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from tempfile import gettempdir

from kzexplorer.atomic import Draft
from kzexplorer.domain.briefing import Briefing, Seen, Step, one_line
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import State, StateError
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.shelf.lock import alone

VERSION = 1
SUFFIX = ".kzbrief"
# Ten times what anyone would present, and room for a page of notes with each.
MOST_STEPS = 10_000
LARGEST = 32 * 1024 * 1024

_HEAD = re.compile(r"kzexplorer briefing, version (\d{1,9}), (\d{1,9}) steps?\s*")
_SEEN = re.compile(r"(\d{1,9}) records?, ([0-9a-f]{16,64})")


class OtherwiseWritten(KnownError):
    """The file is not as it was when it was last read or written here: another window has written it."""


@dataclass(frozen=True, slots=True)
class Read:
    """A briefing out of a file: `trouble` says in a sentence what is wrong with the file, and is empty if nothing is.

    `stamp` is a digest of the file, see `write_briefing`.
    """

    briefing: Briefing
    stamp: str
    trouble: str = ""


def read_briefing(path: Path, facets: Collection[str]) -> Read:
    """Read a briefing; of a damaged file all that can be read.

    Args:
        path: the file.
        facets: the ids of the facets there are. A view that names another is kept as its text.

    Raises:
        KnownError: there is no such file, it is no briefing, is of a newer version, or has nothing that can be read.
    """
    data = _bytes(path)
    briefing, trouble = _parsed(path, data, facets)
    return Read(briefing, stamp_of(data), trouble)


def write_briefing(path: Path, briefing: Briefing, stamp: str | None = None) -> str:
    """Write a briefing, whole or not at all, and give the stamp of the file.

    Args:
        path: the file.
        briefing: what to write.
        stamp: what the file was when it was read; None to write whatever is there.

    Raises:
        OtherwiseWritten: the file is not of that stamp any more; what is in it stays.
        KnownError: it cannot be written; the old file stays.
    """
    data = print_briefing(briefing)
    with alone(_meeting_place(path)):
        if stamp is not None and os.path.lexists(path) and stamp_of(_bytes(path)) != stamp:
            raise OtherwiseWritten(
                f"“{_named(path)}” has been changed by another window since it was opened here; "
                "save under another name, or open it again."
            )
        with Draft(path) as draft:
            draft.write(data)
            draft.seal()
            draft.publish()
    return stamp_of(data)


def _meeting_place(path: Path) -> Path:
    """Give where those who write a file wait for each other: not beside it, among the user's own files."""
    name = sha256(os.path.realpath(path).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return Path(gettempdir()) / f"kzexplorer-{name}"


def print_briefing(briefing: Briefing) -> bytes:
    """Print a briefing as it stands in its file."""
    return "".join(f"{line}\n" for line in _lines(briefing)).encode("utf-8", "replace")


def parse_briefing(text: str, facets: Collection[str]) -> tuple[Briefing, str]:
    """Read a briefing from text, and say what is wrong with it in half a sentence, empty if nothing is.

    Raises:
        ValueError: it is no briefing, or too long for one.
        NewerError: it is of a version that this program does not know.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    # Who mends the file on Windows may turn all its line ends.
    if lines[0].endswith("\r"):
        lines = [line.removesuffix("\r") for line in lines]
    head = _HEAD.fullmatch(lines[0])
    if not head:
        raise ValueError("its first line does not say that it is one")
    if int(head[1]) > VERSION:
        raise NewerError
    reader = _Reader(facets)
    for number, line in enumerate(lines[1:], start=2):
        if reader.ended:
            break
        reader.take(number, line)
    return reader.briefing(), reader.trouble(int(head[2]))


class NewerError(Exception):
    """The file is of a version that this program does not know."""


def stamp_of(data: bytes) -> str:
    """Give the digest by which a file is known again."""
    return sha256(data).hexdigest()


class _Reader:
    """Takes the lines of a file one by one and keeps what they say, and what is wrong with them."""

    def __init__(self, facets: Collection[str]) -> None:
        self._facets = facets
        self._title = self._edition = ""
        self._steps: list[Step] = []
        self._notes: list[list[str]] = []
        self._wrong = ""
        self.ended = False

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        if self._steps and line.startswith("|"):
            self._notes[-1].append(line[1:].removeprefix(" "))
            return
        match line.strip():
            case "" | "notes:":
                return
            case "step":
                if len(self._steps) == MOST_STEPS:
                    raise ValueError(f"it has more than {MOST_STEPS} steps")
                self._steps.append(Step())
                self._notes.append([])
                return
            case "end":
                self.ended = True
                return
        key, colon, value = line.partition(":")
        if not (colon and self._put(number, key, value.strip())):
            self._wrong = self._wrong or f"line {number} cannot be read: “{shortened(line)}”"

    def briefing(self) -> Briefing:
        """Give what has been read."""
        steps = zip(self._steps, self._notes, strict=True)
        return Briefing(
            self._title,
            self._edition,
            tuple(replace(step, notes="\n".join(notes)) for step, notes in steps),
        )

    def trouble(self, promised: int) -> str:
        """Say what is wrong, in half a sentence."""
        found = len(self._steps)
        if found < promised:
            return f"it has {found} of its {promised} steps"
        return self._wrong if self.ended or self._wrong else "its end is missing"

    def _put(self, number: int, key: str, value: str) -> bool:
        if not self._steps:
            match key:
                case "title":
                    self._title = value
                case "edition":
                    self._edition = value
                case _:
                    return False
            return True
        match key:
            case "headline":
                self._steps[-1] = replace(self._steps[-1], headline=value)
            case "view":
                state, unread = _view(value, self._facets)
                self._steps[-1] = replace(self._steps[-1], state=state, unread=unread)
            case "seen" if seen := _SEEN.fullmatch(value):
                self._steps[-1] = replace(self._steps[-1], seen=Seen(int(seen[1]), seen[2]))
            case _:
                return False
        return True


def _view(text: str, facets: Collection[str]) -> tuple[State, str]:
    try:
        return parse_state(text, facets), ""
    except StateError:
        return State(), text


def _lines(briefing: Briefing) -> Iterator[str]:
    count = len(briefing.steps)
    yield f"kzexplorer briefing, version {VERSION}, {count} {'step' if count == 1 else 'steps'}"
    yield f"title: {one_line(briefing.title)}".rstrip()
    yield f"edition: {one_line(briefing.edition)}".rstrip()
    yield ""
    for step in briefing.steps:
        yield "step"
        yield f"headline: {one_line(step.headline)}".rstrip()
        yield f"view: {step.view}".rstrip()
        if step.seen:
            yield f"seen: {step.seen.records} {'record' if step.seen.records == 1 else 'records'}, {step.seen.digest}"
        if step.notes:
            yield "notes:"
            for line in step.notes.split("\n"):
                yield f"| {line}" if line else "|"
        yield ""
    yield "end"


def _parsed(path: Path, data: bytes, facets: Collection[str]) -> tuple[Briefing, str]:
    name = _named(path)
    text, wrong = _decoded(data)
    try:
        briefing, trouble = parse_briefing(text, facets)
    except NewerError:
        raise KnownError(
            f"“{name}” was written by a newer version of kzexplorer and is left as it is; update the program."
        ) from None
    except ValueError as error:
        raise KnownError(f"“{name}” is no briefing of kzexplorer: {error}; open a file *{SUFFIX}.") from None
    wrong = wrong or trouble
    if wrong and not briefing.steps:
        raise KnownError(f"“{name}” is damaged ({wrong}) and no step of it can be read; take an older copy of it.")
    return briefing, f"“{name}” is damaged ({wrong}); what could be read of it is shown." if wrong else ""


def _decoded(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return data.decode("utf-8", "replace"), f"byte {error.start} is not UTF-8"


def _bytes(path: Path) -> bytes:
    """Read a file; a pipe would block for ever, so nothing but a file is opened."""
    name = _named(path)
    try:
        if not S_ISREG(path.stat().st_mode):
            raise KnownError(f"“{name}” is not a file; name a briefing, a file *{SUFFIX}.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise KnownError(f"There is no file “{name}”; check the name.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise KnownError(f"“{name}” cannot be read ({reason}); check its permissions.") from None
    if len(data) > LARGEST:
        raise KnownError(f"“{name}” is too large for a briefing; open a file *{SUFFIX}.")
    return data


def _named(path: Path) -> str:
    return shortened(str(path), 200)
