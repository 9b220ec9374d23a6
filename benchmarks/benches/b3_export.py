"""How long a CSV of a hundred thousand records takes, beside SQLite's own of the same columns."""

import json
import statistics
import tempfile
import time
from pathlib import Path

from measure import Missing, Row, made, run, script, tool
from peers import Datasette

RUNS = 3
_LIST = "(SELECT group_concat({value}, '; ') FROM {table} WHERE record = r.id{more})"
_PARTS = {
    "partners": ("partner", "record_partner", ""),
    "organizations": ("organization", "record_organization", ""),
    "areas": ("term", "record_term", " AND list = 'area'"),
    "partner_roles": ("partner || ': ' || role", "record_partner", ""),
    "sources": ("source", "citation", ""),
}
_DAY = "date({0} + 1721424.5)"


def columns():
    """Give the columns of our CSV as SQL."""
    lists = {name: _LIST.format(value=v, table=t, more=more) for name, (v, t, more) in _PARTS.items()}
    days = {
        name: _DAY.format(f"r.{column}")
        for name, column in {
            "begins_first": "begins_first", "begins_last": "begins_last", "ends_first": "end_first",
            "ends_last": "end_last",
        }.items()
    }  # fmt: skip
    plain = {name: f"r.{name}" for name in ("slug", "title", "kind", "begins", "status", "certainty", "summary",
                                            "significance", "place", "note")}  # fmt: skip
    sql = {**plain, **lists, **days, "ends": "r.end_text"}
    from kzexplorer.exporters.columns import FULL

    return ", ".join(f"{sql[name]} AS {name}" for name in FULL)


def rows():
    """Measure with a hundred thousand records."""
    data = made(100_000)
    ours = json.loads(script("export.py", data))
    try:
        theirs = statistics.median(_sqlite3(data) for _ in range(RUNS))
        peer = "sqlite3 -csv, same columns"
    except Missing as reason:
        peer, theirs = f"sqlite3 -csv: {reason}", None
    met = None if theirs is None else ours["ms"] <= 2 * theirs
    yield Row("CSV of 100k records", ours["ms"], peer, theirs, "<= 2 x", met)
    try:
        with Datasette(data) as served:
            yield Row("CSV of 100k records", ours["ms"], "Datasette, its own columns", served.stream())
    except Missing as reason:
        yield Row("CSV of 100k records", ours["ms"], f"Datasette: {reason}")
    yield Row("memory that this export adds (MB)", ours["added"], target="<= 64 MB", met=ours["added"] <= 64)


def _sqlite3(data):
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.csv"
        began = time.perf_counter()
        query = f"SELECT {columns()} FROM record AS r ORDER BY r.id"
        run(tool("sqlite3"), "-csv", "-header", f"file:{data}?mode=ro", f".output {target}", query)
        assert target.stat().st_size > 1_000_000
        return (time.perf_counter() - began) * 1000
