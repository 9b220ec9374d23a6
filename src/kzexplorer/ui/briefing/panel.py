"""The panel in which a briefing is made: its steps, one of them as the audience will see it, its headline and notes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.briefing import Briefing, Step, one_line
from kzexplorer.domain.talk import Shot
from kzexplorer.ui.briefing.file_menu import FileMenu
from kzexplorer.ui.briefing.room import BriefingRoom
from kzexplorer.ui.briefing.step_list import StepList
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.present.preview import Preview
from kzexplorer.ui.present.stage import StagePainter
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.keeping import Keeping

_LONGEST_HEADLINE = 300


class BriefingPanel(QDialog):
    """Stays open beside the window while one works on."""

    def __init__(self, room: BriefingRoom, explorer: Explorer, keeping: Keeping, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room, self._explorer, self._keeping = room, explorer, keeping
        self._composing = room.composing
        self._say = say = room.labels.say
        self.setWindowTitle(say("Briefing"))
        self.resize(1000, 660)
        self.title = QLineEdit(maxLength=_LONGEST_HEADLINE)
        self.title.setPlaceholderText(say("Title of the briefing"))
        self.title.setAccessibleName(say("Title of the briefing"))
        self.saved = PlainLabel("", "caption")
        self.files = FileMenu(room, self)
        self.list = StepList(say)
        empty = (
            say("No steps yet"),
            say("Add the window's view, the basket, or each landmark;"),
            say("or open a ready briefing under File."),
        )
        self.preview = Preview(StagePainter(room.slides(), room.theme.stage_tokens, self.font()), "\n".join(empty))
        self.headline = QLineEdit(maxLength=_LONGEST_HEADLINE)
        self.headline.setPlaceholderText(say("Headline, as the audience sees it"))
        self.headline.setAccessibleName(say("Headline"))
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setPlaceholderText(say("Only you see these, in the speaker's window."))
        self.notes.setAccessibleName(say("Private notes"))
        self.remark = PlainLabel("", "doubt", wrap=True)
        self.review = _button(say("Reviewed"), self._review)
        self.review.setToolTip(say("Take what the records say now as what the step is about"))
        self.undo = _button(say("Undo"), self._undo_change)
        self.redo = _button(say("Redo"), self._redo_change)
        self.count = PlainLabel("", "secondary")
        self.present = _button(say("▶ Present"), self._present)
        self.present.setProperty("role", "primary")
        self._of_step = (
            self._tool(say("Up (Alt+Up)"), "↑", partial(self._move, -1)),
            self._tool(say("Down (Alt+Down)"), "↓", partial(self._move, 1)),
            self._tool(say("Duplicate (Ctrl+D)"), "⧉", self._double),
            self._tool(say("Delete"), "✕", self.list.remove_selected),
        )
        self._look = _button(say("Show in the window"), self._show_view)
        self._retake = _button(say("Take the window's view"), self._take_view)
        self._arrange()

        for keys, act in ((QKeySequence.StandardKey.Undo, self._undo_change), ("Ctrl+Y", self._redo_change)):
            QShortcut(QKeySequence(keys), self, act)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)
        QShortcut(QKeySequence("F5"), self, self._present)
        self.list.chosen.connect(self._show_step)
        self.list.moved.connect(self._moved)
        self.list.removed.connect(self._remove)
        self.list.doubled.connect(self._double)
        self.title.textEdited.connect(self._retitle)
        self.headline.textEdited.connect(self._set_headline)
        self.notes.textChanged.connect(self._set_notes)
        self._composing.changed.connect(self._show)
        self._composing.saved_changed.connect(self._show_saved)
        room.theme.chosen.connect(self._set_tokens)
        self._show(self._composing.briefing)
        self._show_saved()

    @property
    def step(self) -> Step | None:
        """The current step."""
        steps, row = self._composing.briefing.steps, self.list.currentRow()
        return steps[row] if 0 <= row < len(steps) else None

    def _show(self, briefing: Briefing) -> None:
        self.list.show_briefing(briefing, self.list.currentRow())
        _fill(self.title, briefing.title)
        count = len(briefing.steps)
        self.count.setText(self._say.plural("{count} step", "{count} steps", count))
        self.undo.setEnabled(self._composing.can_undo)
        self.redo.setEnabled(self._composing.can_redo)
        self._painter.set_slides(self._room.slides())
        self._show_step()

    def _undo_change(self) -> None:
        before = self._composing.briefing.steps
        self._composing.undo()
        self._go_to_what_differs(before)

    def _redo_change(self) -> None:
        before = self._composing.briefing.steps
        self._composing.redo()
        self._go_to_what_differs(before)

    def _go_to_what_differs(self, before: tuple[Step, ...]) -> None:
        """Show the first step that is not as before: nobody should change one that is out of sight."""
        steps = self._composing.briefing.steps
        row = next((row for row, pair in enumerate(zip_longest(before, steps)) if pair[0] != pair[1]), -1)
        if row >= 0 and steps:
            self.list.go_to(min(row, len(steps) - 1))

    @property
    def _painter(self) -> StagePainter:
        return self.preview.paints

    def _show_step(self, _: int = -1) -> None:
        step, row = self.step, self.list.currentRow()
        for widget in (self.headline, self.notes, self._look, self._retake, *self._of_step):
            widget.setEnabled(step is not None)
        self.preview.show_shot(None if step is None else Shot(row))
        shown = step or Step()
        _fill(self.headline, shown.headline)
        if self.notes.toPlainText() != shown.notes:
            blocker = QSignalBlocker(self.notes)
            self.notes.setPlainText(shown.notes)
            blocker.unblock()
        changed = self._room.steps.changed(step) if step else ""
        self.remark.setText(changed)
        self.remark.setVisible(bool(changed))
        self.review.setVisible(bool(changed) and step is not None and self._room.steps.reviewed(step) != step)

    def _show_saved(self, _: bool = True) -> None:
        say, composing = self._say, self._composing
        if composing.path is None:
            text = "" if composing.is_saved else say("not saved yet")
        else:
            state = say("saved") if composing.is_saved else say("changed, not saved")
            text = f"{composing.path.name} · {state}"
        self.saved.setText(text)

    def _retitle(self, text: str) -> None:
        self._composing.change(replace(self._composing.briefing, title=one_line(text)), "title")

    def _set_headline(self, text: str) -> None:
        if self.step:
            row = self.list.currentRow()
            self._composing.put(row, replace(self.step, headline=one_line(text)), f"headline {row}")

    def _set_notes(self) -> None:
        if self.step and self.notes.toPlainText() != self.step.notes:
            row = self.list.currentRow()
            self._composing.put(row, replace(self.step, notes=self.notes.toPlainText()), f"notes {row}")

    def _add_view(self) -> None:
        self._added(partial(self._room.add_view, self._explorer.state))

    def _add_basket(self) -> None:
        steps = self._room.steps.of_records(self._keeping.basket.slugs, self._explorer.state)
        self._added(partial(self._room.add, tuple(steps)))

    def _add_landmarks(self) -> None:
        self._added(partial(self._room.add, self._room.steps.landmarks(self._explorer.state)))

    def _added(self, add: Callable[[int | None], None]) -> None:
        row, before = self.list.currentRow(), len(self._composing.briefing.steps)
        add(row if row >= 0 else None)
        more = len(self._composing.briefing.steps) - before
        if more > 0:
            self.list.go_to(row + more if row >= 0 else before + more - 1)

    def _moved(self, place: int, to: int) -> None:
        self._composing.move(place, to)
        self.list.go_to(to)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            self._moved(row, row + by)

    def _double(self, _: int = -1) -> None:
        if self.step:
            row = self.list.currentRow()
            self._composing.add(row + 1, (self.step,))
            self.list.go_to(row + 1)

    def _remove(self, rows: frozenset[int]) -> None:
        self._composing.remove(rows)
        if self.list.count():
            self.list.go_to(min(*rows, self.list.count() - 1))

    def _review(self) -> None:
        if self.step:
            self._composing.put(self.list.currentRow(), self._room.steps.reviewed(self.step))

    def _show_view(self) -> None:
        if self.step and not self.step.unread:
            self._explorer.open(self.step.state)

    def _take_view(self) -> None:
        if self.step:
            new = self._room.steps.step(self._explorer.state, self.step.headline)
            self._composing.put(self.list.currentRow(), replace(new, notes=self.step.notes))

    def _save(self) -> None:
        self._room.save(self)

    def _present(self) -> None:
        self._room.present(self, self._explorer.state, start=max(self.list.currentRow(), 0))

    def _set_tokens(self, _: str) -> None:
        self._painter.set_tokens(self._room.theme.stage_tokens)
        self.preview.update()

    def _tool(self, name: str, sign: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setProperty("role", "flat")
        button.clicked.connect(act)
        return button

    def _arrange(self) -> None:
        say = self._say
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.saved)
        head.addWidget(self.files)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in self._of_step:
            tools.addWidget(tool)
        tools.addStretch()
        tools.addWidget(self.undo)
        tools.addSpacing(8)
        tools.addWidget(self.redo)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        for text, act in (
            (say("+ This view"), self._add_view),
            (say("+ Basket"), self._add_basket),
            (say("+ Landmarks"), self._add_landmarks),
        ):
            adding.addWidget(_button(text, act))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(PlainLabel(say("Steps").upper(), "section"))
        left.addWidget(self.list, 1)
        left.addLayout(tools)
        left.addLayout(adding)
        remarks = QHBoxLayout()
        remarks.addWidget(self.remark, 1)
        remarks.addWidget(self.review)
        views = QHBoxLayout()
        views.setSpacing(8)
        views.addWidget(self._look)
        views.addWidget(self._retake)
        views.addStretch()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.headline)
        right.addWidget(self.preview, 3)
        right.addLayout(remarks)
        right.addLayout(views)
        right.addWidget(PlainLabel(say("Private notes").upper(), "section"))
        right.addWidget(self.notes, 1)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addLayout(left, 2)
        body.addLayout(right, 3)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.present)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(body, 1)
        layout.addLayout(foot)


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button


def _fill(line: QLineEdit, text: str) -> None:
    """Show a text that has changed elsewhere; what is being typed stays as it is, blanks at its end included."""
    if one_line(line.text()) != text:
        line.setText(text)
