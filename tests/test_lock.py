"""What is installed is what was reviewed: every package pinned, every file of it hashed, and no address in the lock."""

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
ENTRIES = LOCK.replace("\\\n", " ").splitlines()
ENTRY = re.compile(
    r"(?P<name>[a-z0-9]+(-[a-z0-9]+)*)==(?P<version>[\w.+!-]+)( ; [\w\s.<>=!'()]+)?(\s+--hash=sha256:[0-9a-f]{64})+"
)


def test_every_line_is_a_pinned_package_with_its_hashes():
    assert ENTRIES
    assert [entry for entry in ENTRIES if not ENTRY.fullmatch(entry.strip())] == []


def test_no_line_is_an_address_or_an_option():
    assert not re.search(r"://|@|^\s*-[^-]|--(?!hash=)|\bfile:", LOCK, re.MULTILINE)


def test_what_is_installed_is_locked():
    """A package that slipped in by hand would be tested here and missing everywhere else."""
    locked = {(match["name"], match["version"]) for entry in ENTRIES if (match := ENTRY.fullmatch(entry.strip()))}
    here = {(re.sub(r"[-_.]+", "-", d.metadata["Name"]).lower(), d.version) for d in distributions()}
    assert here - locked <= {(name, v) for name, v in here if name in {"kzexplorer", "pip", "setuptools"}}


def test_every_dependency_is_bounded_on_both_sides():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert [need for need in project["dependencies"] if not (">=" in need and "<" in need)] == []


def test_the_setup_installs_from_the_lock_with_hashes_and_nothing_else():
    setup = (ROOT / "tools" / "setup.sh").read_text("utf-8")
    installs = re.findall(r"pip install[^\n]*(?:\\\n[^\n]*)*", setup)
    assert installs
    for line in installs:
        assert "--require-hashes" in line or "--no-deps" in line, line
