"""How long a table of a hundred thousand rows takes to import, beside `sqlite-utils insert --csv`."""

import tempfile
import time
from pathlib import Path

from measure import TOOLS, Missing, Row, made, run, script, tool

LIMIT = 15_000
_COLUMNS = ("slug", "title", "kind", "begins", "ends", "status", "partners", "place", "summary")


def rows():
    """Measure with a CSV that our own export writes."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.csv"
        program = TOOLS / "kzexplorer"
        script("export.py", made(100_000), table, *_COLUMNS)
        ours = _timed(program, "import", table, "-o", Path(folder) / "ours.db")
        try:
            theirs = _timed(tool("sqlite-utils"), "insert", Path(folder) / "theirs.db", "t", table, "--csv")
            peer = "sqlite-utils insert --csv"
        except Missing as reason:
            peer, theirs = f"sqlite-utils: {reason}", None
    yield Row("import of 100k rows", ours, peer, theirs, "<= 15 s", ours <= LIMIT)


def _timed(*command):
    began = time.perf_counter()
    run(*command)
    return (time.perf_counter() - began) * 1000
