"""The evidence card on the stage: the sources of a record in full, and where they disagree."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kzexplorer.domain.language import Language
from kzexplorer.ui.present.board import BAR, BOTTOM, SIDE, TITLE, TOP, paint_dot
from kzexplorer.ui.present.look import StageLook
from kzexplorer.ui.present.type import Lines, fitted, set_in
from kzexplorer.viewmodel.slides import Card, Cited, Disputed, Proof

GAP, COLUMN_GAP, INSET = 22.0, 56.0, 40.0
# The type shrinks by these until all has room; what then has none is counted.
SCALES = (1.0, 0.92, 0.84, 0.75)


@dataclass(frozen=True, slots=True)
class Block:
    """A source or a dispute as it is set: its lines, each with the name of its colour, and its number if it has one."""

    rows: tuple[tuple[Lines, str], ...]
    number: Lines | None = None

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return sum(lines.height for lines, _ in self.rows)


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks below each other, `left` pixels from the left, and how many `more` have no room."""

    left: float
    blocks: tuple[Block, ...]
    more: int


class EvidenceBoard:
    """The evidence of a card at one size."""

    def __init__(self, card: Card, proof: Proof, look: StageLook, say: Language) -> None:
        self._look, self._say, self._card, self._proof = look, say, card, proof
        unit = look.unit
        width = (look.width - 2 * SIDE) * unit
        self._overline = set_in(say("Evidence").upper(), width, look.font(22, bold=True), 1)
        self._title = fitted(proof.title, width, look.fonts, [(px * unit, most) for px, most in TITLE], bold=True)
        self._sure = set_in(proof.certainty, width - 24 * unit, look.font(24), 2)
        top = (TOP + 8 + 28) * unit + self._overline.height + self._title.height + self._sure.height
        self._room = QRectF(SIDE * unit, top, width, max((look.height - BOTTOM - BAR - 24) * unit - top, 1.0))
        self._columns = self._set()

    @property
    def is_whole(self) -> bool:
        """Whether every source and every dispute has room."""
        return not any(column.more for column in self._columns)

    def paint(self, painter: QPainter) -> None:
        """Paint all of it."""
        look, unit = self._look, self._look.unit
        x, y = SIDE * unit, TOP * unit
        self._overline.paint(painter, look.accent, x, y)
        y += self._overline.height + 4 * unit
        self._title.paint(painter, look.ink, x, y)
        y += self._title.height + 4 * unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_dot(painter, QPointF(x + 6 * unit, y + self._sure.pitch / 2), look, sure=self._card.sure)
        self._sure.paint(painter, look.ink2, x + 24 * unit, y)
        painter.fillRect(QRectF(x, self._room.top() - 14 * unit, self._room.width(), max(unit, 1.0)), look.line)
        for column in self._columns:
            self._paint_column(painter, column.left, column.blocks, column.more)

    def _paint_column(self, painter: QPainter, left: float, blocks: Sequence[Block], more: int) -> None:
        look, y = self._look, self._room.top()
        for block in blocks:
            if block.number is not None:
                block.number.paint(painter, look.ink3, left, y)
            for lines, colour in block.rows:
                lines.paint(painter, QColor(getattr(look.tokens, colour)), left + INSET * look.unit, y)
                y += lines.height
            y += GAP * look.unit
        if more:
            text = self._say.plural("and {count} more", "and {count} more", more)
            set_in(text, self._room.width(), look.font(20), 1).paint(painter, look.ink3, left, y)

    def _set(self) -> list[Column]:
        """Set the columns in the largest type in which all has room."""
        columns: list[Column] = []
        for scale in SCALES:
            columns = self._columns_at(scale)
            if not any(column.more for column in columns):
                break
        return columns

    def _columns_at(self, scale: float) -> list[Column]:
        """Set all in one column if it has room there, else in two of heights as alike as can be."""
        room, gap = self._room, COLUMN_GAP * self._look.unit
        whole = self._blocks(room.width(), scale)
        if self._height(whole) <= room.height():
            return [Column(room.left(), whole, 0)]
        width = (room.width() - gap) / 2
        blocks = self._blocks(width, scale)
        half = min(range(len(blocks) + 1), key=lambda n: max(self._height(blocks[:n]), self._height(blocks[n:])))
        return [self._cut(room.left(), blocks[:half]), self._cut(room.left() + width + gap, blocks[half:])]

    def _height(self, blocks: Sequence[Block]) -> float:
        return sum(block.height for block in blocks) + max(len(blocks) - 1, 0) * GAP * self._look.unit

    def _cut(self, left: float, blocks: Sequence[Block]) -> Column:
        """Keep the blocks that have room below each other, and count the others."""
        kept, spare = len(blocks), 0.0
        while kept and self._height(blocks[:kept]) + spare > self._room.height():
            kept, spare = kept - 1, (GAP + 30) * self._look.unit
        return Column(left, tuple(blocks[:kept]), len(blocks) - kept)

    def _blocks(self, width: float, scale: float) -> tuple[Block, ...]:
        width -= INSET * self._look.unit
        sources = (self._source(n, source, width, scale) for n, source in enumerate(self._proof.sources, start=1))
        return (*sources, *(self._dispute(dispute, width, scale) for dispute in self._proof.disputes))

    def _source(self, number: int, source: Cited, width: float, scale: float) -> Block:
        look = self._look
        small = look.font(22 * scale)
        rows = [
            (set_in(source.title, width, look.font(26 * scale, bold=True), 2), "ink"),
            (set_in(source.caption, width, small, 2), "ink2"),
        ]
        if source.note:
            rows.append((set_in(source.note, width, small, 3), "ink"))
        return Block(tuple(rows), set_in(str(number), INSET * look.unit, look.font(26 * scale), 1))

    def _dispute(self, dispute: Disputed, width: float, scale: float) -> Block:
        look = self._look
        small = look.font(22 * scale)
        head = self._say("Sources disagree: {question}", question=dispute.question)
        rows = [(set_in(head, width, look.font(24 * scale, bold=True), 3), "gold")]
        rows += [(set_in(f"– {value} ({source})", width, small, 3), "ink") for value, source in dispute.answers]
        if dispute.used:
            rows.append((set_in(dispute.used, width, small, 3), "ink2"))
        return Block(tuple(rows))


def paint_blank(painter: QPainter, look: StageLook) -> None:
    """Paint nothing, in the darkest or lightest there is."""
    painter.fillRect(QRectF(QPointF(), look.size), Qt.GlobalColor.black if look.tokens.dark else Qt.GlobalColor.white)
