"""What is spoiled and handed to the program, and how the program is asked.

Each subject makes a mutant in a folder of its own and hands it to the program; it gives what the program said,
nothing when it took the mutant. Whatever the program raises besides is a defect.
"""

import io
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from kzexplorer.cli import main

SECONDS = 10  # of work that an answer may take


@dataclass(frozen=True)
class Subject:
    """A kind of file; `share` is how many of all mutants are of it, none where the long form meets it once."""

    name: str
    share: int
    meet: Callable[[Path, Random], str]


def run(*arguments):
    """Run a command line; give what it said on standard error, and see that it is a sentence where it failed."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace") for _ in range(2))
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        code = main([str(argument) for argument in arguments])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.stdout, sys.stderr = before
    err.flush()
    said = err.buffer.getvalue().decode("utf-8", "replace")
    assert code in (0, 1, 2), code
    assert code == 0 or said.strip(), f"{arguments} ends with {code} and says nothing"
    for line in said.splitlines():
        assert len(line) < 1500, f"a sentence of {len(line)} characters: {line[:200]}..."
    assert "Traceback" not in said
    return said if code else ""
