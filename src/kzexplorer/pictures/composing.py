"""Put a subject on pages: heading, timeline, legend and footer, each where it has room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from kzexplorer.domain.kinds import Family, Kind, Mark, kinds
from kzexplorer.pictures.fitting import Fitting, Slice
from kzexplorer.pictures.paper import MOST, Paper, Part
from kzexplorer.pictures.picture import Chart, Ink, Key, Panel, Picture, Role, Text
from kzexplorer.pictures.subject import Card, Subject
from kzexplorer.pictures.wording import broken, plain
from kzexplorer.scene.lanes import NameLane
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Measure
from kzexplorer.scene.span import Span
from kzexplorer.scene.stock import Stock

_MARGIN = 2.4  # ems around a page
_LEGEND_FROM = 36.0  # ems of height from which on there is room for a legend
_KEY_LINE = 1.75  # ems
_MOST_LEGEND = 4  # lines
_CARD_WIDTH = 46.0  # ems


@dataclass(frozen=True, slots=True)
class _Block:
    """Texts, panels and marks with the height they take, the origin at the top left of the page's text."""

    height: float = 0.0
    texts: tuple[Text, ...] = ()
    panels: tuple[Panel, ...] = ()
    keys: tuple[Key, ...] = ()

    def moved(self, x: float, y: float) -> "_Block":
        """Move all of it."""
        return _Block(
            self.height,
            tuple(replace(text, x=text.x + x, y=text.y + y) for text in self.texts),
            tuple(replace(panel, x=panel.x + x, y=panel.y + y) for panel in self.panels),
            tuple(replace(key, x=key.x + x, y=key.y + y) for key in self.keys),
        )


@dataclass(frozen=True)
class Composer:
    """Composes pages for a paper; `measure` gives the widths of texts in the fonts they will be set in."""

    paper: Paper
    measure: Measure

    @property
    def _margin(self) -> float:
        return _MARGIN * self.paper.em

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.paper.width - 2 * self._margin

    def pages(self, subject: Subject, part: Part = Part.WHOLE, count: int = 1) -> list[Picture]:
        """Compose a subject.

        Args:
            subject: with at least one record.
            part: which days; the days in view are all where none are.
            count: how many pages at most, of `Part.PAGES`.

        Raises:
            StateError: so few pages do not hold all lanes.
        """
        subject = replace(subject, rows=tuple(replace(row, title=plain(row.title)) for row in subject.rows))
        stock = Stock(subject.rows, subject.data_day, self.measure, subject.say)
        timeline = Timeline(stock, range(len(subject.rows)), subject.group, _named(subject))
        span = Span.of(*timeline.span)
        if part is Part.VISIBLE and subject.visible is not None:
            span = subject.visible
        head, legend, foot = self._head(subject), self._legend(subject), self._foot(subject, "00 / 00")
        card = self._card(subject.card) if subject.card else _Block()
        gap = self.paper.em
        taken = sum(block.height + gap for block in (head, legend, card, foot) if block.height) + 2 * self._margin
        note = 1.8 * self.paper.em
        fitting = Fitting(timeline, self.paper, self.width, (self.paper.height or MOST) - taken, subject.focus)
        if part is Part.PAGES:
            slices = fitting.on_pages(span, count)
        elif self.paper.flows and not subject.card:
            slices = fitting.flowing(span)
        else:
            slices = [self._one(fitting, span, note)]
        pictures = []
        for number, shown in enumerate(slices, start=1):
            of = f"{number} / {len(slices)}" if len(slices) > 1 else ""
            blocks = head, legend, card, self._foot(subject, of)
            pictures.append(self._page(subject, shown, blocks, taken + (note if shown.left_out else 0.0), of))
        return pictures

    def _one(self, fitting: Fitting, span: Span, note: float) -> Slice:
        """Fit into one page; what says which lanes are left out takes a line itself."""
        shown = fitting.one(span)
        return replace(fitting, height=fitting.height - note).one(span) if shown.left_out else shown

    def _page(self, subject: Subject, shown: Slice, blocks: Sequence[_Block], taken: float, of: str) -> Picture:
        head, legend, card, foot = blocks
        margin, em = self._margin, self.paper.em
        y = margin
        placed = [head.moved(margin, y)]
        y += head.height + em
        chart = Chart(shown.scene, subject.rows, margin, y, shown.low, shown.high)
        y += chart.height
        # As high as is needed, but no lower than a screen is for its width.
        height = self.paper.height or min(max(ceil(taken + chart.height), round(self.paper.width * 9 / 16)), MOST)
        if shown.left_out:
            placed.append(self._left_out(subject, shown).moved(margin, y + 0.3 * em))
        bottom = height - margin - foot.height
        placed.append(foot.moved(margin, bottom))
        if legend.height:
            bottom -= em + legend.height
            placed.append(legend.moved(margin, bottom))
        if card.height:
            bottom -= em + card.height
            placed.append(card.moved(margin, bottom))
        return Picture(
            name=f"{subject.heading} ({of})" if of else subject.heading,
            width=self.paper.width,
            height=height,
            texts=tuple(text for block in placed for text in block.texts),
            panels=tuple(panel for block in placed for panel in block.panels),
            keys=tuple(key for block in placed for key in block.keys),
            chart=chart,
            notes=subject.notes,
            left_out=len(shown.left_out),
        )

    def _head(self, subject: Subject) -> _Block:
        em = self.paper.em
        title = self._text(Role.TITLE, subject.heading, 1.9, 2, bold=True)
        under = self._text(Role.SUBTITLE, subject.remark, 1.1, 2, ink=Ink.SECONDARY)
        return _stacked((title, under), 0.35 * em)

    def _foot(self, subject: Subject, of: str) -> _Block:
        em = self.paper.em
        rule = Panel(0, 0, self.width, max(em / 14, 1), Ink.LINE)
        origin = " · ".join(filter(None, (subject.origin, of)))
        right = self._text(Role.FOOTER, origin, 0.82, 2, ink=Ink.CAPTION, width=0.5 * self.width, right=True)
        left = self._text(Role.FOOTER, subject.query, 0.82, 2, ink=Ink.CAPTION, width=0.47 * self.width)
        right = replace(right, x=0.5 * self.width)
        top = 0.6 * em
        texts = tuple(replace(text, y=top) for text in (left, right) if text.lines)
        return _Block(top + max((text.height for text in texts), default=0.0), texts, (rule,))

    def _legend(self, subject: Subject) -> _Block:
        em = self.paper.em
        if 0 < self.paper.height < _LEGEND_FROM * em:
            return _Block()
        shown = {row.kind for row in subject.rows}
        wanted: list[tuple[Mark | None, Family, str]] = [
            (kind.mark, kind.family, subject.name_kind(kind.id)) for kind in kinds().values() if kind.id in shown
        ]
        if any(row.certainty in {"weak", "recalled"} for row in subject.rows):
            wanted.append((None, Family.EVENT, subject.say("rests on weak evidence")))
        texts, keys = [], []
        x, line, size = 0.0, 0, 1.0 * em
        for mark, family, name in wanted:
            text = self._text(Role.KEY, name, 0.9, 1, ink=Ink.SECONDARY)
            width = self.measure(text.text, text.px, False) * 1.04
            if x and x + 1.5 * em + width > self.width:
                x, line = 0.0, line + 1
            if line == _MOST_LEGEND:
                break
            y = line * _KEY_LINE * em
            keys.append(Key(x + size / 2, y + text.height / 2, size, mark, family))
            texts.append(replace(text, x=x + 1.5 * em, y=y, width=min(width, self.width - 1.5 * em)))
            x += 1.5 * em + width + 1.6 * em
        return _Block((line + 1) * _KEY_LINE * em, tuple(texts), (), tuple(keys)) if texts else _Block()

    def _card(self, card: Card) -> _Block:
        em, pad = self.paper.em, 1.3 * self.paper.em
        width = min(_CARD_WIDTH * em, self.width)
        inner = width - 2 * pad - 0.4 * em
        kind: Kind | None = kinds().get(card.row.kind)
        family = kind.family if kind else Family.EVENT
        over = self._text(Role.CARD, card.overline, 0.95, 1, bold=True, ink=family, width=inner - 1.4 * em)
        rest = _stacked(
            (
                self._text(Role.CARD, card.title, 1.6, 2, bold=True, width=inner),
                self._text(Role.CARD, card.text, 1.05, 4, width=inner),
                self._text(
                    Role.CARD, card.support, 0.85, 1, ink=Ink.DOUBT if card.doubtful else Ink.CAPTION, width=inner
                ),
            ),
            0.25 * em,
        ).moved(pad + 0.4 * em, pad + over.height + 0.2 * em)
        height = rest.height + over.height + 0.2 * em + 2 * pad
        keys: tuple[Key, ...] = ()
        left = pad + 0.4 * em
        if kind:
            keys = (Key(left + 0.45 * em, pad + over.height / 2, 0.9 * em, kind.mark, family),)
            left += 1.4 * em
        return _Block(
            height,
            (replace(over, x=left, y=pad), *rest.texts),
            (Panel(0, 0, width, height, Ink.GROUND), Panel(0, 0, 0.4 * em, height, family)),
            keys,
        )

    def _left_out(self, subject: Subject, shown: Slice) -> _Block:
        lanes = [shown.scene.lanes[number] for number in shown.left_out]
        text = subject.say.plural(
            "{count} further lane without room here: {names}",
            "{count} further lanes without room here: {names}",
            len(lanes),
            names=", ".join(f"{lane.title} ({lane.counts.placements})" for lane in lanes),
        )
        made = self._text(Role.NOTE, text, 0.9, 1, ink=Ink.SECONDARY)
        return _Block(made.height, (made,))

    def _text(
        self, role: Role, text: str, ems: float, most: int, *,
        bold: bool = False, ink: Ink | Family = Ink.TEXT, width: float = 0.0, right: bool = False,
    ) -> Text:  # fmt: skip
        px = max(round(ems * self.paper.em), 1)
        width = width or self.width

        def width_of(some: str) -> float:
            return self.measure(some, px, bold)

        lines = broken(plain(text), width, width_of, most)
        return Text(role, " ".join(lines), lines, 0.0, 0.0, width, px, bold, ink, right)


def _stacked(texts: Iterable[Text], gap: float) -> _Block:
    """Put texts below each other; those without lines take no room."""
    y = 0.0
    placed: list[Text] = []
    for text in texts:
        if text.lines:
            y += gap if placed else 0.0
            placed.append(replace(text, y=y))
            y += text.height
    return _Block(y, tuple(placed))


def _named(subject: Subject) -> NameLane:
    def name(group: str, key: str) -> str:
        return plain(subject.name_lane(group, key))

    return name
