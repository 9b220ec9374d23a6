"""What stands on a page around the timeline: head, legend, card and foot, each with the height it takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kzexplorer.domain.kinds import Family, Mark, kinds
from kzexplorer.pictures.paper import Paper
from kzexplorer.pictures.picture import Ink, Key, Panel, Picture, Role, Text
from kzexplorer.pictures.subject import Card, Subject
from kzexplorer.pictures.wording import broken, plain
from kzexplorer.scene.shapes import Lane, Measure

MARGIN = 2.4  # ems around a page
_ROOMY = 36.0  # ems of height from which on there is room for a legend, and for texts on two lines
_KEY_LINE = 1.75  # ems
_MOST_LEGEND = 4  # lines


@dataclass(frozen=True, slots=True)
class Block:
    """Texts, panels and marks with the height they take; the origin is their top left corner."""

    height: float = 0.0
    texts: tuple[Text, ...] = ()
    panels: tuple[Panel, ...] = ()
    keys: tuple[Key, ...] = ()

    def moved(self, x: float, y: float) -> "Block":
        """Move all of it."""
        return Block(
            self.height,
            tuple(replace(text, x=text.x + x, y=text.y + y) for text in self.texts),
            tuple(replace(panel, x=panel.x + x, y=panel.y + y) for panel in self.panels),
            tuple(replace(key, x=key.x + x, y=key.y + y) for key in self.keys),
        )


NOTHING = Block()


def stacked(texts: Iterable[Text], gap: float) -> Block:
    """Put texts below each other; those without lines take no room."""
    y = 0.0
    placed: list[Text] = []
    for text in texts:
        if text.lines:
            y += gap if placed else 0.0
            placed.append(replace(text, y=y))
            y += text.height
    return Block(y, tuple(placed))


def joined(blocks: Iterable[Block], width: float, height: float, notes: str = "") -> Picture:
    """Make a page of blocks that are in their places."""
    placed = list(blocks)
    return Picture(
        width,
        height,
        tuple(text for block in placed for text in block.texts),
        tuple(panel for block in placed for panel in block.panels),
        tuple(key for block in placed for key in block.keys),
        notes=notes,
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """Sets the texts of pages of one paper; `measure` gives the widths of texts in their fonts."""

    paper: Paper
    measure: Measure

    @property
    def em(self) -> float:
        """The usual size of type."""
        return self.paper.em

    @property
    def margin(self) -> float:
        """The room around a page."""
        return MARGIN * self.em

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.paper.width - 2 * self.margin

    @property
    def _lines(self) -> int:
        """How many lines a text of the head or foot may take."""
        return 1 if 0 < self.paper.height < _ROOMY * self.em else 2

    def text(
        self, role: Role, text: str, ems: float, most: int, *,
        bold: bool = False, ink: Ink | Family = Ink.TEXT, width: float = 0.0, right: bool = False,
    ) -> Text:  # fmt: skip
        """Set a text of a size in ems on at most so many lines, as wide as the page unless told."""
        px = max(round(ems * self.em), 1)
        width = width or self.width

        def width_of(some: str) -> float:
            return self.measure(some, px, bold)

        lines = broken(plain(text), width, width_of, most)
        return Text(role, " ".join(lines), lines, 0.0, 0.0, width, px, bold, ink, right)

    def head(self, subject: Subject) -> Block:
        """Set the heading and the remark below it."""
        title = self.text(Role.TITLE, subject.heading, 1.9, self._lines, bold=True)
        under = self.text(Role.SUBTITLE, subject.remark, 1.1, self._lines, ink=Ink.SECONDARY)
        return stacked((title, under), 0.35 * self.em)

    def foot(self, query: str, origin: str, of: str) -> Block:
        """Set what was asked for at the left, and the origin and the number of the page at the right."""
        em = self.em
        rule = Panel(0, 0, self.width, max(em / 14, 1), Ink.LINE)
        more = " · ".join(filter(None, (origin, of)))
        left = self.text(Role.FOOTER, query, 0.82, self._lines, ink=Ink.CAPTION, width=0.47 * self.width)
        right = self.text(Role.FOOTER, more, 0.82, self._lines, ink=Ink.CAPTION, width=0.5 * self.width, right=True)
        right = replace(right, x=0.5 * self.width)
        texts = tuple(replace(text, y=0.6 * em) for text in (left, right) if text.lines)
        return Block(0.6 * em + max((text.height for text in texts), default=0.0), texts, (rule,))

    def legend(self, subject: Subject) -> Block:
        """Set the marks of the kinds there are, where the page has room for it."""
        if self._lines == 1:
            return NOTHING
        shown = {row.kind for row in subject.rows}
        wanted: list[tuple[Mark | None, Family, str]] = [
            (kind.mark, kind.family, subject.name_kind(kind.id)) for kind in kinds().values() if kind.id in shown
        ]
        if any(row.certainty in {"weak", "recalled"} for row in subject.rows):
            wanted.append((None, Family.EVENT, subject.say("rests on weak evidence")))
        texts, keys = [], []
        x, line, size = 0.0, 0, self.em
        for mark, family, name in wanted:
            text = self.text(Role.KEY, name, 0.9, 1, ink=Ink.SECONDARY)
            width = self.measure(text.text, text.px, False) * 1.04
            if x and x + 1.5 * self.em + width > self.width:
                x, line = 0.0, line + 1
            if line == _MOST_LEGEND:
                line -= 1
                break
            y = line * _KEY_LINE * self.em
            keys.append(Key(x + size / 2, y + text.height / 2, size, mark, family))
            texts.append(replace(text, x=x + 1.5 * self.em, y=y, width=min(width, self.width - 1.5 * self.em)))
            x += 1.5 * self.em + width + 1.6 * self.em
        return Block((line + 1) * _KEY_LINE * self.em, tuple(texts), (), tuple(keys)) if texts else NOTHING

    def card(self, card: Card) -> Block:
        """Set a card as wide as the page."""
        em, left = self.em, 1.7 * self.em
        inner = self.width - left - 1.3 * em
        indent = 1.4 * em if card.mark else 0.0
        over = self.text(Role.CARD, card.overline, 1.0, 1, bold=True, ink=card.family, width=inner - indent)
        support = Ink.CAPTION if card.sure else Ink.DOUBT
        rest = stacked(
            (
                self.text(Role.CARD, card.title, 1.7, 2, bold=True, width=inner),
                self.text(Role.CARD, card.text, 1.2, 6, width=inner),
                self.text(Role.CARD, card.support, 0.9, 2, ink=support, width=inner),
            ),
            0.25 * em,
        )
        top = em
        below = top + over.height + 0.2 * em
        height = below + rest.height + em
        keys = (Key(left + 0.45 * em, top + over.height / 2, 0.9 * em, card.mark, card.family),) if card.mark else ()
        return Block(
            height,
            (replace(over, x=left + indent, y=top), *rest.moved(left, below).texts),
            (Panel(0, 0, self.width, height, Ink.GROUND), Panel(0, 0, 0.4 * em, height, card.family)),
            keys,
        )

    def left_out(self, subject: Subject, lanes: Sequence[Lane]) -> Block:
        """Say which lanes had no room."""
        text = subject.say.plural(
            "{count} further lane without room here: {names}",
            "{count} further lanes without room here: {names}",
            len(lanes),
            names=", ".join(f"{lane.title} ({lane.counts.placements})" for lane in lanes),
        )
        made = self.text(Role.NOTE, text, 0.9, 1, ink=Ink.SECONDARY)
        return Block(made.height, (made,))
