"""The data that speed is measured with: made by the program's own builder, of the shape of the real one."""

import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from kzexplorer.build import verify
from kzexplorer.domain.dates import Precision
from kzexplorer.domain.state import Query
from kzexplorer.store import Repository

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "make_data.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory, made_by):
    return made_by(tmp_path_factory.mktemp("made") / "made.db", 400, 3)


@pytest.fixture(scope="module")
def made_by(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")

    def make(path, count, seed):
        command = [sys.executable, SCRIPT, "--records", str(count), "--seed", str(seed), "-o", path]
        subprocess.run(command, check=True, capture_output=True, env={"HOME": str(home), "PYTHONUTF8": "1"})
        return path

    return make


def test_it_is_a_sound_database_of_ours_and_always_the_same(made, made_by, tmp_path):
    assert not verify(made).problems
    assert made_by(tmp_path / "again.db", 400, 3).read_bytes() == made.read_bytes()


def test_it_has_the_shape_of_real_data(made):
    with closing(Repository.open(made)) as store:
        rows = store.all_rows
        assert len(rows) == 400
        precisions = {row.begins.precision for row in rows if row.begins}
        assert precisions >= {Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.APPROX}
        assert any(row.begins is None for row in rows)
        assert any(len(row.partners) > 1 for row in rows)
        assert any(not row.partners for row in rows)
        assert any(len(row.areas) > 1 for row in rows)
        lengths = sorted(len(row.title) for row in rows)
        assert lengths[-1] > 4 * lengths[len(rows) // 2]
        partners = Counter(part.slug for row in rows for part in row.partners).most_common()
        assert partners[0][1] > 5 * partners[len(partners) // 2][1]
        assert store.count(Query(text="космич")) + store.count(Query(text="kosmich")) > 0
