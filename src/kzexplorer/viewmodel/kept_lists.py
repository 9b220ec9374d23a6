"""The records of the current basket and the saved views as lists of two-line rows."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import fold
from kzexplorer.shelf import SavedView
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.view_text import read_view

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class KeptLine:
    """All that a row shows: a name, a smaller line below it, and the mark of a kind where it has one.

    `lost` tells that what is kept cannot be shown with this data.
    """

    name: str
    caption: str
    family: str = ""
    mark: str = ""
    lost: bool = False


class KeptList(QAbstractListModel):
    """Rows of a key and a `KeptLine`; a reset replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, KeptLine], ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: the name, the `KeptLine` as `Role.LINE`, and the key as `Role.SLUG`."""
        if not index.isValid():
            return None
        key, line = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.name}, {line.caption}"
            case Role.LINE:
                return line
            case Role.SLUG:
                return key
        return None

    def _put(self, rows: tuple[tuple[str, KeptLine], ...]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()


class BasketList(KeptList):
    """The records of the current basket, by slug; those this data does not have are shown as lost."""

    def __init__(self, keeping: Keeping, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._labels = labels
        keeping.basket_changed.connect(self._show)
        self._show()

    @property
    def lost(self) -> int:
        """How many records of the basket this data does not have."""
        return sum(line.lost for _, line in self._rows)

    def _show(self) -> None:
        self._put(tuple((slug, self._line(slug)) for slug in self._keeping.basket.slugs))

    def _line(self, slug: str) -> KeptLine:
        row = self._labels.store.row(slug)
        if row is None:
            return KeptLine(slug, self._labels.say("not in this data; kept all the same"), lost=True)
        kind = kinds().get(row.kind)
        return KeptLine(
            row.title,
            f"{self._labels.kind(row.kind)} · {self._labels.when(row)}",
            kind.family.value if kind else "",
            kind.mark.value if kind else "",
        )


class ViewList(KeptList):
    """The saved views, by name, with what each asks for in words; can be narrowed by words in either."""

    def __init__(self, keeping: Keeping, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._labels = labels
        self._words: tuple[str, ...] = ()
        keeping.views_changed.connect(self._show)
        self._show()

    def narrow(self, text: str) -> None:
        """Show only views whose name or words hold all of these words, in any spelling."""
        self._words = tuple(fold(text).split())
        self._show()

    def _show(self) -> None:
        rows = ((view.name, self._line(view)) for view in self._keeping.views)
        self._put(tuple((key, line) for key, line in rows if self._wanted(line)))

    def _wanted(self, line: KeptLine) -> bool:
        text = fold(f"{line.name} {line.caption}")
        return all(word in text for word in self._words)

    def _line(self, view: SavedView) -> KeptLine:
        try:
            state = read_view(view.state, self._labels.store)
        except KnownError as error:
            return KeptLine(view.name, str(error), lost=True)
        return KeptLine(view.name, self._labels.query(state.query))
