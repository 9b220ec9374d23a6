from dataclasses import replace

import pytest

from kzexplorer.domain.dates import parse
from kzexplorer.domain.state import Choice, Query, Span, State
from kzexplorer.viewmodel.explorer import Explorer


@pytest.fixture
def explorer(qapp, store):
    return Explorer(store, State())


def test_a_question_is_answered_and_said(explorer, qtbot):
    with qtbot.waitSignal(explorer.state_changed), qtbot.waitSignal(explorer.results_changed) as signal:
        explorer.toggle("partner", "italy")
    assert len(explorer.results) == 13
    assert signal.args == [explorer.results]
    assert {row.slug for row in explorer.rows} >= {"kazsat-3"}


def test_looking_does_not_filter_and_filtering_does_not_look(explorer, qtbot):
    with qtbot.assertNotEmitted(explorer.results_changed), qtbot.waitSignal(explorer.focus_changed) as signal:
        explorer.focus("italy")
    assert signal.args == [explorer.detail]
    with qtbot.assertNotEmitted(explorer.focus_changed):
        explorer.toggle("partner", "italy")
    assert explorer.state.look.focus == "italy"


def test_the_same_state_again_is_no_change(explorer, qtbot):
    explorer.focus("italy")
    with qtbot.assertNotEmitted(explorer.state_changed):
        explorer.focus("italy")
        explorer.ask(explorer.state.query)


def test_back_and_forward_are_a_list_of_states(explorer):
    states = [explorer.state]
    for step in (
        lambda: explorer.focus("italy"),
        lambda: explorer.toggle("kind", "launch"),
        lambda: explorer.focus(""),
    ):
        step()
        states.append(explorer.state)
    for state in reversed(states[:-1]):
        assert explorer.can_go_back
        explorer.back()
        assert explorer.state == state
    assert not explorer.can_go_back
    explorer.back()
    for state in states[1:]:
        explorer.forward()
        assert explorer.state == state
    assert not explorer.can_go_forward
    explorer.forward()
    assert explorer.state == states[-1]


def test_going_back_brings_back_the_answer(explorer):
    explorer.toggle("partner", "italy")
    explorer.focus("kazsat-3")
    explorer.back()
    explorer.back()
    assert len(explorer.results) == 309
    assert explorer.detail is None


def test_typing_is_one_step_however_many_keys(explorer):
    explorer.focus("italy")
    before = explorer.state
    for text in ("k", "ka", "kaz", "kazs"):
        explorer.search(text)
    explorer.settle()
    explorer.settle()
    assert explorer.state.query.text == "kazs"
    explorer.back()
    assert explorer.state == before


def test_what_was_typed_is_a_step_of_its_own_before_the_next_one(explorer):
    explorer.search("kazsat")
    explorer.focus("kazsat-3")
    explorer.back()
    assert explorer.state.query.text == "kazsat"
    assert explorer.state.look.focus == ""
    explorer.back()
    assert explorer.state == State()


def test_panning_is_no_step_but_is_remembered_with_the_one_it_is_in(explorer):
    explorer.focus("italy")
    explorer.pan(730_000, 740_000)
    explorer.pan(730_100, 740_100)
    explorer.focus("russia")
    explorer.back()
    assert explorer.state.look.focus == "italy"
    assert explorer.state.look.visible == (730_100, 740_100)
    explorer.back()
    assert explorer.state == State()


def test_a_new_step_forgets_the_way_forward(explorer):
    explorer.focus("italy")
    explorer.back()
    explorer.focus("russia")
    assert not explorer.can_go_forward


def test_another_order_is_another_answer(explorer, qtbot):
    with qtbot.waitSignal(explorer.results_changed):
        explorer.look(replace(explorer.state.look, sort="-begins"))
    assert explorer.rows[0].begins.begin >= explorer.rows[-1].begins.begin


def test_selection_is_said_once(explorer, qtbot):
    with qtbot.waitSignal(explorer.selection_changed) as signal:
        explorer.select(["kazsat-1", "kazsat-2"])
    assert signal.args == [frozenset({"kazsat-1", "kazsat-2"})]
    with qtbot.assertNotEmitted(explorer.selection_changed):
        explorer.select({"kazsat-2", "kazsat-1"})
    assert explorer.selection == {"kazsat-1", "kazsat-2"}


def test_all_ways_to_ask(explorer):
    explorer.set_span(Span(parse("2004"), parse("2014")))
    explorer.toggle("kind", "launch")
    explorer.unchoose("kind")
    assert explorer.state.query == Query(span=Span(parse("2004"), parse("2014")))
    explorer.clear()
    assert explorer.state.query == Query()
    explorer.open(State(Query("kazsat").choose("kind", Choice.of(["satellite"]))))
    assert {row.kind for row in explorer.rows} == {"satellite"}
