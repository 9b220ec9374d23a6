"""The store against an oracle: the same questions answered over plain rows, one by one."""

import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.dates import day, parse
from kzexplorer.domain.ends import Answer, active_within, alive_on, begun_within, ended_within
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.state import SORTS, Choice, Choices, Query, Span, SpanMode, StateError
from kzexplorer.domain.text import sort_key, tokens, words
from kzexplorer.domain.vocabulary import BRIEF, CERTAINTIES, INDIRECT_ROLES
from kzexplorer.store.facets import facets

FACETS = tuple(facet.id for facet in facets())
STAGES = tomllib.loads((Path(__file__).parents[2] / "data/source/stages.toml").read_text("utf-8"))


@cache
def claims_behind(store):
    """Give for each record the claims that rest on it."""
    behind = defaultdict(list)
    for claim in store.claims:
        for slug in claim.records:
            behind[slug].append(claim)
    return behind


@cache
def disputed(store):
    return {conflict.about for conflict in store.conflicts}


def values_of(row, facet, store):
    standing = {partner.slug: partner.standing for partner in store.partners}
    match facet:
        case "partner":
            return {part.slug for part in row.partners} or {"kazakhstan"}
        case "role":
            return {part.role for part in row.partners}
        case "standing":
            return {standing[part.slug] for part in row.partners}
        case "organization":
            return {part.slug for part in row.organizations}
        case "area":
            return set(row.areas)
        case "objective":
            return set(row.objectives)
        case "need":
            return set(row.needs)
        case "significance":
            return {str(row.significance)}
        case "place":
            return {row.place} - {""}
        case "brief":
            return {"yes" if row.in_brief else "no"}
        case "decade":
            first, last = (parse(day(d).text[:4]) for d in (row.begins.begin, row.begins.finish))
            return {f"{year // 10 * 10}s" for year in range(int(first.text), int(last.text) + 1)}
        case "origin":
            return set()  # nothing in the bundled data was brought from elsewhere
        case "stage":
            return {stage for stage, values in STAGES.items() if row.slug in values["records"]}
        case "claim":
            return {claim.slug for claim in claims_behind(store)[row.slug]}
        case "verdict":
            return {claim.verdict for claim in claims_behind(store)[row.slug]}
        case "conflict":
            return {"yes" if row.slug in disputed(store) else "no"}
        case "support":
            counted = len(set(row.sources) - {BRIEF})
            return {"none" if not counted else "one" if counted == 1 else "several"}
        case "grade":
            return {store.sources[slug].grade for slug in row.sources}
        case "language":
            return {store.sources[slug].language for slug in row.sources}
        case _:
            return {getattr(row, facet)}


WITHIN = {SpanMode.ACTIVE: active_within, SpanMode.BEGINS: begun_within, SpanMode.ENDS: ended_within}


def answer(row, query, store, *, but=""):
    """Say of one record whether it meets a query; the answers about time are proven in tests/domain/test_ends."""
    for facet, choice in query.choices.items():
        mine = values_of(row, facet, store)
        if facet != but and ((choice.any_of and not mine & set(choice.any_of)) or mine & set(choice.none_of)):
            return Answer.NO
    answers = {Answer.YES}
    if query.span:
        first = -inf if query.span.first is None else query.span.first
        last = inf if query.span.last is None else query.span.last
        answers.add(WITHIN[query.span.mode](first, last, row.begins, row.end))
    if query.as_of:
        answers.add(alive_on(query.as_of.begin, row.begins, row.end, lasting=kinds()[row.kind].lasting))
    return Answer.NO if Answer.NO in answers else Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES


def meets(row, query, store, *, but=""):
    return answer(row, query, store, but=but) is not Answer.NO


@st.composite
def queries(draw, store):
    chosen = {}
    for facet in draw(st.sets(st.sampled_from([facet for facet in FACETS if store.values(facet)]), max_size=3)):
        some = draw(st.sets(st.sampled_from(sorted(store.values(facet))), max_size=4))
        wanted = {value for value in some if draw(st.booleans())}
        chosen[facet] = Choice.of(wanted, some - wanted)
    years = st.none() | st.integers(1950, 2030).map(lambda y: parse(str(y)))
    start, stop = draw(years), draw(years)
    if start and stop and start.begin > stop.finish:
        start, stop = stop, start
    as_of = draw(st.none() | st.integers(712_000, 741_000).map(day))
    return Query("", Choices(chosen), Span(start, stop, draw(st.sampled_from(SpanMode))), as_of)


@given(data=st.data())
def test_find_and_counts_agree_with_the_oracle(store, data):
    query = data.draw(queries(store))
    everything = store.rows(range(store.edition.counts["row"]))
    results = store.find(query)
    found = {row.slug for row in store.rows(results.places)}
    assert found == {row.slug for row in everything if meets(row, query, store)}
    for facet in FACETS:
        under_others = [row for row in everything if meets(row, query, store, but=facet)]
        for value in store.values(facet):
            assert results.counts[facet][value] == sum(value in values_of(row, facet, store) for row in under_others)
    among = [row for row in everything if meets(row, query, store, but="partner")]
    for partner, count in results.direct.items():
        direct = [
            row
            for row in among
            if any(part.slug == partner and part.role not in INDIRECT_ROLES for part in row.partners)
            or (partner == "kazakhstan" and not row.partners)
        ]
        assert count == len(direct)


@given(data=st.data())
def test_what_is_not_known_agrees_with_the_oracle_and_is_counted_apart(store, data):
    query = data.draw(queries(store))
    everything = store.rows(range(store.edition.counts["row"]))
    results = store.find(query)
    doubtful = {row.slug for row in everything if answer(row, query, store) is Answer.UNKNOWN}
    assert {row.slug for row in store.rows(results.unsure)} == doubtful
    assert store.unsure(query) == (doubtful if query.span or query.as_of else None)
    assert results.highest == len(results)
    assert results.lowest == sum(answer(row, query, store) is Answer.YES for row in everything)
    for facet in FACETS:
        under_others = [row for row in everything if answer(row, query, store, but=facet) is Answer.UNKNOWN]
        counted = Counter(value for row in under_others for value in values_of(row, facet, store))
        assert {value: n for value, n in results.doubtful.get(facet, {}).items() if n} == counted
    among = [row for row in everything if answer(row, query, store, but="partner") is Answer.UNKNOWN]
    direct = Counter(
        slug
        for row in among
        for slug in {part.slug for part in row.partners if part.role not in INDIRECT_ROLES}
        or ({"kazakhstan"} if not row.partners else ())
    )
    assert {partner: n for partner, n in results.direct_doubtful.items() if n} == direct


def test_a_vague_date_makes_a_count_a_range(store):
    """The agreements begun by the end of March 2009: some are dated by their year only."""
    query = Query("", Choices({"kind": Choice.of(["agreement"])}), Span(None, parse("2009-03"), SpanMode.BEGINS))
    results = store.find(query)
    surely = [r for r in store.all_rows if r.kind == "agreement" and r.begins.last <= parse("2009-03").finish]
    perhaps = [r for r in store.all_rows if r.kind == "agreement" and r.begins.first <= parse("2009-03").finish]
    assert (results.lowest, results.highest) == (len(surely), len(perhaps))
    assert results.lowest < results.highest


def folded_texts(row, store):
    names = [row.title, row.summary, row.note, *(step.text for step in row.steps)]
    return tokens(" ".join(names))


@given(st.data())
def test_a_word_of_a_record_finds_it_whole_or_as_a_prefix(store, data):
    row = data.draw(st.sampled_from(store.rows(range(store.edition.counts["row"]))))
    word = data.draw(st.sampled_from(list(re.findall(r"\w+", row.title + " " + row.summary))))
    cut = data.draw(st.integers(1, len(word)))
    for asked in (word, word.upper(), word[:cut]):
        if words(asked):
            assert row in store.rows(store.find(Query(asked)).places)


@pytest.mark.parametrize(
    "group",
    [
        ("Baikonur", "Байконур", "Байқоңыр", "Baiqonyr", "Baykonur", "BAIKONUR"),
        ("Kazakhstan", "Казахстан", "Қазақстан", "Qazaqstan"),
        ("KazSat", "КазСат", "ҚазСат", "kazsat"),
    ],
)
def test_all_spellings_of_a_group_find_the_same_set(store, group):
    (found,) = {store.find(Query(spelling)).places for spelling in group}
    assert found


@pytest.mark.parametrize("word", ["Байконур", "Байқоңыр", "Бәйтерек", "Айымбетов", "Türkiye"])
def test_a_decomposed_text_is_the_same_text(store, word):
    decomposed = unicodedata.normalize("NFD", word)
    assert store.find(Query(decomposed)).places == store.find(Query(word)).places != ()


@pytest.mark.parametrize("word", ["Voskhod", "Lunokhod", "Kazakhstan", "Восход"])
def test_every_prefix_of_a_word_that_is_found_is_found(store, word):
    found = set(store.find(Query(word)).places)
    for end in range(1, len(word)):
        assert found <= set(store.find(Query(word[:end])).places), word[:end]


def test_what_goes_on_may_be_active_after_the_data_ends(store):
    slugs = {row.slug for row in store.rows(store.find(Query(span=Span(parse("2027")))).places)}
    assert {"kazsat-3", "baikonur-lease-treaty-1994"} <= slugs


def test_words_in_any_order_and_any_language(store):
    found = {row.slug for row in store.rows(store.find(Query("спутник италия")).places)}
    assert {"kazsat-1", "kazsat-2", "kazsat-3"} <= found
    assert store.find(Query("италия спутник")).places == store.find(Query("спутник италия")).places
    assert store.find(Query("жерсерік Италия")).places


@pytest.mark.parametrize(
    "phrase",
    [
        "Congo", "United Nations", "Commonwealth of Independent States", "Eurasian Economic Union",
        "Shanghai Cooperation Organisation", "KazSat-3", "KazEOSat-2", "ExoMars", "Baiterek", "ILRS",
        "Space Settlement", "Northwestern Polytechnical",
    ],
)  # fmt: skip
def test_the_phrases_of_the_brief_find_records(store, phrase):
    assert store.find(Query(phrase)).places


@given(st.text(max_size=200))
def test_any_text_can_be_asked_for(store, text):
    store.find(Query(text))


@pytest.mark.parametrize(
    "text",
    [
        '"', '""', "*", "NEAR(a b)", "a AND", "OR", "NOT", "kazsat-2", "title:x", "^a", "a + b", "(", "{a}:", "\u202e",
        "\ud800", "🛰️", "\x00", "x" * 100_000, "a " * 50_000, "'; DROP TABLE record; --", "%", "_",
    ],
)  # fmt: skip
def test_what_means_something_to_the_index_means_nothing_here(store, text):
    assert store.find(Query(text)).total == 309


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_names_are_ordered_in_the_readers_alphabet_and_no_name_is_last(store, language):
    rows = store.rows(store.find(Query(), "place", language).places)
    names = [sort_key(store.geography[row.place].names.in_(language)) if row.place else "~~" for row in rows]
    assert names == sorted(names, key=lambda name: (name == "~~", name))
    rows = store.rows(store.find(Query(), "partner", language).places)
    first = [store.values("partner")[row.partners[0].slug if row.partners else "kazakhstan"] for row in rows]
    keys = [sort_key(name.in_(language)) for name in first]
    assert keys == sorted(keys)


def test_controlled_words_are_ordered_as_they_are_declared(store):
    rows = store.rows(store.find(Query(), "certainty").places)
    ranks = [list(CERTAINTIES).index(row.certainty) for row in rows]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("sort", SORTS)
def test_an_order_and_its_reverse(store, sort):
    places = store.find(Query(), sort).places
    assert store.find(Query(), f"-{sort}").places == places[::-1]
    assert sorted(places) == list(range(309))


def test_time_is_the_order_unless_told(store):
    begins = [row.begins.begin for row in store.rows(store.find(Query()).places)]
    assert begins == sorted(begins)


def test_a_value_that_is_not_there_is_refused_with_the_nearest(store):
    with pytest.raises(StateError) as error:
        store.check(Query().choose("partner", Choice.of(["itly"])))
    assert "did you mean “italy”" in str(error.value)
    with pytest.raises(StateError):
        store.check(Query().choose("kind", Choice.of((), ["zzzzzzz"])))
    store.check(Query().choose("partner", Choice.of(["italy"])))
