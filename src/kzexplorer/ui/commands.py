"""The actions as Qt knows them: with keys, in one menu behind a button."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kzexplorer.ui.actions import MENUS, Action, Desk


class Command(QAction):
    """One action, ready to be triggered by its keys, the menu or the palette."""

    def __init__(self, declared: Action, desk: Desk) -> None:
        super().__init__(desk.labels.say(declared.text), desk.window)
        self.declared = declared
        self._desk = desk
        self.setShortcuts([QKeySequence(keys) for keys in declared.keys])
        self.triggered.connect(self._run)

    def refresh(self) -> None:
        """Grey the action when it cannot be done now."""
        self.setEnabled(self.declared.available(self._desk))

    def _run(self) -> None:
        self.declared.run(self._desk)


class CommandMenu(QToolButton):
    """A button that opens the menu of all commands."""

    def __init__(self, commands: tuple[Command, ...], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.labels.say
        self.setText("⋯")
        self.setProperty("role", "flat")
        self.setToolTip(say("Menu (F10)"))
        self.setAccessibleName(say("Menu"))
        self.setFixedSize(32, 32)
        self.setShortcut("F10")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._commands = commands
        menu = QMenu(self)
        last = None
        for command in commands:
            if command.declared.menu is not last:
                last = command.declared.menu
                menu.addSection(say(MENUS[last]))
            menu.addAction(command)
        menu.aboutToShow.connect(self._refresh)
        self.setMenu(menu)

    def _refresh(self) -> None:
        for command in self._commands:
            command.refresh()
