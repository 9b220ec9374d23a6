from dataclasses import replace

import pytest

from kzexplorer.domain.dates import parse
from kzexplorer.domain.state import Choice, Query, Span
from kzexplorer.viewmodel.advice import relaxed, spellings
from kzexplorer.viewmodel.parts import filters, parts


def test_parts_name_everything_asked_and_words_their_hits(labels, store):
    query = Query("kazsat italy", span=Span(parse("2004"), None), as_of=parse("2012-01-01"))
    query = query.choose("partner", Choice.of(["italy", "russia"])).choose("kind", Choice.of((), ["meeting"]))
    found = list(parts(query, labels))
    names = [part.name for part in found]
    assert names == ["kazsat", "italy", "not Meeting", "Italy", "Russia", "active since 2004", "as of 1 January 2012"]
    assert [part.hits for part in found] == [*store.hits(query), None, None, None, None, None]
    assert [part.name for part in filters(query, labels)] == [
        "kazsat", "italy", "not Meeting", "Italy or Russia", "active since 2004", "as of 1 January 2012",
    ]  # fmt: skip
    for part in found:
        assert part.without != query
    assert found[0].without == replace(query, text="italy")


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("kazsta", "KazSat"),
        ("итлия", "Италия"),
        ("itally satelite", "Italy satellite"),
        ("italy satelite", "italy satellite"),
    ],
)
def test_the_nearest_spelling_finds_what_it_says(labels, store, text, best):
    offer = spellings(Query(text), labels)[0]
    assert offer.query == Query(best)
    assert offer.found == store.count(offer.query) > 0
    assert offer.text.startswith(f"“{best}”: ")


def test_no_spelling_is_offered_for_words_that_find_something_or_resemble_nothing(labels):
    assert spellings(Query("kazsat"), labels) == ()
    assert spellings(Query("zzzz"), labels) == ()
    assert spellings(Query(), labels) == ()
    assert spellings(Query("kazsta").choose("partner", Choice.of(["nigeria"])), labels) == ()


def test_the_filter_that_keeps_most_out_is_offered(labels, store):
    query = Query("kazsat").choose("partner", Choice.of(["italy", "france"])).choose("kind", Choice.of(["accident"]))
    offer = relaxed(query, labels)
    assert offer.text == "Without “Accident”: 8 records"
    assert offer.found == store.count(offer.query) == 8
    assert offer.query == query.choose("kind", Choice())


def test_when_no_single_filter_helps_all_are_offered(labels):
    offer = relaxed(Query("zzzz xxxx"), labels)
    assert offer.query == Query()
    assert offer.text == "Without all filters: 309 records"
    assert relaxed(Query(), labels) is None
