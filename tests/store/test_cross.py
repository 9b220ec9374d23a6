"""Crossed counts and the hits of single words against an oracle over plain rows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_find import meets, queries, values_of

from kzexplorer.domain.state import Query
from kzexplorer.domain.text import words
from kzexplorer.domain.vocabulary import BRIEF, INDIRECT_ROLES


def is_direct(row, partner):
    named = [part.role for part in row.partners if part.slug == partner]
    return any(role not in INDIRECT_ROLES for role in named) or not row.partners


@given(data=st.data(), pair=st.sampled_from([("partner", "area"), ("partner", "decade"), ("kind", "status")]))
def test_every_pair_is_counted_under_the_query(store, data, pair):
    down, across = pair
    query = data.draw(queries(store))
    found = [row for row in store.rows(range(store.edition.counts["row"])) if meets(row, query, store)]
    cross = store.cross(query, down, across)
    assert cross.total == len(found) == store.count(query)
    assert list(cross.counts) == list(store.values(down))
    assert list(cross.across) == list(store.values(across))
    values = {row.slug: (values_of(row, down, store), values_of(row, across, store)) for row in found}
    for value in store.values(down):
        rows = [row for row in found if value in values[row.slug][0]]
        direct = [row for row in rows if down != "partner" or is_direct(row, value)]
        assert cross.down[value] == len(rows)
        assert cross.down_direct[value] == len(direct)
        for other in store.values(across):
            assert cross.counts[value][other] == sum(other in values[row.slug][1] for row in rows)
            assert cross.direct[value][other] == sum(other in values[row.slug][1] for row in direct)
    for other in store.values(across):
        assert cross.across[other] == sum(other in values[row.slug][1] for row in found)


@pytest.mark.parametrize("text", ["kazsat italy", "спутник италия", "baikonur zzzz", "kazsat-3", ""])
@pytest.mark.parametrize("partner", ["", "russia"])
def test_each_word_has_its_own_hits_under_the_other_filters(store, text, partner):
    query = Query(text).toggle("partner", partner) if partner else Query(text)
    asked = words(text, store.spellings)
    assert store.hits(query) == tuple(store.count(replace(query, text=word.text)) for word in asked)


@given(data=st.data(), across=st.sampled_from(["area", "decade"]))
def test_evidence_is_judged_pair_by_pair(store, data, across):
    query = data.draw(queries(store))
    found = [row for row in store.all_rows if meets(row, query, store)]
    values = {row.slug: (values_of(row, "partner", store), values_of(row, across, store)) for row in found}
    sources = {row.slug: [store.sources[slug] for slug in row.sources if slug != BRIEF] for row in found}
    evidence = store.evidence(query, "partner", across)
    assert evidence.cross == store.cross(query, "partner", across)
    for partner in store.values("partner"):
        for value in store.values(across):
            rows = [row for row in found if partner in values[row.slug][0] and value in values[row.slug][1]]
            assert evidence.confirmed[partner][value] == sum(row.certainty == "confirmed" for row in rows)
            assert evidence.lone[partner][value] == sum(len(sources[row.slug]) < 2 for row in rows)
            days = [source.published.finish for row in rows for source in sources[row.slug] if source.published]
            assert evidence.newest[partner][value] == max(days, default=None)
