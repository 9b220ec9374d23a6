"""What of the basket is always in sight: the button with its count, and the star of a record."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.ui.parts.tooltip import as_tip
from kzexplorer.viewmodel.keeping import Keeping


class BasketButton(QPushButton):
    """Says how many records the current basket holds."""

    def __init__(self, keeping: Keeping, say: Language, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeping, self._say, self._keys = keeping, say, keys
        keeping.basket_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        say, basket = self._say, self._keeping.basket
        count = len(basket.slugs)
        self.setText(f"☆ {say('Basket')} {say.number(count)}")
        said = say.plural("{count} record in “{name}”", "{count} records in “{name}”", count, name=basket.name)
        self.setAccessibleName(said)
        self.setToolTip(as_tip(f"{said} ({self._keys})"))


class Star(QToolButton):
    """Puts one record into the current basket or takes it out, and shows which."""

    def __init__(self, slug: str, keeping: Keeping, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slug, self._keeping, self._say = slug, keeping, say
        self.setProperty("role", "star")
        self.setCheckable(True)
        self.setFixedSize(QSize(20, 20))
        keeping.basket_changed.connect(self._show)
        self.clicked.connect(self._toggle)
        self._show()

    def _toggle(self) -> None:
        self._keeping.toggle([self._slug])
        self._show()

    def _show(self) -> None:
        held = self._keeping.holds([self._slug])
        self.setChecked(held)
        self.setText("★" if held else "☆")
        said = self._say("Take out of the basket (B)") if held else self._say("Put into the basket (B)")
        self.setToolTip(said)
        self.setAccessibleName(said)
