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
from collections import Counter
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from forms import forms
from victim import TABLES

from kzexplorer import build as building
from kzexplorer.atomic import Draft
from kzexplorer.shelf import SETTINGS, SHELF, Kept
from kzexplorer.shelf import TABLES as KEPT_TABLES
from kzexplorer.store import Repository

pytestmark = pytest.mark.skipif(os.name != "posix", reason="what is tested is POSIX's")


KINDS = ("settings", "export", "import", "build")
HERE = Path(__file__).parent


def killed(kind, folder, chance, *, at_a_rename):
    """Start a victim, wait until it has written once, and have it end at some moment, or right before a rename."""
    program = [sys.executable, str(HERE / "victim.py"), kind, str(folder)]
    program += [str(chance.randrange(2**32))] if at_a_rename else []
    process = subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "XDG_DATA_HOME": str(folder)}
    )
    assert process.stdout.readline() == b".\n", process.stderr.read()
    if not at_a_rename:
        time.sleep(chance.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
    _, err = process.communicate(timeout=60)
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


def whole_import(folder):
    assert building.verify(folder / "out.db").problems == ()
    with closing(Repository.open(folder / "out.db")) as store:
        table, records = store.edition.title, store.edition.counts["row"]
    left_out = {f"{name}.csv": wrong for name, (_, wrong) in TABLES.items()}
    assert records == {f"{name}.csv": rows - wrong for name, (rows, wrong) in TABLES.items()}[table]
    reports = list(folder.glob("out.report*.csv"))
    for report in reports:
        reported = list(csv.DictReader(io.StringIO(report.read_text("utf-8-sig"))))
        assert len(reported) == max(left_out.values())
        assert all(row["reason"] and row["Mission"] and None not in row.values() for row in reported)
    tables = Kept(KEPT_TABLES, folder / "kzexplorer" / "tables.json")
    assert (tables.open(), len(tables.value.maps)) == ("", 1)
    # Between the two renames the report is of the table to come: it has its name, the database not yet.
    renamed = [report.stat().st_ctime_ns for report in reports]
    between = max(renamed, default=0) > (folder / "out.db").stat().st_ctime_ns
    assert between or reports or not left_out[table]
    for report in reports:
        report.unlink()
    return not between


def whole_database(folder):
    assert building.verify(folder / "out.db").problems == ()
    return True


def whole_settings(folder):
    kept, shelf = Kept(SETTINGS, folder / "settings.json"), Kept(SHELF, folder / "shelf.json")
    assert (kept.open(), shelf.open()) == ("", "")
    assert kept.value.state.startswith("focus=a")
    assert shelf.value.basket("a").slugs[0] == "first"
    return True


WHOLE = {"export": whole_export, "import": whole_import, "settings": whole_settings, "build": whole_database}
# All that may stay, beside the two tables that are imported.
STAYS = {
    "export": {"out.csv", "out.csv-metadata.json", "out.xlsx", "out.xlsx-metadata.json"},
    "import": {"out.db", "kzexplorer/tables.json", "kzexplorer/.tables.json.lock",
               "kzexplorer/written.sha256", *(f"{name}.csv" for name in TABLES)},
    "settings": {"settings.json", ".settings.json.lock", "shelf.json", ".shelf.json.lock"},
    "build": {"out.db"},
}  # fmt: skip


def litter(folder, kind):
    """Give what a day later nobody has taken away who writes to a folder of the dead; drafts are seen to be there."""
    parts = list(folder.rglob(".*.part"))
    for path in parts:
        os.utime(path, (0, time.time() - 25 * 3600))
    for place in {path.parent for path in parts}:
        with Draft(place / "next"):
            assert len(list(place.glob(".*.part"))) == 1
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - STAYS[kind]


@forms("count", 8, 200)
def test_a_kill_leaves_whole_files_and_no_litter(tmp_path, count):
    """Half of the kills come at any moment, half right before a file takes its name."""
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    print(f"{count} kills from seed {seed}")
    tally = Counter()
    for number in range(count):
        kind = KINDS[number % (4 if count > 10 else 3)]  # a build takes too long for the short form
        at_a_rename = number // 4 % 2 == 1
        folder = tmp_path / f"{kind}{number % 8}"
        folder.mkdir(exist_ok=True)
        killed(kind, folder, chance, at_a_rename=at_a_rename)
        writing, fitting = bool(list(folder.rglob(".*.part"))), WHOLE[kind](folder)
        tally.update({(kind, "writing"): writing, (kind, "between"): not fitting})
        tally["at any moment, between"] += not (fitting or at_a_rename)
        assert litter(folder, kind) == set()
    print({" ".join(key) if isinstance(key, tuple) else key: found for key, found in sorted(tally.items(), key=str)})
    # A kill that comes while nothing is written proves nothing.
    assert sum(tally[kind, "writing"] for kind in KINDS) > count / 3
    if count > 100:
        assert all(tally[kind, "writing"] > count / 12 for kind in KINDS)
        assert tally["export", "between"]
        assert tally["import", "between"]
    # What belongs together changes at nearly one moment.
    assert tally["at any moment, between"] <= count * 0.1


def test_what_another_program_is_writing_is_no_litter(tmp_path):
    with Draft(tmp_path / "one") as one:
        one.write(b"1")
        with Draft(tmp_path / "two"):
            one.seal()
        one.publish()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"one": b"1"}
