"""Writing a file so that its name always stands for the whole new file or the untouched old one."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError

# No export takes a day; a draft that is older was left by a program that was killed.
_LITTER_S = 24 * 3600

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


class Draft:
    """A temporary file in the folder of its target, which it replaces when it is whole.

    Write, `seal`, `publish`. Leaving the `with` block before that, for whatever reason, removes the draft
    and leaves the old file. A link is followed: the file it names is replaced, the link stays. An existing
    file's permissions are kept.
    """

    def __init__(self, target: Path) -> None:
        """Open a draft beside a target.

        Raises:
            KnownError: the target is a folder, pipe, device or protected, or its folder cannot be written.
        """
        self.target = target
        with _explained(target):
            self._real = Path(os.path.realpath(target))
            mode = _checked(target, self._real)
            self._path = self._real.with_name(f".kzexplorer-{secrets.token_hex(8)}.part")
            try:
                # Not mkstemp: a new file shall have the permissions the user's umask gives.
                self._file = self._path.open("xb")
            except PermissionError:
                raise KnownError(
                    f"The folder of “{_named(target)}” cannot be written to; choose another folder."
                ) from None
            if mode is not None:
                with suppress(OSError):
                    self._path.chmod(mode)
        _sweep(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # After `publish` there is nothing left to remove.
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    @property
    def path(self) -> Path:
        """The draft itself, for what writes by a file's name; `write` is then left alone."""
        return self._path

    def write(self, data: bytes) -> None:
        """Add to the draft.

        Raises:
            KnownError: the disk is full or fails.
        """
        with _explained(self.target):
            self._file.write(data)

    def seal(self) -> None:
        """Put the draft on the disk, so that nothing but a rename is left to fail.

        Raises:
            KnownError: the disk is full or fails.
        """
        with _explained(self.target):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()

    def publish(self) -> None:
        """Put the sealed draft in the place of its target.

        Raises:
            KnownError: the target is held by another program, or was made a folder meanwhile.
        """
        with _explained(self.target):
            self._path.replace(self._real)


def _sweep(draft: Path) -> None:
    """Remove what lies beside a new draft as litter; how old it is, is told by the clock of the disk they share."""
    with suppress(OSError):
        now = draft.stat().st_mtime
        for other in draft.parent.glob(".kzexplorer-*.part"):
            with suppress(OSError):
                if now - other.stat().st_mtime > _LITTER_S:
                    other.unlink()


def _checked(target: Path, real: Path) -> int | None:
    """Refuse a target that is no plain, writable file; give the permissions of an existing one."""
    try:
        status = real.stat()
    except FileNotFoundError:
        if not real.parent.exists():
            raise KnownError(
                f"The folder “{_named(target.parent)}” does not exist; create it or choose another."
            ) from None
        return None
    if stat.S_ISDIR(status.st_mode):
        raise KnownError(f"“{_named(target)}” is a folder; name a file inside it.")
    if not stat.S_ISREG(status.st_mode):
        raise KnownError(f"“{_named(target)}” is a pipe or a device, not a file; name a file.")
    if not os.access(real, os.W_OK):
        raise KnownError(f"“{_named(target)}” is write-protected; lift the protection or choose another name.")
    return stat.S_IMODE(status.st_mode)


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    """Turn what the system refuses into a sentence that names the file and the remedy."""
    try:
        yield
    except ValueError:
        raise KnownError(f"“{_named(target)}” cannot be the name of a file; choose another name.") from None
    except PermissionError:
        raise KnownError(
            f"“{_named(target)}” is open in another program or protected; close it there or choose another name."
        ) from None
    except NotADirectoryError:
        raise KnownError(f"“{_named(target.parent)}” is not a folder; choose another place.") from None
    except OSError as error:
        name = _named(target)
        if error.errno in _FULL:
            raise KnownError(
                f"The disk is full, so “{name}” was not written; free some space or choose another disk."
            ) from None
        if error.errno == errno.ENAMETOOLONG:
            raise KnownError(f"The name “{name}” is too long; choose a shorter one.") from None
        if error.errno == errno.EROFS:
            raise KnownError(f"The disk of “{name}” can only be read; choose another place.") from None
        reason = error.strerror or type(error).__name__
        raise KnownError(f"“{name}” cannot be written ({reason}); choose another place.") from None


def write_whole(target: Path, data: bytes) -> None:
    """Put data into a file, all of it or nothing.

    Raises:
        KnownError: it cannot be written; the old file stays.
    """
    with Draft(target) as draft:
        draft.write(data)
        draft.seal()
        draft.publish()


def _named(path: Path) -> str:
    return shortened(str(path), 200)
