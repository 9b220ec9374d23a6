"""Paint the rows of the partner list and the facet tree, and take clicks on their check boxes."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kzexplorer.ui.look.ink import Ink
from kzexplorer.ui.look.theme import Theme
from kzexplorer.viewmodel.line import Line
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

PARTNER_ROW = 34
FACET_ROW = 26
_EDGE = 14
_BOX = 15
_NAME = _EDGE + _BOX + 9
_CODE = 36
_CONTEXT = 22
_DOT = 16
_INDEPENDENCE = 1991
_SPARK, _LEAST_SPARK = 44, 28
_MOST_PICTURES = 500
# What of a row's state its picture shows.
_SHOWN = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Open
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_TICK = QPolygonF([QPointF(3.5, 8), QPointF(6.5, 11), QPointF(11.5, 4.5)])
_OPEN = QPolygonF([QPointF(-3, -1.5), QPointF(0, 1.5), QPointF(3, -1.5)])
_SHUT = QPolygonF([QPointF(-1.5, -3), QPointF(1.5, 0), QPointF(-1.5, 3)])


class CheckedRows(QStyledItemDelegate):
    """What partner rows and facet values share: a check box at the left and a count at the right.

    Signals:
        looked(str): a name, not its box, was clicked; its slug.
        excluded(QModelIndex): a box was clicked with Shift.
    """

    looked = Signal(str)
    excluded = Signal(QModelIndex)

    def __init__(self, theme: Theme, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = QSize(160, row)
        self.ink = Ink(theme.tokens, parent.font())
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        theme.changed.connect(self._renew)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override: all rows have one height."""
        return self._size

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Override: a click on the box checks, with Shift it excludes; a click on the name looks."""
        if (
            event.type() != QEvent.Type.MouseButtonRelease
            or not isinstance(event, QMouseEvent)
            or event.button() is not Qt.MouseButton.LeftButton
            or index.data(Role.LINE).heading
        ):
            return False
        if not self.is_on_box(option.rect, event.position().toPoint()):
            self.looked.emit(index.data(Role.SLUG))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.excluded.emit(index)
        else:
            model.setData(index, None, int(Qt.ItemDataRole.CheckStateRole))
        return True

    def is_on_box(self, row: QRect, point: QPoint) -> bool:
        """Say whether a point is on a row's check box, its margins included."""
        return point.x() < _NAME - 3

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override: all but the numbers is kept as a picture, since a keystroke changes nothing else."""
        line: Line = index.data(Role.LINE)
        rect, scale = option.rect, painter.deviceTransform().m11()
        key = line.still, rect.width(), rect.height(), scale, option.state & _SHOWN, self.room(line)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            picture = self._pictures[key] = self._picture(rect.size(), scale, option.state, line)
        painter.drawPixmap(rect.topLeft(), picture)
        if not line.heading:
            self.draw_numbers(painter, rect, line)

    def room(self, line: Line) -> int:
        """Give the width in pixels that the numbers of a row take."""
        return max(26, self.ink.numbers.width(line.number))

    def draw_numbers(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Draw the count at the right, greyed when it is nothing."""
        self.draw_count(painter, rect.right() - _EDGE, rect, line)

    def draw_count(self, painter: QPainter, right: int, rect: QRect, line: Line) -> None:
        """Draw a count that ends at `right`."""
        painter.setPen(self.ink.text2 if line.count else self.ink.text3)
        self.ink.numbers.draw(painter, right, rect, line.number)

    def draw_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Draw what stands between the check box and the numbers."""
        name = QRect(_NAME, rect.top(), rect.right() - _NAME - self.room(line) - _EDGE - 8, rect.height())
        self.draw_name(painter, name, line)

    def draw_name(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Draw a name, struck out when it is not wanted, with an ellipsis where it is cut."""
        painter.setFont(self.ink.struck if line.unwanted else self.ink.base)
        painter.setPen(self.ink.text if line.count or line.context else self.ink.text3)
        painter.drawText(rect, _LEFT, self.ink.cut(line.name, rect.width()))

    def _picture(self, size: QSize, scale: float, state: QStyle.StateFlag, line: Line) -> QPixmap:
        picture = QPixmap((QSizeF(size) * scale).toSize())
        picture.setDevicePixelRatio(scale)
        rect = QRect(QPoint(), size)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, rect, state, line)
        if line.heading:
            self.draw_heading(painter, rect, state, line)
        else:
            self._draw_box(painter, rect, line)
            self.draw_line(painter, rect, line)
        painter.end()
        return picture

    def draw_heading(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, line: Line) -> None:
        """Draw the name of a section and, at the right, its remark."""
        inside = rect.adjusted(_EDGE, 4, -_EDGE, 0)
        painter.setPen(self.ink.text3)
        if line.remark:
            painter.setFont(self.ink.caption)
            painter.drawText(inside, _RIGHT, line.remark)
            inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(line.remark) - 8)
        painter.setFont(self.ink.heading)
        name = painter.fontMetrics().elidedText(line.name.upper(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _LEFT, name)

    def _draw_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, line: Line) -> None:
        # As in the table: what is chosen has a ground of its own, what is in focus a bar at its edge.
        hovered = state & QStyle.StateFlag.State_MouseOver and not line.heading
        ground = self.ink.sel if line.wanted else self.ink.bg if line.focused or hovered else self.ink.surface
        painter.fillRect(rect, ground)
        if line.focused:
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), self.ink.accent)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.ink.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(4, 1, -5, -2), 4, 4)

    def _draw_box(self, painter: QPainter, rect: QRect, line: Line) -> None:
        ink = self.ink
        box = QRect(_EDGE, rect.center().y() - _BOX // 2, _BOX, _BOX)
        painter.setPen(QPen(ink.accent if line.wanted or line.unwanted else ink.text3, 1.2))
        painter.setBrush(ink.accent if line.wanted else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if line.wanted:
            painter.setPen(QPen(ink.surface, 2))
            painter.drawPolyline(_TICK.translated(box.topLeft()))
        elif line.unwanted:
            painter.setPen(QPen(ink.accent, 2))
            painter.drawLine(box.left() + 4, box.center().y(), box.right() - 3, box.center().y())

    def _renew(self) -> None:
        self.ink = Ink(self._theme.tokens, self.ink.base)
        self._pictures.clear()


class PartnerRows(CheckedRows):
    """A partner's row: box, code, name, activity since independence, standing, count, context apart.

    `last_year` is the one up to which activity is shown.
    """

    def __init__(self, theme: Theme, row: int, last_year: int, parent: QWidget) -> None:
        super().__init__(theme, row, parent)
        self._years = range(_INDEPENDENCE, max(last_year, _INDEPENDENCE) + 1, 2)

    def draw_numbers(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Override."""
        self.draw_count(painter, rect.right() - _EDGE - _CONTEXT, rect, line)
        if line.context:
            painter.setPen(self.ink.text3)
            self.ink.small_numbers.draw(painter, rect.right() - _EDGE + 4, rect, f"+{line.context}")

    def draw_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Override."""
        if line.code:
            self._draw_code(painter, rect, line.code)
        right = rect.right() - _EDGE - _CONTEXT - self.room(line) - 6
        if line.standing:
            self._draw_standing(painter, QPointF(right - 4, rect.center().y() + 0.5), line.standing)
        name = QRect(_NAME + _CODE, rect.top(), max(0, right - _DOT - _NAME - _CODE), rect.height())
        # The name gets the room first, the activity what is left.
        spark = min(_SPARK, name.width() - self.ink.width(line.name) - 8)
        if spark >= _LEAST_SPARK:
            self._draw_activity(
                painter, QRect(name.right() - spark, rect.top() + 9, spark, rect.height() - 17), line.years
            )
            name.setWidth(name.width() - spark - 6)
        self.draw_name(painter, name, line)

    def _draw_code(self, painter: QPainter, rect: QRect, code: str) -> None:
        badge = QRect(_NAME, rect.center().y() - 9, 28, 19)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink.badge)
        painter.drawRoundedRect(badge, 4, 4)
        painter.setFont(self.ink.code)
        painter.setPen(self.ink.text2)
        painter.drawText(badge, _CENTRE, code)

    def _draw_activity(self, painter: QPainter, rect: QRect, years: Mapping[int, int]) -> None:
        pairs = [years.get(year, 0) + years.get(year + 1, 0) for year in self._years]
        most = max((n for year, n in years.items() if year >= _INDEPENDENCE), default=0)
        step = rect.width() / len(pairs)
        for i, n in enumerate(pairs):
            if n:
                height = max(2, round(rect.height() * min(1.0, n / most / 1.4)))
                left = round(rect.left() + i * step)
                painter.fillRect(left, rect.bottom() - height + 1, max(1, round(step) - 1), height, self.ink.faint)

    def _draw_standing(self, painter: QPainter, centre: QPointF, standing: str) -> None:
        colour: QColor = self.ink.good if standing in {"active", "intermittent"} else self.ink.text3
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if standing in {"active", "dormant", "historical"} else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 3, 3)


class FacetRows(CheckedRows):
    """A facet's head with its arrow, or a value's row: box, name, count."""

    def draw_heading(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, line: Line) -> None:
        """Override: a head says whether it is open."""
        super().draw_heading(painter, rect, state, line)
        painter.setPen(QPen(self.ink.text3, 1.4))
        at = QPointF(rect.left() + 7, rect.center().y() + 3)
        painter.drawPolyline((_OPEN if state & QStyle.StateFlag.State_Open else _SHUT).translated(at))
