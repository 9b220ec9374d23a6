from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.dates import parse
from kzexplorer.domain.state import (
    ACROSS,
    COLUMNS,
    GROUPS,
    MEASURES,
    SORTS,
    VIEWS,
    Choice,
    Choices,
    Look,
    Query,
    Span,
    SpanMode,
    State,
    StateError,
)
from kzexplorer.domain.state_reading import parse_state

FACETS = ("partner", "kind", "area")
slugs = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
dates = st.sampled_from(["1991", "2004-07", "2004-07-02", "1990s", "2010-Q2", "1994~"]).map(parse)


@st.composite
def choices(draw):
    values = draw(st.sets(slugs, max_size=4))
    wanted = draw(st.sets(st.sampled_from(sorted(values)), max_size=4)) if values else set()
    return Choice.of(wanted, values - wanted)


spans = st.builds(Span, st.none() | dates, st.none(), st.sampled_from(SpanMode)) | st.builds(
    Span, st.just(parse("1900")), dates, st.sampled_from(SpanMode)
)
queries = st.builds(
    Query,
    st.text(max_size=30),
    st.dictionaries(st.sampled_from(FACETS), choices()).map(Choices),
    spans,
    st.none() | st.just(parse("2012-01-01")),
)
looks = st.builds(
    Look,
    focus=st.just("") | slugs,
    group=st.sampled_from(GROUPS),
    sort=st.sampled_from([*SORTS, *(f"-{sort}" for sort in SORTS)]),
    view=st.sampled_from(VIEWS),
    visible=st.none() | st.just((700_000, 710_000)),
    across=st.sampled_from(ACROSS),
    measure=st.sampled_from(MEASURES),
    columns=st.lists(st.sampled_from(COLUMNS), min_size=1, unique=True).map(tuple),
    collapsed=st.sets(st.just("") | slugs, max_size=3).map(lambda lanes: tuple(sorted(lanes))),
    pinned=st.sets(st.just("") | slugs, max_size=3).map(lambda lanes: tuple(sorted(lanes))),
)


@given(st.builds(State, queries, looks))
def test_a_state_is_read_back_from_its_text(state):
    assert parse_state(str(state), FACETS) == state


def test_the_form_of_the_text():
    state = parse_state("text=kazsat&partner=italy,russia&kind=!meeting&from=2004&to=2014&span=active", FACETS)
    assert state.query.text == "kazsat"
    assert state.query.choices.of("partner") == Choice.of(["italy", "russia"])
    assert state.query.choices.of("kind") == Choice.of((), ["meeting"])
    assert state.query.span == Span(parse("2004"), parse("2014"), SpanMode.ACTIVE)
    assert str(state) == "text=kazsat&kind=!meeting&partner=italy,russia&from=2004&to=2014"


def test_columns_are_named_only_when_they_are_not_the_usual_ones():
    state = parse_state("columns=title,slug,begins", FACETS)
    assert state.look.columns == ("title", "slug", "begins")
    assert str(state) == "columns=title,slug,begins"
    assert str(parse_state(f"columns={','.join(COLUMNS[:6])}", FACETS)) == ""
    assert parse_state("columns=", FACETS) == State()


def test_lanes_are_collapsed_and_pinned_by_their_keys_until_others_are_looked_at():
    look = Look().collapse(["russia", ""], on=True).pin(["italy"], on=True).collapse(["russia"], on=False)
    assert str(State(look=look)) == "collapsed=-&pinned=italy"
    assert look.by("kind") == Look(group="kind")
    with pytest.raises(StateError, match="empty"):
        parse_state("pinned=italy,,russia", FACETS)


def test_text_is_percent_encoded_utf_8_with_plus_for_a_blank():
    assert parse_state("text=%D0%BA%D0%B0%D0%B7+%2B1%26", FACETS).query.text == "каз +1&"
    assert parse_state("text=Қазақстан+a,b", FACETS).query.text == "Қазақстан a,b"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour=red", "no key “colour”"),
        ("partnr=italy", "did you mean “partner”"),
        ("partner=italy&partner=russia", "twice"),
        ("kazsat", "key=value"),
        ("from=soon", "In “from”"),
        ("from=2014&to=2004", "before it begins"),
        ("to=..9999", "write one date"),
        ("span=never", "active, begins, ends"),
        ("sort=colour", "begins"),
        ("group=shape", "partner"),
        ("show=map", "timeline"),
        ("across=kind", "area, decade"),
        ("visible=2004..", "write both ends"),
        ("visible=..2004", "write both ends"),
        ("asof=2012", "one day"),
        ("asof=yesterday", "write it as 2012-01-31"),
        ("columns=title,colour", "not a value of “columns”"),
        ("columns=title,kind,title", "twice"),
        ("partner=", "empty"),
        ("partner=italy,!italy", "both wanted and not"),
        ("text=%ff", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(text, says):
    with pytest.raises(StateError) as error:
        parse_state(text, FACETS)
    assert says in str(error.value)


@given(st.text(max_size=60))
def test_any_text_is_a_state_or_refused(text):
    try:
        state = parse_state(text, FACETS)
    except StateError:
        return
    assert parse_state(str(state), FACETS) == state


def test_an_empty_text_asks_for_everything():
    assert parse_state("", FACETS) == State()
    assert not State().query
    assert str(State()) == ""


def test_toggling_twice_changes_nothing_and_a_value_stands_on_one_side():
    query = Query().toggle("kind", "launch")
    assert query.choices.of("kind") == Choice.of(["launch"])
    assert query.toggle("kind", "launch") == Query()
    turned = query.toggle("kind", "launch", exclude=True)
    assert turned.choices.of("kind") == Choice.of((), ["launch"])
    assert turned.toggle("kind", "launch").choices.of("kind") == Choice.of(["launch"])


def test_choices_are_a_value():
    one = Choices({"b": Choice.of("x"), "a": Choice.of("y"), "c": Choice()})
    two = Choices({"a": Choice.of("y"), "b": Choice.of("x")})
    assert one == two
    assert hash(one) == hash(two)
    assert list(one) == ["a", "b"]
    assert len(one) == 2
    assert "Choice" in repr(one)
    assert replace(Query(), choices=one) == replace(Query(), choices=two)
