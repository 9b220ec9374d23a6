"""How long a keystroke and a click on a facet take until all panes are painted, beside Datasette's answer."""

from statistics import median

from measure import Missing, Row, made, window
from peers import Datasette
from words import CLICKED, FACETS, TYPED, prefixes

from kzexplorer import paths

KEY = {"bundled": 16, "10k": 30, "100k": 80}
CLICK = {"100k": 50}


def rows():
    """Measure with the bundled data, ten thousand and a hundred thousand records."""
    keys = {}
    for size, data in {"bundled": paths.database(), "10k": made(10_000), "100k": made(100_000)}.items():
        ours = window(data)
        keys[size], click = median(ours["key"]), median(ours["click"])
        peer, searched, faceted = _datasette(data)
        work = f"keystroke to all panes painted, {size}"
        yield Row(work, keys[size], peer, searched, f"<= {KEY[size]} ms", keys[size] <= KEY[size])
        limit = CLICK.get(size)
        work, met = f"facet click to all panes painted, {size}", None if limit is None else click <= limit
        yield Row(work, click, peer, faceted, f"<= {limit} ms" if limit else "-", met)
        slowest = max(ours["key"])
        yield Row(f"the slowest keystroke, {size}", slowest, "the window painted whole once", median(ours["floor"]))
        if size != "bundled":
            yield Row(f"opening the file, {size}", ours["opened"])
            yield Row(f"resident memory, {size} (MB)", ours["resident"])
    growth = keys["100k"] / keys["10k"]
    yield Row("growth of a keystroke, 100k beside 10k", keys["100k"], "10k", keys["10k"], "<= 4 x", growth <= 4)


def _datasette(data):
    """Give what Datasette takes for the same searches with three facets, and for the same choices."""
    try:
        with Datasette(data) as served:
            words = prefixes(TYPED)
            searched = [served.page(_search=f"{word}*", _searchmode="raw", _facet=FACETS) for word in words[::3]]
            faceted = [served.page(**{facet: value, "_facet": FACETS}) for facet, value in CLICKED]
    except Missing as reason:
        return f"Datasette: {reason}", None, None
    return "Datasette, three facets", median(searched), median(faceted)
