"""The timeline widget: axis, lane heads, lanes and overview around one camera."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Era, Link, Row
from kzexplorer.domain.state import Choice
from kzexplorer.domain.state import Span as Asked
from kzexplorer.domain.vocabulary import N_
from kzexplorer.scene.lanes import NameLane
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Lane
from kzexplorer.scene.span import Span
from kzexplorer.scene.stock import Stock
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.timeline.brush import BrushMenu
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.date_dialog import DateDialog
from kzexplorer.ui.timeline.day_line import DayLine
from kzexplorer.ui.timeline.heads import LaneHeads
from kzexplorer.ui.timeline.lane_menu import LaneMenu
from kzexplorer.ui.timeline.lanes import Lanes
from kzexplorer.ui.timeline.legend import LegendStrip
from kzexplorer.ui.timeline.overview import Overview
from kzexplorer.ui.timeline.painter import Paints
from kzexplorer.ui.timeline.speech import speak
from kzexplorer.ui.timeline.strips import AxisStrip

Describe = Callable[[Row], Sequence[str]]


class TimelineView(QWidget):
    """Records in lanes over time.

    `data_day` is the ordinal day up to which the data reaches, `launches` are (year, number) pairs for the
    overview, `eras` lie behind, `empty` is what to say when there is no record, and `describe` gives the lines of
    the hover card.

    Signals:
        record_chosen(str): a record was clicked, or Enter pressed on it; its slug.
        record_hovered(str): another record, or none, is under the pointer or the keyboard's ring.
        span_changed(int, int): the first and last ordinal day in view, once they have settled.
        span_asked(Span): a span of time is asked for, of the query's kind.
        range_begun(VagueDate), range_ended(VagueDate): the span asked for is to begin, or end, at a date.
        lanes_collapsed(tuple[str, ...], bool), lanes_pinned(tuple[str, ...], bool): lanes are to be so, or no longer.
        kind_toggled(str): a kind in the legend was clicked.
    """

    record_chosen = Signal(str)
    record_hovered = Signal(str)
    span_changed = Signal(int, int)
    span_asked = Signal(object)
    range_begun = Signal(object)
    range_ended = Signal(object)
    lanes_collapsed = Signal(object, bool)
    lanes_pinned = Signal(object, bool)
    kind_toggled = Signal(str)

    def __init__(
        self,
        tokens: Tokens,
        language: Language,
        data_day: int,
        launches: Sequence[tuple[int, int]] = (),
        eras: Sequence[Era] = (),
        empty: str = "",
        describe: Describe | None = None,
        parent: QWidget | None = None,
        bars: str = "",
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._data_day = data_day
        self._eras = eras
        self._fonts = Fonts(self.font())
        self._untouched = True
        paints = Paints(tokens, self._fonts, keep_texts=True)
        self._stock = Stock((), data_day, self._fonts.measure, language, eras)
        self._camera = Camera(Timeline(self._stock, (), "none", _no_name), self._fonts.px, language, self)
        self._axis = AxisStrip(self._camera, paints, self)
        self._heads = LaneHeads(self._camera, paints, self)
        self._lanes = Lanes(self._camera, paints, tokens, empty, describe or partial(_describe, language), self)
        self._bar = QScrollBar(self)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        title = bars or language(N_("Launches a year from Baikonur"))
        self._overview = Overview(self._camera, launches, title, paints, self)
        self._legend = LegendStrip(self._camera, paints, self)
        self._asked: tuple[tuple[object, ...], ...] = ()

        self._day = DayLine(self._camera, self._fonts, tokens, self)

        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._axis, 0, 0, 1, 3)
        grid.addWidget(self._heads, 1, 0)
        grid.addWidget(self._lanes, 1, 1)
        grid.addWidget(self._bar, 1, 2)
        grid.addWidget(self._legend, 2, 0, 1, 3)
        grid.addWidget(self._overview, 3, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self.setFocusProxy(self._lanes)

        self._camera.changed.connect(self._follow)
        self._camera.settled.connect(self.span_changed)
        self._bar.valueChanged.connect(self._camera.scroll_to)
        self._lanes.record_chosen.connect(self.record_chosen)
        self._lanes.record_hovered.connect(self.record_hovered)
        self._axis.record_chosen.connect(self.record_chosen)
        self._legend.kind_toggled.connect(self.kind_toggled)
        keyboard = self._lanes.keyboard
        keyboard.range_begun.connect(self.range_begun)
        keyboard.range_ended.connect(self.range_ended)
        keyboard.date_wanted.connect(self.ask_date)
        keyboard.lane_folded.connect(self._fold)
        keyboard.lane_pinned.connect(self._pin)
        self._heads.lane_folded.connect(self._fold)
        self._heads.menu_wanted.connect(self.offer)
        self._lanes.menu_wanted.connect(self.offer)
        self._lanes.span_brushed.connect(self.ask_mode)
        self._overview.span_brushed.connect(self.ask_mode)

    @property
    def visible_span(self) -> tuple[int, int]:
        """The first and last ordinal day in view."""
        return self._camera.span.days

    def show_rows(
        self,
        rows: Sequence[Row],
        group: str,
        names: NameLane,
        shown: Sequence[int] | None = None,
        collapsed: Collection[str] = (),
        pinned: Collection[str] = (),
    ) -> None:
        """Show records in lanes by `group`; `names(group, key)` gives the title of a lane.

        The lanes with the keys `collapsed` show how dense they are, those `pinned` stay at the top.

        `rows` are all records there are, made ready once; `shown` are the places of those to show, of all if not
        given. The days in view stay, but the first records ever shown are shown whole.
        """
        if rows is not self._stock.rows:
            self._stock = Stock(rows, self._data_day, self._fonts.measure, self._language, self._eras)
        places = range(len(rows)) if shown is None else shown
        timeline = Timeline(self._stock, places, group, names, collapsed, pinned)
        asked, closed = (rows, shown, group), (collapsed, pinned)
        same = self._asked and all(one is other for one, other in zip(asked, self._asked[0], strict=True))
        before, self._asked = self._asked, (asked, closed)
        if same and before[1] != closed:
            self._lanes.regroup(timeline)
            return
        self._lanes.show_records(timeline, whole=self._untouched and not timeline.is_empty)
        self._untouched = self._untouched and timeline.is_empty

    def mark_focus(self, slug: str, links: Sequence[Link] = ()) -> None:
        """Mark a record, or none, in every lane it stands in, and draw its links."""
        self._camera.mark_focus(slug, links)

    def mark_asked(self, span: Asked, kinds_asked: Choice) -> None:
        """Show which span of time and which kinds are asked for."""
        self._axis.set_asked(span)
        self._legend.set_choice(kinds_asked)

    @property
    def lane(self) -> Lane | None:
        """The lane that the keyboard is in."""
        return self._lanes.keyboard.lane

    def say(self, text: str) -> None:
        """Say something to who cannot see the timeline."""
        speak(self._lanes, text)

    def ask_date(self) -> None:
        """Ask for a date to go to."""
        DateDialog(self._camera.look_near, self._language, self).open()

    def ask_mode(self, span: Asked, at: QPoint) -> None:
        """Ask what to do with a span that was drawn, in a menu at a point of the screen."""
        menu = BrushMenu(span, self._language, self)
        menu.asked.connect(self.span_asked)
        menu.wanted.connect(self._look_at)
        menu.popup(at)

    def offer(self, lane: Lane, at: QPoint) -> None:
        """Offer what can be done with a lane, in a menu at a point of the screen."""
        menu = LaneMenu(lane, self._camera.scene.lanes, self._language, self)
        menu.collapsed.connect(self.lanes_collapsed)
        menu.pinned.connect(self.lanes_pinned)
        menu.popup(at)

    def _fold(self, lane: Lane) -> None:
        self.lanes_collapsed.emit((lane.key,), not lane.is_collapsed)

    def _pin(self, lane: Lane) -> None:
        self.lanes_pinned.emit((lane.key,), not lane.is_pinned)

    def _look_at(self, span: Asked) -> None:
        if span.first is not None and span.last is not None:
            self.set_visible_span(span.first, span.last)

    def mark_day(self, day: int | None) -> None:
        """Draw a line at an ordinal day, or none."""
        self._day.mark(day, self._language.day(day) if day is not None else "")
        self._day.follow(self._axis, self._lanes)

    def set_visible_span(self, first: int, last: int) -> None:
        """Look at the days from `first` to `last`, ordinal days, both included."""
        self._untouched = False
        self._camera.look(Span.of(first, last + 1.0))

    def fit(self) -> None:
        """Look at all records."""
        self._camera.fit()

    def zoom_to(self, slugs: Collection[str]) -> None:
        """Look as closely as shows the records with these slugs."""
        self._lanes.look_at([place for slug in slugs if (place := self._stock.place(slug)) >= 0])

    def zoom(self, factor: float) -> None:
        """Show `factor` times as closely, the middle staying where it is."""
        self._camera.zoom(factor, self._camera.scene.viewport.width / 2)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of another theme."""
        paints = Paints(tokens, self._fonts, keep_texts=True)
        self._axis.paints = self._heads.paints = self._overview.paints = self._legend.paints = paints
        self._lanes.set_look(paints, tokens)
        self._day.tokens = tokens
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Override: lay out for the size there is before the first frame."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        camera = self._camera
        self._bar.blockSignals(True)
        self._bar.setRange(0, int(-(-camera.lowest // 1)))
        self._bar.setPageStep(int(camera.height))
        self._bar.setSingleStep(int(self._fonts.px * 3))
        self._bar.setValue(int(camera.scroll))
        self._bar.setVisible(camera.lowest > 0)
        self._bar.blockSignals(False)
        self._lanes.follow()
        self._axis.follow()
        self._overview.follow()
        self._heads.follow()
        self._day.follow(self._axis, self._lanes)
        self._legend.follow()


def _describe(say: Language, row: Row) -> tuple[str, ...]:
    when = say.date(row.begins) if row.begins else say(N_("undated"))
    kind = kinds()[row.kind].names.in_(say.code) if row.kind in kinds() else row.kind
    return row.title, when, kind


def _no_name(*_: str) -> str:
    return ""
