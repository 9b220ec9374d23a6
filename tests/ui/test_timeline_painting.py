"""What the timeline paints: its colours, at any size and span, and what it holds on to."""

import gc
import sys
import weakref

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from timelines import DATA_DAY, LAUNCHES, ROWS, item, lane_name, lanes, on, scene, shown

from kzexplorer import paths
from kzexplorer.domain.language import ENGLISH, language
from kzexplorer.ui.look.tokens import themes
from kzexplorer.ui.timeline.view import TimelineView


@pytest.fixture
def view(qtbot):
    return shown(qtbot)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_is_painted_in_the_colours_of_the_theme(view, name):
    tokens = themes(paths.resources())[name]
    view.set_tokens(tokens)
    view.mark_focus("kazsat-3")
    picture = view.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {tokens.surface, tokens.line, tokens.craft, tokens.paper, tokens.accent} <= seen
    bar = item(view, "lease")
    at = lanes(view).mapTo(view, QPoint(round(bar.x0 + bar.x1) // 2, round(bar.y)))
    assert picture.pixelColor(at).name() == tokens.paper


@pytest.mark.parametrize("size", [(1, 1), (300, 1), (1, 300), (120, 140), (2600, 1500)])
def test_any_size_is_painted(view, size):
    view.setMinimumSize(0, 0)
    view.resize(*size)
    assert view.grab().size() == view.size()


@pytest.mark.parametrize("span", [(1, 3652059), (735351, 735351), (3652059, 3652059), (1, 1), (700000, 1065000)])
def test_any_span_is_painted(view, span):
    view.set_visible_span(*span)
    view.grab()
    assert view.visible_span == span


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_it_speaks_the_language_it_is_given(qtbot, code):
    say = language(code, paths.resources() / "i18n")
    view = TimelineView(themes(paths.resources())["light"], say, DATA_DAY, LAUNCHES)
    qtbot.addWidget(view)
    view.resize(900, 640)
    view.show()
    view.show_rows(ROWS, "partner", lane_name)
    view.set_visible_span(on("2014-02-01"), on("2014-05-30"))
    texts = [tick.text for tick in scene(view).axis.ticks if tick.text]
    assert texts
    assert not any(text in {"Feb", "Mar", "Apr", "May"} for text in texts)


def test_a_scene_is_painted_whole_on_anything(view):
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgGenerator

    from kzexplorer.ui.look.fonts import Fonts
    from kzexplorer.ui.timeline.painter import paint_scene

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    painter = QPainter(picture)
    paint_scene(painter, scene(view), themes(paths.resources())["light"], Fonts(view.font()))
    painter.end()
    svg = bytes(data.data()).decode()
    assert "KazSat-3" in svg
    assert "Sputnik 1" in svg
    assert "A ground station" in svg


def test_two_hundred_frames_lose_no_reference_to_nothing(view):
    # A broken binding loses some 196 references a frame; what a collection frees in between is no loss.
    gc.collect()
    before = sys.getrefcount(None)
    for i in range(200):
        view._camera.pan(5 if i % 40 < 20 else -5)
        QApplication.processEvents()
    gc.collect()
    assert before - sys.getrefcount(None) < 200


def test_a_view_is_gone_with_its_last_reference(qtbot):
    gc.disable()
    try:
        view = TimelineView(themes(paths.resources())["light"], ENGLISH, DATA_DAY, LAUNCHES)
        view.show_rows(ROWS, "partner", lane_name)
        view.show()
        lanes(view).setFocus()
        view.zoom(2)
        view.grab()
        gone = weakref.ref(view)
        del view
        assert gone() is None
    finally:
        gc.enable()


def test_what_is_painted_follows_the_view_wherever_it_goes(view):
    box, item = view._lanes._plot._box, view._lanes._plot.item
    for first, last in (("1994-01-01", "1996-01-01"), ("2030-01-01", "2031-01-01"), ("1957-01-01", "2030-01-01")):
        view.set_visible_span(on(first), on(last))
        assert item.boundingRect() == box.viewRect()


def test_other_records_are_shown_from_the_first_lane_on(view):
    view.resize(700, 200)
    view._camera.scroll_to(40)
    assert view._camera.scroll > 0
    view.show_rows(view._camera.timeline.stock.rows, "partner", lane_name)
    assert view._camera.scroll == 0
