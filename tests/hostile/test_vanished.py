"""A database that is spoiled or taken away while the window shows it is told in sentences, and the window stays."""

import os
import random
import shutil
import sys

import pytest
from PySide6.QtWidgets import QApplication

from kzexplorer import paths
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import VIEWS
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.store import Repository
from kzexplorer.store.facets import facets

ASKED = (
    *(f"show={view}" for view in VIEWS),
    "focus=kazsat-2", "focus=italy", "focus=kazsat-3-italy", "partner=italy&focus=gcat", "text=kazsat&from=2004",
    "asof=2012-01-01", "text=zzzz", "group=organization&area=!law-and-policy", "show=matrix&across=decade",
)  # fmt: skip


def cut(path):
    os.truncate(path, 8192)


def written_over(path):
    with path.open("r+b") as file:
        file.write(random.randbytes(path.stat().st_size))


def taken_away(path):
    path.unlink()


@pytest.mark.skipif(os.name != "posix", reason="Windows lets nobody touch an open file")
@pytest.mark.parametrize("happens", [cut, written_over, taken_away])
def test_what_happens_to_an_open_database_is_told(open_window, tmp_path, monkeypatch, happens):
    path = tmp_path / "data.db"
    shutil.copy(paths.database(), path)
    store = Repository.open(path)
    explorer, window = open_window("text=italy&focus=kazsat-1", data=store)
    told, faults = [], []

    def hear(kind, error, trace):
        (told if issubclass(kind, KnownError) else faults).append(repr(error))  # not itself: it holds what it met

    monkeypatch.setattr(sys, "excepthook", hear)
    happens(path)
    known = [facet.id for facet in facets()]
    for asked in ASKED:
        try:
            explorer.open(parse_state(asked, known))
            QApplication.processEvents()
            assert not window.grab().isNull()
        except KnownError as error:
            hear(type(error), error, None)
    assert faults == []
    assert window.isVisible()
    # What was open stays readable where a file only loses its name.
    assert bool(told) == (happens is not taken_away)
    assert all("data.db” is damaged" in one for one in told)
    window.close()
    store.close()
