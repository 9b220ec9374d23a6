"""Type and click in our window over a database; prints as JSON how long each took until all panes were painted."""

import json
import sys
import time

from measure import resident
from opening import opened
from words import CLICKED, FIRST, TYPED, prefixes

taken = {"key": [], "click": [], "floor": []}


def timed(kind, act, *arguments):
    """Do something in the window and wait until it is painted."""
    began = time.perf_counter()
    act(*arguments)
    app.processEvents()
    taken[kind].append((time.perf_counter() - began) * 1000)


app, explorer, window, seconds = opened(sys.argv[1])
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
print(json.dumps({"opened": seconds * 1000, "resident": memory, **taken}))
