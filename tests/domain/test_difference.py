"""When a field that differs means better evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.difference import How, Thing, changes

KEY = ("record", "x")


def how(field, old, new):
    found = changes({KEY: Thing("X", {field: old})}, {KEY: Thing("X", {field: new})})
    return [change.how for change in found]


@pytest.mark.parametrize(
    ("field", "old", "new", "expected"),
    [
        ("citations", ("a",), ("a", "b"), How.BETTER_SOURCED),
        ("citations", ("a page 1",), ("a page 2", "b"), How.BETTER_SOURCED),
        ("sources", (), ("a",), How.BETTER_SOURCED),
        ("citations", ("a", "b"), ("a",), How.CHANGED),
        ("citations", ("a",), ("b", "c"), How.CHANGED),
        ("citations", ("a",), ("a page 1",), How.CHANGED),
        ("citations", ("a", "b"), ("b", "a"), How.CHANGED),
        ("certainty", "weak", "single_source", How.BETTER_SOURCED),
        ("certainty", "recalled", "confirmed", How.BETTER_SOURCED),
        ("certainty", "confirmed", "weak", How.CHANGED),
        ("certainty", "doubtful", "confirmed", How.CHANGED),
        ("records", ("a",), ("a", "b"), How.CHANGED),
    ],
)
def test_evidence_that_is_added_or_firmer_is_better(field, old, new, expected):
    assert how(field, old, new) == [expected]


editions = st.dictionaries(
    st.tuples(st.sampled_from(("record", "source")), st.sampled_from("abc")),
    st.builds(
        Thing, st.just("x"), st.dictionaries(st.sampled_from("pq"), st.sampled_from(("", "1", "2")) | st.just(("1",)))
    ),
)


@given(editions, editions)
def test_what_is_told_is_what_differs(before, after):
    """Against an oracle: the triples (thing, field, value) of both editions as sets."""
    told = changes(before, after)
    assert {(c.what, c.slug) for c in told if c.how is How.NEW} == set(after) - set(before)
    assert {(c.what, c.slug) for c in told if c.how is How.WITHDRAWN} == set(before) - set(after)
    kept = set(before) & set(after)
    old = {(*key, field, value) for key in kept for field, value in before[key].fields.items() if value}
    new = {(*key, field, value) for key in kept for field, value in after[key].fields.items() if value}
    assert {(c.what, c.slug, c.field, c.before) for c in told if c.field and c.before} == old - new
    assert {(c.what, c.slug, c.field, c.after) for c in told if c.field and c.after} == new - old
    assert len(told) == len({(c.what, c.slug, c.field) for c in told})


@given(editions)
def test_an_edition_does_not_differ_from_itself(edition):
    assert changes(edition, edition) == ()
