"""A brief in its typography: what each part of it looks like on a page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.language import Language
from kzexplorer.scene.margins import HEADS, OVERHANG
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Viewport
from kzexplorer.scene.stock import Stock
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.marks import mark_paths
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.report.pieces import (
    LEADING,
    MM,
    Beside,
    Columns,
    Drawing,
    Inset,
    Paragraph,
    Piece,
    Rule,
    Run,
    Space,
    Stack,
)
from kzexplorer.ui.timeline.painter import paint_scene, picture_size
from kzexplorer.viewmodel.report import Chapter, Form, Passage, Report

POINT = 192 / 72
_STRIP = 26 * MM  # the least height of the timeline's lane
_DATES = 30 * MM  # the column of dates
_GUTTER = 6 * MM
_MARK = 8.5 * POINT


class Brief:
    """Makes the pieces of a brief for pages of one width.

    Args:
        tokens: the colours.
        base: the family of all fonts.
        width: of the text, in units.
        say: the language of the timeline's own words.
        data_day: the ordinal day up to which the data reaches.
    """

    def __init__(self, tokens: Tokens, base: QFont, width: float, say: Language, data_day: int) -> None:
        self._tokens = tokens
        self._base = base
        self._width = width
        self._say = say
        self._data_day = data_day
        self._marks = mark_paths(_MARK)
        names = ("ink", "ink2", "ink3", "line", "accent", "gold", "goldbg", "surface")
        self._colours = {name: QColor(getattr(tokens, name)) for name in names}

    def pieces(self, report: Report) -> list[Piece]:
        """Give all of a brief from top to bottom."""
        return [
            *self._head(report),
            self._figures(report.figures),
            Space(5 * MM),
            Stack((self._heading(report.timeline, ""), Space(2 * MM), self._timeline(report)), together=True),
            *(piece for chapter in report.chapters for piece in (Space(6 * MM), self._chapter(chapter))),
        ]

    def footer(self, text: str, number: int, of: int) -> Piece:
        """Give the foot of a page."""
        width = self._width / 6
        return Stack(
            (
                Rule(self._width, self._colours["line"]),
                Space(2 * MM),
                Beside(
                    (
                        (0, self._text(text, 7.5, "ink3", self._width - width)),
                        (
                            self._width - width,
                            self._text(f"{number} / {of}", 7.5, "ink3", width, align=Qt.AlignmentFlag.AlignRight),
                        ),
                    )
                ),
            )
        )

    def _head(self, report: Report) -> list[Piece]:
        standing = [self._run(report.standing[:1].upper() + report.standing[1:], 9.5, "accent", bold=True)]
        if report.standing_note:
            standing.append(self._run(f"  {report.standing_note}", 9.5, "ink2"))
        pieces: list[Piece] = [
            Rule(12 * MM, self._colours["accent"], thickness=1.2 * MM, height=5 * MM),
            self._caps(report.overline, "ink3"),
            self._text(report.title, 25, "ink", bold=True),
        ]
        if report.standing:
            pieces += [Space(1 * MM), Paragraph(standing, self._width)]
        if report.profile:
            runs = [self._run(report.profile, 9.5, "ink"), *self._references(report.references, 0)]
            pieces += [Space(3 * MM), Paragraph(runs, self._width)]
        return [*pieces, Space(5 * MM)]

    def _figures(self, figures: Sequence[tuple[str, str]]) -> Piece:
        """Put numbers side by side, each above what it counts."""
        step = self._width / max(len(figures), 1)
        cells = tuple(
            (
                number * step,
                Stack(
                    (
                        self._text(figure, 15, "ink", step - 3 * MM, bold=True),
                        self._text(label, 7.5, "ink2", step - 3 * MM),
                    )
                ),
            )
            for number, (figure, label) in enumerate(figures)
        )
        rule = Rule(self._width, self._colours["line"])
        return Stack((rule, Space(2.5 * MM), Beside(cells), Space(2.5 * MM), rule), together=True)

    def _timeline(self, report: Report) -> Piece:
        fonts = Fonts(self._base, 7 * POINT)
        stock = Stock(report.rows, self._data_day, fonts.measure, self._say)
        timeline = Timeline(stock, range(len(report.rows)), "partner", partial(_titled, report.title))
        lanes = self._width - (HEADS + OVERHANG) * fonts.px
        first, last = timeline.span
        room = 0.03 * (last - first)
        scene = timeline.scene(Viewport(first - room, last + room, lanes, _STRIP, fonts.px))
        return Drawing(
            picture_size(scene).height(), partial(paint_scene, scene=scene, tokens=self._tokens, fonts=fonts)
        )

    def _chapter(self, chapter: Chapter) -> Piece:
        heading = self._heading(chapter.heading, chapter.remark)
        step = (self._width + _GUTTER) / 2
        body: list[Piece]
        match chapter.form:
            case Form.RECORDS:
                body = _spaced(map(self._record, chapter.entries), 3 * MM)
            case Form.DOUBTS:
                body = _spaced(map(self._doubt, chapter.entries), 3 * MM)
            case Form.LINES:
                lines = tuple(self._line(entry, step - _GUTTER) for entry in chapter.entries)
                body = [Columns(lines, step, 1.2 * MM)]
            case Form.SOURCES:
                sources = tuple(
                    self._source(number, entry, step - _GUTTER) for number, entry in enumerate(chapter.entries, start=1)
                )
                body = [Columns(sources, step, 1 * MM)]
        return Stack((heading, Space(2 * MM), *body), leading=2)

    def _heading(self, text: str, remark: str) -> Piece:
        runs = [self._caps_run(text, "ink2")]
        if remark:
            runs.append(self._run(f"   {remark}", 7.5, "ink3"))
        return Paragraph(runs, self._width)

    def _record(self, entry: Passage) -> Piece:
        width = self._width - _DATES
        title = Paragraph([self._run(entry.title, 9.5, "ink", bold=True)], width - 5 * MM)
        text = [self._run(entry.text, 8.5, "ink"), *self._references(entry.references, entry.more)]
        told = Stack(
            (
                Inset(title, 5 * MM, partial(self._mark, entry.kind, title.height)),
                Inset(self._text(entry.caption, 7.5, "ink3", width - 5 * MM), 5 * MM),
                Inset(Paragraph(text, width - 5 * MM), 5 * MM),
            ),
            together=True,
        )
        date = self._text(self._unbroken(entry.aside, 8, _DATES - 3 * MM), 8, "ink2", _DATES - 3 * MM)
        # Beside the title, whose lines are a little higher.
        aside = Stack((Space(0.3 * MM), date))
        if aside.height > told.height:
            told = Stack((told, Space(aside.height - told.height)), together=True)
        return Inset(told, _DATES, partial(aside.paint, x=0.0, y=0.0))

    def _doubt(self, entry: Passage) -> Piece:
        width = self._width - 4 * MM
        head = [
            self._run(f"{entry.aside[:1].upper()}{entry.aside[1:]}  ", 8, "gold", bold=True),
            self._run(entry.title, 9, "ink", bold=True),
        ]
        told = Stack(
            (
                Paragraph(head, width),
                self._text(entry.caption, 7.5, "ink3", width),
                Paragraph([self._run(entry.text, 8.5, "ink"), *self._references(entry.references, entry.more)], width),
            ),
            together=True,
        )
        return Inset(told, 4 * MM, partial(_bar, told.height, self._colours["gold"]))

    def _line(self, entry: Passage, width: float) -> Piece:
        return Paragraph([self._run(entry.title, 8.5, "ink"), self._run(f"  {entry.caption}", 7.5, "ink3")], width)

    def _source(self, number: int, entry: Passage, width: float) -> Piece:
        figure = self._text(str(number), 7, "accent", 6 * MM, bold=True)
        text = self._text(entry.title, 7, "ink2", width - 6 * MM)
        return Inset(text, 6 * MM, partial(figure.paint, x=0.0, y=0.0))

    def _references(self, numbers: Sequence[int], more: int) -> list[Run]:
        shown = [*map(str, numbers), *([f"+{more}"] if more else [])]
        return [self._run("\u2002" + "\u202f·\u202f".join(shown), 7, "accent", bold=True)] if shown else []

    def _unbroken(self, dates: str, points: float, width: float) -> str:
        """Let a span of time break between its two dates rather than inside of one."""
        parts = [part.replace(" ", "\u00a0") for part in dates.split(" – ")]
        metrics = QFontMetricsF(self._font(points))
        return " – ".join(parts) if all(metrics.horizontalAdvance(f"{p} –") < width for p in parts) else dates

    def _mark(self, kind: str, height: float, painter: QPainter) -> None:
        known = kinds().get(kind)
        if known is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetricsF(self._font(9.5, bold=True)).height() * LEADING
        painter.translate(QPointF(_MARK / 2, min(height, line) / 2))
        painter.fillPath(self._marks[known.mark], QColor(self._tokens.family(known.family)))

    def _caps(self, text: str, colour: str) -> Piece:
        return Paragraph([self._caps_run(text, colour)], self._width)

    def _caps_run(self, text: str, colour: str) -> Run:
        font = self._font(7.5, bold=True)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        return Run(text.upper(), font, self._colours[colour])

    def _text(
        self,
        text: str,
        points: float,
        colour: str,
        width: float = 0.0,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> Piece:
        return Paragraph([self._run(text, points, colour, bold=bold)], width or self._width, align)

    def _run(self, text: str, points: float, colour: str, *, bold: bool = False) -> Run:
        return Run(text, self._font(points, bold=bold), self._colours[colour])

    def _font(self, points: float, *, bold: bool = False) -> QFont:
        font = QFont(self._base)
        font.setPixelSize(round(points * POINT))
        font.setBold(bold)
        return font


def _titled(title: str, *_: str) -> str:
    """Name the only lane of the timeline, whatever its group and key."""
    return title


def _bar(height: float, colour: QColor, painter: QPainter) -> None:
    painter.fillRect(QRectF(0, 0, 0.7 * MM, height), colour)


def _spaced(pieces: "map[Piece]", gap: float) -> list[Piece]:
    made = list(pieces)
    return [part for number, piece in enumerate(made) for part in ((Space(gap), piece) if number else (piece,))]
