"""Measure what is claimed about speed, each thing beside a peer in the same run; see the README beside this file."""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HERE = Path(__file__).parent
RUNS = 9
_MET = {True: "yes", False: "no", None: "-"}
# Typed letter by letter, each for the first time: nothing an earlier keystroke has kept is asked for again.
FIRST = ("satellite",)
TYPED = ("kazsat", "italy", "agreement", "спутник", "proton", "observation", "baikonur", "cosmonaut", "treaty 19")


def processes(*scripts):
    """Run scripts in turn and give the medians, in milliseconds, of the numbers each prints."""
    # As installed: our modules are compiled once, like those of the libraries.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken = {script: [] for script in scripts}
    for run in range(RUNS + 1):
        for script in scripts:
            command = [sys.executable, HERE / script]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            if run:  # the first warms the disk
                taken[script].append([float(number) * 1000 for number in done.stdout.split()])
    return [[statistics.median(column) for column in zip(*taken[script], strict=True)] for script in scripts]


def keystrokes():
    """Give the medians of a keystroke painted in all panes and of painting the window without a change."""
    from kzexplorer import app as program
    from kzexplorer import paths
    from kzexplorer.domain.language import ENGLISH
    from kzexplorer.domain.state import State
    from kzexplorer.store import Repository

    app = program.application()
    explorer, window = program.make_window(Repository.open(paths.database()), ENGLISH, State(), program.make_theme(app))
    window.resize(1440, 900)
    window.show()
    while window.stack.is_waiting:
        app.processEvents()
    ours, floor = [], []
    for word in (*FIRST, *TYPED):
        for end in range(1, len(word) + 1):
            began = time.perf_counter()
            explorer.search(word[:end])
            app.processEvents()
            if word not in FIRST:
                ours.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            window.grab()
            floor.append((time.perf_counter() - began) * 1000)
    window.close()
    return statistics.median(ours), statistics.median(floor)


def main():
    """Measure, print and write the results."""
    rows = []

    def add(work, ours, peer, theirs, target, met):
        rows.append(
            {
                "work": work,
                "ours_ms": round(ours, 1),
                "peer": peer,
                "peer_ms": round(theirs, 1),
                "ratio": round(ours / theirs, 2),
                "target": target,
                "met": met,
            }
        )

    (lists, timeline), (bare,) = processes("start_ours.py", "start_bare.py")
    window = "bare PySide6 + pyqtgraph window"
    add("start to a window with data: lists, counts, details", lists, window, bare, "<= 1.2 x", lists <= 1.2 * bare)
    add("start until the timeline is painted too", timeline, window, bare, "-", None)
    ours, floor = keystrokes()
    add("keystroke to all panes painted", ours, "the window painted whole once", floor, "<= 16 ms", ours <= 16)

    lines = [
        f"Medians on {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}.",
        "",
        "| work | ours, ms | beside | ms | ratio | target | met |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {r['work']} | {r['ours_ms']} | {r['peer']} | {r['peer_ms']} | {r['ratio']} | {r['target']} "
        f"| {_MET[r['met']]} |"
        for r in rows
    ]
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / "bench.md").write_text("\n".join(lines) + "\n", "utf-8")
    (results / "bench.json").write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
