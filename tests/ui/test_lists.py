"""The partner list and the facets at the left: orders, searches and menus by mouse and keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip, QWidget

from kzexplorer.domain.state import Choice
from kzexplorer.ui.asking.delegates import PARTNER_ROW, PartnerRows
from kzexplorer.ui.parts.value_menu import ValueMenu
from kzexplorer.viewmodel.line import Line
from kzexplorer.viewmodel.roles import Role


def branch(pane, facet):
    return next(index for index in pane._branches() if index.data(Role.SLUG) == facet)


def ask_menu(view, index, *, by_key):
    """Ask for the menu of a row, by a right click or by the menu key."""
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    view.scrollTo(index)
    view.setCurrentIndex(index)
    at = view.visualRect(index).center()
    target = view if by_key else view.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))


def entry(menu, text):
    (action,) = [action for action in menu.actions() if action.text().split("\t")[0] == text]
    return action


def test_partners_in_another_order(open_window):
    _, window = open_window()
    pane = window.partners
    pane.view.setCurrentIndex(pane._partners.index(pane._partners.row_of("italy")))
    actions = {action.text(): action for action in pane.order.menu().actions()}
    assert actions["by activity"].isChecked()
    actions["by name"].trigger()
    assert pane._partners.index(1).data() == "Azerbaijan"
    assert pane.order.text() == "by name ▾"
    assert pane.view.currentIndex().data(Role.SLUG) == "italy"
    assert not actions["by activity"].isChecked()
    assert pane.order.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("by_key", [False, True])
def test_the_menu_of_a_value(open_window, qtbot, by_key):
    explorer, window = open_window()
    pane = window.facets
    ask_menu(pane.view, pane._facets.index(1, 0, branch(pane, "kind")), by_key=by_key)
    menu = pane.findChild(ValueMenu)
    assert menu.actions()[0].text() == "Agreement"
    assert not entry(menu, "Take this back").isEnabled()
    assert not entry(menu, "Clear this filter").isEnabled()
    assert menu.activeAction() is entry(menu, "Only this")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert explorer.state.query.choices.of("kind") == Choice.of(["agreement"])


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("Only this", Choice.of(["agreement"])),
        ("Any of: this too", Choice.of(["agreement", "treaty"], ["launch"])),
        ("None of: without this", Choice.of(["treaty"], ["agreement", "launch"])),
        ("Clear this filter", Choice()),
    ],
)
def test_the_ways_to_choose_a_value(open_window, text, choice):
    explorer, window = open_window("kind=treaty,!launch")
    pane = window.facets
    ask_menu(pane.view, pane._facets.index(1, 0, branch(pane, "kind")), by_key=True)
    entry(pane.findChild(ValueMenu), text).trigger()
    assert explorer.state.query.choices.of("kind") == choice


def test_a_partner_is_taken_back_by_its_menu(open_window):
    explorer, window = open_window("partner=italy,russia")
    pane = window.partners
    ask_menu(pane.view, pane._partners.index(pane._partners.row_of("italy")), by_key=False)
    menu = pane.findChild(ValueMenu)
    assert entry(menu, "Any of: this too").isChecked()
    entry(menu, "Take this back").trigger()
    assert explorer.state.query.choices.of("partner") == Choice.of(["russia"])


def test_headings_have_no_menu(open_window):
    _, window = open_window()
    ask_menu(window.facets.view, branch(window.facets, "kind"), by_key=True)
    ask_menu(window.partners.view, window.partners._partners.index(0), by_key=False)
    assert window.findChild(ValueMenu) is None


def test_filters_are_found_opened_and_folded_back(open_window, qtbot):
    _, window = open_window()
    pane = window.facets
    qtbot.keyClicks(pane._filter, "roscosmos")
    organizations = branch(pane, "organization")
    assert pane.view.isExpanded(organizations)
    pane._filter.setText("zzzz")
    assert pane._none.isVisible()
    pane._filter.clear()
    assert not pane._none.isVisible()
    opened = {index.data(Role.SLUG) for index in pane._branches() if pane.view.isExpanded(index)}
    assert opened == {"kind", "certainty"}


def test_a_facet_opened_by_hand_stays_open(open_window):
    explorer, window = open_window()
    pane = window.facets
    pane._fold(branch(pane, "organization"))
    pane._fold(branch(pane, "certainty"))
    pane._filter.setText("roscosmos")
    pane._filter.clear()
    opened = {index.data(Role.SLUG) for index in pane._branches() if pane.view.isExpanded(index)}
    assert opened == {"kind", "organization"}
    explorer.toggle("kind", "satellite")
    head = branch(pane, "organization")
    counts = [pane._facets.index(row, 0, head).data(Role.LINE).count for row in range(pane._facets.rowCount(head))]
    assert counts == sorted(counts, reverse=True)


def test_a_value_says_its_whole_name(open_window, monkeypatch):
    from PySide6.QtGui import QHelpEvent

    tips = []
    monkeypatch.setattr("kzexplorer.ui.asking.facet_pane.plain_tip", lambda at, text, parent: tips.append(text))
    _, window = open_window()
    view = window.facets.view
    at = view.visualRect(window.facets._facets.index(0, 0, branch(window.facets, "kind"))).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, QPoint(0, 0)))
    assert tips == ["Treaty"]


def test_a_tool_tip_names_what_is_cut_and_says_what_a_box_does(open_window):
    _, window = open_window()

    def tip(view, index, x):
        view.scrollTo(index)
        at = QPoint(x, view.visualRect(index).center().y())
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
        return QToolTip.text()

    partners, facets = window.partners.view, window.facets.view
    italy = partners.model().index(partners.model().row_of("italy"))
    kinds = branch(window.facets, "kind")
    assert "dormant: " in tip(partners, italy, 110)
    assert "Shift+click: without this" in tip(partners, italy, 20)
    assert "Treaty" in tip(facets, facets.model().index(0, 0, kinds), 110)
    assert "Shift+click: without this" in tip(facets, facets.model().index(0, 0, kinds), 20)
    assert "Kind" in tip(facets, kinds, 20)
    QToolTip.hideText()


def test_letters_find_rows_also_those_that_do_something_elsewhere(open_window, qtbot):
    _, window = open_window("focus=kazsat-3")
    window.activateWindow()
    partners, facets = window.partners.view, window.facets.view
    for letter, found in (("b", "Belarus"), ("e", "Egypt")):
        partners.setFocus()
        partners.keyboardSearch("")
        qtbot.keyClick(partners, letter)
        assert partners.currentIndex().data() == found
    facets.setFocus()
    qtbot.keyClick(facets, "e")
    assert facets.hasFocus()
    assert window.desk.keeping.basket.slugs == ()


def painted(theme, qtbot, years, last_year):
    """The picture of a partner's row, painted for the first time."""
    parent = QWidget()
    qtbot.addWidget(parent)
    model, item = QStandardItemModel(parent), QStandardItem()
    item.setData(Line("Italy", count=9, years=years), Role.LINE)
    model.appendRow(item)
    option = QStyleOptionViewItem()
    option.rect.setRect(0, 0, 300, PARTNER_ROW)
    picture = QImage(300, PARTNER_ROW, QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        PartnerRows(theme, PARTNER_ROW, last_year, parent).paint(painter, option, model.index(0, 0))
    return picture


def test_a_partners_activity_reaches_from_independence_to_the_data(theme, qtbot):
    none = painted(theme, qtbot, {}, 2034)
    assert painted(theme, qtbot, {1957: 3}, 2034) == none
    assert painted(theme, qtbot, {1991: 3}, 2034) != none
    assert painted(theme, qtbot, {2034: 3}, 2034) != none
