"""A list of cards under headings."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.viewmodel.card import Card
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex


class CardList(QAbstractListModel):
    """Rows are cards; headings can neither be selected nor looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def show(self, cards: tuple[Card, ...]) -> None:
        """Show other cards; where they are the same nothing happens."""
        if cards != self._cards:
            self.beginResetModel()
            self._cards = cards
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self._cards)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override: headings are passed over."""
        if not index.isValid() or self._cards[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: see `Role`."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(filter(None, (card.title, card.word, card.body, card.caption, card.count)))
            case Role.SLUG:
                return card.slug
            case Role.CARD:
                return card
        return None

    def row_of(self, slug: str) -> int:
        """Give the row of what is about a thing, -1 when there is none."""
        return next((row for row, card in enumerate(self._cards) if slug and card.slug == slug), -1)

    def row_of_chapter(self, chapter: str) -> int:
        """Give the first row of a chapter, -1 when it has none."""
        return next((row for row, card in enumerate(self._cards) if card.chapter == chapter), -1)
