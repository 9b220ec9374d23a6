"""The values of the facets: their order, the search among them, and the choices they offer."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from kzexplorer.domain.state import Choice, State
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.facet_tree import FacetTree
from kzexplorer.viewmodel.roles import Role


@pytest.fixture
def explorer(qapp, store):
    return Explorer(store, State())


@pytest.fixture
def facets(explorer, labels):
    return FacetTree(explorer, labels, frozenset({"partner"}))


def branch(facets, facet):
    rows = (facets.index(row, 0) for row in range(facets.rowCount()))
    return next(index for index in rows if index.data(Role.SLUG) == facet)


def lines(facets, facet):
    head = branch(facets, facet)
    return [facets.index(row, 0, head).data(Role.LINE) for row in range(facets.rowCount(head))]


def test_controlled_words_keep_their_order_and_names_stand_by_count(facets, store, explorer, qtmodeltester):
    certainty = branch(facets, "certainty")
    shown = [facets.index(row, 0, certainty).data(Role.SLUG) for row in range(facets.rowCount(certainty))]
    assert shown == list(store.values("certainty"))
    for facet in ("organization", "place"):
        counts = [line.count for line in lines(facets, facet)]
        assert counts == sorted(counts, reverse=True)
        assert counts[0] > 10
    explorer.toggle("kind", "satellite")
    facets.refresh([branch(facets, "organization").row()])
    counts = [line.count for line in lines(facets, "organization")]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 0
    qtmodeltester.check(facets)


def test_equal_counts_stand_by_name_whatever_was_before(facets, explorer):
    row = branch(facets, "organization").row()
    before = lines(facets, "organization")
    explorer.search("kazsat")
    facets.refresh([row])
    assert lines(facets, "organization") != before
    explorer.search("")
    facets.refresh([row])
    assert lines(facets, "organization") == before


def test_who_points_at_a_value_still_does_when_it_moves(facets, explorer):
    head = branch(facets, "organization")
    last = QPersistentModelIndex(facets.index(30, 0, head))
    slug = last.data(Role.SLUG)
    explorer.toggle("organization", slug)
    explorer.toggle("kind", "satellite")
    facets.refresh([head.row()])
    assert last.data(Role.SLUG) == slug
    assert last.data(Role.LINE).wanted
    assert last.parent().data(Role.SLUG) == "organization"


@pytest.mark.parametrize("text", ["roscosmos", "РОСКОСМОС", "роскосм"])
def test_values_are_found_in_any_script(facets, text, qtmodeltester):
    facets.narrow(text)
    qtmodeltester.check(facets)
    assert "Roscosmos" in [line.name for line in lines(facets, "organization")]
    assert facets.rowCount() < 4
    facets.narrow("")
    assert facets.rowCount() == 20


def test_nothing_found_is_an_empty_tree(facets, qtmodeltester):
    facets.narrow("zzzz")
    assert facets.rowCount() == 0
    facets.refresh([])
    qtmodeltester.check(facets)


def test_a_found_value_is_chosen_like_any_other(facets, explorer):
    facets.narrow("roscosmos")
    value = facets.index(0, 0, branch(facets, "organization"))
    assert facets.setData(value, None, int(Qt.ItemDataRole.CheckStateRole))
    assert explorer.state.query.choices.of("organization") == Choice.of(["roscosmos"])
    assert facets.choice(value) == ("roscosmos", "Roscosmos", Choice.of(["roscosmos"]))
    facets.choose(value, Choice.of([], ["roscosmos"]))
    assert explorer.state.query.choices.of("organization") == Choice.of([], ["roscosmos"])


@pytest.mark.parametrize(
    ("choice", "remark"),
    [
        (Choice(), ""),
        (Choice.of(["launch"]), "any of 1"),
        (Choice.of(["launch", "treaty"]), "any of 2"),
        (Choice.of([], ["launch"]), "none of 1"),
        (Choice.of(["treaty"], ["launch"]), "any of 1, none of 1"),
    ],
)
def test_a_head_says_how_its_values_are_chosen(facets, explorer, choice, remark):
    explorer.ask(explorer.state.query.choose("kind", choice))
    assert branch(facets, "kind").data(Role.LINE).remark == remark
