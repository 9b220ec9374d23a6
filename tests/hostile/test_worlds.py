"""Clocks, alphabets, homes and disks that are not as they should be: the same bytes come of it, or a sentence."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from forms import forms
from small_source import Folder

import kzexplorer

TABLE = "Mission,Launch_Date,Partner,Notes\nKazSat-9,2031 Jun 12,Италия,Iı\nIŞIK,1999?,İtaly,i\n,,,\n"
WORLDS = {
    "Turkish in 1970": {"LC_ALL": "tr_TR.UTF-8", "YEAR": "1970"},
    "no home": {"HOME": "/dev/null/nowhere", "LC_ALL": "C"},
    "Egyptian in 2099": {"LC_ALL": "ar_EG.UTF-8", "TZ": "Pacific/Kiritimati", "YEAR": "2099"},
    "Kazakh": {"LC_ALL": "kk_KZ.UTF-8"},
    "Russian": {"LC_ALL": "ru_RU.UTF-8", "PYTHONHASHSEED": "7", "TZ": "Etc/GMT+12"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}

# What the program speaks where nobody asks for a language; English elsewhere.
SPOKEN = {"Kazakh": "kk", "Russian": "ru"}


def locales(folder):
    """Compile the locales asked for, where the system can; Qt has its own in any case."""
    if shutil.which("localedef"):
        for world in WORLDS.values():
            name = world.get("LC_ALL", "C")
            if name != "C":
                target = [str(folder / name)]
                subprocess.run(
                    ["localedef", "-c", "-i", name.split(".")[0], "-f", "UTF-8", *target], capture_output=True
                )
    return str(folder)


def used(folder, world, locale_path=""):
    """Use the program in a world; gives all that came of it."""
    folder.mkdir()
    Folder(folder / "SOURCE")
    (folder / "table.csv").write_text(TABLE, "utf-8")
    os.utime(folder / "table.csv", (1_700_000_000, 1_700_000_000))
    home = world.get("HOME", str(folder / "home"))
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TZ", "XDG_"))}
    environment |= {"HOME": home, "PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    environment |= {"LOCPATH": locale_path} if locale_path else {}
    environment |= world
    program = [
        sys.executable,
        str(Path(__file__).with_name("world.py")),
        str(folder),
        *filter(None, [world.get("YEAR")]),
    ]
    done = subprocess.run(program, capture_output=True, env=environment, timeout=300)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return json.loads(done.stdout)


@forms("count", 1, len(WORLDS))
def test_the_world_makes_no_difference(tmp_path, count):
    names = tuple(WORLDS)[:count]
    spoken = {"en", *(SPOKEN[name] for name in names if name in SPOKEN)}
    asked = {language: used(tmp_path / language, {"SPEAK": language}) for language in sorted(spoken)}
    assert [line for line, (code, *_) in asked["en"]["told"].items() if code] == []
    path = locales(tmp_path)
    for name in names:
        usual = asked[SPOKEN.get(name, "en")]
        found = used(tmp_path / name.replace(" ", "-"), WORLDS[name], path)
        assert found["files"] == usual["files"], name
        for line, (code, out, err) in usual["told"].items():
            assert found["told"][line][:2] == [code, out], (name, line)
            assert found["told"][line][2] == err or (name == "no home" and "not remembered" in found["told"][line][2])
        if name == "no home":
            said = [text for text in found["window"] if "cannot be written to" in text]
            assert said, "it did not say that nothing will be remembered"
        else:
            assert found["window"] == usual["window"], name


def test_no_property_of_qt_that_begins_with_an_i_is_a_keyword():
    """PySide makes `setInterval` of `interval` with the system's alphabet; where an i becomes İ there is none."""
    for path in sorted(Path(kzexplorer.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.startswith("Q"):
                assert not [k.arg for k in node.keywords if (k.arg or "").startswith("i")], f"{path}:{node.lineno}"


def on_a_disk(options, folder, *lines):
    """Run command lines with a disk of its own mounted over a folder; skips where that is not allowed."""
    commands = " ; ".join(f"{sys.executable} -m kzexplorer {line} ; echo code $?" for line in lines)
    script = f"mount -t tmpfs -o {options} none {folder} && {{ {commands} ; ls -A {folder} ; }}"
    prefix = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]
    try:
        done = subprocess.run([*prefix, "sh", "-c", script], capture_output=True, text=True, timeout=300)
    except FileNotFoundError:
        pytest.skip("needs util-linux")
    if "code" not in done.stdout:
        pytest.skip(f"may not mount: {done.stderr[:200]}")
    return done.stdout.split("\n"), done.stderr.splitlines()


LINES = (
    "export -o {0}/x.csv",
    "build -o {0}/x.db",
    "import {1} -o {0}/y.db",
    "report --partner russia --format pdf -o {0}/x.pdf",
)


@pytest.mark.parametrize(
    ("options", "words"),
    [("size=4k", ("The disk is full", "free some space")), ("ro", ("can only be read", "cannot be written to"))],
    ids=["full", "read-only"],
)
def test_a_disk_that_takes_nothing_is_a_sentence(tmp_path, options, words):
    disk, table = tmp_path / "disk", tmp_path / "table.csv"
    disk.mkdir()
    table.write_text(TABLE + "KazSat,2001,Italy,x\n" * 20, "utf-8")
    out, err = on_a_disk(options, disk, *(line.format(disk, table) for line in LINES))
    assert [line for line in out if line.startswith("code")] == ["code 1"] * len(LINES), (out, err)
    assert [line for line in out if line and not line.startswith(("code", "table.csv", " "))] == [], out
    said = [line for line in err if line.startswith("kzexplorer: ")]
    assert len(said) == len(LINES), err
    for line in said:
        assert any(word in line for word in words), line
