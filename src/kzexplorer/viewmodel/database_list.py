"""The databases that can be looked at, as a list with a line on where each is."""

from PySide6.QtCore import QObject

from kzexplorer.domain.language import Language
from kzexplorer.viewmodel.databases import Databases
from kzexplorer.viewmodel.kept_lists import KeptLine, KeptList

BUNDLED = ""  # the key of the bundled one


class DatabaseList(KeptList):
    """The bundled database, then those opened last, by their paths."""

    def __init__(self, databases: Databases, say: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._databases = databases
        self._say = say
        databases.recent_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        say, current = self._say, self._databases.current
        here = say("open now")
        title = say("Kazakhstan's space cooperation")
        bundled = KeptLine(title, here if current is None else say("the data that came with the program"))
        rows = [(BUNDLED, bundled)]
        for path in self._databases.recent:
            there = path.is_file()
            caption = here if path == current else str(path.parent) if there else say("no longer there")
            rows.append((str(path), KeptLine(path.name, caption, lost=not there)))
        self._put(tuple(rows))
