"""The small source folder and its database, and the real data, read once."""

from pathlib import Path

import pytest
from small_source import Folder

from kzexplorer import build as building
from kzexplorer.build.compiler import read

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "data" / "source"


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "source")


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """The database of the small folder."""
    path = tmp_path_factory.mktemp("small")
    assert building.build(Folder(path / "source").path, path / "small.db") == ()
    return path / "small.db"


@pytest.fixture(scope="session")
def drafts():
    """The real data, read."""
    found, problems = read(SOURCE)
    assert problems == ()
    return found
