"""The lines of a sheet as widgets: names that lead to things, values that can be copied, what sources say."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.ui.look.judgements import JudgementMark
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.copying import Copyable
from kzexplorer.ui.parts.plain import LinkLabel, PlainLabel
from kzexplorer.viewmodel.sheet_parts import Entry

_TOP = Qt.AlignmentFlag.AlignTop


class SheetLines:
    """Makes the widgets; `follow` takes the slug of what is to be looked at."""

    def __init__(self, theme: Theme, say: Language, follow: Callable[[str], None]) -> None:
        self._theme, self._say, self._follow = theme, say, follow

    def value(self, entry: Entry, name: str) -> QWidget:
        """Make the value beside a label: to be followed, copied or just read."""
        if entry.copy:
            return Copyable(entry.copy, name, self._theme, self._say)
        return self.text(entry, f"{entry.text} ({entry.caption})" if entry.caption else entry.text)

    def text(self, entry: Entry, text: str) -> PlainLabel:
        """Make a text, a link where it leads to something."""
        if not entry.slug:
            return PlainLabel(text, wrap=True)
        link = LinkLabel(text, entry.slug)
        link.followed.connect(self._follow)
        return link

    def line(self, entry: Entry, number: int = 0) -> QLayout:
        """Make an entry of a list with the smaller lines below it; a number above 0 or a mark stands before it."""
        line = QHBoxLayout()
        line.setSpacing(8)
        if number:
            badge = PlainLabel(str(number), "number")
            badge.setFixedSize(20, 20)
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.addWidget(badge, 0, _TOP)
        if entry.mark:
            line.addWidget(JudgementMark(entry.mark, self._theme, drop=3), 0, _TOP)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.text(entry, entry.text))
        if entry.caption:
            texts.addWidget(PlainLabel(entry.caption, "caption", wrap=True))
        if entry.note:
            texts.addWidget(PlainLabel(entry.note, "note", wrap=True))
        line.addLayout(texts, 1)
        return line
