"""The timeline as a view of the explorer's state: its rows, lanes, focus and visible days."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.records import RecordDetail, Row
from kzexplorer.domain.state import Look, Span, State
from kzexplorer.domain.vocabulary import STATUSES, STEP_ROLES
from kzexplorer.store import Results
from kzexplorer.ui.asking.nothing_found import NothingFound
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.timeline.view import TimelineView
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels


class FollowedTimeline(QWidget):
    """Keeps a `TimelineView` and an `Explorer` together; each change goes through the explorer.

    While it is hidden it lays out nothing, and catches up when it is shown.
    """

    def __init__(self, explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        self._shown: Results | None = None
        self._lanes: tuple[object, ...] = ()
        self._span = Span()
        self._visible: tuple[int, int] | None = None
        say, store = labels.say, labels.store
        self.timeline = TimelineView(
            theme.tokens,
            say,
            store.edition.data_day,
            store.launches or store.begun,
            store.eras,
            "",
            self._describe,
            # Somebody's own table has no launches of Baikonur beside it.
            bars="" if store.launches else say("Records begun in a year"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.timeline)
        self.setFocusProxy(self.timeline)
        self._nothing = NothingFound(explorer, labels, self)
        self._nothing.hide()

        self.timeline.record_chosen.connect(explorer.focus)
        self.timeline.span_changed.connect(explorer.pan)
        self.timeline.span_asked.connect(explorer.set_span)
        self.timeline.range_begun.connect(self._begin_span)
        self.timeline.range_ended.connect(self._end_span)
        self.timeline.lanes_collapsed.connect(self._collapse)
        self.timeline.lanes_pinned.connect(self._pin)
        self.timeline.kind_toggled.connect(self._toggle_kind)
        theme.changed.connect(self.timeline.set_tokens)
        explorer.state_changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Override: catch up with what has changed meanwhile."""
        super().showEvent(event)
        self._follow(self._explorer.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: what is said when nothing is found covers all."""
        super().resizeEvent(event)
        self._nothing.setGeometry(self.rect())

    def _follow(self, state: State) -> None:
        if not self.isVisible():
            return
        if self._explorer.results is not self._shown or _lanes(state.look) != self._lanes:
            self._show_rows()
        self.timeline.mark_day(state.query.as_of.begin if state.query.as_of else None)
        detail = self._explorer.detail
        self.timeline.mark_focus(state.look.focus, detail.links if isinstance(detail, RecordDetail) else ())
        self.timeline.mark_asked(state.query.span, state.query.choices.of("kind"))
        if not self._shown:
            return
        # A state without days of its own, reached from one that had them, shows everything again.
        if state.query.span != self._span or (self._visible and not state.look.visible):
            self._span = state.query.span
            self._look_at(self._span)
        self._visible = state.look.visible
        if state.look.visible and state.look.visible != self.timeline.visible_span:
            self.timeline.set_visible_span(*state.look.visible)

    def _begin_span(self, date: VagueDate) -> None:
        """Ask for what meets a span from a date on; an end that lies before it goes."""
        span = self._explorer.state.query.span
        stop = span.stop if span.stop and span.stop.finish >= date.begin else None
        self._ask(replace(span, start=date, stop=stop))

    def _end_span(self, date: VagueDate) -> None:
        span = self._explorer.state.query.span
        start = span.start if span.start and span.start.begin <= date.finish else None
        self._ask(replace(span, start=start, stop=date))

    def _ask(self, span: Span) -> None:
        """Ask for a span without looking elsewhere, and say how many records meet it."""
        self._span = span
        self._explorer.set_span(span)
        query = self._explorer.state.query
        self.timeline.say(self._labels.result(query, len(self._explorer.results), len(self._explorer.results.unsure)))

    def _collapse(self, lanes: Sequence[str], on: bool) -> None:
        self._explorer.look(self._explorer.state.look.collapse(lanes, on=on))

    def _pin(self, lanes: Sequence[str], on: bool) -> None:
        self._explorer.look(self._explorer.state.look.pin(lanes, on=on))

    def _toggle_kind(self, kind: str) -> None:
        self._explorer.toggle("kind", kind)

    def _look_at(self, span: Span) -> None:
        """Look at the span asked for, with a little room on both sides; without one at everything."""
        if not span:
            self.timeline.fit()
            return
        shown = self.timeline.visible_span
        first = shown[0] if span.first is None else span.first
        last = max(first + 1, self._labels.store.edition.data_day if span.last is None else span.last)
        room = max(30, (last - first) // 40)
        self.timeline.set_visible_span(first - room, last + room)

    def _show_rows(self) -> None:
        self._shown = self._explorer.results
        look = self._explorer.state.look
        self._lanes = _lanes(look)
        self.timeline.show_rows(
            self._labels.store.all_rows, look.group, self._labels.lane, self._shown.places, look.collapsed, look.pinned
        )
        self._nothing.setVisible(not self._shown)

    def _describe(self, row: Row) -> Sequence[str]:
        labels = self._labels
        status = labels.say(STATUSES.get(row.status, row.status))
        lines = [row.title, f"{labels.when(row)} · {status}", f"{labels.kind(row.kind)} · {labels.partners(row)}"]
        steps = [
            f"{labels.say(STEP_ROLES.get(step.role, step.role))} {labels.say.date(step.date)}"
            for step in row.steps
            if step.date
        ]
        if len(steps) > 1:
            lines.append(" · ".join(steps))
        return lines


def _lanes(look: Look) -> tuple[object, ...]:
    return look.group, look.collapsed, look.pinned
