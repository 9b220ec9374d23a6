"""A program that is killed at any moment leaves the old file or the new one, whole, and nothing that stays for ever."""

import csv
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from forms import forms

from kzexplorer import build as building
from kzexplorer.atomic import Draft
from kzexplorer.shelf import SETTINGS, SHELF, Kept

pytestmark = pytest.mark.skipif(os.name != "posix", reason="what is tested is POSIX's")


def killed(kind, folder, chance):
    """Start a victim, wait until it has written once, and kill it some moment later."""
    program = [sys.executable, str(Path(__file__).with_name("victim.py")), kind, str(folder)]
    process = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout.readline() == b".\n", process.stderr.read()
    time.sleep(chance.uniform(0, 0.3))
    process.send_signal(signal.SIGKILL)
    _, err = process.communicate()
    assert (process.returncode, err) == (-signal.SIGKILL, b"")


def whole_export(folder):
    data = (folder / "out.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"))))
    assert len(rows) > 50
    assert all(row["slug"] and None not in row.values() for row in rows)
    assert zipfile.ZipFile(folder / "out.xlsx").testzip() is None
    beside = json.loads((folder / "out.csv-metadata.json").read_bytes())["notes"][0]
    # Between the two renames the description is of the file before; its digest says so.
    return beside["sha256"] == sha256(data).hexdigest()


def whole_database(folder):
    assert building.verify(folder / "out.db").problems == ()
    return True


def whole_settings(folder):
    kept, shelf = Kept(SETTINGS, folder / "settings.json"), Kept(SHELF, folder / "shelf.json")
    assert (kept.open(), shelf.open()) == ("", "")
    assert kept.value.state.startswith("focus=a")
    assert shelf.value.basket("a").slugs[0] == "first"
    return True


WHOLE = {"export": whole_export, "settings": whole_settings, "build": whole_database}


@forms("count", 6, 200)
def test_a_kill_leaves_whole_files_and_no_litter(tmp_path, count):
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    print(f"{count} kills from seed {seed}")
    fitting = 0
    for number in range(count):
        kind = tuple(WHOLE)[number % len(WHOLE)] if count > 10 or number % 3 < 2 else "settings"
        folder = tmp_path / str(number % 7)
        folder.mkdir(exist_ok=True)
        killed(kind, folder, chance)
        fitting += WHOLE[kind](folder)
        for path in folder.glob(".*.part"):
            os.utime(path, (0, time.time() - 25 * 3600))
        with Draft(folder / "next"):  # a day later, whoever writes here takes away what the dead left
            assert len(list(folder.glob(".*.part"))) == 1
    assert fitting >= count * 0.8


def test_what_another_program_is_writing_is_no_litter(tmp_path):
    with Draft(tmp_path / "one") as one:
        one.write(b"1")
        with Draft(tmp_path / "two"):
            one.seal()
        one.publish()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"one": b"1"}
