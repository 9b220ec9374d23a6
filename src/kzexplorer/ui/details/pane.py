"""The pane that shows what is in focus in full: facts, life, evidence, doubts, relations."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.records import Detail, PartnerDetail, RecordDetail, SourceDetail
from kzexplorer.ui.details.brief_button import BriefButton
from kzexplorer.ui.details.life_line import LifeLine
from kzexplorer.ui.details.positions import Positions
from kzexplorer.ui.details.sheet_lines import SheetLines
from kzexplorer.ui.keeping.basket_button import Star
from kzexplorer.ui.look.judgements import JudgementMark
from kzexplorer.ui.look.mark_icon import MarkIcon
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.address import AddressButton
from kzexplorer.ui.parts.copying import CiteButton
from kzexplorer.ui.parts.flow import FlowArea
from kzexplorer.ui.parts.plain import LinkLabel, PlainLabel
from kzexplorer.viewmodel.certainty import Certainty
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.sheet import sheet
from kzexplorer.viewmodel.sheet_parts import Ask, Doubt, Entry, Pair, Section, Sheet

_MARGIN = 20
_LABEL_WIDTH = 96
_BUTTON = 26
# From this level of certainty on there is no doubt.
_SURE = 3


class DetailPane(QScrollArea):
    """Draws a `Sheet`; every name in it leads to the thing it names.

    Signals:
        followed(str): the slug of something to be looked at.
        asked(str, str): the records behind it are wanted: a facet and a value.
        wanted(str): something is to be done with the thing in focus; the id of an action.
    """

    followed = Signal(str)
    asked = Signal(str, str)
    wanted = Signal(str)

    def __init__(self, labels: Labels, theme: Theme, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._theme = theme
        self._keeping = keeping
        self._detail: Detail | None = None
        self._sheet: Sheet | None = None
        self._evidence: QWidget | None = None
        self._lines = SheetLines(theme, labels.say, self.followed.emit)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(labels.say("Details"))
        theme.changed.connect(self._redraw)
        self._draw(None)

    def show_detail(self, detail: Detail | None) -> None:
        """Show a detail, or what to do when nothing is in focus."""
        self._detail = detail
        self._sheet = sheet(detail, self._labels) if detail else None
        self._draw(self._sheet)
        self.verticalScrollBar().setValue(0)

    def go_to_evidence(self) -> None:
        """Bring what the thing in focus rests on to the top, with the keyboard on the first source."""
        if self._evidence is not None:
            self.verticalScrollBar().setValue(self._evidence.y() - 8)
            first = self._evidence.findChild(LinkLabel)
            (first or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _redraw(self) -> None:
        self._draw(self._sheet)

    def _draw(self, shown: Sheet | None) -> None:
        page, self._evidence = QWidget(), None
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
            # What it rests on comes first, then what is not settled.
            first, rest = _parted(shown.sections)
            for section in first:
                self._draw_evidence(column, section, shown.certainty)
            for doubt in shown.doubts:
                column.addWidget(self._doubt(doubt))
            for section in rest:
                self._section(column, section)
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
        under = QHBoxLayout()
        under.setSpacing(6)
        if shown.mark:
            under.addWidget(JudgementMark(shown.mark, self._theme, drop=2), 0, Qt.AlignmentFlag.AlignTop)
        under.addWidget(PlainLabel(shown.subtitle, "doubt" if shown.weak else "secondary", wrap=True), 1)
        head.addLayout(under)
        if shown.certainty:
            head.addLayout(self._certainty(shown.certainty, shown.slug))
        column.addLayout(head)
        if shown.body:
            column.addWidget(PlainLabel(shown.body, wrap=True))
        if offers := list(self._offers(shown)):
            self._buttons(column, offers)

    def _certainty(self, sure: Certainty, slug: str) -> QHBoxLayout:
        """How sure it is stands at the top, where it is read first, and leads down to who says so."""
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(JudgementMark(sure.value, self._theme, drop=2), 0, Qt.AlignmentFlag.AlignTop)
        link = LinkLabel(sure.short, slug)
        link.followed.connect(self.go_to_evidence)
        line.addWidget(link, 1)
        return line

    def _offers(self, shown: Sheet) -> Iterator[QWidget]:
        if shown.ask:
            yield AskButton(shown.ask, self.asked.emit)
        if shown.address:
            yield AddressButton(shown.address, self._labels.say)
        if isinstance(self._detail, SourceDetail):
            yield CiteButton(self._detail, self._labels)
        if isinstance(self._detail, PartnerDetail) and self._detail.partner.kind != "home":
            yield BriefButton(self._labels.say, self.wanted.emit)

    def _buttons(self, column: QVBoxLayout, buttons: Iterable[QWidget]) -> None:
        flow = FlowArea(spacing=8)
        for button in buttons:
            button.setFixedHeight(_BUTTON)
            flow.add(button)
        column.addWidget(flow)

    def _pairs(self, pairs: tuple[Pair, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, pair in enumerate(pairs):
            label = PlainLabel(pair.label, "secondary", wrap=True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            # In a widget: a layout aligned by itself gets no more height than its hint, and long values were cut.
            cell = QWidget()
            values = QVBoxLayout(cell)
            values.setContentsMargins(0, 0, 0, 0)
            values.setSpacing(0)
            for entry in pair.entries:
                values.addWidget(self._lines.value(entry, pair.label))
            # At the top: one line stands beside the first line of a label that wraps, not beside its middle.
            grid.addWidget(cell, row, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _draw_evidence(self, column: QVBoxLayout, section: Section, sure: Certainty | None) -> None:
        self._evidence = QWidget()
        inside = QVBoxLayout(self._evidence)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        column.addWidget(self._evidence)
        self._rule(inside, section.heading)
        if sure:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(JudgementMark(sure.value, self._theme), 0, Qt.AlignmentFlag.AlignTop)
            texts = QVBoxLayout()
            texts.setSpacing(1)
            texts.addWidget(PlainLabel(sure.word, "doubtful" if sure.level < _SURE else "good"))
            texts.addWidget(PlainLabel(sure.reason, "caption", wrap=True))
            line.addLayout(texts, 1)
            inside.addLayout(line)
        inside.addLayout(self._entries(section))
        if isinstance(self._detail, RecordDetail):
            self._buttons(inside, [CiteButton(self._detail, self._labels)])

    def _section(self, column: QVBoxLayout, section: Section) -> None:
        self._rule(column, section.heading)
        column.addLayout(self._entries(section))

    def _entries(self, section: Section) -> QVBoxLayout:
        entries = QVBoxLayout()
        entries.setSpacing(8)
        for number, entry in enumerate(section.entries, start=1):
            entries.addLayout(self._lines.line(entry, number if section.numbered else 0))
        return entries

    def _doubt(self, doubt: Doubt) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "doubt")
        box = QVBoxLayout(frame)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(8)
        box.addWidget(PlainLabel(doubt.headline, "doubt", wrap=True))
        box.addWidget(Positions(doubt.entries, self.followed.emit))
        if doubt.used:
            box.addWidget(PlainLabel(self._labels.say("Used: {value}", value=doubt.used), wrap=True))
        return frame

    def _rule(self, column: QVBoxLayout, heading: str) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        column.addWidget(PlainLabel(heading.upper(), "section"))

    def _colour(self, kind: str) -> str:
        return self._theme.tokens.family(kinds()[kind].family) if kind in kinds() else self._theme.tokens.ink3


class AskButton(QPushButton):
    """Offers the records behind a thing."""

    def __init__(self, ask: Ask, wanted: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(ask.text, parent)
        self._ask, self._wanted = ask, wanted
        self.setProperty("role", "pill")
        self.setAutoDefault(False)
        self.clicked.connect(self._want)

    def _want(self) -> None:
        self._wanted(self._ask.facet, self._ask.value)


def _parted(sections: tuple[Section, ...]) -> tuple[list[Section], list[Section]]:
    """Part what a thing rests on from the rest."""
    return [s for s in sections if s.is_evidence], [s for s in sections if not s.is_evidence]
