"""The speaker's window: this step and the next, private notes, the time, all steps, and a button for every key."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kzexplorer.domain.briefing import Step
from kzexplorer.domain.language import Language
from kzexplorer.domain.talk import Shot, Talk
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.parts.flow import FlowArea
from kzexplorer.ui.parts.plain import ElidedLabel, PlainLabel
from kzexplorer.ui.present.keys import KEYS, Act, pressed
from kzexplorer.ui.present.preview import Preview
from kzexplorer.ui.present.stage import StagePainter
from kzexplorer.viewmodel.slides import Slides

_BUTTONS = (
    (Act.BACK, N_("◀ Back")),
    (Act.NEXT, N_("Next ▶")),
    (Act.EVIDENCE, N_("Evidence")),
    (Act.BLANK, N_("Blank")),
    (Act.FREEZE, N_("Freeze")),
    (Act.SWAP, N_("Swap")),
    (Act.WINDOWS, N_("Windows")),
    (Act.LIGHT, N_("Light stage")),
    (Act.END, N_("End")),
)
_NOTES_PX, _CLOCK_PX = 18, 26


class SpeakerWindow(QWidget):
    """Follows a talk.

    `remark` says of a step what has become of its records since it was made.

    Signals:
        pressed(str): an `Act` or a digit.
        jumped(int): the number of a step, counted from 0.
    """

    pressed = Signal(str)
    jumped = Signal(int)

    def __init__(self, steps: Sequence[Step], remark: Callable[[Step], str], slides: Slides, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("speakerWindow")
        self._steps, self._remark, self._say = steps, remark, slides.labels.say
        say = self._say
        self.setWindowTitle(say("Speaker's view – not for the audience"))
        self.setMinimumSize(720, 480)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._paints = tuple(StagePainter(slides, tokens, self.font()) for _ in range(2))
        self.current = Preview(self._paints[0], parent=self)
        self.coming = Preview(self._paints[1], say("End of the briefing"), self)
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(say("Private notes"))
        self.notes.setPlaceholderText(say("No notes for this step"))
        self.notes.setFont(_sized(self.font(), _NOTES_PX))
        self.notes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Steps"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, step in enumerate(steps, start=1):
            self.list.addItem(QListWidgetItem(f"{number:\u2007>{len(str(len(steps)))}}   {step.headline}"))
        self.place = PlainLabel("", "strong")
        self.state = ElidedLabel("", "doubt")
        self.remark = PlainLabel("", "doubt", wrap=True)
        self.next_headline = ElidedLabel("", "secondary")
        self.clock, self.elapsed = PlainLabel(), PlainLabel()
        for label in (self.clock, self.elapsed):
            label.setFont(_sized(self.font(), _CLOCK_PX))
        self.buttons = {act: self._button(act, text) for act, text in _BUTTONS}
        self._arrange(say)

        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()
        self.list.itemClicked.connect(self._jump)

    def show_talk(self, talk: Talk) -> None:
        """Show where a talk is."""
        say, number = self._say, talk.number
        if not self._steps:
            return
        step = self._steps[number]
        self.current.show_shot(talk.speaker)
        last = number + 1 >= talk.count
        self.coming.show_shot(None if last else Shot(number + 1))
        self.next_headline.setText("" if last else self._steps[number + 1].headline)
        if self.notes.toPlainText() != step.notes:
            self.notes.setPlainText(step.notes)
        self.place.setText(say("step {number} of {count}", number=number + 1, count=talk.count))
        self.state.setText(self._state(talk))
        remark = self._remark(step)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.list.setCurrentRow(number)
        for act, on in ((Act.EVIDENCE, talk.evidence), (Act.BLANK, talk.blank), (Act.FREEZE, talk.held is not None)):
            self.buttons[act].setChecked(on)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another theme of the stage for the pictures."""
        for paints in self._paints:
            paints.set_tokens(tokens)
        self.buttons[Act.LIGHT].setChecked(not tokens.dark)
        self.current.update()
        self.coming.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: this step stays in view in the list, which has another height too."""
        QTimer.singleShot(0, self.list, self._show_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: pass it on; with Ctrl the arrows scroll the notes."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self.notes.verticalScrollBar()
            bar.setValue(bar.value() + (1 if event.key() == Qt.Key.Key_Down else -1) * bar.singleStep())
            return
        act = pressed(event)
        if act:
            self.pressed.emit(act)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override: without a speaker the talk ends."""
        self.pressed.emit(Act.END)

    def _state(self, talk: Talk) -> str:
        say = self._say
        parts = []
        if talk.typed:
            parts.append(say("go to {number}, then Enter", number=talk.typed))
        if talk.blank:
            parts.append(say("the audience's screen is blank"))
        elif talk.held is not None:
            parts.append(say("the audience still sees step {number}", number=talk.held.number + 1))
        elif talk.evidence:
            parts.append(say("the audience sees the evidence"))
        return " · ".join(parts)

    def _tick(self) -> None:
        self.clock.setText(f"{datetime.now().astimezone():%H:%M}")
        seconds = self._since.elapsed() // 1000
        self.elapsed.setText(f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}")

    def _show_current(self) -> None:
        self.list.scrollToItem(self.list.currentItem())

    def _jump(self, item: QListWidgetItem) -> None:
        self.jumped.emit(self.list.row(item))

    def _button(self, act: Act, text: str) -> QPushButton:
        button = QPushButton(self._say(text))
        key, what = KEYS[act]
        button.setToolTip(f"{self._say(what)} ({self._say(key)})")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCheckable(act in {Act.EVIDENCE, Act.BLANK, Act.FREEZE, Act.LIGHT})
        button.setProperty("role", "primary" if act is Act.NEXT else "toggle")
        button.setProperty("act", act.value)
        button.clicked.connect(self._press)
        return button

    def _press(self) -> None:
        self.pressed.emit(self.sender().property("act"))

    def _arrange(self, say: Language) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.place)
        head.addWidget(self.state, 1)
        times = QHBoxLayout()
        times.setSpacing(24)
        for label, caption in ((self.clock, say("Clock")), (self.elapsed, say("Elapsed"))):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(PlainLabel(caption.upper(), "section"))
            column.addWidget(label)
            times.addLayout(column)
        times.addStretch()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self.current, 5)
        left.addWidget(self.remark)
        left.addWidget(PlainLabel(say("Private notes").upper(), "section"))
        left.addWidget(self.notes, 3)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(times)
        right.addWidget(PlainLabel(say("Next").upper(), "section"))
        right.addWidget(self.coming, 3)
        right.addWidget(self.next_headline)
        right.addWidget(PlainLabel(say("Steps").upper(), "section"))
        right.addWidget(self.list, 4)
        # In two windows beside each other there is no room for all in one line.
        acts = FlowArea(8)
        for act, button in self.buttons.items():
            if act is not Act.END:
                acts.add(button)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(acts, 1)
        bar.addWidget(self.buttons[Act.END], 0, Qt.AlignmentFlag.AlignBottom)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addLayout(bar, 1, 0, 1, 2)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(0, 1)


def _sized(base: QFont, px: int) -> QFont:
    font = QFont(base)
    font.setPixelSize(px)
    return font
