"""The panel's menu of files: a new briefing, one from a file, those that come with the program, and saving."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kzexplorer.shelf import read_briefing
from kzexplorer.ui.briefing.room import BriefingRoom


class FileMenu(QToolButton):
    """A button that opens the menu; what it asks stands over the panel."""

    def __init__(self, room: BriefingRoom, panel: QWidget) -> None:
        super().__init__(panel)
        say = room.labels.say
        self.setText(say("File ▾"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for text, act in (
            (say("New briefing"), partial(room.begin, panel)),
            (say("Open…"), partial(room.open, panel)),
            (say("Save"), partial(room.save, panel)),
            (say("Save as…"), partial(room.save_as, panel)),
        ):
            menu.addAction(_action(text, act, menu))
        menu.addSection(say("Ready briefings"))
        facets = [facet.id for facet in room.labels.store.facets()]
        for path in room.ready:
            title = read_briefing(path, facets).briefing.title.replace("&", "&&")
            menu.addAction(_action(title, partial(room.open_ready, panel, path), menu))
        self.setMenu(menu)


def _action(text: str, act: Callable[[], object], menu: QMenu) -> QAction:
    action = QAction(text, menu)
    action.triggered.connect(act)
    return action
