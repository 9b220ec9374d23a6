"""Run by the tests as a process of its own, to be killed: write one kind of file again and again, and say so.

python victim.py KIND FOLDER
"""

import sys
from pathlib import Path


def export(folder):
    """Export one of two views to the same name."""
    from kzexplorer import paths
    from kzexplorer.domain.language import ENGLISH
    from kzexplorer.domain.state import parse_state
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


if __name__ == "__main__":
    for _ in {"export": export, "build": build, "settings": settings}[sys.argv[1]](Path(sys.argv[2])):
        print(".", flush=True)
