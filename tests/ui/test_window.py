"""The window used by mouse and by keyboard, as its user does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from kzexplorer.ui.asking.chip_bar import Chip
from kzexplorer.ui.parts.plain import LinkLabel
from kzexplorer.viewmodel.roles import Role

LEFT = Qt.MouseButton.LeftButton


def chips(window):
    return [chip.text().removesuffix("  ✕") for chip in window.chips.findChildren(Chip) if chip.isVisibleTo(window)]


def row_point(pane, model, slug, *, on_box):
    index = model.index(model.row_of(slug))
    rect = pane.view.visualRect(index)
    assert rect.isValid()
    return QPoint(20 if on_box else 110, rect.center().y())


@pytest.fixture
def partners(open_window):
    explorer, window = open_window()
    return explorer, window, window.partners.view.model()


def test_it_is_called_kzexplorer_and_says_what_it_shows(open_window):
    _, window = open_window("partner=italy")
    assert "kzexplorer" in window.windowTitle()
    assert window.status.sentence.text() == "13 of 309 records: with Italy"
    texts = [label.text() for label in window.status.findChildren(QLabel)]
    assert "Edition 2026-11" in texts
    assert "data to 30 September 2026" in texts


def test_typing_finds_at_every_key_and_chips_take_words_off(open_window, qtbot):
    explorer, window = open_window()
    qtbot.keyClicks(window.search, "kazsat italy")
    assert 0 < len(explorer.results) < 15
    kazsat, italy = explorer.store.hits(explorer.state.query)
    assert kazsat > len(explorer.results) < italy
    qtbot.waitUntil(lambda: chips(window) == [f"“kazsat” {kazsat}", f"“italy” {italy}"])
    qtbot.mouseClick(window.chips.findChildren(Chip)[1], LEFT)
    assert explorer.state.query.text == "kazsat"
    assert window.search.text() == "kazsat"
    window.search.clear()
    assert len(explorer.results) == 309
    assert chips(window) == []


def test_typing_is_one_step_once_the_box_is_left(open_window, qtbot, monkeypatch):
    monkeypatch.setattr("kzexplorer.ui.asking.search_bar.REST_MS", 600_000)
    explorer, window = open_window()
    window.activateWindow()
    window.search.setFocus()
    qtbot.keyClicks(window.search, "kazsat")
    assert not explorer.can_go_back
    window.partners.setFocus()
    assert explorer.can_go_back
    explorer.back()
    assert window.search.text() == ""
    assert not explorer.can_go_back


def test_typing_is_a_step_once_it_rests(open_window, qtbot, monkeypatch):
    monkeypatch.setattr("kzexplorer.ui.asking.search_bar.REST_MS", 1)
    explorer, window = open_window()
    qtbot.keyClicks(window.search, "k")
    qtbot.waitUntil(lambda: explorer.can_go_back)
    explorer.back()
    assert window.search.text() == ""


def test_a_click_on_a_name_looks_and_its_box_filters(partners, qtbot):
    explorer, window, model = partners
    viewport = window.partners.view.viewport()
    qtbot.mouseClick(viewport, LEFT, pos=row_point(window.partners, model, "china", on_box=False))
    assert explorer.state.look.focus == "china"
    assert len(explorer.results) == 309
    qtbot.mouseClick(viewport, LEFT, pos=row_point(window.partners, model, "china", on_box=True))
    assert explorer.state.query.choices.of("partner").any_of == ("china",)
    qtbot.mouseClick(
        viewport, LEFT, Qt.KeyboardModifier.ShiftModifier, row_point(window.partners, model, "china", on_box=True)
    )
    assert explorer.state.query.choices.of("partner").none_of == ("china",)


def test_partners_by_the_keyboard(partners, qtbot):
    explorer, window, model = partners
    view = window.partners.view
    view.setCurrentIndex(model.index(model.row_of("france")))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert explorer.state.query.choices.of("partner").any_of == ("france",)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert explorer.state.query.choices.of("partner").none_of == ("france",)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert explorer.state.look.focus == "france"


def test_partners_are_found_by_name(partners, qtbot):
    _, window, model = partners
    qtbot.keyClicks(window.partners._filter, "mong")
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Countries", "Mongolia"]


def test_facets_by_mouse_and_keyboard(open_window, qtbot):
    explorer, window = open_window()
    view = window.facets.view
    model = view.model()
    kind = next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data(Role.SLUG) == "kind")
    value = model.index(1, 0, kind)
    assert value.data() == "Agreement"
    view.scrollTo(value)
    spot = QPoint(20, view.visualRect(value).center().y())
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    assert explorer.state.query.choices.of("kind").any_of == ("agreement",)
    view.setCurrentIndex(value)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not explorer.state.query
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert explorer.state.query.choices.of("kind").none_of == ("agreement",)
    assert view.isExpanded(kind)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(kind).center())
    assert not view.isExpanded(kind)


def test_details_lead_on_and_back(open_window, qtbot):
    explorer, window = open_window("focus=kazsat-3")
    links = {link.text(): link for link in window.detail.findChildren(LinkLabel)}
    assert "Italy (supplier)" in links
    qtbot.mouseClick(links["Italy (supplier)"], LEFT)
    assert explorer.state.look.focus == "italy"
    assert any(label.text() == "Italy" for label in window.detail.findChildren(QLabel))
    qtbot.mouseClick(window._back, LEFT)
    assert explorer.state.look.focus == "kazsat-3"
    qtbot.mouseClick(window._forward, LEFT)
    assert explorer.state.look.focus == "italy"


def test_links_follow_the_keyboard_too(open_window, qtbot):
    explorer, window = open_window("focus=kazsat-3")
    link = next(one for one in window.detail.findChildren(LinkLabel) if one.text().startswith("Russia"))
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert explorer.state.look.focus == "russia"


def test_the_table_shows_sorts_selects_and_looks(open_window, qtbot):
    explorer, window = open_window("partner=italy")
    qtbot.mouseClick(window.switch.findChildren(type(window._export))[1], LEFT)
    assert explorer.state.look.view == "table"
    table = window.stack.currentWidget().table
    assert table.model().rowCount() == 13
    table.horizontalHeader().sectionClicked.emit(0)
    assert explorer.state.look.sort == "title"
    titles = [table.model().index(row, 0).data() for row in range(13)]
    assert titles == sorted(titles, key=str.casefold)
    table.setFocus()
    table.selectRow(2)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(explorer.selection) == 2
    assert explorer.state.look.focus == table.model().index(3, 0).data(Role.SLUG)
    explorer.toggle("kind", "satellite")
    assert table.model().rowCount() == 3


def test_nothing_found_says_what_to_do(open_window, qtbot):
    _explorer, window = open_window("show=table")
    qtbot.keyClicks(window.search, "zzzz")
    page = window.stack.currentWidget()
    assert not page.table.isVisible()
    assert page._empty.isVisible()
    assert not window._export.isEnabled()


def test_other_lanes(open_window):
    explorer, window = open_window()
    (kind,) = [action for action in window.chips._group.actions() if action.data() == "kind"]
    kind.trigger()
    assert explorer.state.look.group == "kind"
    assert "kind" in window.chips._lanes.text()


def test_a_state_opens_the_window_there(open_window):
    explorer, window = open_window("text=kazsat&partner=italy&show=table&focus=kazsat-2&sort=-begins&group=kind")
    assert window.search.text() == "kazsat"
    table = window.stack.currentWidget().table
    assert table.currentIndex().data(Role.SLUG) == "kazsat-2"
    assert explorer.detail.row.slug == "kazsat-2"


@pytest.mark.parametrize("size", [(960, 600), (1024, 700), (1280, 800), (1920, 1080)])
def test_the_panes_keep_their_room_at_every_size(open_window, qtbot, size):
    _, window = open_window("partner=italy,russia&from=2004&focus=kazsat-3", size=size)
    assert (window.width(), window.height()) == size
    assert window.partners.width() >= 200
    assert window.detail.width() >= 240
    assert window.stack.width() >= 320
    assert window.stack.height() >= 300


def test_tool_tips_and_accessible_names_are_there(open_window):
    _, window = open_window()
    for widget in (
        window.search,
        window.partners.view,
        window.facets.view,
        window.detail,
        window._back,
        window._forward,
    ):
        assert widget.accessibleName()
    for button, key in (
        (window._back, "Alt+Left"),
        (window._forward, "Alt+Right"),
        (window._export, "Ctrl+E"),
        (window._present, "F5"),
    ):
        assert key in button.toolTip()


def test_the_theme_can_change_while_something_is_shown(open_window, theme):
    _, window = open_window("focus=kazsat-3")
    for tokens in (theme.known["dark"], theme.known["light"]):
        theme.use(tokens)
        assert window.grab().toImage().pixelColor(5, window.height() // 2).name() in {tokens.surface, tokens.bg}


def test_how_sure_a_record_is_stands_at_its_top_and_leads_to_who_says_so(open_window, qtbot):
    explorer, window = open_window("focus=kazsat-3")
    pane = window.detail
    (link,) = (one for one in pane.widget().findChildren(LinkLabel) if one.text().startswith("confirmed, "))
    assert link.mapTo(pane.widget(), QPoint()).y() < 160
    qtbot.mouseClick(link, LEFT, pos=QPoint(4, 4))
    heading = next(label for label in pane.widget().findChildren(QLabel) if label.text() == "EVIDENCE")
    assert 0 <= heading.mapTo(pane.viewport(), QPoint()).y() < 40
    assert explorer.state.look.focus == "kazsat-3"
