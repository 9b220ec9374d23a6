from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.talk import Shot, Talk

ACTS = {
    "on": lambda talk: talk.step(1),
    "back": lambda talk: talk.step(-1),
    "last": lambda talk: talk.go(10**6),
    "flip": Talk.flip,
    "blank": Talk.toggle_blank,
    "hold": Talk.toggle_held,
    "3": lambda talk: talk.type("3"),
    "enter": Talk.enter,
}


def after(*acts, count=5):
    talk = Talk(count)
    for act in acts:
        talk = ACTS[act](talk)
    return talk


@given(st.integers(0, 5), st.lists(st.sampled_from(sorted(ACTS)), max_size=30))
def test_whatever_is_pressed_a_talk_stays_among_its_steps(count, acts):
    talk = after(*acts, count=count)
    assert 0 <= talk.number < max(count, 1)
    assert 0 <= talk.audience.number < max(count, 1)


@given(st.lists(st.sampled_from(sorted(set(ACTS) - {"hold", "blank"})), max_size=20))
def test_the_audience_sees_nothing_else_while_it_is_held(acts):
    talk = after("on", "flip", "hold")
    held = talk.audience
    for act in acts:
        talk = ACTS[act](talk)
        assert talk.audience == held
    assert talk.toggle_held().audience == talk.speaker


def test_digits_go_to_a_step_counted_from_one():
    assert after("3", "enter").number == 2
    assert after("3", "3", "enter").number == 4
    assert after("3", "on", "enter").number == 2  # another key has taken the digit back
    assert after("enter").number == 1


def test_another_step_ends_the_evidence_and_the_blank():
    assert after("flip", "on").audience == Shot(1)
    assert after("blank").audience.blank
    assert not after("blank", "on").audience.blank
    assert after("blank", "hold", "on").audience == Shot(0, blank=True)
    assert after("flip").audience == replace(after().audience, evidence=True)
