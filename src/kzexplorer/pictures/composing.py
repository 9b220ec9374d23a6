"""Put a subject on pages: heading, timeline, card, legend and footer, each where it has room."""

from dataclasses import dataclass, replace
from math import ceil

from kzexplorer.pictures.blocks import NOTHING, Block, Setting, joined
from kzexplorer.pictures.fitting import Fitting, Slice
from kzexplorer.pictures.paper import MOST, Paper, Part
from kzexplorer.pictures.picture import Chart, Ink, Picture, Role
from kzexplorer.pictures.subject import Subject
from kzexplorer.pictures.wording import plain
from kzexplorer.scene.lanes import NameLane
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.shapes import Measure
from kzexplorer.scene.span import Span
from kzexplorer.scene.stock import Stock

_NOTE = 1.8  # ems that the note on lanes without room takes


@dataclass(frozen=True, slots=True)
class _Frame:
    """All of a page but its timeline."""

    head: Block
    card: Block
    legend: Block
    foot: Block

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All that there is."""
        return tuple(block for block in (self.head, self.card, self.legend, self.foot) if block.height)


@dataclass(frozen=True)
class Composer:
    """Composes pages for a paper; `measure` gives the widths of texts in the fonts they will be set in."""

    paper: Paper
    measure: Measure

    @property
    def setting(self) -> Setting:
        """What sets the texts of the pages."""
        return Setting(self.paper, self.measure)

    def pages(self, subject: Subject, part: Part = Part.WHOLE, count: int = 1) -> list[Picture]:
        """Compose a subject, on several pages where the paper allows it.

        Args:
            subject: with at least one record.
            part: which days; the days in view are all where none are.
            count: how many pages at most, of `Part.PAGES`.

        Raises:
            StateError: so few pages do not hold all lanes.
        """
        fitting, span, frame = self._begun(subject, part)
        if part is Part.PAGES:
            slices = fitting.on_pages(span, count)
        elif self.paper.flows:
            slices = fitting.flowing(span)
        else:
            slices = [self._one(fitting, span)]
        pages = []
        for number, shown in enumerate(slices, start=1):
            of = f"{number} / {len(slices)}" if len(slices) > 1 else ""
            foot = self.setting.foot(subject.query, subject.origin, of)
            pages.append(self._page(subject, shown, replace(frame, foot=foot)))
        return pages

    def page(self, subject: Subject, of: str = "") -> Picture:
        """Compose a subject on one page, of the days in view; `of` stands at the foot.

        Without any record the page says what its remark says.
        """
        setting = self.setting
        if not subject.rows:
            texts = (
                setting.text(Role.TITLE, subject.heading, 1.9, 2, bold=True),
                setting.text(Role.NOTE, subject.remark, 1.1, 6, ink=Ink.SECONDARY),
            )
            foot = setting.foot(subject.query, subject.origin, of)
            head = Block(0.0, (texts[0], replace(texts[1], y=texts[0].height + setting.em)))
            placed = head.moved(setting.margin, setting.margin), foot.moved(setting.margin, self._bottom(foot))
            return joined(placed, self.paper.width, self.paper.height, notes=subject.notes)
        fitting, span, frame = self._begun(subject, Part.VISIBLE)
        shown = self._one(fitting, span)
        return self._page(subject, shown, replace(frame, foot=setting.foot(subject.query, subject.origin, of)))

    def _begun(self, subject: Subject, part: Part) -> tuple[Fitting, Span, _Frame]:
        setting, em = self.setting, self.paper.em
        subject = replace(subject, rows=tuple(row._replace(title=plain(row.title)) for row in subject.rows))
        stock = Stock(subject.rows, subject.data_day, self.measure, subject.say, subject.eras)
        everything = range(len(subject.rows))
        timeline = Timeline(stock, everything, subject.group, _named(subject), subject.collapsed, subject.pinned)
        span = Span.of(*timeline.span)
        if part is Part.VISIBLE and subject.visible is not None:
            span = subject.visible
        frame = _Frame(
            setting.head(subject),
            setting.card(subject.card) if subject.card else NOTHING,
            # The card has a mark of its own, and needs the room.
            NOTHING if subject.card else setting.legend(subject),
            setting.foot(subject.query, subject.origin, "00 / 00"),
        )
        taken = sum(block.height + em for block in frame.blocks) + 2 * setting.margin
        room = (self.paper.height or MOST) - taken
        return Fitting(timeline, self.paper, setting.width, room, subject.focus), span, frame

    def _one(self, fitting: Fitting, span: Span) -> Slice:
        """Fit into one page; what says which lanes are left out takes a line itself."""
        shown = fitting.one(span)
        if not shown.left_out:
            return shown
        return replace(fitting, height=fitting.height - _NOTE * self.paper.em).one(span)

    def _page(self, subject: Subject, shown: Slice, frame: _Frame) -> Picture:
        setting, em, margin = self.setting, self.paper.em, self.setting.margin
        y = margin + frame.head.height + em
        placed = [frame.head.moved(margin, margin)]
        chart = Chart(shown.scene, subject.rows, margin, y, shown.low, shown.high)
        y += chart.height
        if shown.left_out:
            lanes = [shown.scene.lanes[number] for number in shown.left_out]
            placed.append(setting.left_out(subject, lanes).moved(margin, y + 0.3 * em))
            y += _NOTE * em
        below = [block for block in (frame.card, frame.legend, frame.foot) if block.height]
        # As high as is needed, but no lower than a screen is for its width.
        needed = y + sum(block.height + em for block in below) + margin
        height = self.paper.height or min(max(ceil(needed), round(self.paper.width * 9 / 16)), MOST)
        bottom = height - margin
        for block in reversed(below):
            bottom -= block.height
            placed.append(block.moved(margin, bottom))
            bottom -= em
        picture = joined(placed, self.paper.width, height, notes=subject.notes)
        return replace(picture, chart=chart, left_out=len(shown.left_out))

    def _bottom(self, foot: Block) -> float:
        return self.paper.height - self.setting.margin - foot.height


def _named(subject: Subject) -> NameLane:
    def name(group: str, key: str) -> str:
        return plain(subject.name_lane(group, key))

    return name
