"""A list of cards: painted as plain text, as high as their words need at the width there is."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kzexplorer.ui.look import judgements
from kzexplorer.ui.look.ink import Ink
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.lists import settle_view
from kzexplorer.viewmodel.card import Card
from kzexplorer.viewmodel.cards import CardList
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

_EDGE, _TOP, _GAP = 20, 12, 4
_MARK = 24  # a mark and the room after it
_WIDEST = 720  # of text: longer lines are hard to read
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_HEAD = 40


class CardRows(QStyledItemDelegate):
    """Paints a card: its judgement, title, paragraph, and a small line that ends in what leads to its records."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._heights: dict[tuple[Card, int], int] = {}
        self._renew()
        theme.changed.connect(self._renew)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override: as high as the words need at the width of the list."""
        width, card = self._view.viewport().width(), index.data(Role.CARD)
        if (card, width) not in self._heights:
            self._heights[card, width] = self._height(card, width)
        return QSize(width, self._heights[card, width])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override."""
        card, rect, ink = index.data(Role.CARD), option.rect, self._ink
        painter.save()
        if card.heading:
            self._paint_heading(painter, rect, card)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, ink.sel)
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), ink.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, ink.bg)
        room = self._room(rect)
        top = rect.top() + _TOP
        if card.word:
            line = QRect(room.left(), top, room.width(), self._small.height())
            judgements.paint(
                painter,
                QPointF(line.left() + judgements.SIZE / 2, line.center().y() + 1),
                card.mark,
                self._theme.tokens,
            )
            painter.setFont(ink.code)
            painter.setPen(judgements.colour(card.mark, self._theme.tokens))
            painter.drawText(line.adjusted(_MARK - 4, 0, 0, 0), _LEFT, card.word)
            top = line.bottom() + 1 + _GAP
        painter.setFont(ink.base)
        for text, colour in ((card.title, ink.text), (card.body, ink.text2)):
            if text:
                height = self._wrapped(text, room.width())
                painter.setPen(colour)
                painter.drawText(QRect(room.left(), top, room.width(), height), _WRAP, text)
                top += height + _GAP
        self._paint_foot(painter, QRect(room.left(), top, room.width(), self._small.height() + 2), card)
        painter.setPen(QPen(ink.line, 1))
        painter.drawLine(rect.left() + _EDGE, rect.bottom(), rect.right() - _EDGE, rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(ink.accent, 1))
            painter.drawRoundedRect(rect.adjusted(5, 2, -3, -3), 4, 4)
        painter.restore()

    def leads_to_records(self, card: Card, rect: QRect, at: QPointF) -> bool:
        """Say whether a point of a card lies on what leads to its records."""
        return card.records is not None and self._link(card, rect).contains(at.toPoint())

    def _paint_heading(self, painter: QPainter, rect: QRect, card: Card) -> None:
        painter.setFont(self._ink.heading)
        painter.setPen(self._ink.text3)
        line = rect.adjusted(_EDGE, 12, -_EDGE, 0)
        line.setHeight(_HEAD - 12)
        painter.drawText(line, _LEFT, card.title.upper())

    def _paint_foot(self, painter: QPainter, line: QRect, card: Card) -> None:
        ink = self._ink
        painter.setFont(ink.caption)
        link = f"{card.count} →" if card.records else card.count
        taken = self._small.horizontalAdvance(link) + 12 if link else 0
        if card.caption:
            painter.setPen(ink.text3)
            room = line.width() - taken
            painter.drawText(line, _LEFT, self._small.elidedText(card.caption, Qt.TextElideMode.ElideRight, room))
        if link:
            painter.setPen(ink.accent if card.records else ink.text3)
            painter.drawText(line, _RIGHT, link)

    def _link(self, card: Card, rect: QRect) -> QRect:
        room, width = self._room(rect), self._small.horizontalAdvance(f"{card.count} →")
        height = self._small.height() + 18  # a target as high as a finger is sure of
        return QRect(room.right() - width - 4, rect.bottom() - height, width + 8, height)

    def _height(self, card: Card, width: int) -> int:
        if card.heading:
            return _HEAD
        room = self._room(QRect(0, 0, width, 0)).width()
        lines = [self._small.height()] if card.word else []
        lines += [self._wrapped(text, room) for text in (card.title, card.body) if text]
        if card.caption or card.count:
            lines.append(self._small.height() + 2)
        return sum(lines) + _GAP * (len(lines) - 1) + 2 * _TOP

    def _wrapped(self, text: str, width: int) -> int:
        return self._metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), _WRAP, text).height()

    def _room(self, rect: QRect) -> QRect:
        return QRect(rect.left() + _EDGE, rect.top(), min(_WIDEST, max(40, rect.width() - 2 * _EDGE)), rect.height())

    def _renew(self) -> None:
        self._ink = Ink(self._theme.tokens, self._view.font())
        self._metrics, self._small = QFontMetrics(self._ink.base), QFontMetrics(self._ink.caption)
        self._heights.clear()


class CardView(QListView):
    """Shows a `CardList`; what is chosen is looked at.

    Signals:
        looked(str): a card was chosen, by a click or the arrows; its slug.
        records_wanted(str, str): the records behind a card are wanted: a facet and a value.
    """

    looked = Signal(str)
    records_wanted = Signal(str, str)

    def __init__(self, cards: CardList, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settle_view(self)
        self.rows = CardRows(theme, self)
        self.setModel(cards)
        self.setItemDelegate(self.rows)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().selectionChanged.connect(self._look)
        theme.changed.connect(self.viewport().update)

    def show_slug(self, slug: str) -> None:
        """Bring the card of a thing into view and choose it, without looking at it anew."""
        cards = self.model()
        row = cards.row_of(slug) if isinstance(cards, CardList) else -1
        current = self.selectionModel().selectedIndexes()
        if row < 0:
            self.selectionModel().clearSelection()
        elif not current or current[0].row() != row:
            self.setCurrentIndex(cards.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: Enter opens the records behind the card."""
        index = self.currentIndex()
        card = index.data(Role.CARD) if index.isValid() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card and card.records:
            self.records_wanted.emit(*card.records)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: a click on what leads to the records opens them."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        card = index.data(Role.CARD) if index.isValid() else None
        if event.button() is Qt.MouseButton.LeftButton and card and self._on_link(card, index, event):
            self.records_wanted.emit(*card.records)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override: the pointer says what can be followed."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        card = index.data(Role.CARD) if index.isValid() else None
        follows = card is not None and self._on_link(card, index, event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if follows else Qt.CursorShape.ArrowCursor)

    def changeEvent(self, event: QEvent) -> None:
        """Override: another font needs other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: another width needs other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_link(self, card: Card, index: QModelIndex, event: QMouseEvent) -> bool:
        return self.rows.leads_to_records(card, self.visualRect(index), event.position())

    def _look(self) -> None:
        for index in self.selectionModel().selectedIndexes():
            self.looked.emit(index.data(Role.SLUG))
