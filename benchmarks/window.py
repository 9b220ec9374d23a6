"""Type and click in our window over a database; prints as JSON how long each took until all panes were painted."""

import gc
import json
import sys
import time
from pathlib import Path

from measure import resident
from words import CLICKED, FIRST, TYPED, prefixes

from kzexplorer import app as program
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import State
from kzexplorer.store import Repository

taken = {"key": [], "click": [], "floor": []}


def timed(kind, act, *arguments):
    """Do something in the window and wait until it is painted."""
    began = time.perf_counter()
    act(*arguments)
    app.processEvents()
    taken[kind].append((time.perf_counter() - began) * 1000)


gc.disable()
began = time.perf_counter()
store = Repository.open(Path(sys.argv[1]))
opened = time.perf_counter() - began
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
for word in prefixes(FIRST):
    explorer.search(word)
    app.processEvents()
for word in prefixes(TYPED):
    timed("key", explorer.search, word)
    timed("floor", window.grab)
explorer.clear()
app.processEvents()
for facet, value in CLICKED:
    timed("click", explorer.toggle, facet, value)
    explorer.toggle(facet, value)
    app.processEvents()
memory = resident()
window.close()
print(json.dumps({"opened": opened * 1000, "resident": memory, **taken}))
