"""The partner list: a check box filters, a click on a name looks."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.ui.delegates import PARTNER_ROW, PartnerRows
from kzexplorer.ui.lists import CheckedKeys, settle_view
from kzexplorer.ui.plain import PlainLabel
from kzexplorer.ui.theme import Theme
from kzexplorer.ui.tooltip import plain_tip
from kzexplorer.viewmodel.partner_list import PartnerList
from kzexplorer.viewmodel.roles import Role


class PartnerPane(QWidget):
    """Shows a `PartnerList` below its own small filter box.

    Signals:
        partner_chosen(str): a partner is to be looked at.
    """

    partner_chosen = Signal(str)

    def __init__(self, partners: PartnerList, theme: Theme, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partners = partners
        self._count = PlainLabel("", "caption")
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(say("Find a partner"))
        self._filter.setAccessibleName(say("Find a partner"))
        self._filter.setClearButtonEnabled(True)
        self.view = QListView()
        self.view.setModel(partners)
        self.view.setUniformItemSizes(True)
        rows = PartnerRows(theme, PARTNER_ROW, self.view)
        self.view.setItemDelegate(rows)
        self.view.setAccessibleName(say("Partners"))
        self.view.viewport().installEventFilter(self)
        settle_view(self.view)
        keys = CheckedKeys(self.view)

        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 4)
        head.addWidget(PlainLabel(say("Partners").upper(), "section"))
        head.addStretch()
        head.addWidget(self._count)
        box = QHBoxLayout()
        box.setContentsMargins(12, 4, 12, 4)
        box.addWidget(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(box)
        layout.addWidget(self.view)

        self._filter.textChanged.connect(self._narrow)
        rows.looked.connect(self.partner_chosen)
        keys.looked.connect(self.partner_chosen)
        rows.excluded.connect(partners.exclude)
        keys.excluded.connect(partners.exclude)
        theme.changed.connect(self._repaint)
        self._show_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override: the whole name, the standing and its note as a plain tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            slug = self.view.indexAt(event.pos()).data(Role.SLUG)
            plain_tip(event.globalPos(), self._partners.describe(slug) if slug else "", self.view)
            return True
        return super().eventFilter(watched, event)

    def show_focus(self, slug: str) -> None:
        """Bring the partner in focus into view."""
        row = self._partners.row_of(slug)
        if row >= 0:
            self.view.setCurrentIndex(self._partners.index(row))

    def _narrow(self, text: str) -> None:
        self._partners.narrow(text)
        self._show_count()

    def _show_count(self) -> None:
        rows = (self._partners.index(row) for row in range(self._partners.rowCount(QModelIndex())))
        self._count.setText(str(sum(bool(index.data(Role.LINE).standing) for index in rows)))

    def _repaint(self) -> None:
        self.view.viewport().update()
