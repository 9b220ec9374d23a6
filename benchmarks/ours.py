"""Our start with the bundled data: prints the seconds until lists and details were painted, until the timeline was,
and the resident megabytes then."""

import os
import sys
import tempfile
import time

began = time.perf_counter()

from kzexplorer import app as program
from kzexplorer import paths
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import State
from kzexplorer.store import Repository

with tempfile.TemporaryDirectory() as folder:
    os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
    app = program.application()
    theme = program.make_theme(app)
    _, window = program.start(Repository.open(paths.database()), ENGLISH, State(), theme)
    window.resize(1440, 900)
    window.grab()
    lists = time.perf_counter() - began
    assert not sys.modules.keys() & {"pyqtgraph", "numpy", "sqlite_utils"}
    while window.stack.count() < 2:
        app.processEvents()
    app.processEvents()
    taken = time.perf_counter() - began

    from measure import resident

    # The bare window is grabbed once too, and no more: what a picture of it takes does not all come back.
    print(lists, taken, resident())
    window.close()
