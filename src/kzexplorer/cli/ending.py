"""Ending in order: what is half written is taken away also when the system, and not the user, ends a command."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType

# A terminal that is closed, a machine that shuts down; the first is not known everywhere.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Leave this block as by an exception when the system ends the process.

    Not for the whole process: while a window waits no Python runs that could answer the signal.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # signals come to the main thread alone
        return
    asked: list[int] = []
    before = {number: signal.signal(number, partial(_end, asked)) for number in _SIGNALS}
    try:
        yield
    except Exception:
        if not asked:
            raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    # Where SQLite called us it has made another exception of the first.
    if asked:
        raise SystemExit(128 + asked[0])


def _end(asked: list[int], number: int, _: FrameType | None) -> None:
    asked.append(number)
    raise SystemExit(128 + number)
