import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.text import MAX_WORDS, Spellings, fold, highlight, index_text, sort_key, tokens, words

GROUPS = Spellings.of([("Baikonur", "Байқоңыр"), ("Kazakhstan", "Қазақстан")])


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Baikonur", "Байконур", "Baykonur", "BAIKONUR"),
        ("Kazakhstan", "Казахстан", "казахстан"),
        ("Qazaqstan", "Қазақстан", "Kazakstan"),
        ("KazSat", "КазСат", "ҚазСат"),
        ("Soyuz", "Союз", "союз"),
        ("елка", "Ёлка"),
        ("Türkiye", "Turkiye"),
    ],
)
def test_spellings_that_differ_by_script_marks_or_case_fold_together(spellings):
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize("text", ["kkh", "qh", "кх", "kKHq"])
def test_folding_settles_at_once(text):
    assert fold(fold(text)) == fold(text)


def test_what_differs_in_meaning_stays_apart():
    assert fold("Iran") != fold("Iraq")
    assert fold("China") != fold("Chile")


def test_spellings_of_a_group_are_one_token():
    assert index_text("Байқоңыр", GROUPS) == index_text("baikonur", GROUPS) == "baikonur"
    assert GROUPS.others("Baikonur") == ("baikonir",)


@pytest.mark.parametrize("rows", [[("two words", "x")], [("a", "b"), ("b", "c")], [("",)]])
def test_a_group_is_of_single_words_that_stand_once(rows):
    with pytest.raises(ValueError, match=r"not one word|two groups"):
        Spellings.of(rows)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("ghijkl")),
        max_size=3,
        unique_by=(lambda g: g[0], lambda g: g[1]),
    )
)
def test_groups_survive_the_database(rows):
    groups = Spellings.of(rows)
    again = Spellings.known(sorted(groups.canonical.items()))
    assert again.canonical == dict(sorted(groups.canonical.items()))
    assert {k: set(v) for k, v in again.members.items()} == {k: set(v) for k, v in groups.members.items()}


@given(st.text())
def test_words_never_raise_and_are_letters_and_digits_only(text):
    for word in words(text, GROUPS):
        assert word.tokens
        assert all(token.replace("_", "x").isalnum() and "_" not in token for token in word.tokens)


def test_a_pasted_book_asks_for_a_few_words_only():
    assert len(words(" ".join(f"w{i}" for i in range(100_000)))) == MAX_WORDS


def test_what_is_joined_must_stand_together():
    (word,) = words("KazSat-3")
    assert word.tokens == ("kazsat", "3")
    assert words("kazsat kazsat") == words("kazsat")


def test_highlights_point_into_the_original_text():
    text = "Запуск спутника KazSat-3 с Байқоңыра"
    spans = highlight(text, words("спутник kazsat-3", GROUPS), GROUPS)
    assert [text[a:b] for a, b in spans] == ["спутника", "KazSat-3"]


def test_a_highlight_crosses_scripts_and_spellings():
    text = "на Байқоңыр и Baikonur"
    spans = highlight(text, words("baikonur", GROUPS), GROUPS)
    assert [text[a:b] for a, b in spans] == ["Байқоңыр", "Baikonur"]


def test_a_prefix_of_another_spelling_is_highlighted():
    assert highlight("Baikonur", words("байқ", GROUPS), GROUPS) == ((0, 8),)


@given(st.text(), st.text(max_size=20))
def test_highlights_are_sorted_apart_and_inside(text, asked):
    end = 0
    for start, stop in highlight(text, words(asked)):
        assert end <= start < stop <= len(text)
        end = stop


def test_kazakh_and_russian_sort_in_alphabetical_order():
    names = ["Я", "Ә", "А", "Қ", "К", "Л", "І", "Е", "Ё", "Ж", "Ы"]
    assert sorted(names, key=sort_key) == ["А", "Ә", "Е", "Ё", "Ж", "К", "Қ", "Л", "Ы", "І", "Я"]


def test_numbers_sort_by_value_and_latin_before_cyrillic():
    names = ["KazSat-10", "KazSat-2", "Байтерек", "Zenit", "Ángara"]
    assert sorted(names, key=sort_key) == ["Ángara", "KazSat-2", "KazSat-10", "Zenit", "Байтерек"]


@given(st.text())
def test_tokens_of_tokens_are_the_same(text):
    assert tokens(" ".join(tokens(text))) == tokens(text)
