"""Run by the tests as a process of its own, to be killed: write one kind of file again and again, and say so.

    python victim.py KIND FOLDER [SEED]

With a seed it ends itself, as a kill does, right before a file takes its name: random moments seldom fall between two
renames.
"""

import contextlib
import io
import os
import random
import signal
import sys
from pathlib import Path


def export(folder):
    """Export one of two views to the same name."""
    from kzexplorer import paths
    from kzexplorer.domain.language import ENGLISH
    from kzexplorer.domain.state_reading import parse_state
    from kzexplorer.exporters import export as write
    from kzexplorer.exporters import exporters
    from kzexplorer.store import Repository
    from kzexplorer.viewmodel.labels import Labels, about_export

    store = Repository.open(paths.database())
    labels = Labels(store, ENGLISH)
    states = [parse_state(text, ["partner", "kind"]) for text in ("partner=russia", "kind=agreement,treaty")]
    while True:
        for state in states:
            about = about_export(labels, state, "0")
            for form in ("csv", "xlsx"):
                rows = store.rows(store.find(state.query).places)
                write(rows, folder / f"out.{form}", exporter=exporters()[form], about=about)
            yield


def build(folder):
    """Build the same database again."""
    from kzexplorer import build as building
    from kzexplorer import paths

    while True:
        assert building.build(paths.bundle() / "data" / "source", folder / "out.db") == ()
        yield


# The tables that are imported by turns: how many rows each has, and how many of them are no records.
TABLES = {"good": (300, 0), "bad": (400, 40)}


def import_(folder):
    """Import one of two tables to the same name; one of them leaves a report beside it."""
    from kzexplorer.cli import main

    for name, (rows, wrong) in TABLES.items():
        lines = [f"Satellite {n},{'no day' if n < wrong else 1990 + n % 30},Italy" for n in range(rows)]
        (folder / f"{name}.csv").write_text("\n".join(("Mission,Launch_Date,Partner", *lines)), "utf-8")
    while True:
        for name in TABLES:
            with contextlib.redirect_stdout(io.StringIO()):
                assert main(["import", str(folder / f"{name}.csv"), "-o", str(folder / "out.db")]) == 0
            yield


def settings(folder):
    """Change the settings and a basket."""
    from dataclasses import replace

    from kzexplorer.shelf import SETTINGS, SHELF, Basket, Kept

    kept, shelf = Kept(SETTINGS, folder / "settings.json"), Kept(SHELF, folder / "shelf.json")
    kept.open(), shelf.open()
    number = 0
    while True:
        number += 1
        text = f"focus=a{number}&text=" + "x" * (number % 3 * 4000)
        kept.change(lambda settings, text=text: replace(settings, state=text))
        shelf.change(lambda shelf, number=number: shelf.put_basket(Basket("a", ("first", f"n{number}" * 500))))
        yield


class Renames:
    """Counts how often this process gives a file of a folder its name, and ends it right before one of them."""

    def __init__(self, folder):
        self._folder, self._last = folder, 0
        self.begun = 0
        sys.addaudithook(self._hear)

    def end_before(self, number):
        """End the process before its so-manieth rename from now on."""
        self._last = self.begun + number

    def _hear(self, event, arguments):
        if event == "os.rename" and os.fsdecode(arguments[1]).startswith(self._folder):
            self.begun += 1
            if self.begun == self._last:
                os.kill(os.getpid(), signal.SIGKILL)


def main():
    """Write, and say each time that it is done."""
    kind, folder, *seed = sys.argv[1:]
    rounds = {"export": export, "import": import_, "build": build, "settings": settings}[kind](Path(folder))
    renames = Renames(folder) if seed else None
    next(rounds)
    print(".", flush=True)
    if renames:
        next(rounds)  # what is written by turns is written twice
        renames.end_before(random.Random(int(seed[0])).randint(1, renames.begun))
    for _ in rounds:
        pass


if __name__ == "__main__":
    main()
