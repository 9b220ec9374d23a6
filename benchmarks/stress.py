"""Do everything once over a large database; prints as JSON how long the window waited for each, in milliseconds."""

import json
import sys
import time
from dataclasses import replace

from measure import resident
from opening import opened

from kzexplorer.domain.dates import parse
from kzexplorer.domain.state import SORTS, Span

app, explorer, window, seconds = opened(sys.argv[1])
actions = {}


def wait(name, act, *arguments):
    began = time.perf_counter()
    act(*arguments)
    app.processEvents()
    actions[name] = max(actions.get(name, 0), (time.perf_counter() - began) * 1000)


def look(**values):
    explorer.look(replace(explorer.state.look, **values))


for word in ("s", "sa", "sat", "sate", "kazsat italy", "agreement"):
    wait(f"typing {word}", explorer.search, word)
wait("clearing", explorer.clear)
for facet, value in (("kind", "satellite"), ("partner", "russia"), ("certainty", "weak")):
    wait(f"choosing {facet}", explorer.toggle, facet, value)
wait("back", explorer.back)
wait("clearing", explorer.clear)
wait("a span of time", explorer.set_span, Span(parse("1998"), parse("2004")))
wait("another span of time", explorer.set_span, Span(parse("2001"), parse("2014")))
wait("clearing", explorer.clear)
for group in ("area", "kind", "organization", "partner"):
    wait(f"lanes by {group}", lambda group=group: look(group=group))
wait("the table", lambda: look(view="table"))
for sort in SORTS:
    wait(f"ordered by {sort}", lambda sort=sort: look(sort=sort))
wait("a record", explorer.focus, explorer.store.slugs_at([len(explorer.store.all_rows) // 2])[0])
wait("a partner", explorer.focus, explorer.store.partners[0].slug)
wait("the matrix", lambda: look(view="matrix"))
wait("the timeline", lambda: look(view="timeline"))
memory = resident()
window.close()
print(json.dumps({"opened": seconds * 1000, "resident": memory, "actions": actions}))
