"""Briefings on the command line: made without Qt, and refused in one sentence."""

import subprocess
import sys

import pytest

from kzexplorer.cli import FACETS, main
from kzexplorer.shelf import read_briefing


def test_a_briefing_of_a_view_with_its_landmarks(tmp_path, capsys):
    path = tmp_path / "italy.kzbrief"
    assert main(["brief", "--view", "partner=italy", "--landmarks", "-o", str(path)]) == 0
    briefing = read_briefing(path, FACETS).briefing
    assert [step.headline for step in briefing.steps] == [
        "With Italy",
        "KazSat-1",
        "KazSat-2",
        "KazSat-3",
        "ExoMars 2016",
    ]
    assert all(step.seen for step in briefing.steps)
    assert capsys.readouterr().err == f"Wrote {path}, 5 steps.\n"


def test_a_briefing_is_made_without_qt(tmp_path):
    script = (
        "import sys\nfrom kzexplorer.cli import main\n"
        f"code = main(['brief', '--partner', 'italy', '--title', 'T', '-o', {str(tmp_path / 'x.kzbrief')!r}])\n"
        "print(code, [name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert done.stdout == "0 []\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no file"),
        (b"not a briefing", "is no briefing of kzexplorer"),
        (b"kzexplorer briefing, version 7, 1 step\n", "newer version"),
        (b"kzexplorer briefing, version 1, 0 steps\nend\n", "has no steps"),
    ],
)
def test_what_cannot_be_presented_is_one_sentence(tmp_path, capsys, content, said):
    path = tmp_path / "talk.kzbrief"
    if content is not None:
        path.write_bytes(content)
    assert main(["present", str(path)]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_what_a_briefing_names_and_the_data_no_longer_has_is_said_when_it_is_drawn(qapp, tmp_path, capsys):
    path, drawn = tmp_path / "talk.kzbrief", tmp_path / "talk.pdf"
    views = ("partner=italy&focus=kazsat-2", "partner=italy&focus=kazsat-99", "partner=atlantis")
    steps = "".join(f"step\nheadline: {number}\nview: {view}\n\n" for number, view in enumerate(views, start=1))
    path.write_text(f"kzexplorer briefing, version 1, 3 steps\ntitle: T\nedition: 2020-01\n\n{steps}end\n", "utf-8")
    assert main(["render", str(path), "-o", str(drawn)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "Step 2: “kazsat-99” is not in this data."
    assert said[1].startswith("Step 3: The view cannot be shown with this data: “atlantis”")
    assert not any(line.startswith("Step 1") for line in said)
    assert drawn.exists()


def test_a_value_that_no_data_has_is_refused_and_nothing_is_written(tmp_path, capsys):
    path = tmp_path / "x.kzbrief"
    assert main(["brief", "--partner", "atlantis", "-o", str(path)]) == 2
    assert "atlantis" in capsys.readouterr().err
    assert not path.exists()
