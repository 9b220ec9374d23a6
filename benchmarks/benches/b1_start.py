"""How long a start takes and how much memory it holds, beside a bare window with an empty plot."""

from measure import Row, medians

RUNS = 9


def rows():
    """Measure with the bundled data."""
    (lists, timeline, ours), (bare, theirs) = medians(RUNS, "ours.py", "bare.py")
    peer = "bare PySide6 + pyqtgraph window"
    yield Row(
        "start to a window with data: lists, counts, details",
        lists * 1000, peer, bare * 1000, "<= 1.2 x", lists <= 1.2 * bare,
    )  # fmt: skip
    yield Row("start until the timeline is painted too", timeline * 1000, peer, bare * 1000)
    yield Row("resident memory, bundled (MB)", ours, peer, theirs, "<= 1.3 x", ours <= 1.3 * theirs)
