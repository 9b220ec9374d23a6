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
        self.setCheckable(declared.in_force is not None)
        self.setShortcuts([QKeySequence(keys) for keys in declared.keys])
        self.triggered.connect(self._run)

    def refresh(self) -> None:
        """Grey the action when it cannot be done now, and tick it when it is the setting in force."""
        self.setEnabled(self.declared.available(self._desk))
        if self.declared.in_force is not None:
            self.setChecked(self.declared.in_force(self._desk))

    def _run(self) -> None:
        self.declared.run(self._desk)


class CommandMenu(QToolButton):
    """A button that opens the menu of all commands, part by part: together they are higher than a small screen."""

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
        self.menus = {part: QMenu(say(title), self) for part, title in MENUS.items()}
        before = None
        for command in commands:
            part = self.menus[command.declared.menu]
            group = command.declared.menu, command.declared.order // 10
            if before and before[0] is group[0] and before != group:
                part.addSeparator()
            part.addAction(command)
            before = group
        menu = QMenu(self)
        for part in self.menus.values():
            menu.addMenu(part)
        menu.aboutToShow.connect(self._refresh)
        self.setMenu(menu)

    def _refresh(self) -> None:
        for command in self._commands:
            command.refresh()
