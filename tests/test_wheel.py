"""The wheel works on its own: from any folder, read-only, with its data and resources inside."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str, cwd: Path, **env: str) -> str:
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out), cwd=ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Unpack the wheel into a folder of its own that nobody may write to."""
    target = tmp_path_factory.mktemp("installed") / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile"]
    run(*pip, "--target", str(target), str(wheel), cwd=target.parent)
    everything = [target, *target.rglob("*")]
    for path in everything:
        path.chmod(path.stat().st_mode & ~0o222)
    yield target
    for path in everything:
        path.chmod(path.stat().st_mode | 0o200)


def started_elsewhere(installed: Path, elsewhere: Path, *arguments: str) -> str:
    """Run the installed copy from another folder, with a home that holds nothing."""
    home = elsewhere / "home"
    home.mkdir(exist_ok=True)
    return run(
        sys.executable,
        *arguments,
        cwd=elsewhere,
        PYTHONPATH=str(installed),
        PYTHONDONTWRITEBYTECODE="1",
        PYTHONUTF8="1",
        HOME=str(home),
        USERPROFILE=str(home),
        XDG_DATA_HOME=str(home),
        XDG_CONFIG_HOME=str(home),
        XDG_CACHE_HOME=str(home),
    )


def test_data_and_resources_are_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = {
        f"kzexplorer/_bundle/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    assert resources
    assert modules
    assert resources | modules | {"kzexplorer/_bundle/data/kzspace.db", "kzexplorer/py.typed"} <= names
    assert not [name for name in names if "/data/source/" in name or name.startswith("tests/")]
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/LICENSE-DATA") for name in names)


def test_it_reads_its_own_data_and_leaves_nothing_behind(installed: Path, tmp_path: Path) -> None:
    def tree() -> list[tuple[str, int, int]]:
        return sorted((str(p), p.stat().st_size, p.stat().st_mtime_ns) for p in installed.rglob("*"))

    before = tree()
    where = "from kzexplorer import paths; print(paths.database(), paths.resources(), sep='\\n')"
    database, resources = started_elsewhere(installed, tmp_path, "-c", where).splitlines()
    assert Path(database).is_relative_to(installed.resolve())
    assert Path(database).read_bytes() == (ROOT / "data" / "kzspace.db").read_bytes()
    assert Path(resources).is_relative_to(installed.resolve())
    listing = started_elsewhere(installed, tmp_path, "-m", "kzexplorer", "list", "--limit", "1", "--format", "json")
    assert [row["slug"] for row in json.loads(listing)]
    assert tree() == before


def test_building_twice_gives_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=ROOT)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()
