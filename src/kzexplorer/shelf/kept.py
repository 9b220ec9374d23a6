"""One file of the user's: read with care, changed entry by entry, never overwritten when it cannot be read."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from kzexplorer.atomic import Draft
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError
from kzexplorer.shelf.forms import Form
from kzexplorer.shelf.lock import alone

T = TypeVar("T")

# A thousand times what anyone keeps by hand.
_LARGEST = 16 * 1024 * 1024


class Kept(Generic[T]):
    """Holds a value of the user's and the file it is kept in; without a path it is kept nowhere.

    Two programs may have the file open at once: each change is made to what the file holds at that
    moment. What could not be written is tried again with the next change. The sentences that `open`,
    `refresh` and `change` give are for the user, empty when there is nothing to say; a lasting trouble
    is said once.
    """

    def __init__(self, form: Form[T], path: Path | None = None) -> None:
        self._form = form
        self._path = path
        self._value = form.empty
        self._waiting: list[Callable[[T], T]] = []
        self._said = False

    @property
    def value(self) -> T:
        """What is kept."""
        return self._value

    def open(self) -> str:
        """Read the file for the first time and find out whether it could be written."""
        trouble = self.refresh()
        return trouble or (self._once(_obstacle(self._path)) if self._path else "")

    def refresh(self) -> str:
        """Read the file again, for what another program wrote meanwhile."""
        if self._path is None or not os.path.lexists(self._path):
            return ""
        try:
            with alone(self._path):
                read, aside = self._read(self._path)
        except KnownError as error:
            return self._once(str(error))
        if read is not None:
            self._value = self._changed(read)
        return aside

    def change(self, change: Callable[[T], T]) -> str:
        """Change the value and write it; when that fails the value is changed all the same."""
        self._waiting.append(change)
        if self._path is None:
            self._value = self._changed(self._value)
            self._waiting.clear()
            return ""
        try:
            _make_folder(self._path.parent)
            with alone(self._path):
                read, aside = self._read(self._path)
                # Damaged or gone: what this program read before is the best there is.
                value = change(self._value) if read is None else self._changed(read)
                _write(self._path, self._printed(value))
        except KnownError as error:
            self._value = change(self._value)
            return self._once(str(error))
        self._value = value
        self._waiting.clear()
        self._said = False
        return aside

    def _changed(self, value: T) -> T:
        for change in self._waiting:
            value = change(value)
        return value

    def _once(self, trouble: str) -> str:
        if not trouble or self._said:
            return ""
        self._said = True
        return f"{trouble} Until then {self._form.what} are not remembered."

    def _read(self, path: Path) -> tuple[T | None, str]:
        """Give the value in the file, None when there is none, and what became of a damaged one.

        Raises:
            KnownError: the file is from a newer version, or cannot be read.
        """
        try:
            with path.open("rb") as file:
                data = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return None, ""
        except IsADirectoryError:
            raise KnownError(f"“{_named(path)}” is a folder, not a file; move it away.") from None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise KnownError(f"“{_named(path)}” cannot be read ({reason}); check its permissions.") from None
        try:
            return self._parsed(data), ""
        except _Newer as newer:
            if not self._waiting:
                self._value = newer.value
            raise KnownError(
                f"“{_named(path)}” was written by a newer version of kzexplorer and is left as it is; "
                "update the program."
            ) from None
        except (ValueError, RecursionError) as error:
            reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
            beside = _put_aside(path)
            return None, (
                f"“{path.name}” is damaged ({shortened(reason, 120)}); it is kept as “{beside.name}” beside it, "
                f"and {self._form.what} begin anew."
            )

    def _parsed(self, data: bytes) -> T:
        if len(data) > _LARGEST:
            raise ValueError("it is too large")
        try:
            document = json.loads(data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise ValueError(f"byte {error.start} is not UTF-8") from None
        except json.JSONDecodeError as error:
            raise ValueError(f"line {error.lineno}: {error.msg}") from None
        if not isinstance(document, dict) or document.get("format") != self._form.format:
            raise ValueError(f"it is not of the format “{self._form.format}”")
        version = document.get("version")
        if type(version) is not int or version < 1:
            raise ValueError("its version is missing")
        if version > self._form.version:
            raise _Newer(self._understood(document))
        return self._form.read(document)

    def _understood(self, document: dict[str, Any]) -> T:
        """Read of a newer version what is as it was."""
        try:
            return self._form.read(document)
        except ValueError:
            return self._form.empty

    def _printed(self, value: T) -> bytes:
        document: dict[str, Any] = {"format": self._form.format, "version": self._form.version}
        text = json.dumps({**document, **self._form.print(value)}, ensure_ascii=False, indent=2)
        # Half a surrogate pair is no UTF-8; with a backslash it is what JSON calls it.
        return f"{text}\n".encode("utf-8", "backslashreplace")


class _Newer(Exception):
    """The file is of a version this program does not know; `value` is what it understands of it."""

    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


def _write(path: Path, data: bytes) -> None:
    with Draft(path) as draft:
        draft.write(data)
        draft.seal()
        draft.publish()


def _put_aside(path: Path) -> Path:
    number = 1
    while os.path.lexists(beside := path.with_name(f"{path.name}.damaged-{number}")):
        number += 1
    try:
        path.rename(beside)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise KnownError(f"“{_named(path)}” is damaged and cannot be put aside ({reason}); move it away.") from None
    return beside


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, ValueError):
        raise KnownError(_cannot_write(folder)) from None


def _obstacle(path: Path) -> str:
    """Say why a file cannot be written, as far as one can tell without writing."""
    folder = path.parent
    with suppress(OSError, ValueError):
        while not os.path.lexists(folder) and folder != folder.parent:
            folder = folder.parent
        if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
            return ""
    return _cannot_write(folder)


def _cannot_write(folder: Path) -> str:
    return f"The folder “{_named(folder)}” cannot be written to; make it a folder of yours."


def _named(path: Path) -> str:
    return shortened(str(path), 200)
