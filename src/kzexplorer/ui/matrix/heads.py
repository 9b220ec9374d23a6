"""The heads of the matrix: names at an angle above the columns, names with totals before the rows."""

from math import cos, radians, sin, tan

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from kzexplorer.ui.look.ink import Ink, tabular
from kzexplorer.ui.look.theme import CAPTION_PX, Theme
from kzexplorer.ui.parts.tooltip import plain_tip
from kzexplorer.viewmodel.matrix import Head, Matrix, at_most
from kzexplorer.viewmodel.roles import Role

_ANGLE = radians(60)
_TOTALS = 26
_LABELS = 136  # the height of slanted names
_CORNER = 170  # that of four lines of buttons in the corner beside them
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)

# How far the name above the last column leans out to its right.
LEAN = int(_LABELS / tan(_ANGLE)) - 6


class _Heads(QHeaderView):
    """Heads that filter when they are clicked and say in words what they count.

    Signals:
        chosen(int): the head of a row or column was clicked.
    """

    chosen = Signal(int)

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self._pressed = -1
        self.ink = Ink(theme.tokens, parent.font())
        self.current = -1
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._renew)

    def head(self, section: int) -> Head:
        """Give what a section stands for."""
        head: Head = self.model().headerData(section, self.orientation(), Role.HEAD)
        return head

    def section_at(self, point: QPoint) -> int:
        """Give the section whose name is at a point, -1 for none."""
        return self.logicalIndexAt(point)

    def point_at_cell(self, section: int) -> None:
        """Stress the head of the current cell, -1 for none."""
        if section != self.current:
            self.current = section
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override: a press may become a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self.section_at(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override: nothing is resized here."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: a click filters."""
        pressed, self._pressed = self._pressed, -1
        inside = pressed >= 0 and self.section_at(event.position().toPoint()) == pressed
        if inside and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(pressed)

    def viewportEvent(self, event: QEvent) -> bool:
        """Override: the whole name and its count as a plain tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            model, section = self.model(), self.section_at(event.pos())
            text = model.describe_head(section, self.orientation()) if isinstance(model, Matrix) else ""
            plain_tip(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def _renew(self) -> None:
        self.ink = Ink(self._theme.tokens, self.ink.base)
        self.viewport().update()


class RowHeads(_Heads):
    """A partner a row: its name, and its records counted as the partner list does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, theme, parent)

    @property
    def needed(self) -> int:
        """The width at which no name is cut."""
        names = (self.head(i).name for i in range(self.count()))
        return max(map(self.ink.width, names), default=0) + 14 + 32 + 32

    def sizeHint(self) -> QSize:
        """Override: as wide as it was set."""
        return QSize(self.width(), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Override."""
        head, ink = self.head(section), self.ink
        painter.fillRect(rect, ink.sel if head.wanted else ink.surface)
        if head.wanted:
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), ink.accent)
        painter.setFont(ink.caption)
        painter.setPen(ink.text3)
        if head.context:
            painter.drawText(rect.adjusted(0, 0, -6, 0), _RIGHT, f"+{head.context}")
        painter.setFont(ink.count)
        direct = head.count - head.context
        painter.setPen(ink.text2 if direct else ink.text3)
        number = at_most(str(direct), head.unsure if direct else 0)
        painter.drawText(rect.adjusted(0, 0, -32, 0), _RIGHT, number)
        room = rect.adjusted(14, 0, -32 - max(24, ink.width(number)) - 4, 0)
        painter.setFont(ink.base)
        painter.setPen(ink.accent if section == self.current else ink.text)
        painter.drawText(room, _LEFT, ink.cut(head.name, room.width()))
        painter.setPen(QPen(ink.line, 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())


class ColumnHeads(_Heads):
    """An area or decade a column: names flat where all fit, else slanted in two lines; totals below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, theme, parent)
        self.cell = 40  # the width of a cell; the last section is wider, for the name above it to lean into
        self.number = 20  # where in its width a number ends, so that the longest stands in the middle
        self._font = QFont(parent.font())
        self._font.setPixelSize(CAPTION_PX)
        self._totals = tabular(self._font)
        self._totals.setPixelSize(CAPTION_PX + 1)
        self._metrics = QFontMetricsF(self._font)
        self._cut: dict[tuple[str, int], tuple[str, ...]] = {}

    def fit(self, cell: int, widest: str) -> None:
        """Take the width of a cell, and set numbers of up to the widest in its middle."""
        self.cell = cell
        self.number = round((cell + self._metrics.horizontalAdvance(widest)) / 2)

    @property
    def flat(self) -> bool:
        """Whether all names fit above their columns without leaning."""
        names = (self.head(i).name for i in range(self.count()))
        return all(self._metrics.horizontalAdvance(name) <= self.cell - 4 for name in names)

    def sizeHint(self) -> QSize:
        """Override: names and totals."""
        return QSize(0, max(_TOTALS + _LABELS, _CORNER))

    def section_at(self, point: QPoint) -> int:
        """Override: a slanted name belongs to the column it rises from."""
        base = self.height() - _TOTALS
        if not self.flat and point.y() < base:
            point = QPoint(int(point.x() - (base - point.y()) / tan(_ANGLE)), base)
        return self.logicalIndexAt(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override: all names, since a slanted one reaches over its neighbours."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), self.ink.surface)
            flat = self.flat
            for section in range(self.count()):
                left = self.sectionViewportPosition(section)
                if left + self.cell > -LEAN and left < self.viewport().width():
                    self._draw(painter, left, section, flat=flat)
            painter.setPen(QPen(self.ink.line, 1))
            bottom = self.height() - 0.5
            painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))

    def _draw(self, painter: QPainter, left: int, section: int, *, flat: bool) -> None:
        head, ink = self.head(section), self.ink
        base = self.height() - _TOTALS
        if head.wanted:
            painter.fillRect(QRect(left, base, self.cell, _TOTALS), ink.sel)
            painter.fillRect(QRect(left, self.height() - 3, self.cell, 3), ink.accent)
        painter.setFont(self._totals)
        painter.setPen(ink.text2 if head.count else ink.text3)
        painter.drawText(QRect(left, base, self.number, _TOTALS), _RIGHT, at_most(str(head.count), head.unsure))
        stressed = head.wanted or section == self.current
        painter.setFont(self._font)
        painter.setPen(ink.accent if stressed else ink.text if head.count else ink.text3)
        if flat:
            painter.drawText(QRect(left, base - 24, self.cell, 24), _CENTRE, head.name)
            return
        painter.save()
        painter.translate(left + self.cell / 2, base - 2)
        painter.rotate(-60)
        height = self._metrics.height() - 1
        lines = self._lines(head.name, int((_LABELS - height) / sin(_ANGLE) - height * cos(_ANGLE)))
        top = -height * len(lines) / 2
        for number, line in enumerate(lines):
            painter.drawText(QRectF(2, top + number * height, 400, height), _LEFT, line)
        painter.restore()

    def _lines(self, name: str, room: int) -> tuple[str, ...]:
        """Break a name that is too long into two even lines, with an ellipsis where they are still cut."""
        if (name, room) not in self._cut:
            parts = name.split()
            breaks = (
                [(name,)]
                if self._metrics.horizontalAdvance(name) <= room or len(parts) < 2
                else [(" ".join(parts[:i]), " ".join(parts[i:])) for i in range(1, len(parts))]
            )
            lines = min(breaks, key=self._widest)
            self._cut[name, room] = tuple(
                self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines
            )
        return self._cut[name, room]

    def _widest(self, lines: tuple[str, ...]) -> float:
        return max(self._metrics.horizontalAdvance(line) for line in lines)
