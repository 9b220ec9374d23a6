"""What all tests share; that this file lies here lets them import `rows` and `exports` beside it."""

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kzexplorer import paths  # Qt reads the platform once, when it is imported
from kzexplorer.domain.language import ENGLISH
from kzexplorer.store import Repository
from kzexplorer.viewmodel.labels import Labels


def pytest_configure(config):
    """Try the same examples at every `make test`, so that a commit passes or fails, and others at every `make soak`."""
    settings.register_profile(
        "kzexplorer",
        derandomize=config.option.markexpr != "soak",
        # A slow machine is no fault, and the bundled data is read once for all tests.
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("kzexplorer")


@pytest.fixture(autouse=True)
def users_folders(tmp_path_factory, monkeypatch):
    """Keep every test out of the folders of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    for name in ("LC_ALL", "LC_MESSAGES", "LC_NUMERIC", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def nothing_left(request):
    """Fail a test with Qt that leaves a window, a running timer or animation, or a thread behind."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    from leaks import alive

    before = alive()
    yield
    left = sorted(name for _, name in alive() - before)
    assert not left, f"left behind: {', '.join(left)}"


@pytest.fixture(scope="session")
def store():
    """The bundled data."""
    repository = Repository.open(paths.database())
    yield repository
    repository.close()


@pytest.fixture(scope="session")
def make_data(tmp_path_factory):
    """Make a database of so many records in the shape of the bundled one, as `make bench` does."""
    home = str(tmp_path_factory.mktemp("home"))
    script = paths.bundle() / "benchmarks" / "make_data.py"

    def make(path, records, seed):
        command = [sys.executable, script, "--records", str(records), "--seed", str(seed), "-o", path]
        subprocess.run(command, check=True, capture_output=True, env={"HOME": home, "PYTHONUTF8": "1"})
        return path

    return make


@pytest.fixture(scope="session")
def made_store(tmp_path_factory, make_data):
    """Data of other records than the bundled: four hundred, some without a date."""
    repository = Repository.open(make_data(tmp_path_factory.mktemp("made") / "made.db", 400, 3))
    yield repository
    repository.close()


@pytest.fixture(scope="session")
def labels(store):
    """The bundled data's names in English."""
    return Labels(store, ENGLISH)


@pytest.fixture(scope="session")
def theme(qapp):
    """The light theme, applied once."""
    from kzexplorer.app import make_theme

    return make_theme(qapp)


@pytest.fixture
def open_window(qtbot, store, theme):
    """Open the window on a state given as text; gives the explorer, the window and what it may write to."""
    from PySide6.QtGui import QGuiApplication

    from kzexplorer import app
    from kzexplorer.domain.state_reading import parse_state
    from kzexplorer.store.facets import facets

    opened = []

    def open_(state="", size=(1280, 800), data=store):
        explorer, window = app.make_window(data, ENGLISH, parse_state(state, [f.id for f in facets()]), theme)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        qtbot.waitUntil(lambda: not window.stack.is_waiting, timeout=60_000)
        opened.append(window)
        return explorer, window

    yield open_
    for window in opened:
        window.close()
    # Off the screen a copied table is torn down after Python has ended, which crashes; a display does not do so.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def run(capfdbinary):
    """Run a command line; gives its exit code, output and complaints as text."""

    def call(*arguments):
        from kzexplorer.cli import main

        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return call
