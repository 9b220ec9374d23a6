from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.text import Spellings
from kzexplorer.store.spelling import Lexicon, edits

letters = st.text(alphabet="abcd", max_size=6)


def slow(one, other):
    """The same by the definition, without tables or limits."""
    if not one or not other:
        return len(one) + len(other)
    costs = [slow(one[1:], other) + 1, slow(one, other[1:]) + 1, slow(one[1:], other[1:]) + (one[0] != other[0])]
    if len(one) > 1 and len(other) > 1 and one[:2] == other[1::-1]:
        costs.append(slow(one[2:], other[2:]) + 1)
    return min(costs)


@given(letters, letters, st.integers(0, 4))
def test_edits_are_counted_as_defined_up_to_the_limit(one, other, limit):
    assert edits(one, other, limit) == min(slow(one, other), limit + 1)


def test_the_nearest_word_comes_first_as_it_is_written_most():
    words = Lexicon.of(["Baikonur", "baikonur", "Baikonur and Байконур", "Italy"], Spellings.of([["kazsat", "казсат"]]))
    assert words.respelled("bajkonur") == ("Baikonur",)
    assert words.respelled("байканур") == ("Байконур",)
    assert words.respelled("baikonur") == ()
    assert words.respelled("zzzz") == ()
    assert words.respelled("itlay") == ("Italy",)
    assert words.respelled("x" * 5000) == ()
    assert words.respelled("") == ()


def test_a_word_of_parts_keeps_what_is_between_them(store):
    assert store.respelled("kazsta-3")[0] == "KazSat-3"
    assert store.respelled("Thalse") == ("Thales",)


@given(st.text(max_size=60))
def test_any_text_is_respelled_or_not(store, text):
    assert len(store.respelled(text, 2)) <= 2
