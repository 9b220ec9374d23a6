"""A briefing's file: read back whole, mended by hand, and never lost when it is damaged, newer or hostile."""

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.briefing import Briefing, Seen, Step
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import Choice, Choices, Look, Query, State
from kzexplorer.shelf import OtherwiseWritten, read_briefing, write_briefing
from kzexplorer.shelf.briefings import MOST_STEPS, parse_briefing, print_briefing

FACETS = ("partner", "kind")
LINES = st.text(st.characters(exclude_categories=("Cs",)), max_size=30).map(lambda text: " ".join(text.split()))
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=80) | st.sampled_from(
    ["end", "step\nend\n", "| bar", " leading\n\n  and trailing \n", "\r\n", "notes:\nview: x", "Қазақстан · космос"]
)
STATES = st.builds(
    State,
    st.builds(Query, st.text(max_size=10), st.just(Choices({"partner": Choice.of(["italy"])})) | st.just(Choices())),
    st.builds(Look, focus=st.sampled_from(["", "kazsat-3"]), visible=st.sampled_from([None, (730_000, 735_000)])),
)
SEEN = st.none() | st.builds(Seen, st.integers(0, 10**6), st.just("0123456789abcdef"))
STEPS = st.builds(Step, STATES, LINES, TEXTS, SEEN)
BRIEFINGS = st.builds(Briefing, LINES, LINES, st.lists(STEPS, max_size=5).map(tuple))
THREE = Briefing("Three", "2026-11", tuple(Step(State(), f"Step {i}", f"Note {i}") for i in range(3)))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "talk.kzbrief"


@given(BRIEFINGS)
def test_a_briefing_is_read_back_from_its_file(briefing):
    assert parse_briefing(print_briefing(briefing).decode(), FACETS) == (briefing, "")


@given(BRIEFINGS)
def test_a_file_whose_line_ends_an_editor_turned_is_read_all_the_same(briefing):
    plain = Briefing(briefing.title, briefing.edition, tuple(replace(s, notes="a\nb") for s in briefing.steps))
    text = print_briefing(plain).decode().replace("\n", "\r\n")
    assert parse_briefing("\ufeff" + text, FACETS) == (plain, "")


def test_what_a_person_sees_in_the_file(path):
    state = State(Query(text="kazsat"), Look(focus="kazsat-3"))
    write_briefing(
        path, Briefing("Relays", "2026-11", (Step(state, "KazSat-3", "Say why.\n\nThen stop.", Seen(1, "ab" * 8)),))
    )
    assert path.read_text("utf-8").splitlines() == [
        "kzexplorer briefing, version 1, 1 step",
        "title: Relays",
        "edition: 2026-11",
        "",
        "step",
        "headline: KazSat-3",
        "view: text=kazsat&focus=kazsat-3",
        "seen: 1 record, abababababababab",
        "notes:",
        "| Say why.",
        "|",
        "| Then stop.",
        "",
        "end",
    ]


@given(BRIEFINGS, st.data())
def test_a_truncated_file_gives_all_its_whole_steps_and_says_so(briefing, data):
    whole = print_briefing(briefing).decode()
    body = whole.index("\n") + 1
    text = whole[: data.draw(st.integers(body, len(whole) - 2))]
    read, trouble = parse_briefing(text, FACETS)
    assert trouble
    # All but the last step read are as they were: that one may have lost its end.
    assert read.steps[:-1] == briefing.steps[: max(len(read.steps) - 1, 0)]


@given(BRIEFINGS, st.lists(st.tuples(st.integers(0), st.binary(max_size=6)), min_size=1, max_size=4))
def test_any_damage_is_one_sentence_or_a_briefing(tmp_path_factory, briefing, damages):
    data = print_briefing(briefing)
    for place, junk in damages:
        at = place % len(data)
        data = data[:at] + junk + data[at + len(junk) :]
    path = tmp_path_factory.mktemp("briefs") / "damaged.kzbrief"
    path.write_bytes(data)
    said = _said(path)
    assert "\n" not in said
    assert not said or "damaged.kzbrief" in said
    assert path.read_bytes() == data


def test_what_can_be_read_of_a_truncated_file_is_offered(path):
    write_briefing(path, THREE)
    path.write_bytes(path.read_bytes()[:-8])
    read = read_briefing(path, FACETS)
    assert [step.headline for step in read.briefing.steps] == ["Step 0", "Step 1", "Step 2"]
    assert "talk.kzbrief” is damaged (its end is missing)" in read.trouble


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is no briefing"),
        (b"PK\x03\x04\x00\xff" * 99, "is no briefing"),
        (b"kzexplorer briefing, version 2, 1 step\nnew: thing\n", "written by a newer version"),
        (b"kzexplorer briefing, version 1, 3 steps\ntitle: Lost\n", "no step of it can be read"),
        (b"kzexplorer briefing, version 1, 1 step\n" + b"step\n" * (MOST_STEPS + 1), "more than"),
        (b"kzexplorer briefing, version 99999999999999999999, 1 step\n", "is no briefing"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_stays_as_it_is(path, content, sentence):
    path.write_bytes(content)
    with pytest.raises(KnownError, match=sentence):
        read_briefing(path, FACETS)
    assert path.read_bytes() == content


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX's")
def test_a_pipe_a_folder_and_no_file_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "", "nothing.kzbrief", "a\0b"):
        with pytest.raises(KnownError):
            read_briefing(tmp_path / name, FACETS)


def test_a_view_of_another_edition_is_kept_as_its_text(path):
    text = "orbit=geo&focus=kazsat-3"
    write_briefing(path, Briefing("", "", (Step(headline="New", unread=text), Step(headline="Old"))))
    read = read_briefing(path, FACETS)
    assert read.trouble == ""
    assert [step.view for step in read.briefing.steps] == [text, ""]
    write_briefing(path, read.briefing, read.stamp)
    assert f"view: {text}\n" in path.read_text("utf-8")


def test_a_thousand_steps_are_kept(path):
    many = Briefing("Long", "2026-11", THREE.steps * 334)
    stamp = write_briefing(path, many)
    assert read_briefing(path, FACETS).briefing == many
    assert read_briefing(path, FACETS).stamp == stamp


def test_what_another_window_wrote_meanwhile_is_not_overwritten(path):
    stamp = write_briefing(path, THREE)
    theirs = THREE.with_steps(3, [Step(State(), "Theirs")])
    write_briefing(path, theirs, stamp)
    with pytest.raises(OtherwiseWritten, match="another window"):
        write_briefing(path, THREE.without({0}), stamp)
    assert read_briefing(path, FACETS).briefing == theirs


def test_an_interrupted_write_leaves_the_old_file(path, monkeypatch):
    write_briefing(path, THREE)
    monkeypatch.setattr("os.fsync", _full)
    with pytest.raises(KnownError, match="disk is full"):
        write_briefing(path, THREE.without({0}))
    assert read_briefing(path, FACETS).briefing == THREE
    assert [entry.name for entry in path.parent.iterdir() if entry.name.endswith(".part")] == []


def _said(path):
    try:
        return read_briefing(path, FACETS).trouble
    except KnownError as error:
        return str(error)


def _full(_):
    raise OSError(28, "No space left on device")


@given(st.permutations(range(4)), st.integers(0, 3), st.integers(-2, 9))
def test_moving_keeps_every_step(order, place, to):
    briefing = Briefing("", "", tuple(Step(State(), str(i)) for i in order))
    moved = briefing.moved(place, to)
    assert sorted(step.headline for step in moved.steps) == list("0123")
    assert moved.steps[min(max(to, 0), 3)] == briefing.steps[place]


def test_a_page_has_no_place_for_notes():
    step = Step(State(), "Headline", "secret", Seen(1, "ab" * 8))
    assert "secret" not in repr(step)
    assert not any("notes" in name for name in type(step.page).__slots__)
