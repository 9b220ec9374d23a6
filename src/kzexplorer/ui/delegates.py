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
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kzexplorer.ui.ink import Ink
from kzexplorer.ui.theme import Theme
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
_FIRST_YEAR, _YEARS = 1991, 36
_SPARK, _LEAST_SPARK = 44, 28
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
        """Override."""
        line: Line = index.data(Role.LINE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, line)
        if line.heading:
            self._draw_heading(painter, option, line)
        else:
            self._draw_box(painter, option.rect, line)
            self.draw_line(painter, option.rect, line)

    def draw_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Draw what stands right of the check box."""
        width = self.draw_count(painter, rect.right() - _EDGE, rect, line.count)
        name = QRect(_NAME, rect.top(), rect.right() - _NAME - width - _EDGE - 8, rect.height())
        self.draw_name(painter, name, line)

    def draw_count(self, painter: QPainter, right: int, rect: QRect, count: int) -> int:
        """Draw a count that ends at `right`, greyed when it is nothing, and give its width."""
        painter.setFont(self.ink.count)
        painter.setPen(self.ink.text2 if count else self.ink.text3)
        text = str(count)
        painter.drawText(QRect(right - 60, rect.top(), 60, rect.height()), _RIGHT, text)
        return max(26, self.ink.width(text))

    def draw_name(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Draw a name, struck out when it is not wanted, with an ellipsis where it is cut."""
        painter.setFont(self.ink.struck if line.unwanted else self.ink.base)
        painter.setPen(self.ink.text if line.count or line.context else self.ink.text3)
        painter.drawText(rect, _LEFT, self.ink.cut(line.name, rect.width()))

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        inside = option.rect.adjusted(_EDGE, 4, -_EDGE, 0)
        painter.setPen(self.ink.text3)
        if line.remark:
            painter.setFont(self.ink.caption)
            painter.drawText(inside, _RIGHT, line.remark)
            inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(line.remark) - 8)
        painter.setFont(self.ink.heading)
        name = painter.fontMetrics().elidedText(line.name.upper(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _LEFT, name)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        if line.wanted or line.focused:
            painter.fillRect(option.rect, self.ink.sel)
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), self.ink.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver and not line.heading:
            painter.fillRect(option.rect, self.ink.bg)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.ink.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -5, -2), 4, 4)

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


class PartnerRows(CheckedRows):
    """A partner's row: box, code, name, activity since independence, standing, count, context apart."""

    def draw_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Override."""
        if line.code:
            self._draw_code(painter, rect, line.code)
        if line.context:
            painter.setFont(self.ink.caption)
            painter.setPen(self.ink.text3)
            painter.drawText(rect.adjusted(0, 0, -_EDGE + 4, 0), _RIGHT, f"+{line.context}")
        right = rect.right() - _EDGE - _CONTEXT
        right -= self.draw_count(painter, right, rect, line.count) + 6
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
        most = max((n for year, n in years.items() if year >= _FIRST_YEAR), default=0)
        step = rect.width() / _YEARS * 2
        for i in range(0, _YEARS, 2):
            n = years.get(_FIRST_YEAR + i, 0) + years.get(_FIRST_YEAR + i + 1, 0)
            if n:
                height = max(2, round(rect.height() * min(1.0, n / most / 1.4)))
                left = round(rect.left() + i / 2 * step)
                painter.fillRect(left, rect.bottom() - height + 1, max(1, round(step) - 1), height, self.ink.faint)

    def _draw_standing(self, painter: QPainter, centre: QPointF, standing: str) -> None:
        colour: QColor = self.ink.good if standing in {"active", "intermittent"} else self.ink.text3
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if standing in {"active", "dormant", "historical"} else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 3, 3)


class FacetRows(CheckedRows):
    """A facet's head with its arrow, or a value's row: box, name, count."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override: a head says whether it is open."""
        super().paint(painter, option, index)
        if index.data(Role.LINE).heading:
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            painter.setPen(QPen(self.ink.text3, 1.4))
            at = QPointF(option.rect.left() + 7, option.rect.center().y() + 3)
            painter.drawPolyline((_OPEN if opened else _SHUT).translated(at))
