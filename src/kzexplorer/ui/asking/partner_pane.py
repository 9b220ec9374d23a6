"""The partner list: a check box filters, a click on a name looks."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup, QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.ui.asking.delegates import PARTNER_ROW, PartnerRows
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.lists import BOX, CheckedKeys, RowList, settle_view
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.parts.tooltip import plain_tip
from kzexplorer.ui.parts.value_menu import ValueMenu
from kzexplorer.viewmodel.partner_list import ORDERS, PartnerList
from kzexplorer.viewmodel.roles import Role


class PartnerPane(QWidget):
    """Shows a `PartnerList` below its own small filter box, with the activity up to `last_year`.

    Signals:
        partner_chosen(str): a partner is to be looked at.
    """

    partner_chosen = Signal(str)

    def __init__(
        self, partners: PartnerList, last_year: int, theme: Theme, say: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._partners = partners
        self._say = say
        self._count = PlainLabel("", "caption")
        self._orders = QActionGroup(self)
        self.order = self._order_button()
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(say("Find a partner"))
        self._filter.setAccessibleName(say("Find a partner"))
        self._filter.setClearButtonEnabled(True)
        self.view = RowList()
        self.view.setModel(partners)
        self._rows = PartnerRows(theme, PARTNER_ROW, last_year, self.view)
        self.view.setItemDelegate(self._rows)
        self.view.setAccessibleName(say("Partners"))
        self.view.viewport().installEventFilter(self)
        settle_view(self.view)
        keys = CheckedKeys(self.view)

        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 2)
        head.addWidget(PlainLabel(say("Partners").upper(), "section"))
        head.addSpacing(8)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.order)
        box = QHBoxLayout()
        box.setContentsMargins(12, 4, 12, 4)
        box.addWidget(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(box)
        layout.addWidget(self.view)

        self.setFocusProxy(self.view)
        self._filter.textChanged.connect(self._narrow)
        self._rows.looked.connect(self.partner_chosen)
        keys.looked.connect(self.partner_chosen)
        self._rows.excluded.connect(partners.exclude)
        keys.excluded.connect(partners.exclude)
        keys.menu_wanted.connect(self._offer)
        self._orders.triggered.connect(self._sort)
        theme.changed.connect(self._repaint)
        self._show_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override: the whole name, the standing and its note as a plain tool tip, and over the box what that does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.view.indexAt(event.pos())
            slug = index.data(Role.SLUG)
            on_box = slug and self._rows.is_on_box(self.view.visualRect(index), event.pos())
            tip = self._say(BOX) if on_box else self._partners.describe(slug) if slug else ""
            plain_tip(event.globalPos(), tip, self.view)
            return True
        return super().eventFilter(watched, event)

    def show_focus(self, slug: str) -> None:
        """Bring the partner in focus into view."""
        row = self._partners.row_of(slug)
        if row >= 0:
            self.view.setCurrentIndex(self._partners.index(row))

    def _order_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self._say("Order of the partners"))
        button.setAccessibleName(self._say("Order of the partners"))
        menu = QMenu(button)
        for order, text in ORDERS.items():
            action = QAction(self._say(text), menu)
            action.setData(order)
            action.setCheckable(True)
            action.setChecked(order == self._partners.order)
            self._orders.addAction(action)
            menu.addAction(action)
        button.setMenu(menu)
        button.setText(f"{self._say(ORDERS[self._partners.order])} ▾")
        return button

    def _sort(self, action: QAction) -> None:
        slug = self.view.currentIndex().data(Role.SLUG)
        self._partners.sort_by(action.data())
        self.order.setText(f"{action.text()} ▾")
        self.show_focus(slug or "")

    def _offer(self, index: QModelIndex, at: QPoint) -> None:
        menu = ValueMenu(*self._partners.choice(index), self._say, self)
        menu.chosen.connect(partial(self._partners.choose, QPersistentModelIndex(index)))
        menu.open_at(at)

    def _narrow(self, text: str) -> None:
        self._partners.narrow(text)
        self._show_count()

    def _show_count(self) -> None:
        rows = (self._partners.index(row) for row in range(self._partners.rowCount(QModelIndex())))
        self._count.setText(str(sum(bool(index.data(Role.LINE).standing) for index in rows)))

    def _repaint(self) -> None:
        self.view.viewport().update()
