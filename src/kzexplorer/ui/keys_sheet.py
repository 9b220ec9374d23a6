"""The sheet of all keys, made from the actions and from what the panes declare."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import MENUS, Desk, Menu
from kzexplorer.ui.commands import Command
from kzexplorer.ui.parts.lists import KEYS as LIST_KEYS
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.present.keys import KEYS as STAGE_KEYS
from kzexplorer.ui.views import views

_COLUMN, _MOST_COLUMNS, _EDGE = 392, 3, 20

# A heading, and what each key below it does.
Part = tuple[str, list[tuple[str, str]]]


def parts(desk: Desk) -> Iterator[Part]:
    """Give all keys by where they work: anywhere, in the lists, in each view."""
    say = desk.labels.say
    commands = [action for action in desk.window.actions() if isinstance(action, Command)]
    for menu in Menu:
        rows = [
            (", ".join(map(_native, command.declared.keys)), command.text())
            for command in commands
            if command.declared.menu is menu and command.declared.keys
        ]
        if menu is Menu.VIEW:
            rows += [(_native(f"Ctrl+{number}"), say(view.title)) for number, view in enumerate(views(), 1)]
        if menu is Menu.HELP:
            rows.append((_native("F10"), say("Menu")))
        if rows:
            yield say(MENUS[menu]), rows
    lists, stage = (N_("Lists and filters"), LIST_KEYS), (N_("Presenting"), tuple(STAGE_KEYS.values()))
    for heading, keys in (stage, lists, *((view.title, view.keys) for view in views())):
        if keys:
            yield say(heading), [(say(key), say(what)) for key, what in keys]


class KeysSheet(QDialog):
    """Headed lists in as many columns as the window has room for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say = desk.labels.say
        self.setWindowTitle(say("Keys"))
        self.parts = tuple(parts(desk))
        columns = QHBoxLayout()
        columns.setSpacing(32)
        room = desk.window.width() - 2 * _EDGE
        count = min(_MOST_COLUMNS, max(1, room // _COLUMN))
        width = min(count * _COLUMN + 2 * _EDGE, room)
        share = sum(len(rows) + 2 for _, rows in self.parts) / count
        column, filled, here = _column(columns), 0.0, 1
        for heading, rows in self.parts:
            if here < count and filled + len(rows) / 2 > here * share:
                column, here = _column(columns), here + 1
            _fill(column, heading, rows)
            filled += len(rows) + 2
        page = QWidget()
        page.setLayout(columns)
        columns.setContentsMargins(20, 4, 20, 4)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = QPushButton(say("Close"))
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 0, 20, 0)
        buttons.addStretch()
        buttons.addWidget(close)
        title = PlainLabel(say("Keys"), "title")
        title.setContentsMargins(20, 0, 20, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(area, 1)
        layout.addLayout(buttons)
        close.clicked.connect(self.accept)
        self.resize(width, min(columns.totalHeightForWidth(width - 16) + 130, desk.window.height() - 2 * _EDGE))


def _column(columns: QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    columns.addLayout(column, 1)
    return column


def _fill(column: QVBoxLayout, heading: str, rows: list[tuple[str, str]]) -> None:
    head = PlainLabel(heading.upper(), "section")
    head.setContentsMargins(0, 8, 0, 4)
    column.addWidget(head)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, 132)
    grid.setColumnStretch(1, 1)
    for row, (key, what) in enumerate(rows):
        grid.addWidget(PlainLabel(key, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(what, wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(grid)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
