"""Our start: the window with the bundled data and its timeline; prints the whole, then when the lists stood."""

import sys
import time

began = time.perf_counter()

from kzexplorer import app as program
from kzexplorer import paths
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import State
from kzexplorer.store import Repository

app = program.application()
window = program.make_window(Repository.open(paths.database()), ENGLISH, State(), program.make_theme(app))[1]
window.resize(1440, 900)
window.show()
window.repaint()
lists = time.perf_counter() - began
assert "pyqtgraph" not in sys.modules
while window.stack.count() < 2:
    app.processEvents()
app.processEvents()
window.grab()
print(time.perf_counter() - began, lists)
