"""What is asked of all records at once, held to the same asked of each by itself."""

from concurrent.futures import ThreadPoolExecutor
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.columns import Dates, Listed
from kzexplorer.domain.dates import day, parse
from kzexplorer.domain.ends import (
    NOT_KNOWN,
    Answer,
    Basis,
    End,
    active_within,
    alive_on,
    begun_within,
    ended_within,
)
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.names import Names
from kzexplorer.domain.state import SORTS, Query, Span, SpanMode
from kzexplorer.domain.text import sort_key, tokens
from kzexplorer.scene.extents import extent
from kzexplorer.scene.life import life
from kzexplorer.scene.stock import Stock
from kzexplorer.store import bits, rows
from kzexplorer.store.times import Times
from rows import row

WITHIN = {SpanMode.ACTIVE: active_within, SpanMode.BEGINS: begun_within, SpanMode.ENDS: ended_within}


def dates():
    """Give dates of a few neighbouring days and years, so that bounds meet and cross, and open ones."""
    texts = "2010 2010-06 2010-06-15 2010-06-16 2010-Q3 2010s 2011~ 2010-06-01..2010-07-09 2009.. ..2010-06-15 ..2011"
    return st.sampled_from(texts.split()).map(parse)


def records():
    ends = st.builds(End, dates(), st.sampled_from((Basis.STATED, Basis.STEP, Basis.ONGOING))) | st.just(NOT_KNOWN)
    return st.builds(
        lambda begins, end, kind: row(begins=begins, end=end, kind=kind),
        st.none() | dates(),
        ends,
        st.sampled_from(("treaty", "launch", "not-a-kind")),
    )


@given(records=st.lists(records(), max_size=40), first=dates() | st.none(), last=dates() | st.none())
def test_a_span_of_time_asked_of_all_is_answered_as_of_each(records, first, last):
    if first and last and first.begin > last.finish:
        first, last = last, first
    times = Times(Dates.of(records), 0)
    everything = (1 << len(records)) - 1
    low = -inf if first is None else Span(first, last).first
    high = inf if last is None else Span(first, last).last
    for mode, test in WITHIN.items():
        span = Span(first, last, mode)
        answers = [test(low, high, record.begins, record.end) if span else Answer.YES for record in records]
        may, surely = times.met(Query(span=span), everything)
        assert bits.places(may) == [place for place, answer in enumerate(answers) if answer is not Answer.NO]
        assert bits.places(surely) == [place for place, answer in enumerate(answers) if answer is Answer.YES]


@given(records=st.lists(records(), max_size=40), on=st.integers(parse("2009").begin, parse("2012").finish).map(day))
def test_a_day_asked_of_all_is_answered_as_of_each(records, on):
    lasting = [record.kind != "launch" for record in records]
    may, surely = Times(Dates.of(records), bits.of(lasting)).met(Query(as_of=on), (1 << len(records)) - 1)
    answers = [
        alive_on(on.begin, record.begins, record.end, lasting=lasts)
        for record, lasts in zip(records, lasting, strict=True)
    ]
    assert bits.places(may) == [place for place, answer in enumerate(answers) if answer is not Answer.NO]
    assert bits.places(surely) == [place for place, answer in enumerate(answers) if answer is Answer.YES]


@given(size=st.integers(0, 300), data=st.data())
def test_sets_are_sets(size, data):
    places = data.draw(st.sets(st.integers(0, size - 1))) if size else set()
    members = bits.at(places, size)
    assert members == sum(1 << place for place in places) == bits.of(place in places for place in range(size))
    assert bits.places(members) == sorted(places)
    order = data.draw(st.permutations(range(size)))
    assert bits.in_order(members, order) == [place for place in order if place in places]


def test_a_place_outside_is_refused():
    with pytest.raises(ValueError, match="no record 4"):
        bits.at([3], 3)


def order_of(record, sort, store, language):
    """Give what a record is ordered by; of equal ones the earlier comes first."""

    def ranks(facet, values, *, alphabet):
        names = store.values(facet)
        known = list(names)
        if alphabet:
            known.sort(key=lambda v: sort_key(names[v].in_(language) if isinstance(names[v], Names) else names[v]))
        return [known.index(value) for value in dict.fromkeys(values)] or [len(known) + 1]

    match sort:
        case "begins":
            return ()
        case "ends":
            return record.end.date.begin if record.end.date else inf
        case "title":
            return sort_key(record.title)
        case "sources":
            return len(record.sources)
        case "partner":
            values = [part.slug for part in record.partners] or ["kazakhstan"]
            return ranks("partner", values, alphabet=True)
        case "organization":
            return ranks("organization", [part.slug for part in record.organizations], alphabet=True)
        case "place":
            return ranks("place", [record.place] if record.place else [], alphabet=True)
        case "area":
            return ranks("area", record.areas, alphabet=False)
        case "kind" | "status" | "certainty":
            return ranks(sort, [getattr(record, sort)], alphabet=False)
        case _:
            return getattr(record, sort)


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_is_that_of_the_records_one_by_one(made_store, sort):
    query = Query().toggle("area", next(iter(made_store.values("area"))), exclude=True)
    everything = list(made_store.all_rows)
    for language in ("en", "kk"):
        found = made_store.find(query, sort, language)
        expected = sorted(bits.places(found.found), key=lambda p: order_of(everything[p], sort, made_store, language))
        assert list(found.places) == expected


def test_records_without_a_date_stand_last_and_meet_no_span(made_store):
    undated = {row.slug for row in made_store.all_rows if row.begins is None}
    assert undated
    firsts = [row.begins and row.begins.first for row in made_store.rows(made_store.find(Query()).places)]
    assert firsts == sorted(firsts, key=lambda first: (first is None, first or 0))
    found = made_store.find(Query(span=Span(parse("1900"), parse("2100"), SpanMode.BEGINS)))
    assert not {row.slug for row in made_store.rows(found.places)} & undated


def test_words_of_one_text_are_met_together(made_store):
    titles = [tokens(row.title) for row in made_store.all_rows]
    pairs = [(title[0], title[-1][:3]) for title in titles if len(title) > 2][:60]
    for whole, start in pairs:
        both = made_store.find(Query(f"{whole} {start}"))
        assert both.found == made_store.find(Query(whole)).found & made_store.find(Query(start)).found != 0
        assert made_store.hits(Query(f"{whole} {start}")) == tuple(
            made_store.count(Query(word)) for word in dict.fromkeys((whole, start))
        )


def test_rows_are_the_same_however_they_are_read(made_store, monkeypatch):
    monkeypatch.setattr(rows, "KEPT", 50)  # so that they are read more than once
    everything = tuple(made_store.all_rows)
    assert [row.id for row in everything] == list(range(1, len(everything) + 1))
    mixed = [7, 399, 7, 0, 250, *range(300, 100, -3)]
    chosen = made_store.rows(mixed)
    assert list(chosen) == [chosen[number] for number in range(len(chosen))] == [everything[place] for place in mixed]
    assert chosen[2:5] == tuple(everything[place] for place in mixed[2:5])
    assert made_store.slugs_at(mixed) == tuple(row.slug for row in chosen)
    assert made_store.places(made_store.slugs_at(mixed)) == tuple(sorted(set(mixed)))
    assert len(made_store.all_rows._kept) <= 50
    with ThreadPoolExecutor(4) as pool:
        read = [pool.submit(tuple, made_store.all_rows) for _ in range(4)]
        assert all(one.result() == everything for one in read)


@pytest.mark.parametrize("data", ["store", "made_store"])
def test_columns_are_those_of_the_rows(data, request):
    rows_ = request.getfixturevalue(data).all_rows
    found, expected = rows_.columns, Listed(tuple(rows_))
    assert found.dates == expected.dates
    assert [list(column) for column in found.gist] == [list(column) for column in expected.gist]
    assert found.further == expected.further
    for group in ("partner", "area", "kind", "organization", "status", "none"):
        assert found.lanes(group) == expected.lanes(group), group
    assert found.place("not-here") is expected.place("not-here") is None
    assert found.place(rows_[17].slug) == expected.place(rows_[17].slug) == 17


def test_what_is_drawn_of_all_is_what_is_drawn_of_each(store):
    stock = Stock(store.all_rows, store.edition.data_day, lambda *_: 1.0, ENGLISH)
    places = np.arange(len(stock.rows))
    times = stock.times(places, np.zeros(len(places), np.bool_))
    for place, row_ in enumerate(stock.rows):
        drawn = extent(row_)
        assert stock.extents[place] == drawn
        lived = life(row_, drawn)
        assert stock.looks[place].life == lived
        low, high = (lived.low, lived.high) if lived else (drawn.start, drawn.stop)
        assert (times.low[place], times.high[place]) == (low, high)
