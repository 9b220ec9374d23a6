"""The first painting waits for nothing that only a part of the window needs."""

import subprocess
import sys

SCRIPT = """
import sys
from kzexplorer import app as program, paths
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import State
from kzexplorer.store import Repository

app = program.application(headless=True)
_, window = program.make_window(Repository.open(paths.database()), ENGLISH, State(), program.make_theme(app))
window.show()
window.grab()
heavy = sys.modules.keys() & {"pyqtgraph", "numpy", "sqlite_utils", "openpyxl", "pptx", "xlsxwriter"}
assert not heavy, heavy
window.close()
"""


def test_the_lists_are_painted_before_anything_heavy_is_loaded():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
