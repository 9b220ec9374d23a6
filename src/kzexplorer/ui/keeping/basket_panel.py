"""The basket beside the window: its records, the choice of baskets, and their export."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.shelf import Basket
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.kept_rows import KeptView
from kzexplorer.ui.parts.line_dialog import LineDialog
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.places import fitted
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.kept_lists import BasketList
from kzexplorer.viewmodel.labels import Labels


class BasketPanel(QDialog):
    """Stays open beside the window while one works on; a click on a record looks at it."""

    def __init__(
        self,
        keeping: Keeping,
        explorer: Explorer,
        labels: Labels,
        theme: Theme,
        export: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeping, self._explorer, self._say = keeping, explorer, labels.say
        say = labels.say
        self.setWindowTitle(say("Basket"))
        self.resize(400, 480)
        self.baskets = QToolButton()
        self.baskets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._names = QActionGroup(self)
        self._changes = (
            self._action(say("New basket…"), self.ask_new),
            self._action(say("Rename…"), self.ask_name),
            self._action(say("Delete…"), self.ask_delete),
        )
        self.baskets.setMenu(QMenu(self.baskets))
        self._records = BasketList(keeping, labels, self)
        self.view = KeptView(self._records, theme, say("Records in the basket"), marked=True)
        self._empty = _empty(say("This basket is empty"), say("Press B on a record, or the star beside its title."))
        self._count = PlainLabel("", "secondary")
        self.export = QPushButton(say("Export…"))

        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 20, 12)
        head.addWidget(self.baskets)
        head.addStretch()
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(_rule())
        layout.addWidget(self.view, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(_rule())
        layout.addLayout(foot)

        self._names.triggered.connect(self._choose)
        self.view.looked.connect(self._look)
        self.view.opened.connect(self._look)
        self.view.removed.connect(keeping.remove)
        self.export.clicked.connect(export)
        keeping.baskets_changed.connect(self._show_names)
        keeping.basket_changed.connect(self._show_basket)
        self._show_names(keeping.baskets)
        self._show_basket(keeping.basket)

    def open_below(self, widget: QWidget) -> None:
        """Show the panel with its right edge below a widget's."""
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 12))
        self.setGeometry(fitted(QRect(corner, self.size()), [widget.screen().availableGeometry()]))
        self.show()
        self.view.setFocus()

    def _action(self, text: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(run)
        return action

    def ask_new(self) -> None:
        """Ask for the name of a new basket."""
        say, keeping = self._say, self._keeping
        hint = say("A name for the new basket, which becomes the current one.")
        LineDialog(say("New basket"), hint, say("Make"), keeping.new_basket, say, self).open()

    def ask_name(self) -> None:
        """Ask for another name for the current basket."""
        say, keeping = self._say, self._keeping
        hint = say("Another name for this basket.")
        name = keeping.basket.name
        LineDialog(say("Rename"), hint, say("Rename"), keeping.rename_basket, say, self, text=name).open()

    def ask_delete(self) -> None:
        """Ask whether the current basket is to be deleted; an empty one is deleted at once."""
        basket, say = self._keeping.basket, self._say
        if not basket.slugs:
            self._keeping.delete_basket()
            return
        question = say.plural(
            "Delete “{name}” with its {count} record? The record itself stays in the data.",
            "Delete “{name}” with its {count} records? The records themselves stay in the data.",
            len(basket.slugs),
            name=basket.name,
        )
        box = Notice(say("Delete basket"), question, say, self, act=say("Delete"))
        box.accepted.connect(self._keeping.delete_basket)
        box.open()

    def _show_names(self, baskets: tuple[Basket, ...]) -> None:
        menu, current = self.baskets.menu(), self._keeping.basket.name
        menu.clear()
        for old in self._names.actions():
            self._names.removeAction(old)
            old.deleteLater()
        for basket in baskets:
            name = self._say("{name} ({count})", name=basket.name, count=self._say.number(len(basket.slugs)))
            action = self._names.addAction(name.replace("&", "&&"))
            action.setData(basket.name)
            action.setCheckable(True)
            action.setChecked(basket.name == current)
        menu.addActions(self._names.actions())
        menu.addSeparator()
        menu.addActions(self._changes)
        shown = self.fontMetrics().elidedText(current, Qt.TextElideMode.ElideRight, 280)
        self.baskets.setText(f"{shown.replace('&', '&&')} ▾")
        self.baskets.setAccessibleName(self._say("Basket “{name}”", name=current))

    def _show_basket(self, basket: Basket) -> None:
        say, count = self._say, len(basket.slugs)
        said = say.plural("{count} record", "{count} records", count)
        lost = self._records.lost
        self._count.setText(f"{said}, {say('{count} not in this data', count=lost)}" if lost else said)
        self.view.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self.export.setEnabled(count > lost)

    def _choose(self, action: QAction) -> None:
        self._keeping.choose(action.data())

    def _look(self, slug: str) -> None:
        if self._explorer.store.row(slug) is not None:
            self._explorer.focus(slug)


def _empty(heading: str, advice: str) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(8)
    column.addStretch(1)
    for text, role in ((heading, "empty"), (advice, "secondary")):
        label = PlainLabel(text, role, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label)
    column.addStretch(2)
    return page


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    return rule
