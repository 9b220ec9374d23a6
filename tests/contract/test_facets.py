"""What every facet keeps, whoever adds it."""

import pytest

from kzexplorer.domain.state import Choice, Query, State
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.store.facets import Facet, facets

FACETS = facets()


def test_no_two_stand_in_one_place():
    assert len({facet.order for facet in FACETS}) == len(FACETS)


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.id)
class TestFacet:
    def test_it_says_what_it_is(self, facet: Facet):
        assert facet.label
        assert facet.phrase

    def test_every_value_finds_what_it_counts(self, facet: Facet, store):
        everything = store.find(Query())
        for value, count in everything.counts[facet.id].items():
            assert len(store.find(Query().choose(facet.id, Choice.of([value])))) == count
            assert len(store.find(Query().choose(facet.id, Choice.of((), [value])))) == everything.total - count

    def test_values_without_records_stay(self, facet: Facet, store):
        counts = store.find(Query("kazsat-3")).counts[facet.id]
        assert list(counts) == list(store.values(facet.id))

    def test_it_is_named_in_every_value(self, facet: Facet, labels):
        assert labels.facet(facet.id)
        for value in labels.store.values(facet.id):
            assert labels.value(facet.id, value)

    def test_a_state_carries_it(self, facet: Facet, store):
        values = list(store.values(facet.id))[:3]
        state = State(Query().choose(facet.id, Choice.of(values[:2], values[2:])))
        assert parse_state(str(state), [f.id for f in FACETS]) == state
