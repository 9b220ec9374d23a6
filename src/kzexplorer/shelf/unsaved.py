"""A briefing that is being worked on, kept aside every second, so that a crash loses no more than that."""

import json
import os
import secrets
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kzexplorer.atomic import Draft
from kzexplorer.domain.briefing import Briefing
from kzexplorer.domain.errors import KnownError
from kzexplorer.shelf.briefings import LARGEST, parse_briefing, print_briefing
from kzexplorer.shelf.lock import hold, let_go

_SUFFIX = ".kzunsaved"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A briefing as it is now, the file it will be saved to, None for a new one, and the stamp that file had."""

    briefing: Briefing
    path: Path | None = None
    stamp: str | None = None


class Aside:
    """One file in a folder of the program's own, or none without one; a lock says that its window is open.

    After a crash nobody holds the lock, and `left_behind` gives the file to the next window that asks.
    """

    def __init__(self, folder: Path | None, name: str = "", lock: int = -1) -> None:
        self._path = folder / f"{name or secrets.token_hex(8)}{_SUFFIX}" if folder else None
        self._lock = lock

    @property
    def is_kept(self) -> bool:
        """Whether there is a file."""
        return self._lock >= 0

    def keep(self, unsaved: Unsaved) -> None:
        """Write what is unsaved now.

        Raises:
            KnownError: the folder cannot be written, or the disk is full.
        """
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise KnownError(
                f"The folder “{self._path.parent}” cannot be made ({error.strerror}); until then save often yourself."
            ) from None
        if self._lock < 0:
            self._lock = hold(self._path)
        with Draft(self._path) as draft:
            draft.write(_printed(unsaved))
            draft.seal()
            draft.publish()

    def drop(self) -> None:
        """Keep nothing any more: all is saved, or not wanted."""
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        self.leave()

    def leave(self) -> None:
        """Leave the file to the next window that asks."""
        if self._path is not None and self._lock >= 0:
            let_go(self._path, self._lock)
        self._lock = -1


def left_behind(folder: Path | None, facets: Collection[str]) -> tuple[Unsaved, Aside] | None:
    """Give the newest of what no open window works on, and hold it; None if there is nothing.

    A file that cannot be read is left where it is.
    """
    if folder is None or not folder.is_dir():
        return None
    for path in sorted(folder.glob(f"*{_SUFFIX}"), key=_age, reverse=True):
        lock = hold(path)
        if lock < 0:
            continue
        try:
            return _parsed(path.read_bytes()[:LARGEST], facets), Aside(folder, path.stem, lock)
        except (OSError, ValueError):
            let_go(path, lock)
    return None


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _printed(unsaved: Unsaved) -> bytes:
    of = {"path": str(unsaved.path) if unsaved.path else None, "stamp": unsaved.stamp}
    return f"{json.dumps(of)}\n".encode() + print_briefing(unsaved.briefing)


def _parsed(data: bytes, facets: Collection[str]) -> Unsaved:
    head, _, rest = data.partition(b"\n")
    of = json.loads(head)
    path, stamp = of.get("path"), of.get("stamp")
    briefing, _ = parse_briefing(rest.decode("utf-8", "replace"), facets)
    return Unsaved(briefing, Path(os.fspath(path)) if isinstance(path, str) else None, stamp)
