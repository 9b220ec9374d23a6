import json
from hashlib import sha256

import pytest

from exports import ABOUT
from kzexplorer.domain.errors import KnownError
from kzexplorer.exporters.grid import write_grid


def test_texts_are_guarded_and_numbers_left_alone(tmp_path):
    paths = write_grid(("With", "=A"), [("=1+1", 3), ('say "so"', -2)], tmp_path / "m.csv", ABOUT, separator=";")
    data = paths[0].read_bytes()
    assert data.decode("utf-8-sig") == '"With";"\'=A"\r\n"\'=1+1";3\r\n"say ""so""";-2\r\n'
    described = json.loads(paths[1].read_text("utf-8"))
    assert described["dialect"]["delimiter"] == ";"
    assert described["notes"][0]["sha256"] == sha256(data).hexdigest()


def test_what_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(KnownError):
        write_grid(("a",), [("b",)], tmp_path / "missing" / "m.csv", ABOUT)
    assert not list(tmp_path.iterdir())
