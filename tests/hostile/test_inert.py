"""Whatever the data says, every widget of every view, pane and dialog shows it as the text it is and does nothing."""

import csv
import ctypes
import importlib
import io
import os
import pkgutil
import sqlite3
import struct
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGraphicsTextItem,
    QGraphicsView,
    QLabel,
    QMenu,
    QTextEdit,
    QToolTip,
    QWidget,
)

from kzexplorer import paths, ui
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.store import Repository
from kzexplorer.store.facets import facets
from kzexplorer.tour import file_acts
from kzexplorer.tour.stage import Stage
from kzexplorer.tour.stops import STOPS

MARK = "<img src="
# Free texts, as columns of tables; addresses too, and everything a person may have written.
TEXTS = {
    "record": ("title", "summary", "note", "begins_note", "ends_note"),
    "partner": ("name_en", "name_kk", "name_ru", "region", "capital", "seat", "place_note", "standing_note", "profile"),
    "organization": ("name_en", "name_kk", "name_ru", "summary"),
    "place": ("name_en", "name_kk", "name_ru", "summary"),
    "term": ("name_en", "name_kk", "name_ru", "description", "seed_text"),
    "source": ("title", "publisher", "author", "licence", "note", "url"),
    "claim": ("section", "claim", "explanation"),
    "conflict": ("question", "used"),
    "conflict_position": ("value", "note"),
    "citation": ("note",),
    "step": ("text",),
    "sentence": ("section", "sentence"),
    "partner_alias": ("alias",),
    "organization_alias": ("alias",),
}
# In place of the words of a row, by turns; {canary} is a file that nobody may open.
HOSTILE = (
    '<img src="file://{canary}"><b>bold</b> <a href="file://{canary}">{old}</a> &lt;&amp;',
    "<script>open('javascript:alert(1)')</script><style>@import 'file://{canary}';</style>{old}",
    "javascript:fetch('file://{canary}')",
    "\u202e{old} =cmd|'/C calc'!A0 \u2066\u200f<img src=\"file://{canary}\">",
    "{old}\x00\x07\x1b[31m\ufeff\u2028\t\n\r<img src='{canary}'/>",
    "![x](file://{canary}) **{old}** [y](javascript:alert(1)) %s %1 %n {{0}} &File",
)
# What has no end; only a few, since they are slow to lay out.
LONG = ('<img src="{canary}">' + "{old} " * 300, "<body background='{canary}'>" + "Ұ" * 5000)


@pytest.fixture(scope="module")
def canary(tmp_path_factory):
    path = tmp_path_factory.mktemp("canary") / "canary.png"
    path.write_bytes(b"nobody opens me")
    return path


@pytest.fixture(scope="module")
def hostile(canary, tmp_path_factory):
    """The bundled database with every free text exchanged for a hostile one; opened as if it were trusted."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    path.write_bytes(paths.database().read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        turn = 0
        for table, columns in TEXTS.items():
            for column in columns:
                values = f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> ''"
                for (old,) in connection.execute(values).fetchall():
                    turn += 1
                    new = LONG[turn // 40 % len(LONG)] if turn % 40 == 0 else HOSTILE[turn % len(HOSTILE)]
                    new = new.format(canary=canary, old=old)
                    connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?", (new, old))
        fact = HOSTILE[0].format(canary=canary, old="fact")
        connection.execute("UPDATE fact SET value = ? WHERE type = 'text'", (fact,))
        connection.execute("UPDATE meta SET value = ? WHERE key IN ('title', 'licence', 'attribution')", (fact,))
        connection.commit()
    store = Repository.open(path)
    yield store
    store.close()


class Opened:
    """Counts how often a file is opened, by any code in this process or another."""

    def __init__(self, path):
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = self._libc.inotify_init1(os.O_NONBLOCK)
        in_open = 0x20
        assert self._libc.inotify_add_watch(self._descriptor, os.fsencode(path), in_open) >= 0

    def count(self):
        try:
            data = os.read(self._descriptor, 65536)
        except BlockingIOError:
            return 0
        return len(data) // struct.calcsize("iIII")

    def close(self):
        os.close(self._descriptor)


@pytest.fixture
def watched_canary(canary):
    if not sys.platform.startswith("linux"):
        yield None
        return
    opened = Opened(canary)
    yield opened
    opened.close()


def rich(text):
    """Say whether Qt would take a text that holds one of the hostile ones for markup."""
    return MARK in text or "<script" in text or "<body" in text


def hidden_letter(text):
    """Say whether one of the hostile texts lost an ampersand and underlines a letter instead."""
    return rich(text) and "&" in text.replace("&&", "")


def faults(widget):
    """Give what is wrong with a widget and all in it."""
    for one in [widget, *widget.findChildren(QWidget)]:
        name = f"{type(one).__name__} “{one.objectName()}”"
        if isinstance(one, QTextEdit):
            yield f"{name} can show markup"
        if rich(one.toolTip()) or rich(one.whatsThis()):
            yield f"{name} has a tool tip that is not escaped: {one.toolTip()[:80]}"
        if one.objectName() == "qtooltip_label":  # Qt's own, which takes markup always
            if rich(one.text()):
                yield f"{name} is not escaped"
        elif isinstance(one, QLabel):
            if one.textFormat() is not Qt.TextFormat.PlainText:
                yield f"{name} takes markup: {one.text()[:80]}"
            if one.openExternalLinks() or one.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse:
                yield f"{name} follows links"
        if isinstance(one, QAbstractButton) and hidden_letter(one.text()):
            yield f"{name} takes an ampersand of the data for a key: {one.text()[:80]}"
        for action in one.actions():
            # A menu shows the tips of its actions, which are their texts unless told, only when told to.
            if rich(action.toolTip()) and not (isinstance(one, QMenu) and not one.toolTipsVisible()):
                yield f"{name}, {action.text()[:40]}: a tool tip that is not escaped"
            if isinstance(one, QMenu) and hidden_letter(action.text()):
                yield f"{name} takes an ampersand of the data for a key: {action.text()[:80]}"
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from (f"{name}: {fault}" for fault in _faults_of_model(one.model()))
        if isinstance(one, QGraphicsView) and one.scene() is not None:
            for item in one.scene().items():
                if isinstance(item, QGraphicsTextItem):
                    yield f"{name} holds a text that can be markup: {item.toPlainText()[:80]}"
                if rich(item.toolTip()):
                    yield f"{name} holds an item with a tool tip that is not escaped"


def _faults_of_model(model):
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), 60)):
        for column in range(columns):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole):
                if rich(str(index.data(role) or "")):
                    yield f"row {row}, column {column}: {role.name} is not escaped"


def tips(window):
    """Ask widgets for help as a resting pointer does; gives what they say."""
    for one in window.findChildren(QWidget):
        if one.isVisible() and not one.visibleRegion().isEmpty():
            for at in (QPoint(40, 12), one.rect().center()):
                QApplication.sendEvent(one, QHelpEvent(QEvent.Type.ToolTip, at, one.mapToGlobal(at)))
                if QToolTip.isVisible():
                    yield QToolTip.text()
    QToolTip.hideText()


def one_line(number, canary, old):
    """Give a hostile text that has a place in a file of lines."""
    return HOSTILE[(0, 2, 3, 5)[number % 4]].format(canary=canary, old=old)


@pytest.fixture
def brought(canary, tmp_path, monkeypatch):
    """What comes in files of other people: a table to import and, in the folder that is given, a briefing."""
    columns, *rows = csv.reader(file_acts.LAUNCHES.splitlines())
    wild = [[one_line(n, canary, cell) for n, cell in enumerate(row)] for row in rows]
    text = io.StringIO()
    csv.writer(text).writerows((columns, *rows, *wild))
    head, _, rest = text.getvalue().partition("Mission")
    monkeypatch.setattr(file_acts, "LAUNCHES", f"{head}Mission <img src='file://{canary}'>{rest}")
    folder = tmp_path / "briefings"
    folder.mkdir()
    lines = (paths.resources() / "briefings" / "italy.kzbrief").read_text("utf-8").split("\n")
    for number, line in enumerate(lines):
        mark, space, old = line.partition(" ")
        if mark in ("title:", "headline:", "|"):
            lines[number] = f"{mark}{space}{one_line(number, canary, old)}"
    (folder / "italy.kzbrief").write_text("\n".join(lines), "utf-8")
    return folder


def widgets():
    """Give every class of widget that the program has."""
    modules = (importlib.import_module(m.name) for m in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."))
    found = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    return {one for one in found if issubclass(one, QWidget) and one.__module__.startswith(ui.__name__)}


def test_no_widget_takes_the_data_for_more_than_text(open_window, hostile, brought, watched_canary, tmp_path, qtbot):
    explorer, window = open_window(data=hostile)
    window.desk.briefings._ready = brought
    stage = Stage(window, explorer, window.desk.keeping, tmp_path)
    known = [facet.id for facet in facets()]
    seen, walked = set(), set()
    for stop in STOPS:
        stage.clear()
        explorer.open(parse_state(stop.state, known))
        stage.settle()
        stop.act(stage)
        stage.settle()
        for widget in (window, *stage.over()):
            found = sorted(set(faults(widget)))
            assert not found, f"at “{stop.name}”: {found[:5]}"
            seen |= {label.text() for label in widget.findChildren(QLabel) if rich(label.text())}
            walked.update(*(type(one).__mro__ for one in (widget, *widget.findChildren(QWidget))))
        if stop.name in ("everything", "table", "matrix", "claim", "sources"):
            said = list(tips(window))
            assert said
            assert not [tip for tip in said if rich(tip) or len(tip) > 10_000], stop.name
    stage.clear()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert window.size().width() == 1280
    assert len(seen) > 20  # the texts did arrive
    assert widgets() <= walked, "a widget that no stop of the tour shows"
    assert watched_canary is None or watched_canary.count() == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the watch over a file is Linux's")
def test_the_canary_sings(canary, watched_canary, qtbot):
    label = QLabel(f'<img src="file://{canary}">')
    qtbot.addWidget(label)
    label.show()
    qtbot.waitUntil(lambda: watched_canary.count() > 0)
    assert "takes markup" in next(faults(label))
