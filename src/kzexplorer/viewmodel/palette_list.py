"""Everything that can be gone to by its name, narrowed as one types with the folding of the search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.text import Spellings, index_text, words
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

# More than anyone reads; who looks for more types on.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to: its name, what it is, what choosing it does, its keys and its other names."""

    text: str
    kind: str
    run: Callable[[], object]
    keys: str = ""
    also: tuple[str, ...] = ()


class PaletteList(QAbstractListModel):
    """The entries that all words typed match, those whose name begins with them first."""

    def __init__(self, entries: Sequence[Entry], spellings: Spellings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self._spellings = spellings
        self._found: Sequence[Entry] = entries[:_MOST]
        self._folded: list[tuple[str, str]] | None = None

    def narrow(self, text: str) -> None:
        """List what a text asks for, everything where it asks for nothing."""
        asked = [" " + " ".join(word.tokens) for word in words(text, self._spellings)]
        self.beginResetModel()
        self._found = self._matching(asked) if asked else self._entries[:_MOST]
        self.endResetModel()

    def entry(self, index: Index) -> Entry:
        """Give the entry of a row."""
        return self._found[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: see `Role`."""
        if not index.isValid():
            return None
        entry = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (entry.text, entry.kind, entry.keys)))
            case Role.ENTRY:
                return entry
        return None

    def _matching(self, asked: Iterable[str]) -> Sequence[Entry]:
        if self._folded is None:
            self._folded = [(self._fold((entry.text,)), self._fold(entry.also)) for entry in self._entries]
        wanted = list(asked)
        ranked: list[tuple[int, int]] = []
        for place, (name, also) in enumerate(self._folded):
            if all(word in name for word in wanted):
                ranked.append((0 if name.startswith(wanted[0]) else 1, place))
            elif all(word in name or word in also for word in wanted):
                ranked.append((2, place))
        return [self._entries[place] for _, place in sorted(ranked)[:_MOST]]

    def _fold(self, names: Iterable[str]) -> str:
        """Fold names so that a blank before a word asked for stands for where words begin."""
        folded = [index_text(name, self._spellings) for name in names]
        others = [other for name in names for other in self._spellings.others(name)]
        return "".join(f" {text} |" for text in (*folded, *others))
