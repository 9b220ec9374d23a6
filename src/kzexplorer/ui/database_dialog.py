"""The databases that can be looked at: the bundled one, those opened last, and any other file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.choosing import ChooseFile
from kzexplorer.ui.parts.kept_rows import KeptView
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.viewmodel.database_list import BUNDLED, DatabaseList
from kzexplorer.viewmodel.databases import Databases
from kzexplorer.viewmodel.roles import Role


class DatabaseDialog(QDialog):
    """Opens a database and closes; says in place why one cannot be opened."""

    def __init__(
        self, databases: Databases, say: Language, theme: Theme, choose_file: ChooseFile, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._databases, self._say, self._choose_file = databases, say, choose_file
        self.setWindowTitle(say("Open a database"))
        self.resize(520, 420)
        self._list = DatabaseList(databases, say, self)
        self.view = KeptView(self._list, theme, say("Databases"))
        self.answer = PlainLabel("", "doubt", wrap=True)
        self.other = QPushButton(say("Another file…"))
        self.other.setAutoDefault(False)
        self.open_button = QPushButton(say("Open"))
        self.open_button.setProperty("role", "primary")
        self.open_button.setDefault(True)
        head = QVBoxLayout()
        head.setContentsMargins(20, 20, 20, 12)
        head.setSpacing(4)
        head.addWidget(PlainLabel(say("Open a database"), "title"))
        hint = say("The basket and the saved views stay; a file from elsewhere is checked and copied first.")
        head.addWidget(PlainLabel(hint, "secondary", wrap=True))
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.other)
        foot.addStretch()
        foot.addWidget(self.open_button)
        said = QHBoxLayout()
        said.setContentsMargins(20, 8, 20, 0)
        said.addWidget(self.answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addLayout(said)
        layout.addLayout(foot)

        self.view.opened.connect(self.open_named)
        self.view.removed.connect(self._forget)
        self.other.clicked.connect(self._choose)
        self.open_button.clicked.connect(self._open_current)
        self.answer.hide()
        self.view.setCurrentIndex(self._list.index(0))
        self.view.setFocus()

    def open_named(self, name: str) -> None:
        """Open the database at a path, the bundled one for an empty name."""
        try:
            self._databases.open(Path(name) if name else None)
        except KnownError as error:
            self._answer(str(error))
        else:
            self.accept()

    def _open_current(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.open_named(str(index.data(Role.SLUG) or ""))

    def _choose(self) -> None:
        path = self._choose_file(self, ".db")
        if path is not None:
            self.open_named(str(path))

    def _forget(self, names: tuple[str, ...]) -> None:
        for name in names:
            if name == BUNDLED:
                self._answer(self._say("The bundled data stays in the list."))
            else:
                self._databases.forget(Path(name))

    def _answer(self, sentence: str) -> None:
        self.answer.setText(sentence)
        self.answer.show()
