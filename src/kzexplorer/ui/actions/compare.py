"""What differs from another edition of the data, which is opened to compare and closed again."""

from contextlib import closing
from functools import partial
from pathlib import Path

from kzexplorer.atomic import write_whole
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.actions.written import tell_written
from kzexplorer.ui.difference_window import DifferenceWindow


def _run(desk: Desk) -> None:
    path = desk.choose_file(desk.window, ".db")
    if path is not None:
        compare(desk, path)


def compare(desk: Desk, path: Path) -> DifferenceWindow:
    """Open another edition, say in a window of its own what differs, and let that be asked for.

    Raises:
        KnownError: the file is missing, damaged, too new or no such database.
    """
    with closing(desk.open_data(path)) as previous:
        old = previous.edition
        found = desk.explorer.compare(previous)
    window = DifferenceWindow(found, old, desk.explorer, desk.labels, desk.theme, partial(_write, desk), desk.window)
    window.show()
    return window


def _write(desk: Desk, data: bytes, suffix: str) -> None:
    path = desk.choose_path(desk.window, Path(f"kzexplorer-changes{suffix}"), suffix)
    if path is not None:
        write_whole(path, data)
        tell_written(desk.labels.say("Wrote the difference to {path}.", path=path), path, desk)


ACTION = Action(id="compare", text=N_("Compare with an older edition…"), menu=Menu.FILE, order=30, run=_run)
