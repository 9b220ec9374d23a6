"""A span of time taken with the pointer: to whole days, months or years, and what to do with it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, Precision, VagueDate, parse
from kzexplorer.domain.language import Language
from kzexplorer.domain.sentence import span_words
from kzexplorer.domain.state import Span, SpanMode
from kzexplorer.domain.vocabulary import N_

CLEAR = 4.0  # pixels a unit of the calendar takes at least to be aimed at
_UNITS = ((Precision.DAY, 1.0), (Precision.MONTH, 30.4), (Precision.YEAR, 365.25), (Precision.DECADE, 3652.5))
_MODES = {
    SpanMode.ACTIVE: N_("Active in {span}"),
    SpanMode.BEGINS: N_("Begun in {span}"),
    SpanMode.ENDS: N_("Ended in {span}"),
}


def snapped(one: float, other: float, px_per_day: float) -> Span:
    """Give the span from the unit of the calendar that one moment lies in to that of the other.

    The unit is the shortest that can be aimed at.
    """
    precision = next((unit for unit, days in _UNITS if days * px_per_day >= CLEAR), Precision.DECADE)
    first, last = sorted(min(max(int(day), MIN_DAY), MAX_DAY) for day in (one, other))
    return Span(_unit(first, precision), _unit(last, precision))


def _unit(ordinal: int, precision: Precision) -> VagueDate:
    on = date.fromordinal(ordinal)
    match precision:
        case Precision.DECADE:
            return parse(f"{on.year // 10 * 10:04}s")
        case Precision.YEAR:
            return parse(f"{on.year:04}")
        case Precision.MONTH:
            return parse(f"{on.year:04}-{on.month:02}")
    return parse(on.isoformat())


class BrushMenu(QMenu):
    """Asks how records are to meet a span, or whether only to look at it.

    Signals:
        asked(Span): the span, with the mode wanted.
        wanted(Span): only look closer.
    """

    asked = Signal(object)
    wanted = Signal(object)

    def __init__(self, span: Span, say: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._span = span
        words = f"{say.date(span.start)} – {say.date(span.stop)}" if span.start and span.stop else span_words(span, say)
        if span.start == span.stop and span.start:
            words = say.date(span.start)
        for mode, text in _MODES.items():
            self.addAction(say(text, span=words)).setData(mode.value)
        self.addSeparator()
        self.addAction(say("Only look closer")).setData("")
        self.triggered.connect(self._do)
        self.aboutToHide.connect(self.deleteLater)

    def _do(self, action: QAction) -> None:
        mode = action.data()
        if mode:
            self.asked.emit(Span(self._span.start, self._span.stop, SpanMode(mode)))
        else:
            self.wanted.emit(self._span)
