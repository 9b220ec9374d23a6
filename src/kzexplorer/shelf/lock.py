"""Let one program at a time read and write a file; a program that ends, however it ends, holds nothing."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


PATIENCE_S = 1.0
# A folder that all may write to is no place to follow a link that stands in the name of a lock.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_STEP_S = 0.01


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock that stands beside a file while the block runs.

    Where there are no locks (some network folders), or another program holds this one for longer than
    `PATIENCE_S`, the block runs all the same: waiting for ever would be worse.
    """
    descriptor = -1
    with suppress(OSError, ValueError):
        descriptor = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT | _NO_LINK, 0o600)
    try:
        if descriptor >= 0:
            _wait_for(descriptor)
        yield
    finally:
        if descriptor >= 0:
            os.close(descriptor)  # lets the lock go


def hold(path: Path) -> int:
    """Take the lock that stands beside a file and keep it until `let_go`, or the end of the program.

    Returns what to let go of; -1 where another program holds it, or there are no locks.
    """
    descriptor = -1
    try:
        descriptor = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT | _NO_LINK, 0o600)
        _take(descriptor)
    except (OSError, ValueError):
        if descriptor >= 0:
            os.close(descriptor)
        return -1
    return descriptor


def let_go(path: Path, descriptor: int) -> None:
    """Let go of a lock that is held, and take its file away."""
    with suppress(OSError, ValueError):
        os.close(descriptor)
    with suppress(OSError, ValueError):
        path.with_name(f".{path.name}.lock").unlink(missing_ok=True)


def _wait_for(descriptor: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            _take(descriptor)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > deadline:
                return
            time.sleep(_STEP_S)
        except OSError:
            return
        else:
            return
