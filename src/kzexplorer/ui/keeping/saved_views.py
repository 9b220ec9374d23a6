"""The saved views: find one by its name or by what it asks for, open it, rename it, delete it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.shelf import SavedView
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.kept_rows import KeptView
from kzexplorer.ui.parts.line_dialog import LineDialog
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.kept_lists import ViewList
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.view_text import read_view


class SavedViews(QDialog):
    """Opens a view and closes; says in place why one cannot be opened, and takes a deletion back."""

    def __init__(self, keeping: Keeping, explorer: Explorer, labels: Labels, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeping, self._explorer, self._say = keeping, explorer, labels.say
        self._deleted: tuple[SavedView, ...] = ()
        say = labels.say
        self.setWindowTitle(say("Saved views"))
        self.resize(520, 460)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(say("Find a view by its name or by what it shows"))
        self.filter.setAccessibleName(say("Find a view"))
        self.filter.setClearButtonEnabled(True)
        self._views = ViewList(keeping, labels, self)
        self.view = KeptView(self._views, theme, say("Saved views"))
        self._empty = PlainLabel("", "secondary", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.answer = PlainLabel("", "secondary", wrap=True)
        self.undo = QPushButton(say("Undo"))
        self.rename = QPushButton(say("Rename…"))
        self.open_button = QPushButton(say("Open"))
        self.open_button.setProperty("role", "primary")
        for button in (self.undo, self.rename):
            button.setAutoDefault(False)
        self.open_button.setDefault(True)

        head = QVBoxLayout()
        head.setContentsMargins(20, 20, 20, 12)
        head.setSpacing(12)
        head.addWidget(PlainLabel(say("Saved views"), "title"))
        head.addWidget(self.filter)
        said = QHBoxLayout()
        said.setContentsMargins(20, 8, 20, 0)
        said.addWidget(self.answer, 1)
        said.addWidget(self.undo)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.rename)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._empty, 1)
        layout.addLayout(said)
        layout.addLayout(foot)

        self.filter.textChanged.connect(self._views.narrow)
        self.view.opened.connect(self._open)
        self.view.removed.connect(self._delete)
        self.undo.clicked.connect(self._undelete)
        self.rename.clicked.connect(self._rename)
        self.open_button.clicked.connect(self._open_current)
        self._views.modelReset.connect(self._refresh)
        self._answer("")
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: up and down move in the list while one types."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.filter.hasFocus():
            self.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        there = self._views.rowCount() > 0
        if there:
            self.view.setCurrentIndex(self._views.index(0))
        self.view.setVisible(there)
        self._empty.setVisible(not there)
        self._empty.setText(
            self._say("No saved view has these words.")
            if self._keeping.views
            else self._say("No view is saved yet. Ctrl+D saves what the window shows.")
        )
        self.rename.setEnabled(there)
        self.open_button.setEnabled(there)

    def _current(self) -> str:
        return str(self.view.currentIndex().data(Role.SLUG) or "")

    def _open_current(self) -> None:
        if self._current():
            self._open(self._current())

    def _open(self, name: str) -> None:
        view = next(view for view in self._keeping.views if view.name == name)
        try:
            state = read_view(view.state, self._explorer.store)
        except KnownError as error:
            self._answer(str(error), "doubt")
            return
        self._explorer.open(state)
        self.accept()

    def _rename(self) -> None:
        say, name = self._say, self._current()
        take = partial(self._keeping.rename_view, name)
        LineDialog(say("Rename"), say("Another name for this view."), say("Rename"), take, say, self, text=name).open()

    def _delete(self, names: tuple[str, ...]) -> None:
        self._deleted = tuple(view for view in self._keeping.views if view.name in names)
        for view in self._deleted:
            self._keeping.delete_view(view.name)
        self._answer(
            self._say.plural("Deleted {count} view.", "Deleted {count} views.", len(self._deleted)), can_undo=True
        )

    def _undelete(self) -> None:
        for view in self._deleted:
            self._keeping.save_view(view.name, view.state)
        self._answer("")

    def _answer(self, sentence: str, role: str = "secondary", *, can_undo: bool = False) -> None:
        self.answer.setProperty("role", role)
        self.answer.style().polish(self.answer)
        self.answer.setText(sentence)
        self.answer.setVisible(bool(sentence))
        self.undo.setVisible(can_undo)
