"""The databases that can be looked at: the one that is open, the bundled one and those opened last."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kzexplorer.domain.column_map import ColumnMap
from kzexplorer.shelf import Kept, Tables

# Puts another database under the window, None for the bundled one.
Switch = Callable[[Path | None], None]


# Remembers that this installation wrote a database, so that it is opened in place.
Own = Callable[[Path], object]


def _stay(_: Path | None) -> None:
    """Do nothing, where there is no program around the window."""


class Databases(QObject):
    """Remembers what was opened and how columns were mapped, and asks for another database.

    `current` is the database that is open, None for the bundled one.

    Signals:
        recent_changed: other databases were opened last.
        complained(str): a sentence for the user about the file all this is kept in.
    """

    recent_changed = Signal()
    complained = Signal(str)

    def __init__(
        self,
        kept: Kept[Tables],
        switch: Switch = _stay,
        own: Own = _stay,
        current: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._switch = switch
        self.own = own
        self.current = current

    @property
    def recent(self) -> tuple[Path, ...]:
        """The databases opened last, the latest first."""
        return tuple(map(Path, self._kept.value.recent))

    def open(self, path: Path | None) -> None:
        """Put another database under the window, which is built anew around it.

        Raises:
            KnownError: it cannot be opened; all stays as it is.
        """
        self._switch(path)
        if path is not None:
            self._change(partial(_opened, str(path.absolute())))

    def forget(self, path: Path) -> None:
        """Name a database no more; its file stays."""
        self._change(partial(_forgotten, str(path)))

    def map_of(self, columns: tuple[str, ...]) -> ColumnMap | None:
        """Give the map that was used for a table with these columns."""
        return self._kept.value.map_of(columns)

    def keep_map(self, used: ColumnMap) -> None:
        """Remember how the columns of a table were used."""
        self._change(partial(_used, used))

    def _change(self, change: Callable[[Tables], Tables]) -> None:
        before = self._kept.value.recent
        sentence = self._kept.change(change)
        if sentence:
            self.complained.emit(sentence)
        if self._kept.value.recent != before:
            self.recent_changed.emit()


def _opened(path: str, tables: Tables) -> Tables:
    return tables.with_recent(path)


def _forgotten(path: str, tables: Tables) -> Tables:
    return tables.without_recent(path)


def _used(used: ColumnMap, tables: Tables) -> Tables:
    return tables.with_map(used)
