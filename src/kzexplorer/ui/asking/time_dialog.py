"""When: a span of time that records are to meet, and the day for which to answer."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.dates import DateError
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.state import Query, Span, SpanMode
from kzexplorer.domain.state_reading import build_state
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.parts.segment import segment
from kzexplorer.viewmodel.labels import Labels

_MODES = {
    SpanMode.ACTIVE: N_("Active in"),
    SpanMode.BEGINS: N_("Begun in"),
    SpanMode.ENDS: N_("Ended in"),
}
_LONGEST = 40


class TimeDialog(QDialog):
    """Takes dates of any precision, says at once what they would find, and hands the query to `ask`."""

    def __init__(self, query: Query, ask: Callable[[Query], None], labels: Labels, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._query, self._ask, self._labels = query, ask, labels
        say, span = labels.say, query.span
        self.setWindowTitle(say("Time"))
        self.setMinimumWidth(460)
        self.modes = QButtonGroup(self)
        self.first = self._line(say("From"), span.start.text if span.start else "")
        self.last = self._line(say("To"), span.stop.text if span.stop else "")
        self.as_of = self._line(say("As of"), query.as_of.text if query.as_of else "")
        self.first.setPlaceholderText(say("the beginning"))
        self.last.setPlaceholderText(say("the end"))
        self.as_of.setPlaceholderText(say("any day"))
        self.answer = PlainLabel("", "secondary", wrap=True)
        self.answer.setMinimumHeight(self.answer.fontMetrics().lineSpacing() * 2)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.any_time = QPushButton(say("Any time"))
        self.any_time.setAutoDefault(False)
        self.show_button = QPushButton(say("Show"))
        self.show_button.setProperty("role", "primary")
        self.show_button.setDefault(True)
        self._arrange(span.mode)
        for line in (self.first, self.last, self.as_of):
            line.textChanged.connect(self._answer)
        self.modes.idClicked.connect(self._answer)
        self.show_button.clicked.connect(self._show)
        self.any_time.clicked.connect(self._clear)
        self._answer()

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(name)
        return line

    def _arrange(self, mode: SpanMode) -> None:
        say = self._labels.say
        row = QHBoxLayout()
        row.setSpacing(0)
        for number, (one, text) in enumerate(_MODES.items()):
            button = segment(say(text), number, len(_MODES))
            button.setChecked(one is mode)
            self.modes.addButton(button, number)
            row.addWidget(button)
        row.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for number, line in enumerate((self.first, self.last, self.as_of)):
            label = PlainLabel(line.accessibleName(), "secondary")
            label.setBuddy(line)
            grid.addWidget(label, number, 0)
            grid.addWidget(line, number, 1)
        cancel = QPushButton(say("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.any_time)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.show_button)
        hint = say(
            "A year, month, day, quarter or decade: 2008, 2008-03, 2008-03-15, 2008-Q1, 2000s. "
            "“As of” shows what was in force or operating on one day."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(say("Time"), "title"))
        layout.addWidget(PlainLabel(hint, "secondary", wrap=True))
        layout.addLayout(row)
        layout.addLayout(grid)
        layout.addWidget(self.answer)
        layout.addStretch()
        layout.addLayout(buttons)
        self.first.setFocus()

    def _asked(self) -> Query:
        """Read the query with the times typed.

        Raises:
            KnownError: a date cannot be read, or the span ends before it begins.
        """
        mode = tuple(_MODES)[self.modes.checkedId()]
        lines = {"from": self.first, "to": self.last, "asof": self.as_of}
        typed = {key: (_as_printed(line.text().strip()),) for key, line in lines.items()}
        read = build_state({**typed, "span": (mode.value,)}, ()).query
        return replace(self._query, span=read.span or Span(), as_of=read.as_of)

    def _answer(self) -> None:
        labels = self._labels
        try:
            query = self._asked()
        except KnownError as error:
            sentence, role = str(error), "doubt"
        else:
            found = labels.store.find(query)
            sentence, role = labels.result(query, len(found), len(found.unsure)), "secondary"
        self.show_button.setEnabled(role != "doubt")
        self.answer.setProperty("role", role)
        self.answer.style().polish(self.answer)
        self.answer.setText(sentence)

    def _show(self) -> None:
        self._ask(self._asked())
        self.accept()

    def _clear(self) -> None:
        for line in (self.first, self.last, self.as_of):
            line.clear()
        self._show()


def _as_printed(text: str) -> str:
    """Give a date as states hold it; what cannot be read is left for who reads the state to refuse."""
    from kzexplorer.domain.written_dates import typed_date  # late: its patterns take a part of the start

    try:
        return typed_date(text).text if text else ""
    except DateError:
        return text
