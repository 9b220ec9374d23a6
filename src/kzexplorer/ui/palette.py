"""The command palette: type a few letters of anything, choose with the arrows, go with Enter."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kzexplorer.domain.state import Query
from kzexplorer.ui.actions import Desk
from kzexplorer.ui.commands import Command
from kzexplorer.ui.look.ink import Ink
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.lists import settle_view
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.viewmodel.palette_list import Entry, PaletteList
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.view_text import read_view

Source = Callable[[Desk], Iterable[Entry]]

_WIDTH, _TOP, _ROW, _ROWS = 600, 56, 34, 11
# Of very large data, the records of most weight; the search finds all.
_RECORDS = 5_000
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def commands(desk: Desk) -> Iterator[Entry]:
    """Give the actions that can be done now, with their keys."""
    for action in desk.window.actions():
        if isinstance(action, Command) and action.declared.id != "palette" and action.declared.available(desk):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Entry(action.text(), desk.labels.say("Action"), action.trigger, keys, (action.declared.text,))


def saved_views(desk: Desk) -> Iterator[Entry]:
    """Give the views that the user has saved."""
    for view in desk.keeping.views:
        yield Entry(view.name, desk.labels.say("Saved view"), partial(_open_view, desk, view.state))


def partners(desk: Desk) -> Iterator[Entry]:
    """Give the partners, to look at."""
    for partner in desk.explorer.store.partners:
        also = (*partner.names, *partner.aliases, partner.code)
        name, kind = desk.labels.text(partner.names), desk.labels.say("Partner")
        yield Entry(name, kind, partial(desk.explorer.focus, partner.slug), also=also)


def organizations(desk: Desk) -> Iterator[Entry]:
    """Give the organizations, to look at."""
    for organization in desk.explorer.store.organizations.values():
        also = (*organization.names, *organization.aliases)
        name, kind = desk.labels.text(organization.names), desk.labels.say("Organization")
        yield Entry(name, kind, partial(desk.explorer.focus, organization.slug), also=also)


def records(desk: Desk) -> Iterator[Entry]:
    """Give the records, to look at, those of most weight first."""
    store, labels = desk.explorer.store, desk.labels
    for row in store.rows(store.find(Query(), "significance").places[:_RECORDS]):
        begun = f" · {labels.say.date(row.begins)}" if row.begins else ""
        yield Entry(row.title, f"{labels.kind(row.kind)}{begun}", partial(desk.explorer.focus, row.slug))


def claims(desk: Desk) -> Iterator[Entry]:
    """Give the claims of the founding brief, to look at."""
    for claim in desk.explorer.store.claims:
        kind = desk.labels.say("Claim of the founding brief")
        yield Entry(claim.claim, kind, partial(desk.explorer.focus, claim.slug))


def cited_sources(desk: Desk) -> Iterator[Entry]:
    """Give the sources, to look at."""
    for source in islice(desk.explorer.store.sources.values(), _RECORDS):
        focus = partial(desk.explorer.focus, source.slug)
        yield Entry(source.title, desk.labels.say("Source"), focus, also=(source.publisher,))


# What the palette offers, in this order; a further source is a further function.
SOURCES: tuple[Source, ...] = (commands, saved_views, partners, organizations, records, claims, cited_sources)


class EntryRows(QStyledItemDelegate):
    """A name at the left, at the right its keys or what it is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = Ink(theme.tokens, parent.font())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Override."""
        return QSize(_WIDTH, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Override."""
        entry: Entry = index.data(Role.ENTRY)
        ink, rect = self._ink, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, ink.sel)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, ink.bg)
        right = rect.right() - 14
        painter.setFont(ink.caption)
        if entry.keys:
            width = painter.fontMetrics().horizontalAdvance(entry.keys) + 12
            cap = QRect(right - width, rect.center().y() - 9, width, 20)
            painter.setPen(QPen(ink.line, 1))
            painter.setBrush(ink.bg)
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(ink.text2)
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), entry.keys)
        else:
            # A little more than the text asks for, since metrics know nothing of tabular figures.
            width = min(painter.fontMetrics().horizontalAdvance(entry.kind) + 8, rect.width() // 2)
            kind = QRect(right - width, rect.top(), width, rect.height())
            painter.setPen(ink.text3)
            shown = painter.fontMetrics().elidedText(entry.kind, Qt.TextElideMode.ElideRight, width)
            painter.drawText(kind, _RIGHT, shown)
        room = QRect(rect.left() + 16, rect.top(), right - width - 12 - rect.left() - 16, rect.height())
        painter.setFont(ink.base)
        painter.setPen(ink.text)
        painter.drawText(room, _LEFT, ink.cut(entry.text.replace("\n", " "), room.width()))
        painter.restore()


class Palette(QWidget):
    """Lies over the window until something is chosen, Escape is pressed or a click goes beside it."""

    def __init__(self, desk: Desk, sources: tuple[Source, ...] = SOURCES) -> None:
        super().__init__(desk.window)
        self._window = desk.window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say = desk.labels.say
        self._theme = desk.theme
        self._before: QWidget | None = desk.window.focusWidget()
        entries = [entry for source in sources for entry in source(desk)]
        self.model = PaletteList(entries, desk.explorer.store.spellings, self)
        self.line = QLineEdit()
        self.line.setPlaceholderText(say("An action, a partner, an organization or a record"))
        self.line.setAccessibleName(say("Find anything"))
        self.line.setProperty("role", "palette")
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryRows(desk.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(say("What is found"))
        settle_view(self.list)
        self.nothing = PlainLabel(say("Nothing is called that."), "secondary")
        self.nothing.setContentsMargins(16, 8, 16, 12)
        self.card = QFrame(self)
        self.card.setObjectName("palette")
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)

        self.line.installEventFilter(self)
        desk.window.installEventFilter(self)
        self.line.textChanged.connect(self._narrow)
        self.list.clicked.connect(self._go)
        desk.theme.changed.connect(self.close)
        self._narrow("")

    def open(self) -> None:
        """Show it over the whole window and take the keys."""
        self._cover()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override: arrows move in the list while the cursor stays in the line; it follows the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._cover()
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Override: the keys stay here until it is closed."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override: a click beside the card closes it."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self._leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override: dim the window below."""
        with QPainter(self) as painter:
            shade = QColor(self._theme.tokens.bg)
            shade.setAlpha(170)
            painter.fillRect(event.rect(), shade)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self._fit()

    def _press(self, event: QKeyEvent) -> bool:
        row, last = self.list.currentIndex().row(), self.model.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Down:
                self._choose(0 if row == last else row + 1)
            case Qt.Key.Key_Up:
                self._choose(last if row <= 0 else row - 1)
            case Qt.Key.Key_PageDown:
                self._choose(min(last, row + _ROWS - 1))
            case Qt.Key.Key_PageUp:
                self._choose(max(0, row - _ROWS + 1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go(self.list.currentIndex())
            case Qt.Key.Key_Escape:
                self._leave()
            case _:
                return False
        return True

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._choose(0)
        self._fit()

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        # The cursor stays in the line, so that is where a screen reader hears what Enter would do.
        self.line.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            run = self.model.entry(index).run
            self._leave()
            run()

    def _leave(self) -> None:
        # What had the keys may be gone: the details are made anew with every other thing that is looked at.
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()

    def _fit(self) -> None:
        found = self.model.rowCount()
        self.nothing.setVisible(found == 0)
        self.list.setVisible(found > 0)
        self.list.setFixedHeight(_ROW * min(_ROWS, found))
        width = min(_WIDTH, self.width() - 32)
        self.card.setGeometry((self.width() - width) // 2, _TOP, width, self.card.sizeHint().height())


def _open_view(desk: Desk, text: str) -> None:
    desk.explorer.open(read_view(text, desk.explorer.store))
