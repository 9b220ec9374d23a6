"""Run by the tests as a process of its own, in a world of theirs: use the program and print what came of it.

    python world.py FOLDER [YEAR]

With a year the clock stands in it; with SPEAK in the environment that language is asked for. What is printed is JSON:
the digests of all that was written, and what was said.
"""

import contextlib
import datetime as dt
import io
import json
import os
import sys
import time
from hashlib import sha256
from pathlib import Path

LINES = (
    ("export", "--partner", "italy", "-o", "italy.csv"),
    ("export", "--partner", "italy", "--format", "xlsx", "-o", "italy.xlsx"),
    ("export", "--partner", "italy", "--format", "json", "-o", "italy.json"),
    ("export", "--text", "ИТАЛИЯ kazsat-3 IŞIK", "--format", "csv", "-o", "none.csv"),
    ("export", "--from", "1994", "--to", "2010-07", "--asof", "2009-12-31", "--format", "bibtex", "-o", "span.bib"),
    ("report", "--partner", "italy", "--format", "md", "-o", "italy.md"),
    ("report", "--partner", "italy", "--format", "pdf", "-o", "italy.pdf"),
    ("render", "--partner", "italy", "-o", "italy.pptx"),
    ("brief", "--partner", "italy", "--landmarks", "-o", "italy.kzbrief"),
    ("build", "SOURCE", "-o", "small.db"),
    ("import", "table.csv", "-o", "table.db"),
    ("--db", "table.db", "list", "--format", "json"),
    ("check", "small.db"),
)


def stop_the_clock(year):
    """Let all of Python's clocks stand at the last second of a year's first day."""
    moment = dt.datetime(year, 1, 1, 23, 59, 59, tzinfo=dt.UTC).timestamp()
    local, universal = time.localtime, time.gmtime
    time.time = lambda: moment
    time.localtime = lambda seconds=None: local(moment if seconds is None else seconds)
    time.gmtime = lambda seconds=None: universal(moment if seconds is None else seconds)
    real = dt.datetime

    class Stopped(real):
        """What tells the date of now."""

        @classmethod
        def now(cls, tz=None):
            return real.fromtimestamp(moment, tz)

        @classmethod
        def today(cls):
            return real.fromtimestamp(moment)

    dt.datetime = Stopped


def run(line):
    """Run a command line; gives its exit code, and what it said and printed."""
    from kzexplorer.cli import main

    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(line))
    said = []
    for stream in (out, err):
        stream.flush()
        said.append(stream.buffer.getvalue().decode())
    return [code, *said]


def look():
    """Open the window, ask it something, and read what it says."""
    from PySide6.QtWidgets import QLabel

    from kzexplorer import app, opening
    from kzexplorer.domain.language import ENGLISH

    qt = app.application()
    explorer, window = app.restored_window(opening.open_store(None), ENGLISH, None, app.make_theme(qt))
    window.show()
    while window.stack.count() < 2:
        qt.processEvents()
    explorer.search("ИТАЛИЯ KAZSAT")
    explorer.focus("kazsat-3")
    qt.processEvents()
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    window.close()
    return texts


def main():
    """Do all of it."""
    here = Path(sys.argv[1])
    os.chdir(here)
    if len(sys.argv) > 2:
        stop_the_clock(int(sys.argv[2]))
    language = ("--lang", os.environ["SPEAK"]) if "SPEAK" in os.environ else ()
    told = {" ".join(line): run((*language, *line)) for line in LINES}
    files = {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(here.iterdir()) if path.is_file()}
    print(json.dumps({"told": told, "files": files, "window": look()}))


if __name__ == "__main__":
    main()
