"""Steps made of views, what an audience gets of them, and what is said when the records change."""

from dataclasses import replace

import pytest

from kzexplorer import paths
from kzexplorer.domain.briefing import Seen, Step
from kzexplorer.domain.dates import parse
from kzexplorer.domain.state import State
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.shelf import read_briefing
from kzexplorer.store.facets import facets
from kzexplorer.viewmodel.slides import Slides
from kzexplorer.viewmodel.steps import Steps

FACETS = [facet.id for facet in facets()]
READY = sorted((paths.resources() / "briefings").glob("*.kzbrief"))


def state(text):
    return parse_state(text, FACETS)


@pytest.fixture(scope="module")
def steps(labels):
    return Steps(labels)


def test_a_step_keeps_of_a_view_what_it_shows(steps):
    asked = "partner=italy&focus=kazsat-3&show=table&sort=-title&measure=evidence&group=kind&visible=2005..2016"
    step = steps.step(state(asked))
    assert step.headline == "KazSat-3"
    assert str(step.state) == "partner=italy&group=kind&visible=2005-01-01..2016-12-31&focus=kazsat-3"
    assert step.seen.records == 13
    assert steps.changed(step) == ""


def test_a_step_whose_records_changed_since_says_so(steps):
    step = steps.step(state("partner=italy&focus=kazsat-3"))
    more = replace(step, seen=Seen(12, step.seen.digest))
    other = replace(step, seen=Seen(step.seen.records, "0" * 16))
    assert steps.changed(more) == "Its records changed since it was made: it shows 13 now, it showed 12."
    assert steps.changed(other) == "What its records say has changed since it was made."
    assert steps.changed(steps.reviewed(other)) == ""


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step(unread="orbit=geo"), "cannot read the view"),
        (Step(state("partner=atlantis")), "atlantis"),
        (Step(state("focus=kazsat-99")), "kazsat-99"),
    ],
)
def test_what_this_data_does_not_have_is_said_and_the_step_stays(steps, labels, step, said):
    assert said in steps.changed(step)
    assert steps.changed(steps.reviewed(step)) == steps.changed(step)
    slide = Slides([replace(step, headline="Still here").page], labels).slide(0)
    assert slide.headline == "Still here"
    assert slide.trouble


def test_one_step_a_landmark_in_order_of_time(steps, store):
    made = steps.landmarks(state("partner=italy"))
    assert [step.headline for step in made] == ["KazSat-1", "KazSat-2", "KazSat-3", "ExoMars 2016"]
    assert all(step.seen is not None and steps.changed(step) == "" for step in made)


def test_a_step_on_the_first_or_last_years_of_the_calendar_stays_in_it(steps, store, monkeypatch):
    row = store.row("kazsat-3")
    for year, shown in ((2, "0001-01-01..0006-12-30"), (9998, "9994-01-02..9999-12-31")):
        begun = row._replace(begins=parse(f"{year:04}"))
        monkeypatch.setattr(store, "row", lambda slug, begun=begun: begun)
        (step,) = steps.of_records(["kazsat-3"])
        assert f"visible={shown}" in str(step.state)
    monkeypatch.undo()


def test_records_of_a_basket_become_steps_even_when_this_data_lacks_one(steps):
    made = list(steps.of_records(("kazsat-1", "not-here"), State()))
    assert [step.state.look.focus for step in made] == ["kazsat-1", "not-here"]
    assert "not-here" in steps.changed(made[1])


def test_the_card_and_the_proof_are_the_record_s(labels, store):
    slide = Slides([Step(state("partner=italy&focus=kazsat-3"), "Relay", "secret").page], labels).slide(0)
    assert slide.subline == "13 of 309 records: with Italy"
    assert slide.card.overline == "Satellite · 28 April 2014 – ongoing"
    assert slide.card.foot == "confirmed · 6 sources · E for the evidence"
    proof = slide.card.proof
    detail = store.detail("kazsat-3")
    assert [source.title for source in proof.sources] == [c.source.title for c in detail.citations]
    assert [dispute.question for dispute in proof.disputes] == [c.question for c in detail.conflicts]
    assert "secret" not in repr(slide)


@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_a_ready_briefing_is_whole_and_every_record_is_there(path, steps, store, labels):
    read = read_briefing(path, FACETS)
    assert read.trouble == ""
    briefing = read.briefing
    assert briefing.edition == store.edition.name
    assert 8 <= len(briefing.steps) <= 14
    slides = Slides([step.page for step in briefing.steps], labels)
    for number, step in enumerate(briefing.steps):
        slide = slides.slide(number)
        assert steps.changed(step) == slide.trouble == ""
        assert step.headline
        assert step.notes
        assert slide.rows
        assert not step.state.look.focus or step.state.look.focus in {row.slug for row in slide.rows}, step.headline


def test_the_three_ready_briefings_are_there():
    titles = {read_briefing(path, FACETS).briefing.title for path in READY}
    assert titles == {"Baikonur 1955 to today", "Italy and Kazakhstan", "From KazSat to exports"}
