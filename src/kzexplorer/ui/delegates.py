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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kzexplorer.ui.theme import CAPTION_PX, Theme
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

PARTNER_ROW = 34
VALUE_ROW = 26
HEADING_ROW = 30
_EDGE = 14
_BOX = 15
_FIRST_YEAR, _YEARS = 1991, 36
_SPARK = 44
_MIN_SPARK = 28
_CONTEXT = 22
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class CheckedRows(QStyledItemDelegate):
    """What partner rows and facet values share: a check box at the left and a count at the right.

    Signals:
        looked(str): a name, not its box, was clicked; its slug.
        excluded(QModelIndex): a box was clicked with Shift.
    """

    looked = Signal(str)
    excluded = Signal(QModelIndex)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Override: a click on the box checks, with Shift it excludes; a click on the name looks."""
        if (
            event.type() != QEvent.Type.MouseButtonRelease
            or not isinstance(event, QMouseEvent)
            or event.button() is not Qt.MouseButton.LeftButton
            or index.data(Role.HEADING)
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
        return point.x() < _BOX + _EDGE + 6

    def draw_heading(self, painter: QPainter, rect: QRect, text: str, remark: str = "") -> None:
        """Draw a section head in small capitals with a remark at the right."""
        tokens = self._theme.tokens
        painter.setFont(heading_font(painter.font()))
        painter.setPen(QColor(tokens.ink3))
        inside = rect.adjusted(_EDGE, 6, -_EDGE, 0)
        painter.drawText(inside, _LEFT, text.upper())
        if remark:
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.Normal)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
            painter.setFont(font)
            painter.drawText(inside, _RIGHT, remark)

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, lit: bool) -> None:
        """Draw a row's background and its mark of the keyboard's focus."""
        tokens = self._theme.tokens
        if lit:
            painter.fillRect(option.rect, QColor(tokens.sel))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(tokens.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.bg))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -5, -2), 4, 4)

    def draw_box(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the check box: empty, wanted or not wanted."""
        tokens = self._theme.tokens
        box = QRect(_EDGE, rect.center().y() - _BOX // 2, _BOX, _BOX)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        wanted = state is not None and Qt.CheckState(state) == Qt.CheckState.Checked
        unwanted = bool(index.data(Role.EXCLUDED))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if wanted or unwanted else tokens.ink3), 1.2))
        painter.setBrush(QColor(tokens.accent) if wanted else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if wanted:
            painter.setPen(QPen(QColor(tokens.surface), 2))
            x, y = box.left(), box.top()
            painter.drawPolyline(
                QPolygonF([QPointF(x + 3.5, y + 8), QPointF(x + 6.5, y + 11), QPointF(x + 11.5, y + 4.5)])
            )
        elif unwanted:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawLine(box.left() + 4, box.center().y(), box.right() - 3, box.center().y())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def draw_count(self, painter: QPainter, rect: QRect, index: Index) -> int:
        """Draw the count at the right, greyed when it is nothing, and give its width."""
        tokens = self._theme.tokens
        count = int(index.data(Role.COUNT) or 0)
        painter.setFont(tabular(painter.font()))
        painter.setPen(QColor(tokens.ink2 if count else tokens.ink3))
        painter.drawText(rect.adjusted(0, 0, -_EDGE, 0), _RIGHT, str(count))
        return max(26, QFontMetrics(painter.font()).horizontalAdvance(str(count)))

    def draw_name(self, painter: QPainter, rect: QRect, index: Index, font: QFont) -> None:
        """Draw a name, struck out when it is not wanted, with an ellipsis where it is cut."""
        tokens = self._theme.tokens
        font = QFont(font)
        font.setStrikeOut(bool(index.data(Role.EXCLUDED)))
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink if index.data(Role.COUNT) else tokens.ink3))
        text = QFontMetrics(font).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, _LEFT, text)


class PartnerRows(CheckedRows):
    """A partner's row: box, code, name, activity since independence, standing, count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override."""
        return QSize(160, HEADING_ROW if index.data(Role.HEADING) else PARTNER_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override."""
        painter.save()
        if index.data(Role.HEADING):
            self.draw_heading(painter, option.rect, str(index.data(Qt.ItemDataRole.DisplayRole)))
            painter.restore()
            return
        wanted = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self.draw_ground(painter, option, lit=wanted or bool(index.data(Role.FOCUSED)))
        self.draw_box(painter, option.rect, index)
        rest = option.rect.adjusted(_EDGE + _BOX + 9, 0, 0, 0)
        self._draw_code(painter, rest, str(index.data(Role.CODE) or ""), option.font)
        painter.setFont(option.font)
        context = int(index.data(Role.CONTEXT) or 0)
        self._draw_context(painter, option.rect, context)
        count = self.draw_count(painter, option.rect.adjusted(0, 0, -_CONTEXT, 0), index)
        right = option.rect.right() - _EDGE - _CONTEXT - count - 6
        self._draw_standing(painter, QPointF(right - 4, option.rect.center().y() + 0.5), str(index.data(Role.STANDING)))
        right -= 16
        name = QRect(rest.left() + 36, rest.top(), max(0, right - rest.left() - 36), rest.height())
        wish = QFontMetrics(option.font).horizontalAdvance(str(index.data(Qt.ItemDataRole.DisplayRole))) + 8
        spark = min(_SPARK, name.width() - wish)
        if spark >= _MIN_SPARK:
            years = index.data(Role.YEARS) or {}
            area = QRect(name.right() - spark, name.top() + 9, spark, name.height() - 17)
            self._draw_activity(painter, area, years)
            name.setWidth(name.width() - spark - 6)
        self.draw_name(painter, name, index, option.font)
        painter.restore()

    def _draw_context(self, painter: QPainter, rect: QRect, context: int) -> None:
        """Draw how many records name the partner only as context: apart from the count, and greyed."""
        if context:
            font = QFont(painter.font())
            font.setPixelSize(CAPTION_PX)
            painter.save()
            painter.setFont(tabular(font))
            painter.setPen(QColor(self._theme.tokens.ink3))
            painter.drawText(rect.adjusted(0, 0, -_EDGE + 4, 0), _RIGHT, f"+{context}")
            painter.restore()

    def _draw_code(self, painter: QPainter, rect: QRect, code: str, font: QFont) -> None:
        if not code:
            return
        tokens = self._theme.tokens
        badge = QRect(rect.left(), rect.center().y() - 9, 28, 19)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.setOpacity(0.7)
        painter.drawRoundedRect(badge, 4, 4)
        painter.setOpacity(1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(heading_font(font, spacing=0))
        painter.setPen(QColor(tokens.ink2))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), code)

    def _draw_activity(self, painter: QPainter, rect: QRect, years: Mapping[int, int]) -> None:
        most = max((n for year, n in years.items() if year >= _FIRST_YEAR), default=0)
        if not most:
            return
        step = rect.width() / _YEARS * 2
        colour = QColor(self._theme.tokens.ink3)
        colour.setAlpha(150)
        for i in range(0, _YEARS, 2):
            n = years.get(_FIRST_YEAR + i, 0) + years.get(_FIRST_YEAR + i + 1, 0)
            if n:
                height = max(2, round(rect.height() * min(1.0, n / most / 1.4)))
                left = rect.left() + i / 2 * step
                painter.fillRect(
                    QRect(round(left), rect.bottom() - height + 1, max(1, round(step) - 1), height), colour
                )

    def _draw_standing(self, painter: QPainter, centre: QPointF, standing: str) -> None:
        tokens = self._theme.tokens
        if not standing:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor({"active": tokens.craft, "intermittent": tokens.craft}.get(standing, tokens.ink3))
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if standing in {"active", "dormant", "historical"} else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


class FacetRows(CheckedRows):
    """A facet's head with its arrow, or a value's row: box, name, count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override."""
        return QSize(160, HEADING_ROW if index.data(Role.HEADING) else VALUE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override."""
        painter.save()
        if index.data(Role.HEADING):
            self.draw_ground(painter, option, lit=False)
            chosen = int(index.data(Role.COUNT) or 0)
            self.draw_heading(painter, option.rect, str(index.data(Qt.ItemDataRole.DisplayRole)), str(chosen or ""))
            self._draw_arrow(painter, option)
            painter.restore()
            return
        self.draw_ground(painter, option, lit=False)
        self.draw_box(painter, option.rect, index)
        painter.setFont(option.font)
        count = self.draw_count(painter, option.rect, index)
        left = option.rect.left() + _EDGE + _BOX + 9
        name = QRect(left, option.rect.top(), option.rect.right() - left - count - _EDGE - 8, option.rect.height())
        self.draw_name(painter, name, index, option.font)
        painter.restore()

    def _draw_arrow(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.ink3), 1.4))
        x, y = option.rect.left() + 6.0, option.rect.center().y() + 4.0
        if option.state & QStyle.StateFlag.State_Open:
            points = [QPointF(x - 3, y - 1.5), QPointF(x, y + 1.5), QPointF(x + 3, y - 1.5)]
        else:
            points = [QPointF(x - 1.5, y - 3), QPointF(x + 1.5, y), QPointF(x - 1.5, y + 3)]
        painter.drawPolyline(QPolygonF(points))


def heading_font(base: QFont, spacing: float = 1.0) -> QFont:
    """Give the small bold capitals of section heads and codes."""
    font = QFont(base)
    font.setPixelSize(CAPTION_PX)
    font.setBold(True)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return font


def tabular(base: QFont) -> QFont:
    """Give a font whose figures all have one width."""
    font = QFont(base)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
