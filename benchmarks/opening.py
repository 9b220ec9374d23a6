"""A window of ours over a database, as it stands once the program has started."""

import gc
import time
from pathlib import Path

from kzexplorer import app as program
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import State
from kzexplorer.store import Repository


def opened(path):
    """Give the application, what is asked, the window with all its panes painted, and the seconds the file took."""
    gc.disable()
    began = time.perf_counter()
    store = Repository.open(Path(path))
    taken = time.perf_counter() - began
    app = program.application()
    explorer, window = program.make_window(store, ENGLISH, State(), program.make_theme(app))
    window.resize(1440, 900)
    window.show()
    while window.stack.count() < 2:
        app.processEvents()
    app.processEvents()
    window.grab()
    # As the program does once its first view stands.
    gc.freeze()
    gc.enable()
    return app, explorer, window, taken
