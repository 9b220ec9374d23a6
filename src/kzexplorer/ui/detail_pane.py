"""The pane that shows what is in focus in full: facts, life, evidence, doubts, relations."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.records import Detail
from kzexplorer.ui.basket_button import Star
from kzexplorer.ui.life_line import LifeLine
from kzexplorer.ui.mark_icon import MarkIcon
from kzexplorer.ui.plain import ElidedLabel, LinkLabel, PlainLabel
from kzexplorer.ui.theme import Theme
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.sheet import sheet
from kzexplorer.viewmodel.sheet_parts import Doubt, Entry, Pair, Section, Sheet

_MARGIN = 20
_LABEL_WIDTH = 96


class DetailPane(QScrollArea):
    """Draws a `Sheet`; every name in it leads to the thing it names.

    Signals:
        followed(str): the slug of something to be looked at.
    """

    followed = Signal(str)

    def __init__(self, labels: Labels, theme: Theme, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._theme = theme
        self._keeping = keeping
        self._sheet: Sheet | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(labels.say("Details"))
        theme.changed.connect(self._redraw)
        self._draw(None)

    def show_detail(self, detail: Detail | None) -> None:
        """Show a detail, or what to do when nothing is in focus."""
        self._sheet = sheet(detail, self._labels) if detail else None
        self._draw(self._sheet)
        self.verticalScrollBar().setValue(0)

    def _redraw(self) -> None:
        self._draw(self._sheet)

    def _draw(self, shown: Sheet | None) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 20)
        column.setSpacing(12)
        if shown is None:
            self._draw_nothing(column)
        else:
            self._draw_head(column, shown)
            if shown.pairs:
                column.addLayout(self._pairs(shown.pairs))
            if shown.life:
                self._rule(column, self._labels.say("Life"))
                column.addWidget(LifeLine(shown.life, self._colour(shown.kind), self._theme))
            evidence_first = sorted(shown.sections, key=_evidence_first)
            for section in evidence_first[:1]:
                self._section(column, section, weak=shown.weak)
            for doubt in shown.doubts:
                column.addWidget(self._doubt(doubt))
            for section in evidence_first[1:]:
                self._section(column, section, weak=shown.weak)
        column.addStretch()
        before, focus = self.widget(), QApplication.focusWidget()
        has_keys = before is not None and focus is not None and before.isAncestorOf(focus)
        self.setWidget(page)
        if has_keys:
            # Who has followed a link by its key goes on from here; the link itself is gone with its page.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_nothing(self, column: QVBoxLayout) -> None:
        say = self._labels.say
        column.addSpacing(24)
        column.addWidget(PlainLabel(say("Nothing in focus"), "empty"))
        column.addWidget(
            PlainLabel(
                say("Click a partner or a mark on the timeline to read what is known of it, and who says so."),
                "secondary",
                wrap=True,
            )
        )
        keys = (
            (say("Search"), "/"),
            (say("Find anything"), "Ctrl+K"),
            (say("All keys"), "F1"),
        )
        column.addLayout(self._pairs(tuple(Pair(label, (Entry(key),)) for label, key in keys)))
        self._rule(column, say("In this edition"))
        edition = self._labels.store.edition
        counts = (
            (say("Records"), edition.counts["row"]),
            (say("Partners"), edition.counts["partner"]),
            (say("Organizations"), edition.counts["organization"]),
            (say("Sources"), edition.counts["source"]),
            (say("Claims checked"), edition.counts["claim"]),
            (say("Open conflicts"), edition.counts["conflict"]),
        )
        column.addLayout(self._pairs(tuple(Pair(label, (Entry(say.number(n)),)) for label, n in counts)))

    def _draw_head(self, column: QVBoxLayout, shown: Sheet) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        if shown.kind:
            line.addWidget(MarkIcon(shown.kind, self._theme), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(shown.overline, "strong", wrap=True), 1)
        if self._labels.store.row(shown.slug) is not None:
            line.addWidget(Star(shown.slug, self._keeping, self._labels.say), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(PlainLabel(shown.title, "title", wrap=True))
        head.addWidget(PlainLabel(shown.subtitle, "doubt" if shown.weak else "secondary", wrap=True))
        column.addLayout(head)
        if shown.body:
            column.addWidget(PlainLabel(shown.body, wrap=True))

    def _pairs(self, pairs: tuple[Pair, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, pair in enumerate(pairs):
            label = PlainLabel(pair.label, "secondary", wrap=True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            values = QVBoxLayout()
            values.setSpacing(2)
            for entry in pair.entries:
                role = f" ({entry.caption})" if entry.caption else ""
                values.addWidget(self._text(entry, f"{entry.text}{role}"))
            # At the top: one line stands beside the first line of a label that wraps, not beside its middle.
            grid.addLayout(values, row, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _section(self, column: QVBoxLayout, section: Section, *, weak: bool) -> None:
        self._rule(column, section.heading, section.remark, weak=weak)
        entries = QVBoxLayout()
        entries.setSpacing(8)
        for number, entry in enumerate(section.entries, start=1):
            line = QHBoxLayout()
            line.setSpacing(8)
            if section.numbered:
                badge = PlainLabel(str(number), "number")
                badge.setFixedSize(20, 20)
                badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
                line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            texts = QVBoxLayout()
            texts.setSpacing(1)
            texts.addWidget(self._text(entry, entry.text))
            if entry.caption:
                texts.addWidget(PlainLabel(entry.caption, "caption", wrap=True))
            line.addLayout(texts, 1)
            entries.addLayout(line)
        column.addLayout(entries)

    def _doubt(self, doubt: Doubt) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "doubt")
        box = QVBoxLayout(frame)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(4)
        box.addWidget(PlainLabel(doubt.headline, "doubt", wrap=True))
        for entry in doubt.entries:
            box.addWidget(self._text(entry, entry.text))
            if entry.caption:
                box.addWidget(PlainLabel(entry.caption, "caption", wrap=True))
        if doubt.used:
            box.addWidget(PlainLabel(self._labels.say("Used: {value}", value=doubt.used), "secondary", wrap=True))
        return frame

    def _rule(self, column: QVBoxLayout, heading: str, remark: str = "", *, weak: bool = False) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        line = QHBoxLayout()
        line.addWidget(PlainLabel(heading.upper(), "section"))
        line.addStretch()
        if remark:
            line.addWidget(ElidedLabel(f"● {remark}", "doubtful" if weak else "good"))
        column.addLayout(line)

    def _text(self, entry: Entry, text: str) -> PlainLabel:
        if not entry.slug:
            return PlainLabel(text, wrap=True)
        link = LinkLabel(text, entry.slug)
        link.followed.connect(self.followed)
        return link

    def _colour(self, kind: str) -> str:
        return self._theme.tokens.family(kinds()[kind].family) if kind in kinds() else self._theme.tokens.ink3


def _evidence_first(section: Section) -> bool:
    return not section.numbered
