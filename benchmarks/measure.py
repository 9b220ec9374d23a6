"""What the benches share: a row of the table, child processes, made-up data, peers."""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kzexplorer.domain.schema import SCHEMA_VERSION

HERE = Path(__file__).parent
MADE = HERE.parent / "build" / "bench"
# As installed: our modules are compiled once, like those of the libraries.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["QT_QPA_PLATFORM"] = "offscreen"
TOOLS = Path(sys.executable).parent


@dataclass(frozen=True)
class Row:
    """A line of the table, in milliseconds unless `work` says otherwise; what is missing is None.

    `target` is what is promised in words, `met` whether it is kept.
    """

    work: str
    ours: float | None
    peer: str = "-"
    theirs: float | None = None
    target: str = "-"
    met: bool | None = None


class Missing(Exception):
    """A peer that is not there; the rows without it are measured all the same."""


def resident():
    """Give the megabytes of memory this process holds."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return peak()


def peak():
    """Give the most megabytes of memory this process ever held."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def run(*command):
    """Run a command and give what it prints."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr[-2000:]}")
    return done.stdout


def script(name, *arguments):
    """Run a script beside this file in a process of its own."""
    return run(sys.executable, HERE / name, *arguments)


def medians(runs, *scripts):
    """Run scripts in turn and give, for each, the medians of the numbers it prints."""
    taken = {name: [] for name in scripts}
    for number in range(runs + 1):
        for name in scripts:
            numbers = [float(word) for word in script(name).split()]
            if number:  # the first warms the disk
                taken[name].append(numbers)
    return [[statistics.median(column) for column in zip(*taken[name], strict=True)] for name in scripts]


def window(data):
    """Type and click in our window over a database, in a process of its own; see `window.py`."""
    return json.loads(script("window.py", data))


def tool(name):
    """Find a peer's program.

    Raises:
        Missing: it is not there.
    """
    found = shutil.which(name, path=f"{TOOLS}{os.pathsep}{os.environ.get('PATH', '')}")
    if not found:
        raise Missing(f"{name} is not installed")
    return found


def made(records):
    """Give made-up data of so many records, made once."""
    target = MADE / f"{records}-schema{SCHEMA_VERSION}.db"
    if not target.exists():
        MADE.mkdir(parents=True, exist_ok=True)
        script("make_data.py", "--records", records, "--seed", 1, "-o", target)
    return target
