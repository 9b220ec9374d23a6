"""Measure what is claimed about speed, each thing beside a peer in the same run; see the README beside this file."""

import argparse
import json
import os
import platform
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import benches
from measure import MADE, Row

_MET = {True: "yes", False: "no", None: "-"}


def found(*, stress, only):
    """Give the benches in the order of their names."""
    names = sorted(f"benches.{module.name}" for module in iter_modules(benches.__path__))
    for name in names:
        if (stress or not name.endswith("stress")) and (not only or any(word in name for word in only)):
            yield name


def printed(row):
    """Give a row as the promised object."""
    return {
        "work": row.work,
        "ours_ms": _rounded(row.ours),
        "peer": row.peer,
        "peer_ms": _rounded(row.theirs),
        "ratio": round(row.ours / row.theirs, 2) if row.ours is not None and row.theirs else None,
        "target": row.target,
        "met": row.met,
    }


def _rounded(number):
    return None if number is None else round(number, 1)


def markdown(rows, head):
    """Give the rows as a table."""
    lines = [head, "", "| work | ours, ms | beside | ms | ratio | target | met |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        cells = ("" if value is None else str(value) for value in (*list(row.values())[:6], _MET[row["met"]]))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def quote(table):
    """Put the new figures into the lines of the README that quote the last ones; its sentences are a person's work."""
    readme = HERE.parent / "README.md"
    measured = {_name(line): line for line in table.splitlines() if line.startswith("| ")}
    lines = readme.read_text("utf-8").splitlines()
    readme.write_text("\n".join(measured.get(_name(line), line) for line in lines) + "\n", "utf-8")


def _name(line):
    """Give what a line of a table is of: the work and the peer beside it, if it is one."""
    cells = line.split(" | ")
    return (cells[0], cells[2]) if len(cells) == 7 else line


def main():
    """Measure, print and write the results; say what misses its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help="parts of the names of benches; all unless told")
    parser.add_argument("--stress", action="store_true", help="a million records too")
    asked = parser.parse_args()
    rows = []
    for name in found(stress=asked.stress, only=asked.only):
        try:
            for row in import_module(name).rows():
                rows.append(printed(row))
                print(json.dumps(rows[-1], ensure_ascii=False), flush=True)
        except Exception as error:  # one bench that fails shall not cost the others
            rows.append(printed(Row(f"{name} failed: {type(error).__name__}: {str(error)[:200]}", None, met=False)))
            print(rows[-1]["work"], flush=True)
    head = (
        f"Measured on {datetime.now(UTC).date().isoformat()}; medians on {os.cpu_count()} cores, {_processor()}, "
        f"{platform.system()}, Python {platform.python_version()}. What is not in milliseconds says so."
    )
    # A part is looked at, the whole is kept.
    results = MADE / "part" if asked.only else HERE / "results"
    results.mkdir(parents=True, exist_ok=True)
    (results / "bench.md").write_text(markdown(rows, head), "utf-8")
    (results / "bench.json").write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", "utf-8")
    if not asked.only:
        quote(markdown(rows, head))
    print(f"\n{markdown(rows, head)}")
    for row in rows:
        if row["met"] is False:
            beside = f", {row['ratio']} x {row['peer']}" if row["ratio"] else ""
            print(f"Missed: {row['work']}: {row['ours_ms']}{beside}; the target is {row['target']}.")


def _processor():
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


if __name__ == "__main__":
    main()
