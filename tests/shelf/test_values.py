"""Baskets and views change by making new ones; a name stands once."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.errors import KnownError
from kzexplorer.shelf import LONGEST_NAME, Basket, SavedView, Shelf, named
from rows import texts

NAMES = st.sampled_from("abcd")
CHANGES = st.lists(
    st.tuples(st.just("put"), NAMES, NAMES | st.just("")) | st.tuples(st.just("drop"), NAMES, st.none()), max_size=12
)


def test_records_stay_in_the_order_they_came_in():
    basket = Basket("mine", ("b", "a")).with_(["c", "a", "c"])
    assert basket.slugs == ("b", "a", "c")
    assert basket.without(["a", "never there"]).slugs == ("b", "c")


def test_an_entry_keeps_its_place_under_a_new_name():
    shelf = Shelf(views=(SavedView("a", "1"), SavedView("b", "2"), SavedView("c", "3")))
    assert [v.name for v in shelf.put_view(SavedView("x", "2"), "b").views] == ["a", "x", "c"]
    assert [v.name for v in shelf.put_view(SavedView("c", "2"), "b").views] == ["a", "c"]
    assert shelf.put_view(SavedView("c", "9")).view("c") == SavedView("c", "9")
    assert [v.name for v in shelf.put_view(SavedView("x", ""), "gone").views] == ["a", "b", "c", "x"]


@given(CHANGES)
def test_a_name_stands_once_whatever_happens(changes):
    shelf = Shelf()
    for what, name, old in changes:
        shelf = shelf.put_basket(Basket(name), old) if what == "put" else shelf.drop_basket(name)
        names = [basket.name for basket in shelf.baskets]
        assert len(names) == len(set(names))
        assert (name in names) is (what == "put")
        if what == "put" and old and old != name:
            assert old not in names


@given(texts())
def test_a_name_is_one_printable_line(text):
    with suppress(KnownError):
        name = named(text)
        assert name
        assert name.isprintable()
        assert len(name) <= LONGEST_NAME
        assert named(name) == name


def test_names_that_cannot_be():
    with pytest.raises(KnownError, match="A name is missing"):
        named(" \t\u200b\n")
    with pytest.raises(KnownError, match="too long"):
        named("x" * 81)
