"""JSON: an array of objects with exactly the promised keys."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from exports import JSON, exported
from kzexplorer.exporters.columns import COLUMNS, CORE
from rows import row, rows


def test_it_looks_like_this():
    record = row("a", title="Ғарыш “1”", begins="2004-Q3", partners="italy", organizations="asi:customer", areas=("x",))
    assert exported([record, row("b")], JSON)[0].decode() == (
        "[\n"
        '{"slug": "a", "title": "Ғарыш “1”", "kind": "satellite", "begins": "2004-Q3", "ends": null, '
        '"begins_first": "2004-07-01", "begins_last": "2004-09-30", "ends_first": null, "ends_last": null, '
        '"status": "unknown", "certainty": "confirmed", "partners": ["italy"], "organizations": ["asi"], '
        '"areas": ["x"], "summary": ""},\n'
        '{"slug": "b", "title": "b", "kind": "satellite", "begins": null, "ends": null, '
        '"begins_first": null, "begins_last": null, "ends_first": null, "ends_last": null, '
        '"status": "unknown", "certainty": "confirmed", "partners": [], "organizations": [], '
        '"areas": [], "summary": ""}\n'
        "]\n"
    )


def test_nothing_is_an_empty_array():
    assert exported([], JSON)[0] == b"[]\n"


@settings(max_examples=40, deadline=None)
@given(records=st.lists(rows(), max_size=3))
def test_it_reads_back(records):
    data, report = exported(records, JSON, columns=tuple(COLUMNS))
    held = json.loads(data)
    lost = 0
    for record, found in zip(records, held, strict=True):
        for name, column in COLUMNS.items():
            value = column.value(record)
            plain = list(value) if isinstance(value, tuple) else value
            if isinstance(plain, str):
                safe = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in plain)
                lost += sum(a != b for a, b in zip(plain, safe, strict=True))
                plain = safe
            assert found[name] == plain
    assert report.replaced == lost


def test_the_keys_are_the_promised_ones():
    assert list(json.loads(exported([row()], JSON)[0])[0]) == list(CORE)
