"""The first rows of an export as they will be in the file: its text, or the cells of its sheet."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Row
from kzexplorer.exporters import Exporter, export
from kzexplorer.exporters.columns import Type, chosen
from kzexplorer.exporters.csv_table import plain
from kzexplorer.ui.look.theme import CAPTION_PX
from kzexplorer.ui.parts.plain import PlainLabel

_FIRST = 12
# A line longer than this is cut on the screen, not in the file: no title shall slow the dialog.
_LONGEST = 2_000
_WIDEST = 220


def is_text(exporter: Exporter) -> bool:
    """Say whether a format is text a person can read."""
    return exporter.media_type.startswith("text/") or exporter.media_type.endswith(("json", "xml"))


class ExportPreview(QWidget):
    """Shows what the exporter itself makes of the first records."""

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._extent = PlainLabel("", "caption")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(say("Preview"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(CAPTION_PX + 1)
        self.text.setFont(font)
        self.cells = QTableWidget()
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.cells.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.cells.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cells.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cells.setWordWrap(False)
        self.cells.setTabKeyNavigation(False)
        self.cells.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cells.horizontalHeader().setHighlightSections(False)
        self.cells.verticalHeader().hide()
        self.cells.verticalHeader().setDefaultSectionSize(26)
        self.cells.setAccessibleName(say("Preview"))
        self._pages = QStackedWidget()
        self._pages.setObjectName("preview")
        self._pages.addWidget(self.text)
        self._pages.addWidget(self.cells)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say("Preview").upper(), "section"))
        head.addStretch()
        head.addWidget(self._extent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def show_first(self, rows: Sequence[Row], told: Mapping[str, Any]) -> None:
        """Show the first of some rows as they will be written when `export` is told this."""
        first, exporter = rows[:_FIRST], told["exporter"]
        of_all = self._say("the first {count} of {total} records", count=len(first), total=self._say.number(len(rows)))
        self._extent.setText(of_all if len(first) < len(rows) else "")
        if is_text(exporter):
            stream = io.BytesIO()
            export(first, stream, **told)
            lines = stream.getvalue().decode("utf-8-sig").split("\n")
            short = (line if len(line) <= _LONGEST else line[:_LONGEST] + "…" for line in lines)
            self.text.setPlainText("\n".join(line.removesuffix("\r") for line in short).rstrip("\n"))
            self._pages.setCurrentWidget(self.text)
        else:
            self._fill(first, told["columns"] or exporter.columns)
            self._pages.setCurrentWidget(self.cells)

    def show_nothing(self) -> None:
        """Show that there is nothing to write."""
        self._extent.setText("")
        self.text.setPlainText("")
        self._pages.setCurrentWidget(self.text)

    def _fill(self, rows: Sequence[Row], ids: Sequence[str]) -> None:
        columns = chosen(ids)
        self.cells.clear()
        self.cells.setRowCount(len(rows))
        self.cells.setColumnCount(len(columns))
        self.cells.setHorizontalHeaderLabels([column.id for column in columns])
        for place, column in enumerate(columns):
            for number, row in enumerate(rows):
                item = QTableWidgetItem(plain(column.value(row))[:_LONGEST])
                if column.type is Type.INTEGER:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.cells.setItem(number, place, item)
            self.cells.resizeColumnToContents(place)
            self.cells.setColumnWidth(place, min(_WIDEST, self.cells.columnWidth(place) + 8))
