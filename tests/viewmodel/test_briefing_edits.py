"""A briefing in the making: nothing is lost by undoing, saving, a second window or a crash."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.briefing import Briefing, Step
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import ENGLISH
from kzexplorer.shelf import OtherwiseWritten, read_briefing, write_briefing
from kzexplorer.shelf.briefings import MOST_STEPS
from kzexplorer.viewmodel.composing import Composing

FACETS = ("partner",)
TALK = Briefing("Talk", "2026-11", tuple(Step(headline=str(n), notes=f"note {n}") for n in range(4)))


def composing(folder=None):
    return Composing(folder, FACETS, "2026-11", ENGLISH)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "talk.kzbrief"


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 5)),
        st.tuples(st.just("remove"), st.integers(0, 5)),
        st.tuples(st.just("move"), st.integers(0, 5)),
        st.tuples(st.just("put"), st.integers(0, 5)),
    ),
    max_size=12,
)


@given(CHANGES)
def test_undoing_all_gives_what_there_was_and_redoing_all_what_there_is(qapp, changes):
    made = composing()
    made.begin(TALK)
    for kind, at in changes:
        count = len(made.briefing.steps)
        match kind:
            case "add":
                made.add(at, [Step(headline="new")])
            case "remove":
                made.remove({at})
            case "move" if count:
                made.move(at % count, (at + 2) % count)
            case "put":
                made.put(at, Step(headline="other"))
    last = made.briefing
    while made.can_undo:
        made.undo()
    assert made.briefing == TALK
    while made.can_redo:
        made.redo()
    assert made.briefing == last
    made.deleteLater()


def test_typing_is_undone_as_one_change(qapp):
    made = composing()
    made.begin(TALK)
    for text in ("K", "Ka", "Kaz"):
        made.put(0, replace(made.briefing.steps[0], headline=text), "headline 0")
    made.put(1, replace(made.briefing.steps[1], headline="Sat"), "headline 1")
    made.undo()
    made.undo()
    assert made.briefing == TALK
    made.leave()


def test_what_is_saved_is_read_back_and_nothing_is_kept_aside(qapp, tmp_path, path):
    made = composing(tmp_path / "aside")
    made.begin(TALK)
    made.keep_aside()
    assert not made.is_saved
    made.save_as(path)
    assert made.is_saved
    assert read_briefing(path, FACETS).briefing == TALK
    assert list((tmp_path / "aside").iterdir()) == []


def test_what_another_window_wrote_is_not_overwritten(qapp, path):
    write_briefing(path, TALK)
    here, there = composing(), composing()
    here.open(path)
    there.open(path)
    there.add(0, [Step(headline="theirs")])
    there.save()
    here.remove({0})
    with pytest.raises(OtherwiseWritten):
        here.save()
    assert not here.is_saved
    assert read_briefing(path, FACETS).briefing.steps[0].headline == "theirs"
    here.save_as(path.with_name("mine.kzbrief"))
    assert here.is_saved


def test_a_crashed_window_s_work_is_taken_up_once_and_by_one(qapp, tmp_path, path):
    folder = tmp_path / "aside"
    write_briefing(path, TALK)
    crashed = composing(folder)
    crashed.open(path)
    crashed.add(4, [Step(headline="unsaved", notes="typed")])
    crashed.keep_aside()
    assert composing(folder).recover() == ""  # its window is still open
    crashed.leave()  # as the system does for one that was killed
    next_ = composing(folder)
    assert "“Talk” with 5 steps was not saved" in next_.recover()
    assert next_.briefing.steps[4].notes == "typed"
    assert not next_.is_saved
    assert composing(folder).recover() == ""
    next_.save()
    assert len(read_briefing(path, FACETS).briefing.steps) == 5


def test_what_is_begun_from_landmarks_is_kept_aside_before_it_is_touched(qtbot, qapp, tmp_path):
    folder = tmp_path / "aside"
    begun = composing(folder)
    begun.begin(TALK)
    qtbot.waitUntil(lambda: list(folder.glob("*.kzunsaved")) != [], timeout=5000)
    begun.leave()
    assert "“Talk” with 4 steps was not saved" in composing(folder).recover()


def test_a_damaged_file_becomes_a_new_briefing_and_stays_as_it_is(qapp, path):
    write_briefing(path, TALK)
    damaged = path.read_bytes()[:-20]
    path.write_bytes(damaged)
    made = composing()
    assert "is damaged" in made.open(path)
    assert len(made.briefing.steps) == 4
    assert made.path is None
    assert not made.is_saved
    assert path.read_bytes() == damaged
    made.leave()


def test_what_cannot_be_opened_leaves_what_is_open(qapp, tmp_path):
    made = composing()
    made.begin(TALK)
    with pytest.raises(KnownError):
        made.open(tmp_path / "nothing.kzbrief")
    assert made.briefing == TALK
    with pytest.raises(KnownError, match="at most"):
        made.add(0, [Step()] * MOST_STEPS)
    assert made.briefing == TALK
    made.leave()


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(qapp, tmp_path):
    (tmp_path / "aside").write_text("a file, no folder")
    made = composing(tmp_path / "aside")
    said = []
    made.complained.connect(said.append)
    made.begin(TALK)
    made.keep_aside()
    assert len(said) == 1
    assert made.briefing == TALK
