"""Write all records of a database as CSV three times; prints the median of the milliseconds, and the memory added.

With a target and columns it writes those once.
"""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from measure import peak

from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import State
from kzexplorer.exporters import export, exporters
from kzexplorer.store import Repository
from kzexplorer.viewmodel.labels import Labels, about_export

store = Repository.open(Path(sys.argv[1]))
about = about_export(Labels(store, ENGLISH), State(), "bench")
rows = store.rows(store.find(State().query).places)
if len(sys.argv) > 2:
    export(rows, Path(sys.argv[2]), exporter=exporters()["csv"], about=about, columns=sys.argv[3:])
    raise SystemExit
before, taken, told = peak(), [], []
for _ in range(3):
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        report = export(
            rows,
            Path(folder) / "all.csv",
            exporter=exporters()["csv"],
            about=about,
            progress=lambda n: not told.append(n),
        )
        taken.append((time.perf_counter() - began) * 1000)
    assert report.rows == told[-1] == len(rows)
print(json.dumps({"ms": statistics.median(taken), "added": peak() - before}))
