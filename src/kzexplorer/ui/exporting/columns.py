"""The columns of an export: which, and in which order, by the mouse or by keys alone."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.language import Language
from kzexplorer.exporters.columns import COLUMNS
from kzexplorer.ui.parts.plain import PlainLabel

_BOX, _ROW = 15, 26
_TICK = QPolygonF([QPointF(3.5, 8), QPointF(6.5, 11), QPointF(11.5, 4.5)])
_ID = int(Qt.ItemDataRole.UserRole)


class CheckedItems(QStyledItemDelegate):
    """Paints check boxes as the lists beside the timeline do, in the colours of the palette."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Override."""
        rect: QRect = option.rect
        palette: QPalette = option.palette
        usable = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and usable:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(rect, 4, 4)
        box = QRect(rect.left() + 6, rect.center().y() - _BOX // 2, _BOX, _BOX)
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        accent = palette.color(QPalette.ColorRole.Accent if usable else QPalette.ColorRole.Mid)
        painter.setPen(QPen(accent if checked else palette.color(QPalette.ColorRole.PlaceholderText), 1.2))
        painter.setBrush(accent if checked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 2))
            painter.drawPolyline(_TICK.translated(box.topLeft()))
        role = QPalette.ColorRole.Text if checked and usable else QPalette.ColorRole.PlaceholderText
        painter.setPen(palette.color(role))
        room = rect.adjusted(_BOX + 16, 0, -8, 0)
        text = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Override: a click on the box checks; so does Space."""
        role = int(Qt.ItemDataRole.CheckStateRole)
        on_box = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and event.position().x() < option.rect.left() + _BOX + 14
        )
        by_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not on_box and not by_key:
            return False
        checked = Qt.CheckState(index.data(role)) is Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked, role)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Override."""
        return QSize(120, _ROW)


class ColumnList(QListWidget):
    """Names with check boxes that can be dragged.

    Signals:
        pushed(int): Alt with an arrow: the current item is to move by so many places.
    """

    pushed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: Alt with an arrow moves the current item."""
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.pushed.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)


class ColumnChooser(QWidget):
    """Lists all columns; those checked are written, from top to bottom.

    Signals:
        changed: others are checked, or they stand in another order.
    """

    changed = Signal()

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._usual: tuple[str, ...] = ()
        self._count = PlainLabel("", "caption")
        self.list = ColumnList()
        self.list.setObjectName("columns")
        self.list.setItemDelegate(CheckedItems(self.list))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setAccessibleName(say("Columns"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up = _button("↑", say("Move up (Alt+Up)"))
        self.down = _button("↓", say("Move down (Alt+Down)"))
        self.all = _button(say("All"), say("Check all columns"))
        self.usual = _button(say("Usual"), say("The usual columns in their order"))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(PlainLabel(say("Columns").upper(), "section"))
        head.addSpacing(4)
        head.addWidget(self._count)
        head.addStretch()
        for button in (self.up, self.down, self.all, self.usual):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)

        self.list.pushed.connect(self._push)
        self.list.itemChanged.connect(self._tell)
        self.list.model().rowsMoved.connect(self._tell)
        # A drop is an insertion and a removal; in between the list is not asked, since who listens waits.
        self.list.model().rowsRemoved.connect(self._tell)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.all.clicked.connect(self._check_all)
        self.usual.clicked.connect(self._reset)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the columns to write, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)

    def offer(self, usual: Sequence[str]) -> None:
        """Offer all columns, those that are usual first and checked."""
        self._usual = tuple(usual)
        self._reset()

    def _reset(self) -> None:
        self.list.blockSignals(True)
        self.list.model().blockSignals(True)
        self.list.clear()
        self.list.model().blockSignals(False)
        for column in (*self._usual, *(id_ for id_ in COLUMNS if id_ not in self._usual)):
            item = QListWidgetItem(self._say(COLUMNS[column].label))
            item.setData(_ID, column)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled)
            item.setCheckState(Qt.CheckState.Checked if column in self._usual else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._tell()

    def _check_all(self) -> None:
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._tell()

    def _push(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            self.list.insertItem(row + by, self.list.takeItem(row))
            self.list.setCurrentRow(row + by)
            self._tell()

    def _up(self) -> None:
        self._push(-1)

    def _down(self) -> None:
        self._push(1)

    def _tell(self) -> None:
        self._count.setText(f"{len(self.chosen)}/{len(COLUMNS)}")
        self.changed.emit()


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setProperty("role", "quiet")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
