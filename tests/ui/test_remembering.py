"""The window comes back as it was left, on a screen that is there; what cannot be read or written is said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

from kzexplorer import paths
from kzexplorer.app import restored_window
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import State
from kzexplorer.ui import remembering
from kzexplorer.ui.keeping.basket_panel import BasketPanel
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.places import USUAL_PANES, fitted, splitters

SCREENS = [QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1024)]


@pytest.fixture
def start(qtbot, store, theme, monkeypatch):
    # The screen there is without one is smaller than the window may be.
    monkeypatch.setattr(remembering, "free_screens", lambda window: SCREENS)
    opened = []

    def start_(state=None):
        explorer, window = restored_window(store, ENGLISH, state, theme)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: not window.stack.is_waiting, timeout=60_000)
        opened.append(window)
        return explorer, window

    yield start_
    for window in opened:
        window.close()
    theme.choose("system")
    theme.use(theme.known["light"])


def settings_file():
    return paths.user_config() / "settings.json"


def test_a_window_comes_back_as_it_was_left(start, theme):
    explorer, window = start()
    assert explorer.state == State()
    explorer.toggle("partner", "italy")
    explorer.focus("kazsat-3")
    window.desk.keeping.add(["kazsat-3"])
    window.desk.keeping.new_basket("Milan")
    window.setGeometry(20, 30, 760, 640)
    sizes = {"body": [210, 300, 250], "left": [200, 300]}
    for splitter in splitters(window):
        splitter.setSizes(sizes[splitter.objectName()])
    left = {splitter.objectName(): splitter.sizes() for splitter in splitters(window)}
    place = window.geometry()
    window.commands["use-dark"].trigger()
    window.close()
    theme.use(theme.known["light"])
    explorer, window = start()
    assert str(explorer.state) == "partner=italy&focus=kazsat-3"
    assert window.desk.keeping.basket.name == "Milan"
    assert [basket.slugs for basket in window.desk.keeping.baskets] == [("kazsat-3",), ()]
    assert window.geometry() == place
    assert {splitter.objectName(): splitter.sizes() for splitter in splitters(window)} == left
    assert theme.choice == "dark"
    assert theme.tokens == theme.known["dark"]
    assert not window.messages.isVisible()


def test_the_first_window_on_a_small_screen_fills_it(start, monkeypatch):
    monkeypatch.setattr(remembering, "free_screens", lambda window: [QRect(0, 0, 1024, 700)])
    _, window = start()
    assert window.isMaximized()
    assert QRect(0, 0, 1024, 700).contains(window.normalGeometry())


def test_a_window_that_is_only_opened_leaves_nothing_behind(start):
    start()
    assert not settings_file().exists()


def test_a_view_that_is_asked_for_goes_before_the_one_that_was_left(start):
    explorer, window = start()
    explorer.toggle("partner", "italy")
    window.close()
    assert str(start(State())[0].state) == ""


def test_a_maximized_window_comes_back_maximized(start):
    _, window = start()
    window.showMaximized()
    window.close()
    assert json.loads(settings_file().read_bytes())["maximized"] is True
    assert start()[1].isMaximized()


def test_a_window_on_a_screen_that_is_gone_is_brought_back(start):
    _, window = start()
    window.close()
    document = json.loads(settings_file().read_bytes())
    document["window"] = [5000, -3000, 700, 620]
    settings_file().write_text(json.dumps(document), "utf-8")
    _, window = start()
    assert window.geometry() == QRect(480, 210, 960, 620)


@pytest.mark.parametrize("panes", [{}, {"body": [1, 2]}, {"body": [0, 0, 0]}, {"body": [-1, 5, 5]}, {"x": [1]}])
def test_sizes_that_cannot_be_are_left_out(start, panes):
    _, window = start()
    window.close()
    document = json.loads(settings_file().read_bytes())
    document["panes"] = panes
    settings_file().write_text(json.dumps(document), "utf-8")
    _, window = start()
    assert all(min(splitter.sizes()) > 0 for splitter in splitters(window))


def test_a_view_that_this_data_does_not_have_is_said(start):
    _, window = start()
    window.close()
    document = json.loads(settings_file().read_bytes())
    document["state"] = "partner=atlantis"
    settings_file().write_text(json.dumps(document), "utf-8")
    explorer, window = start()
    assert explorer.state == State()
    assert "The view you left cannot be opened again: “atlantis” is not a value" in window.messages.text.text()


def test_damaged_files_are_kept_aside_and_said(start):
    for folder, name in ((paths.user_data(), "shelf.json"), (paths.user_config(), "settings.json")):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{", "utf-8")
    _, window = start()
    said = window.messages.text.text().splitlines()
    assert len(said) == 2
    assert "“shelf.json.damaged-1”" in said[0]
    assert "“settings.json.damaged-1”" in said[1]


def test_files_of_a_newer_version_are_used_as_far_as_they_are_known_and_left_as_they_are(start):
    _, window = start()
    window.desk.keeping.add(["kazsat-3", "gone-from-this-data"])
    window.close()
    files = (paths.user_data() / "shelf.json", settings_file())
    for file in files:
        document = json.loads(file.read_bytes())
        file.write_text(json.dumps({**document, "version": 99, "moods": ["new"]}), "utf-8")
    before = [file.read_bytes() for file in files]
    _, window = start()
    said = window.messages.text.text().splitlines()
    assert [
        ("newer version" in sentence, file.name in sentence) for sentence, file in zip(said, files, strict=True)
    ] == [
        (True, True),
        (True, True),
    ]
    assert window.basket.text() == "☆ Basket 2"
    window.commands["show-basket"].trigger()
    (panel,) = window.findChildren(BasketPanel)
    texts = [label.text() for label in panel.findChildren(PlainLabel)]
    assert any("2 records, 1 not in this data" in text for text in texts)
    panel.close()
    window.desk.keeping.add(["kazsat-2"])
    window.close()
    assert [file.read_bytes() for file in files] == before


def test_where_nothing_can_be_written_the_window_works_and_says_so_once(start, users_folders):
    for folder in (paths.user_data(), paths.user_config()):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_bytes(b"")
    _, window = start()
    said = window.messages.text.text().splitlines()
    assert [sentence.split("Until then ")[1] for sentence in said] == [
        "baskets and saved views are not remembered.",
        "the window's settings are not remembered.",
    ]
    window.messages.clear()
    window.desk.keeping.add(["kazsat-3"])
    window.commands["use-light"].trigger()
    assert window.basket.text() == "☆ Basket 1"
    assert not window.messages.isVisible()


def test_resetting_brings_back_the_usual_window(start, theme):
    _, window = start()
    theme.choose("dark")
    for splitter in splitters(window):
        splitter.setSizes([400] + [200] * (splitter.count() - 1))
    window.setGeometry(3, 4, 700, 610)
    window.commands["reset-window"].trigger()
    screen = window.screen().availableGeometry()
    assert window.width() == min(1440, max(screen.width(), window.minimumWidth()))
    assert theme.choice == "system"
    assert theme.tokens == theme.known["light"]
    (body,) = (splitter for splitter in splitters(window) if splitter.objectName() == "body")
    assert body.sizes()[0] < body.sizes()[1]


def test_the_theme_that_is_chosen_goes_before_the_systems(theme):
    theme.choose("light")
    theme.follow(Qt.ColorScheme.Dark)
    assert theme.tokens == theme.known["light"]
    theme.choose("system")
    theme.follow(Qt.ColorScheme.Dark)
    assert theme.tokens == theme.known["dark"]
    theme.follow(Qt.ColorScheme.Light)


def test_every_splitter_has_its_usual_sizes(start):
    _, window = start()
    assert {splitter.objectName() for splitter in splitters(window)} == set(USUAL_PANES)


@given(
    st.integers(-5000, 5000),
    st.integers(-5000, 5000),
    st.integers(1, 5000),
    st.integers(1, 3000),
    st.integers(1, len(SCREENS)),
)
def test_a_place_is_always_on_the_screens(x, y, width, height, count):
    place, screens = QRect(x, y, width, height), SCREENS[:count]
    found = fitted(place, screens)
    assert found == place or any(screen.contains(found) for screen in screens)
    seen = sum((found & screen).width() * (found & screen).height() for screen in screens)
    assert seen == found.width() * found.height()
    assert fitted(found, screens) == found


def test_a_place_stays_where_it_is_seen_whole():
    across = QRect(1800, 100, 400, 300)
    assert fitted(across, SCREENS) == across
    assert fitted(QRect(1800, 900, 400, 300), SCREENS) == QRect(1920, 724, 400, 300)
    assert fitted(QRect(9000, 900, 400, 300), SCREENS) == QRect(760, 370, 400, 300)
    assert fitted(across, []) == across


def test_a_window_is_brought_back_when_its_screen_goes(start, qtbot):
    _, window = start()
    window.setGeometry(5000, 100, 960, 620)
    QGuiApplication.instance().screenRemoved.emit(window.screen())
    qtbot.waitUntil(lambda: any(screen.contains(window.geometry()) for screen in SCREENS))
    kept = window.geometry()
    QGuiApplication.instance().screenRemoved.emit(window.screen())
    qtbot.wait(20)
    assert window.geometry() == kept
