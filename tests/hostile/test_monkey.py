"""A monkey at the window: any click, key, wheel, drag and size, for as long as one likes; nothing breaks or leaks."""

import gc
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from forms import forms
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from kzexplorer.domain.state import VIEWS
from kzexplorer.ui.timeline.plot import Plot

SIZES = ((960, 600), (1024, 700), (1280, 800), (1920, 1080))
KEYS = (
    *(Qt.Key(key) for key in range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)),
    *(Qt.Key(key) for key in range(Qt.Key.Key_0.value, Qt.Key.Key_9.value + 1)),
    *(
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
        Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F1, Qt.Key.Key_F5,
        Qt.Key.Key_F6, Qt.Key.Key_F11, Qt.Key.Key_Slash, Qt.Key.Key_Period, Qt.Key.Key_BracketLeft, Qt.Key.Key_Plus,
        Qt.Key.Key_Minus, Qt.Key.Key_Menu,
    ),
)  # fmt: skip
MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 6,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
BUTTONS = (*(Qt.MouseButton.LeftButton,) * 5, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
LETTERS = "kазсат ғ1!&<>\u202e🛰"
# What would end the game or leave the screen; each has tests of its own.
DISARMED = ("close", "quit")


class Monkey(QObject):
    """Does one thing after another to whatever window is uppermost.

    Its beat is a timer event and no signal: PySide keeps a little of every connection, which would be taken for a
    leak of the window.
    """

    def __init__(self, window, chance):
        super().__init__()
        self.window, self.chance = window, chance
        self.done = []
        self.until = 0.0
        self._next = 0
        self._loop = QEventLoop()

    def play(self, until):
        """Go on until a moment of the clock; gives how much was done."""
        before, self.until = len(self.done), until
        self._next = self.startTimer(1)
        # A loop like the program's own: without one Qt deletes what is to be deleted later in the first loop of a menu,
        # while the code that asked for it is still at work.
        self._loop.exec()
        self.killTimer(self._next)
        self.close_all()
        return len(self.done) - before

    def timerEvent(self, event):
        self.killTimer(event.timerId())
        self.step()

    def step(self):
        """Do one thing; the next is set before it, since this one may open a menu or dialog that waits for it."""
        self._next = self.startTimer(1)
        if time.monotonic() >= self.until:
            self.close_all()
            self._loop.quit()
            return
        # What opens without being closed again would hide all else.
        if len(self.over()) > 2 or self.chance.random() < 0.02:
            self.close_all()
        self.once()

    def over(self):
        return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.window]

    def close_all(self):
        for _ in range(20):
            for widget in self.over():
                widget.close()
            QApplication.processEvents()
            if not self.over():
                return
        raise AssertionError(f"does not close: {self.over()}")

    def once(self):
        target = self.target()
        if target is None:
            return
        act = self.chance.choice(
            (self.click, self.click, self.click, self.key, self.key, self.wheel, self.drag, self.resize)
        )
        self.done.append(f"{act.__name__} {type(target).__name__} “{target.objectName()}”")
        act(target)

    def target(self):
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        reached = [
            w for w in (top, *top.findChildren(QWidget)) if w.isVisible() and w.isEnabled() and not w.size().isEmpty()
        ]
        return self.chance.choice(reached) if reached else None

    def place(self, widget):
        return QPoint(self.chance.randrange(widget.width()), self.chance.randrange(widget.height()))

    def mouse(self, kind, widget, at, button, buttons=None):
        event = QMouseEvent(
            kind, QPointF(at), QPointF(widget.mapToGlobal(at)), button, button if buttons is None else buttons,
            self.chance.choice(MODIFIERS),
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def click(self, widget):
        at, button = self.place(widget), self.chance.choice(BUTTONS)
        widget = widget.childAt(at) or widget
        at = QPoint(min(at.x(), widget.width() - 1), min(at.y(), widget.height() - 1))
        self.mouse(QEvent.Type.MouseButtonPress, widget, at, button)
        if self.alive(widget):
            self.mouse(QEvent.Type.MouseButtonRelease, widget, at, button, Qt.MouseButton.NoButton)
        if self.chance.random() < 0.1 and self.alive(widget):
            self.mouse(QEvent.Type.MouseButtonDblClick, widget, at, button)
            if self.alive(widget):
                self.mouse(QEvent.Type.MouseButtonRelease, widget, at, button, Qt.MouseButton.NoButton)

    def drag(self, widget):
        button = Qt.MouseButton.LeftButton
        self.mouse(QEvent.Type.MouseButtonPress, widget, self.place(widget), button)
        for _ in range(self.chance.randint(1, 6)):
            if self.alive(widget):
                self.mouse(QEvent.Type.MouseMove, widget, self.place(widget), Qt.MouseButton.NoButton, button)
        if self.alive(widget):
            self.mouse(QEvent.Type.MouseButtonRelease, widget, self.place(widget), button, Qt.MouseButton.NoButton)

    def key(self, widget):
        widget = QApplication.focusWidget() or widget
        key, modifiers = self.chance.choice(KEYS), self.chance.choice(MODIFIERS)
        control = Qt.KeyboardModifier.ControlModifier
        text = "" if modifiers & control else self.chance.choice(LETTERS) if key.value < 0x1000000 else ""
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if self.alive(widget):
                QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))

    def wheel(self, widget):
        at, turn = self.place(widget), self.chance.choice((-120, 120, -480, 480, 7))
        event = QWheelEvent(
            QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(self.chance.choice((0, 0, turn)), turn),
            Qt.MouseButton.NoButton, self.chance.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def resize(self, widget):
        if self.chance.random() < 0.2:
            self.window.resize(*self.chance.choice(SIZES))

    def alive(self, widget):
        from shiboken6 import isValid

        return isValid(widget)


def memory():
    """Give what this process holds, in MB."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20


# With every child that goes with its parent the binding leaves some three references of None behind: a number, and no
# memory. The details of a record are hundreds of children, so that an act leaves 55 to 140 on the average.
MOST_LEFT = 300


@forms("seconds", 5, 600)
def test_a_monkey_breaks_nothing(open_window, tmp_path, monkeypatch, seconds):
    broken = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: broken.append(error))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    # The system's own dialogs are thought better of: off the screen Qt stands in for them, with parts that it makes and
    # deletes below PySide, which then hands out wrappers of what is gone.
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Rejected)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.chdir(tmp_path)
    seed = random.randrange(2**32)
    _, window = open_window()
    for name in DISARMED:
        window.commands[name].triggered.disconnect()
    monkey = Monkey(window, random.Random(seed))
    begun, nones = memory(), sys.getrefcount(None)
    rest = seconds
    if seconds >= 60:  # what is made once is no growth
        rest = seconds / 2
        monkey.play(time.monotonic() + seconds - rest)
        begun, nones = memory(), sys.getrefcount(None)
    count = monkey.play(time.monotonic() + rest)
    grown, drift = memory() / begun - 1, sys.getrefcount(None) - nones
    print(f"seed {seed}: {count} acts; memory {begun:.0f} MB, growth {grown:.1%}; references of None {drift:+}")
    assert not broken, "\n".join((*monkey.done[-10:], repr(broken[0])))
    assert window.isVisible()
    assert count > seconds
    if seconds >= 60:
        assert grown < 0.05
    if sys.version_info < (3, 12):
        # A binding that is broken takes one with every call, or leaves one: hundreds with each frame that is painted.
        assert -100 < drift < MOST_LEFT * count


def pan(explorer, window):
    plot = window.findChild(Plot)
    for turn in (120, -120):
        at = QPointF(plot.rect().center())
        event = QWheelEvent(
            at, QPointF(plot.mapToGlobal(at)), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(plot.viewport(), event)
        QApplication.processEvents()


def search(explorer, window):
    for text in ("kaz", ""):
        explorer.search(text)
        QApplication.processEvents()


def choose(explorer, window):
    for _ in range(2):
        explorer.toggle("partner", "italy")
        QApplication.processEvents()


def resize(explorer, window):
    for size in SIZES[1:3]:
        window.resize(*size)
        QApplication.processEvents()


def look(explorer, window):
    for view in VIEWS:
        explorer.look(replace(explorer.state.look, view=view))
        QApplication.processEvents()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on None is immortal")
def test_acts_that_come_again_neither_take_nor_leave_references_of_none(open_window):
    """Of the hundreds of calls in such an act, one that takes or leaves a reference each time is seen.

    What few an act leaves, 12 at the most, are of the chips and marks that go with it.
    """
    explorer, window = open_window()
    for act in (pan, search, choose, resize, look):
        drift = 0
        for times in (3, 10):  # what is made once is no drift
            gc.collect()
            before = sys.getrefcount(None)
            for _ in range(times):
                act(explorer, window)
            gc.collect()
            drift = sys.getrefcount(None) - before
        assert -10 < drift < 20 * 10, act.__name__
