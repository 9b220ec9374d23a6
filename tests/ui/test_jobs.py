"""The five jobs of a user, each done once by the mouse and once by keys alone, on the real window."""

import csv
from io import StringIO

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kzexplorer import app
from kzexplorer.ui.asking.time_dialog import TimeDialog
from kzexplorer.ui.exporting.dialog import ExportDialog
from kzexplorer.ui.palette import Palette
from kzexplorer.ui.parts.plain import LinkLabel, PlainLabel
from kzexplorer.ui.timeline.lanes import Lanes
from kzexplorer.ui.views.table import TableView
from kzexplorer.viewmodel.roles import Role

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PANES = ("search", "partners", "facets", "view", "detail")


class User:
    """Somebody at the window, who has a mouse and keys and sees what is on the screen."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        window.activateWindow()
        window.search.setFocus()

    # Eyes.

    @property
    def title(self):
        """The title in the detail pane."""
        found = [label for label in self.window.detail.findChildren(PlainLabel) if label.property("role") == "title"]
        return found[-1].text() if found else ""

    @property
    def details(self):
        return [label.text() for label in self.window.detail.widget().findChildren(PlainLabel)]

    @property
    def sentence(self):
        return self.window.status.sentence.text()

    def link(self, text):
        links = self.window.detail.widget().findChildren(LinkLabel)
        return next(link for link in links if link.text().startswith(text))

    # Mouse.

    def click(self, widget, at=None, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.mouseClick(widget, LEFT, modifier, at if at is not None else widget.rect().center())

    def click_partner(self, slug, *, on_box):
        view, model = self.window.partners.view, self.window.partners.view.model()
        index = model.index(model.row_of(slug))
        view.scrollTo(index)
        self.click(view.viewport(), QPoint(20 if on_box else 110, view.visualRect(index).center().y()))

    def click_value(self, facet, value):
        view, model = self.window.facets.view, self.window.facets.view.model()
        branch = next(
            index for row in range(model.rowCount()) if (index := model.index(row, 0)).data(Role.SLUG) == facet
        )
        if not view.isExpanded(branch):
            view.scrollTo(branch)
            self.click(view.viewport(), view.visualRect(branch).center())
        leaf = next(
            index
            for row in range(model.rowCount(branch))
            if (index := model.index(row, 0, branch)).data(Role.SLUG) == value
        )
        view.scrollTo(leaf)
        self.click(view.viewport(), QPoint(20, view.visualRect(leaf).center().y()))

    def click_link(self, text):
        link = self.link(text)
        self.window.detail.ensureWidgetVisible(link)
        self.click(link, QPoint(4, 4))

    # Keys.

    def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            if QApplication.activeWindow() is None:  # a dialog was shut; here no window manager goes back
                self.window.activateWindow()
                QApplication.processEvents()
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
            QApplication.processEvents()

    def type(self, text):
        """Type a word that nothing before it belongs to, however fast or slow this machine types."""
        widget = QApplication.focusWidget()
        QApplication.setKeyboardInputInterval(0)
        QTest.keyClicks(widget, text[0])
        QApplication.setKeyboardInputInterval(600_000)
        QTest.keyClicks(widget, text[1:])
        QApplication.processEvents()

    def go_to(self, pane):
        """Go from pane to pane with F6 until one has the keys."""
        window = self.window
        wanted = {
            "search": window.search,
            "partners": window.partners,
            "facets": window.facets,
            "view": window.stack,
            "detail": window.detail,
        }[pane]
        for _ in PANES:
            focus = QApplication.focusWidget()
            if focus is wanted or wanted.isAncestorOf(focus):
                return
            self.press(Qt.Key.Key_F6)
        raise AssertionError(f"F6 never reaches {pane}")

    def tab_to(self, text):
        """Press Tab until a link that begins so has the keys."""
        for _ in range(80):
            focus = QApplication.focusWidget()
            if isinstance(focus, LinkLabel) and focus.text().startswith(text):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {text}")


@pytest.fixture
def user(open_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(app, "choose_path", lambda parent, suggested, suffix: tmp_path / f"mine{suffix}")
    _, window = open_window()
    usual = QApplication.keyboardInputInterval()
    yield User(window, qtbot)
    QApplication.setKeyboardInputInterval(usual)


def expected(store):
    """Agreements and treaties on Earth observation with France since 2008, found without the program's search."""
    return [
        row.slug
        for row in store.all_rows
        if row.kind in {"agreement", "treaty"}
        and "earth-observation" in row.areas
        and "france" in {part.slug for part in row.partners}
        and row.begins is not None
        and max(row.begins.finish, row.end.date.finish if row.end.date and row.end.date.last else 0) >= 733042
    ]


def shown(user):
    return [row.slug for row in user.window.desk.explorer.rows]


# 1. Browse: who cooperates with Kazakhstan, in what, since when, how serious is it.


def test_browse_by_mouse(user, qtbot):
    user.click_partner("italy", on_box=False)
    assert user.title == "Italy"
    assert any(text.startswith("dormant: ") for text in user.details)
    assert "2006" in user.details
    assert user.sentence == "309 of 309 records"
    user.click_link("KazSat-3")
    assert user.title.startswith("KazSat-3")
    QTest.mouseClick(user.window.windowHandle(), Qt.MouseButton.BackButton, pos=QPoint(600, 300))
    assert user.title == "Italy"
    QTest.mouseClick(user.window.windowHandle(), Qt.MouseButton.ForwardButton, pos=QPoint(600, 300))
    assert user.title.startswith("KazSat-3")


def test_browse_by_keys(user):
    user.go_to("partners")
    user.type("ita")
    user.press(Qt.Key.Key_Return)
    assert user.title == "Italy"
    user.go_to("detail")
    user.tab_to("KazSat-3")
    user.press(Qt.Key.Key_Return)
    assert user.title.startswith("KazSat-3")
    user.press(Qt.Key.Key_Left, modifier=ALT)
    assert user.title == "Italy"
    user.press(Qt.Key.Key_Right, modifier=ALT)
    assert user.title.startswith("KazSat-3")


# 2. Filter: agreements on Earth observation with France since 2008.


def test_filter_by_mouse(user, store, qtbot):
    user.click_partner("france", on_box=True)
    user.click_value("kind", "agreement")
    user.click_value("kind", "treaty")
    user.click_value("area", "earth-observation")
    user.click(user.window.chips.time)
    (dialog,) = user.window.findChildren(TimeDialog)
    user.click(dialog.first)
    QTest.keyClicks(dialog.first, "2008")
    user.click(dialog.show_button)
    assert shown(user) == expected(store)
    assert len(shown(user)) > 1
    assert "with France" in user.sentence
    assert "active since 2008" in user.sentence


def test_filter_by_keys(user, store):
    user.go_to("partners")
    user.type("fra")
    user.press(Qt.Key.Key_Space)
    user.go_to("facets")
    user.type("agree")
    user.press(Qt.Key.Key_Space)
    user.type("treaty")
    user.press(Qt.Key.Key_Space)
    user.type("area")
    user.press(Qt.Key.Key_Right)
    user.type("earth")
    user.press(Qt.Key.Key_Space)
    user.press(Qt.Key.Key_T, modifier=CTRL)
    user.type("2008")
    user.press(Qt.Key.Key_Return)
    assert shown(user) == expected(store)
    user.press(Qt.Key.Key_Backspace, modifier=CTRL)
    assert user.sentence == "309 of 309 records"


# 3. Check: who says so, how sure is it, do sources disagree, is a popular claim true.


def claims_of(user):
    return user.window.desk.explorer.detail.claims


def test_check_by_mouse(user, qtbot):
    user.click(user.window.search)
    QTest.keyClicks(user.window.search, "kazsat-3")
    user.window.stack.choose("table")
    table = user.window.findChild(TableView).table
    rows = user.window.desk.explorer.rows
    place = next(n for n, row in enumerate(rows) if row.slug == "kazsat-3")
    user.click(table.viewport(), table.visualRect(table.model().index(place, 0)).center())
    check_a_record(user)
    claim = claims_of(user)[0]
    user.click_link(claim.claim[:20])
    check_a_claim(user, claim)
    user.click_link("KazSat-3")
    assert user.title.startswith("KazSat-3")


def test_check_by_keys(user):
    user.press(Qt.Key.Key_K, modifier=CTRL)
    user.type("kazsat-3")
    (palette,) = user.window.findChildren(Palette)
    names = [palette.model.index(row).data() for row in range(palette.model.rowCount())]
    for _ in range(names.index("KazSat-3")):
        user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Return)
    check_a_record(user)
    claim = claims_of(user)[0]
    user.go_to("detail")
    user.tab_to(claim.claim[:20])
    user.press(Qt.Key.Key_Return)
    check_a_claim(user, claim)
    user.go_to("detail")
    user.tab_to("KazSat-3")
    user.press(Qt.Key.Key_Return)
    assert user.title.startswith("KazSat-3")


def check_a_record(user):
    """The record names its sources one by one, how sure it is, and what they disagree about."""
    detail = user.window.desk.explorer.detail
    texts = user.details
    assert "EVIDENCE" in texts
    for citation in detail.citations:
        assert citation.source.title in texts
    for conflict in detail.conflicts:
        assert any(conflict.question in text for text in texts)
        for position in conflict.positions:
            assert any(position.value in text for text in texts)
    assert detail.conflicts


def check_a_claim(user, claim):
    assert user.title == claim.claim
    assert claim.explanation in user.details
    assert any(claim.verdict in text for text in user.details)


# 4. Export the selection to CSV.


def exported(tmp_path):
    return list(csv.DictReader(StringIO((tmp_path / "mine.csv").read_text("utf-8-sig"))))


def when_open(dialog, act, window):
    """Do something once a dialog is open that waits for its end."""

    def look():
        for found in window.findChildren(dialog):
            if found.isVisible():
                timer.stop()
                act(found)

    timer = QTimer(window, interval=20)
    timer.timeout.connect(look)
    timer.start()


def test_export_by_mouse(user, tmp_path, qtbot):
    user.click_partner("italy", on_box=True)
    user.click(next(one for one in user.window.switch.findChildren(QPushButton) if one.text() == "Table"))
    table = user.window.findChild(TableView).table
    for place, modifier in ((1, Qt.KeyboardModifier.NoModifier), (3, SHIFT), (5, CTRL)):
        user.click(table.viewport(), table.visualRect(table.model().index(place, 0)).center(), modifier)
    chosen = [user.window.desk.explorer.rows[place].slug for place in (1, 2, 3, 5)]

    def act(dialog):
        assert dialog.selection.isChecked()
        user.click(dialog.save)
        qtbot.waitUntil(dialog.outcome.open_folder.isVisible, timeout=60_000)
        user.click(dialog.close_button)

    when_open(ExportDialog, act, user.window)
    user.click(user.window._export)
    assert [row["slug"] for row in exported(tmp_path)] == chosen


def test_export_by_keys(user, tmp_path, qtbot):
    user.type("kazsat italy")
    user.press(Qt.Key.Key_2, modifier=CTRL)
    user.go_to("view")
    user.press(Qt.Key.Key_Home, modifier=CTRL)
    user.press(Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=SHIFT)
    chosen = [row.slug for row in user.window.desk.explorer.rows[:3]]

    def act(dialog):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(dialog.outcome.open_folder.isVisible, timeout=60_000)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_open(ExportDialog, act, user.window)
    user.press(Qt.Key.Key_E, modifier=CTRL)
    assert [row["slug"] for row in exported(tmp_path)] == chosen


# 5. Present a timeline: so far in the window, closer and wider, from record to record.


def span_of(user):
    return user.window.stack.currentWidget().timeline.visible_span


def test_present_by_mouse(user, qtbot):
    user.click_partner("italy", on_box=True)
    lanes = user.window.findChild(Lanes)
    timeline = user.window.stack.currentWidget().timeline
    item = next(item for item in timeline._camera.scene.items if item.slug == "kazsat-3")
    at = QPoint(round(item.mark_x), round(item.y - timeline._camera.scroll))
    user.click(lanes, at)
    assert user.title.startswith("KazSat-3")
    before = span_of(user)
    qtbot.mouseDClick(lanes, LEFT, pos=at)
    first, last = span_of(user)
    assert last - first < before[1] - before[0]
    assert first <= user.window.desk.explorer.detail.row.begins.begin <= last


def test_present_by_keys(user):
    user.type("kazsat")
    user.go_to("view")
    whole = span_of(user)
    user.press(Qt.Key.Key_Home)
    user.press(Qt.Key.Key_Return)
    first = user.title
    user.press(Qt.Key.Key_End)
    user.press(Qt.Key.Key_Return)
    assert user.title != first
    user.type("++")
    closer = span_of(user)
    assert closer[1] - closer[0] < whole[1] - whole[0]
    user.type("-")
    wider = span_of(user)
    assert closer[1] - closer[0] < wider[1] - wider[0]
    user.type("0")
    begun = [row.begins for row in user.window.desk.explorer.rows if row.begins]
    assert span_of(user)[0] <= min(date.begin for date in begun)
    assert span_of(user)[1] >= max(date.begin for date in begun)
    user.press(Qt.Key.Key_F, modifier=CTRL | SHIFT)
    begins = user.window.desk.explorer.detail.row.begins
    assert span_of(user)[0] <= begins.begin <= begins.finish <= span_of(user)[1]
    assert span_of(user)[1] - span_of(user)[0] < whole[1] - whole[0]
