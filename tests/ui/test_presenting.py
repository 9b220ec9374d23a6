"""A talk on two screens: keys by their place, windows where they belong, and notes where nobody else sees them."""

import gc
import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Mapping
from functools import _lru_cache_wrapper
from pathlib import Path
from types import MethodType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from kzexplorer import paths
from kzexplorer.domain.briefing import Briefing, Step
from kzexplorer.domain.language import language
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.domain.talk import Shot, Talk
from kzexplorer.shelf import read_briefing
from kzexplorer.store.facets import facets
from kzexplorer.ui.present.keys import Act, pressed
from kzexplorer.ui.present.places import placed
from kzexplorer.ui.present.presentation import Presentation
from kzexplorer.ui.present.speaker import SpeakerWindow
from kzexplorer.ui.present.stage import Stage, StagePainter
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.slides import Slides

FACETS = [facet.id for facet in facets()]
SECRET = "say nothing of the price"
NAMES = ("left", "right", "third")


def step(view, headline, notes=SECRET):
    return Step(parse_state(view, FACETS), headline, notes)


TALK = Briefing(
    "Relays",
    "2026-11",
    (
        step("partner=italy&focus=kazsat-3&group=none", "KazSat-3"),
        step("partner=italy&focus=italy", "Italy"),
        step("partner=france&group=kind", "France"),
    ),
)


@pytest.fixture
def talk(qtbot, labels, theme):
    presentation = Presentation(TALK, labels, theme)
    presentation.start()
    yield presentation
    presentation.end()


def key(code, text="", scan=0, virtual=0, modifiers=Qt.KeyboardModifier.NoModifier):
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan, virtual, 0, text)


# What the keys of E, B, the full stop, S, 2 and 7 give on three layouts.
LAYOUTS = {
    "latin": ("e", "b", ".", "s", "2", "7"),
    "russian": ("у", "и", "ю", "ы", "2", "7"),
    "kazakh": ("у", "и", "ю", "ы", "ә", "."),
}
PLACES = {
    "xcb": ((26, 0), (56, 0), (60, 0), (39, 0), (11, 0), (16, 0)),
    "windows": ((18, 0), (48, 0), (52, 0), (31, 0), (3, 0), (8, 0)),
    "cocoa": ((0, 14), (0, 11), (0, 47), (0, 1), (0, 19), (0, 26)),
}


@pytest.mark.parametrize("platform", PLACES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_keys_work_by_their_place_on_every_layout(platform, layout):
    wanted = (Act.EVIDENCE, Act.BLANK, Act.FREEZE, Act.SWAP, "2", "7")
    for text, (scan, virtual), act in zip(LAYOUTS[layout], PLACES[platform], wanted, strict=True):
        assert pressed(key(ord(text.upper()), text, scan, virtual), platform) == act, text


def test_where_the_place_is_not_told_the_letters_of_three_layouts_do():
    assert [pressed(key(ord(t.upper()), t), "offscreen") for t in "eу.ю7"] == [
        Act.EVIDENCE, Act.EVIDENCE, Act.FREEZE, Act.FREEZE, "7",
    ]  # fmt: skip
    assert pressed(key(Qt.Key.Key_7, "7", 79, modifiers=Qt.KeyboardModifier.KeypadModifier), "xcb") == "7"


def test_a_clicker_s_keys_and_those_that_are_no_keys_of_ours():
    assert pressed(key(Qt.Key.Key_PageDown)) == pressed(key(Qt.Key.Key_Space, " ")) == Act.NEXT
    assert pressed(key(Qt.Key.Key_PageUp)) == Act.BACK
    assert pressed(key(Qt.Key.Key_Escape)) == Act.END
    assert pressed(key(Qt.Key.Key_Q, "q", 24), "xcb") == ""
    assert pressed(key(Qt.Key.Key_E, "e", 26, modifiers=Qt.KeyboardModifier.ControlModifier), "xcb") == ""


def test_the_speaker_s_buttons_do_what_their_keys_do(talk):
    buttons = talk.speaker.buttons
    buttons[Act.EVIDENCE].click()
    assert talk.talk.audience.evidence
    buttons[Act.NEXT].click()
    assert talk.talk.number == 1
    buttons[Act.BLANK].click()
    assert talk.talk.audience.blank
    buttons[Act.BACK].click()
    assert talk.talk.number == 0


@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), *[st.sampled_from(NAMES)] * 2, st.booleans())
def test_both_windows_are_on_screens_that_exist_and_notes_never_over_a_full_stage(screens, audience, speaker, windows):
    places = placed(screens, audience, speaker, windows=windows)
    assert places.audience in screens
    assert places.speaker in {"", *screens}
    if places.full:
        assert places.speaker != places.audience
    # A screen that was the audience's alone never shows notes without being asked to.
    if not windows and audience != speaker and audience in screens and len(screens) > 1:
        assert places.speaker != audience


def test_the_projector_unplugged_and_the_speaker_s_screen_unplugged():
    both = placed(["own", "wall"], "wall", "own", windows=False)
    assert (both.audience, both.speaker, both.full) == ("wall", "own", True)
    alone = placed(["own"], "wall", "own", windows=False)
    assert (alone.audience, alone.speaker, alone.full) == ("own", "own", False)
    wall = placed(["wall"], "wall", "own", windows=False)
    assert (wall.audience, wall.speaker, wall.full) == ("wall", "", True)
    one = placed(["own"], "own", "own", windows=False)
    assert (one.audience, one.speaker, one.full) == ("own", "", True)
    shared = placed(["own"], "own", "own", windows=True)
    assert (shared.audience, shared.speaker, shared.full) == ("own", "own", False)


def held(one):
    """Give what an object of ours or a container holds. What Qt's own objects hold is asked of Qt."""
    if isinstance(one, Mapping):
        return [*one.keys(), *one.values()]
    if isinstance(one, (list, tuple, set, frozenset, deque)):
        return list(one)
    if isinstance(one, MethodType):
        return [one.__self__]
    if isinstance(one, _lru_cache_wrapper):
        return [ref for ref in gc.get_referents(one) if not isinstance(ref, type)]
    if not type(one).__module__.startswith("kzexplorer."):
        return []
    slots = [name for kind in type(one).__mro__ for name in getattr(kind, "__slots__", ())]
    return [*getattr(one, "__dict__", {}).values(), *(getattr(one, name, None) for name in slots)]


def reached(window):
    """Give all texts that can be got at from a window, through whatever it holds, and all that its widgets say."""
    seen, waiting, texts = {}, deque([window, *window.findChildren(QWidget)]), []
    while waiting:
        one = waiting.popleft()
        if id(one) in seen:
            continue
        seen[id(one)] = one
        if isinstance(one, str):
            texts.append(one)
            continue
        waiting.extend(held(one))
        if isinstance(one, QWidget):
            texts += [one.accessibleName(), one.accessibleDescription(), one.windowTitle(), one.toolTip()]
            texts += [text() for name in ("text", "toPlainText") if (text := getattr(one, name, None))]
    return texts


def test_private_notes_cannot_be_reached_from_the_audience_s_window(talk):
    for act in (Act.NEXT, Act.EVIDENCE, Act.BACK, Act.EVIDENCE, Act.LAST, Act.FREEZE, Act.FIRST):
        talk.do(act)
        talk.audience.grab()
    audience = reached(talk.audience)
    assert any("KazSat-3" in text for text in audience)  # it reaches what it should
    assert not any(SECRET in text for text in audience)
    assert any(SECRET in text for text in reached(talk.speaker))


def test_with_one_screen_there_is_no_window_with_notes_until_it_is_asked_for(talk):
    assert talk.audience.isVisible()
    assert not talk.speaker.isVisible()
    talk.do(Act.WINDOWS)
    assert talk.speaker.isVisible()
    talk.do(Act.SWAP)
    talk.do(Act.WINDOWS)
    assert not talk.speaker.isVisible()


def test_evidence_flips_only_where_there_is_some(talk):
    talk.do(Act.EVIDENCE)
    assert talk.audience.stage.shot == Shot(0, evidence=True)
    talk.do(Act.NEXT)
    talk.do(Act.EVIDENCE)  # a partner in focus has none
    assert talk.audience.stage.shot == Shot(1)
    assert not talk.speaker.buttons[Act.EVIDENCE].isChecked()


def test_every_act_has_a_button_or_a_row(talk):
    assert set(Act) - set(talk.speaker.buttons) == {Act.FIRST, Act.LAST, Act.ENTER}  # the list of steps
    talk.speaker.list.itemClicked.emit(talk.speaker.list.item(2))
    assert talk.talk.number == 2
    assert talk.speaker.notes.toPlainText() == SECRET


def test_a_step_whose_records_changed_says_so_to_the_speaker_only(qtbot, labels, theme):
    from kzexplorer.domain.briefing import Seen

    old = Briefing("Old", "2025", (Step(parse_state("partner=italy", FACETS), "Italy", "", Seen(9, "0" * 16)),))
    talk = Presentation(old, labels, theme)
    assert talk.speaker.remark.text() == "Its records changed since it was made: it shows 13 now, it showed 9."
    assert not any("changed since" in text for text in reached(talk.audience))
    talk.end()


def test_a_talk_goes_from_beginning_to_end_on_two_screens(tmp_path):
    screens = tmp_path / "screens.json"
    one = {"y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens.write_text(
        json.dumps({"screens": [{**one, "name": "left", "x": 0}, {**one, "name": "right", "x": 1280, "height": 720}]})
    )
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("presenting.py"))],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    story = {moment["act"]: moment for moment in told["story"]}
    assert told["ended"] == [True]
    assert told["left"] == []
    assert all(moment["notes"] for moment in told["story"])
    sees = {act: moment["sees"] for act, moment in story.items()}
    assert sees["two-on"] == [2, False, False]
    assert sees["evidence"] == [2, True, False]
    assert sees["blank"] == [2, False, True]
    assert (story["ahead"]["step"], sees["ahead"]) == (4, [2, False, False])
    assert sees["caught-up"] == [4, False, False]
    assert sees["seventh"] == [6, False, False]
    on_right = {act: moment["audience"]["centre"][0] > 1280 for act, moment in story.items()}
    assert on_right["start"]
    assert not on_right["swapped"]
    assert not on_right["unplugged"]
    assert on_right["plugged-in"]
    assert story["start"]["audience"]["full"]
    assert story["start"]["speaker"]["visible"]
    assert not story["unplugged"]["audience"]["full"]
    assert story["unplugged"]["speaker"]["visible"]
    assert not story["own-unplugged"]["speaker"]["visible"]
    assert story["two-windows"]["speaker"]["visible"]


SIZES = ((1, 1), (1600, 1), (1, 900), (300, 2000), (3840, 2160))


def test_a_stage_of_any_size_is_painted(qtbot, labels, theme):
    paints = StagePainter(Slides([one.page for one in TALK.steps], labels), theme.stage_tokens, theme_font())
    for size in SIZES:
        paints.resize(QSizeF(*size))
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        for shot in (Shot(0), Shot(0, evidence=True), Shot(2), Shot(0, blank=True)):
            paints.paint(painter, shot)
        paints.paint_between(painter, Shot(0), Shot(2), 0.5)
        painter.end()


def test_what_lies_beside_both_views_is_not_painted_on_the_way(qtbot, labels, theme):
    days = ("1970-01-01..1993-12-31", "2003-01-01..2027-12-31")
    pages = [step(f"group=none&significance=1&visible={span}", "x").page for span in days]
    paints = StagePainter(Slides(pages, labels), theme.stage_tokens, theme_font())
    paints.resize(QSizeF(1280, 800))
    image = QImage(1280, 800, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for share in (0.05, 0.5, 0.95):
        paints.paint_between(painter, Shot(0), Shot(1), share)  # a gradient turned round would be warned of
        paints.paint_between(painter, Shot(1), Shot(0), share)
    painter.end()


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_the_speaker_s_buttons_are_whole_in_the_narrowest_window(qtbot, store, theme, code):
    labels = Labels(store, language(code, paths.resources() / "i18n"))
    slides = Slides([one.page for one in TALK.steps], labels)
    window = SpeakerWindow(TALK.steps, lambda step: "", slides, theme.stage_tokens)
    qtbot.addWidget(window)
    window.resize(window.minimumSize())
    window.show()

    def whole(button):
        place = QRect(button.mapTo(window, QPoint()), button.size())
        return button.width() >= button.sizeHint().width() and window.rect().contains(place)

    for button in window.buttons.values():
        qtbot.waitUntil(lambda button=button: whole(button))


def test_the_speaker_sees_this_step_in_the_list_at_any_size(qtbot, labels, theme):
    steps = tuple(step(TALK.steps[0].view, f"Step {number}") for number in range(40))
    window = SpeakerWindow(steps, lambda step: "", Slides([one.page for one in steps], labels), theme.stage_tokens)
    qtbot.addWidget(window)
    window.show_talk(Talk(40, 35))
    window.resize(1200, 1000)
    window.show()
    for size in ((1200, 1000), (720, 480)):
        window.resize(*size)
        shown = window.list.viewport().rect()
        qtbot.waitUntil(lambda shown=shown: shown.contains(window.list.visualItemRect(window.list.item(35))))


def test_a_lane_that_begins_above_the_stage_is_still_named(qtbot, labels, theme):
    page = step("partner=italy,russia&visible=2021-06-01..2029-06-01&focus=gagarins-start-returned-2025", "x").page
    paints = StagePainter(Slides([page], labels), theme.stage_tokens, theme_font())
    paints.resize(QSizeF(1280, 720))
    board = paints.board(0)
    view, lane = board.scene.viewport, board.scene.lanes[0]
    assert lane.top < view.top < lane.top + lane.height  # so that its own place is out of view
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    board.paint_heads(painter)
    painter.end()
    left, top = int(board.room.left()), int(board.room.top() + board.axis) + 2
    inked = [
        x for x in range(left, left + int(board.heads)) for y in range(top, top + 40)
        if image.pixelColor(x, y).lightness() > 150
    ]  # fmt: skip
    assert len(set(inked)) > 20


def test_a_view_of_a_day_of_a_thousand_years_and_of_nothing_is_painted(qtbot, labels, theme):
    views = ("visible=2014-04-28..2014-04-28", "visible=1300..2300", "text=zzzz", "focus=italy")
    stage = Stage(Slides([step(view, "x " * 400).page for view in views], labels), theme.stage_tokens, still=True)
    qtbot.addWidget(stage)
    stage.resize(800, 450)
    for number in range(len(views)):
        stage.show_shot(Shot(number))
        assert not stage.grab().isNull()


LONG = (
    "Kazakhstan and its partners agree on how satellites are ordered, built, launched and paid for, step by step",
    "Қазақстан Республикасының ғарыш саласындағы халықаралық ынтымақтастығының негізгі кезеңдері мен келісімдері",
    "Основные этапы международного сотрудничества Республики Казахстан в исследовании космического пространства",
)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
def test_a_long_headline_is_whole_and_nothing_lies_on_anything_else(qtbot, labels, theme, size):
    pages = [step(TALK.steps[0].view, headline).page for headline in LONG]
    paints = StagePainter(Slides(pages, labels), theme.stage_tokens, theme_font())
    paints.resize(QSizeF(*size))
    for number, headline in enumerate(LONG):
        board = paints.board(number)
        assert board.headline.is_whole, headline
        assert board.subline.is_whole
        assert board.card.title.is_whole
        assert board.headline.width <= board.room.width()
        assert board.headline.font.pixelSize() >= 26 * paints.look.unit - 1
        assert board.room.bottom() <= board.card.place.top()
        assert board.card.place.bottom() <= size[1]
        assert board.room.height() > 6 * board.scene.sizes.font


def test_all_of_the_ready_briefings_has_room_on_the_stage(qtbot, labels, theme):
    for path in (paths.resources() / "briefings").glob("*.kzbrief"):
        steps = read_briefing(path, FACETS).briefing.steps
        paints = StagePainter(Slides([one.page for one in steps], labels), theme.stage_tokens, theme_font())
        paints.resize(QSizeF(1600, 900))
        for number, one in enumerate(steps):
            board = paints.board(number)
            assert board.headline.is_whole
            assert board.hidden <= 2, one.headline
            # Read from three metres on a screen a metre high: a fiftieth of its height.
            assert board.scene.sizes.font >= 18
            lanes = board.scene.viewport.bottom - board.scene.viewport.top
            assert board.axis + min(board.scene.height, lanes) <= board.room.height() + 1


def theme_font():
    from kzexplorer.ui.look.theme import platform_font

    return platform_font()


def test_nothing_moves_where_no_movement_is_wanted(qtbot, labels, theme):
    for still in (True, False):
        stage = Stage(Slides([one.page for one in TALK.steps], labels), theme.stage_tokens, still=still)
        qtbot.addWidget(stage)
        stage.resize(320, 180)
        stage.show()
        stage.show_shot(Shot(2))
        assert stage.moves is not still
        qtbot.waitUntil(lambda stage=stage: not stage.moves, timeout=20_000)
        assert stage.shot == Shot(2)
