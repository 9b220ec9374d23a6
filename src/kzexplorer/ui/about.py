"""The About box: which program and data this is, what it rests on and what one may do with it."""

import platform
from collections.abc import Iterator

import PySide6
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzexplorer.store import Repository
from kzexplorer.ui.parts.plain import ElidedLabel, PlainLabel
from kzexplorer.ui.parts.tooltip import as_tip
from kzexplorer.viewmodel.labels import Labels

_WIDTH = 540
_ICON = QSize(48, 48)


def versions(version: str, store: Repository) -> Iterator[tuple[str, str]]:
    """Give the program and what it runs on, each with its version; names that need no translation."""
    yield "kzexplorer", version
    yield "Python", platform.python_version()
    yield "Qt", str(qVersion())
    yield "PySide6", PySide6.__version__
    yield "SQLite", store.engine


class AboutBox(QDialog):
    """Says all of it as plain text that can be copied."""

    def __init__(self, labels: Labels, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say, store = labels.say, labels.store
        edition = store.edition
        self.setWindowTitle(say("About kzexplorer"))
        counts = edition.counts
        self.pairs: tuple[tuple[str, str], ...] = (
            (say("Data"), ", ".join((
                say("Edition {name}", name=edition.name), say("data to {date}", date=say.day(edition.data_day)),
            ))),
            (say("Contents"), "\n".join((
                say.plural("{count} record", "{count} records", counts["row"]),
                say.plural("{count} partner", "{count} partners", counts["partner"]),
                say.plural("{count} organization", "{count} organizations", counts["organization"]),
                say.plural("{count} source", "{count} sources", counts["source"]),
            ))),
            (say("Database"), str(store.path)),
            (say("Versions"), "\n".join(f"{name} {number}" for name, number in versions(version, store))),
            (say("Licences"), "\n".join((
                say("Program: {licence}", licence="MIT"),
                say("Data: {licence}", licence=edition.licence),
                edition.attribution,
            ))),
        )  # fmt: skip
        head = QHBoxLayout()
        head.setSpacing(16)
        icon = PlainLabel()
        icon.setPixmap(self.windowIcon().pixmap(_ICON, self.devicePixelRatioF()))
        icon.setFixedSize(_ICON)
        title = QVBoxLayout()
        title.setSpacing(4)
        title.addWidget(PlainLabel(f"kzexplorer {version}", "title"))
        title.addWidget(
            PlainLabel(say("Kazakhstan's space cooperation, offline and with every fact cited"), "secondary")
        )
        head.addWidget(icon)
        head.addLayout(title, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate(self.pairs):
            grid.addWidget(PlainLabel(name, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(text), row, 1)
        self.copy_button = QPushButton(say("Copy"))
        close = QPushButton(say("Close"))
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch()
        buttons.addWidget(close)
        rule = QFrame()
        rule.setProperty("role", "rule")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(rule)
        layout.addLayout(grid)
        layout.addStretch()
        layout.addLayout(buttons)
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))
        close.setFocus()
        self.copy_button.clicked.connect(self.copy)
        close.clicked.connect(self.accept)

    def copy(self) -> None:
        """Put all of it on the clipboard."""
        lines = (f"{name}: {text.replace(chr(10), ', ')}" for name, text in self.pairs)
        QGuiApplication.clipboard().setText("\n".join(lines))


def _value(text: str) -> PlainLabel:
    # A path has no blanks to break it at.
    if " " in text:
        label = PlainLabel(text, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
    label = ElidedLabel(text)
    label.setToolTip(as_tip(text))
    return label
