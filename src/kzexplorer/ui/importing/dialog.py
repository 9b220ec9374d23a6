"""The dialog that brings a table in: what was found, what each column means, and how its records will read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.build.importing import Cancelled, Imported
from kzexplorer.build.importing.said import notes, written
from kzexplorer.build.tables import UNTOLD, Told, formats
from kzexplorer.domain.errors import KnownError
from kzexplorer.ui.exporting.outcome import ExportOutcome, tail
from kzexplorer.ui.importing.options import ImportOptions
from kzexplorer.ui.importing.tables import ColumnTable, RecordTable
from kzexplorer.ui.parts.choosing import ChooseFile, ChoosePath
from kzexplorer.ui.parts.plain import ElidedLabel, PlainLabel
from kzexplorer.ui.parts.run import RunDialog
from kzexplorer.viewmodel.databases import Databases, Own
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.table_import import TableImport

_SIZE = (1000, 660)
_NAMED = 8  # names that were not matched


class ImportDialog(RunDialog):
    """Reads a file as soon as it is chosen, writes the database when it is told to, and offers to open it.

    While a long import runs it shows how far it is, and Cancel or Esc takes it back.
    """

    def __init__(
        self,
        base: Path,
        labels: Labels,
        databases: Databases,
        choose_file: ChooseFile,
        choose_path: ChoosePath,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        say = labels.say
        self._say, self._base, self._databases = say, base, databases
        self._choose_file, self._choose_path = choose_file, choose_path
        self._path: Path | None = None
        self._table: TableImport | None = None
        self._made: Path | None = None
        self.setWindowTitle(say("Import a table"))
        self.resize(*_SIZE)
        self.options = ImportOptions(say)
        self.columns = ColumnTable(say)
        self.records = RecordTable(labels)
        self.remembered = PlainLabel(say("taken as they were last time"), "caption")
        self.anew = QToolButton()
        self.anew.setText(say("Guess anew"))
        self.anew.setProperty("role", "quiet")
        self.troubles = PlainLabel("", "doubt", wrap=True)
        self.outcome = ExportOutcome(say)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(say("Progress"))
        self.choose_button = QPushButton(say("Another file…"))
        self.save = QPushButton(say("Import…"))
        self.open_button = QPushButton(say("Open it"))
        for button in (self.save, self.open_button):
            button.setProperty("role", "primary")
        self.choose_button.setAutoDefault(False)
        self._name = ElidedLabel("", "secondary")
        self._middle, self._right, self._tables = QWidget(), QStackedWidget(), QWidget()
        self.refusal = PlainLabel("", "secondary", wrap=True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing = QWidget()
        self._arrange()
        self._show_state()

        self.options.told.connect(self._reread)
        self.options.chosen.connect(self._rechoose)
        self.columns.chosen.connect(self._fill)
        self.anew.clicked.connect(self._guess)
        self.choose_button.clicked.connect(self.choose)
        self.save.clicked.connect(self._save)
        self.open_button.clicked.connect(self._open)

    def choose(self) -> bool:
        """Ask for a file and read it; says whether one was chosen."""
        path = self._choose_file(self, " *".join(suffix for form in formats() for suffix in form.suffixes))
        if path is None:
            return False
        self.read(path)
        return True

    def read(self, path: Path) -> None:
        """Read a file as a table, or say why it is none."""
        self._made, self._path, self._table = None, path, None
        self._name.setText(str(path))
        self._read(path, UNTOLD)

    def _read(self, path: Path, told: Told) -> None:
        """Read a file as is told; where it is no table so, what was read before stays."""
        self.outcome.clear()
        try:
            self._table = TableImport.of(path, self._base, self._databases.map_of, told)
        except KnownError as error:
            if self._table is None:
                self.refusal.setText(str(error))
                self.options.show_refused(told)
            else:
                self.outcome.show_problem(str(error))
        self._show_state()

    def _arrange(self) -> None:
        tables = QVBoxLayout(self._tables)
        tables.setContentsMargins(0, 0, 0, 0)
        tables.setSpacing(8)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(PlainLabel(self._say("Columns").upper(), "section"))
        columns.addWidget(self.remembered)
        columns.addStretch()
        columns.addWidget(self.anew)
        tables.addLayout(columns)
        tables.addWidget(_framed(self.columns), 3)
        tables.addSpacing(4)
        tables.addWidget(PlainLabel(self._say("The first records, as they will read").upper(), "section"))
        tables.addWidget(_framed(self.records), 2)
        middle = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(24)
        middle.addWidget(self.options)
        middle.addWidget(self._right, 1)
        for widget in (self._tables, self._nothing):
            self._right.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch()
        for button in (self.close_button, self.save, self.open_button):
            buttons.addWidget(button)
        named = QHBoxLayout()
        named.setSpacing(16)
        named.addWidget(self._name, 1)
        named.addWidget(self.choose_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self._say("Import a table"), "title"))
        layout.addLayout(named)
        layout.addWidget(self._middle, 1)
        layout.addWidget(self.troubles)
        layout.addWidget(self.outcome)
        layout.addLayout(buttons)

        self._arrange_nothing()

    def _arrange_nothing(self) -> None:
        """Say in the middle of the dialog why there is no table, and what could be one."""
        say = self._say
        layout = QVBoxLayout(self._nothing)
        layout.setContentsMargins(40, 0, 40, 0)
        layout.setSpacing(12)
        heading = PlainLabel(say("No table could be read"), "empty")
        kinds = PlainLabel(say("CSV, TSV, XLSX and SQLite files can be read, whatever they are called."), "caption")
        layout.addStretch(2)
        for label in (heading, self.refusal, kinds):
            layout.addWidget(label)
        for label in (heading, kinds):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _show_state(self) -> None:
        """Show the table there is, or that there is none."""
        table, writing = self._table, self.is_writing
        self.options.setVisible(self._path is not None)
        self._right.setCurrentWidget(self._nothing if table is None else self._tables)
        self._middle.setEnabled(not writing and self._made is None)
        self.choose_button.setEnabled(not writing)
        self.progress.setVisible(writing)
        self.close_button.setText(self._say("Cancel") if writing else self._say("Close"))
        self.save.setEnabled(table is not None and bool(table.first.drafts) and not writing)
        self.open_button.setVisible(self._made is not None)
        self.save.setVisible(self._made is None and table is not None)
        first = self.choose_button if table is None else self.save if self._made is None else self.open_button
        first.setDefault(True)
        first.setFocus()
        if table is not None:
            for widget in (self.remembered, self.anew):
                widget.setVisible(table.is_remembered)
            self.options.show_table(table)
            self.columns.show_table(table)
            self.records.show_table(table)
        troubles = table.troubles(self._say) if table is not None and self._made is None else ()
        self.troubles.setText("\n".join(troubles))
        self.troubles.setVisible(bool(troubles))

    def _reread(self) -> None:
        if self._path is not None:
            self._read(self._path, self.options.asked)

    def _rechoose(self) -> None:
        if self._table is not None:
            self._table = self._table.meaning(*self.options.meant)
            self._show_state()

    def _guess(self) -> None:
        if self._table is not None:
            self._table = self._table.guessed()
            self._show_state()

    def _fill(self, column: str, field: str) -> None:
        if self._table is not None:
            self._table = self._table.under(self._table.chosen.with_(column, field))
            self._show_state()

    def _save(self) -> None:
        table = self._table
        if table is None:
            return
        target = self._choose_path(self, table.path.with_suffix(".db"), ".db")
        if target is None:
            return
        work = _Work(table, target, self._databases.own, with_bundled=self.options.with_bundled.isChecked())
        self.begin(work)
        self._show_state()

    def show_progress(self, done: int) -> None:
        """Override: say how far the import is, of a thousand."""
        self.progress.setValue(done)
        self.outcome.show_note(self._say("Importing: {part} %", part=done // 10))

    def finish(self, answer: object) -> None:
        """Override: say what came of the import."""
        match answer:
            case Imported():
                self._made = answer.target
                if self._table is not None and self._table.header:
                    self._databases.keep_map(self._table.chosen)
                sentence = written(answer, self._say, tail(answer.target))
                self.outcome.show_done(sentence, " ".join(notes(answer, self._say, _NAMED)), answer.target)
            case Cancelled():
                self.outcome.show_note(self._say("The import was cancelled; nothing was changed."))
            case KnownError():
                self.outcome.show_problem(str(answer))
            case Exception():
                self._show_state()
                raise answer
        self._show_state()

    def _open(self) -> None:
        if self._made is None:
            return
        try:
            self._databases.open(self._made)
        except KnownError as error:
            self.outcome.show_problem(str(error))
        else:
            self.accept()


class _Work:
    """The import of one table to one file, to be run beside the window."""

    def __init__(self, table: TableImport, target: Path, own: Own, *, with_bundled: bool) -> None:
        self._table, self._target, self._own, self._with_bundled = table, target, own, with_bundled

    def __call__(self, progress: Callable[[int], bool]) -> Imported:
        done = self._table.run(self._target, with_bundled=self._with_bundled, progress=progress)
        self._own(done.target)
        return done


def _framed(table: QWidget) -> QFrame:
    frame = QFrame()
    frame.setObjectName("framed")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(table)
    return frame
