"""What happens when the program is wrong."""

import ast
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from kzexplorer import ui
from kzexplorer.domain.errors import KnownError
from kzexplorer.ui import crash as crash_module
from kzexplorer.ui.crash import Crash, CrashDialog
from kzexplorer.ui.parts.notice import Notice


@pytest.fixture
def crash(open_window, labels):
    explorer, window = open_window("text=kazsat")
    taken = Crash(explorer, labels.say, [("kzexplorer", "0.1"), ("Python", "3")], window)
    before = sys.excepthook, threading.excepthook
    taken.install()
    yield taken, window
    taken.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
    sys.excepthook, threading.excepthook = before


def raised(error):
    """Raise an error as a slot does, and hand it to the hook."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_a_bug_opens_one_dialog_with_a_report_to_copy(crash, qtbot, capsys):
    _, window = crash
    raised(RuntimeError("the <b>first</b>"))
    raised(ValueError("the second"))
    (dialog,) = window.findChildren(QDialog)
    assert isinstance(dialog, CrashDialog)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    report = QGuiApplication.clipboard().text()
    for part in ("kzexplorer 0.1, Python 3", "state: text=kazsat", "Traceback", "the <b>first</b>", "the second"):
        assert part in report
    assert "the <b>first</b>" in capsys.readouterr().err
    dialog.close()
    raised(RuntimeError("later"))
    later = [one for one in window.findChildren(CrashDialog) if one.isVisible()]
    assert len(later) == 1
    assert "the second" not in later[0].report.toPlainText()


def test_a_known_error_is_a_sentence_not_a_crash(crash, capsys):
    _, window = crash
    raised(KnownError("The disk is full; free some space."))
    (notice,) = window.findChildren(QDialog)
    assert isinstance(notice, Notice)
    assert notice.sentence.text() == "The disk is full; free some space."
    assert "Traceback" not in capsys.readouterr().err


def test_errors_of_other_threads_are_shown_in_the_windows_own(crash, qtbot):
    _, window = crash

    def fail():
        raise RuntimeError("elsewhere")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)))
    assert "elsewhere" in window.findChildren(CrashDialog)[0].report.toPlainText()


def test_an_error_while_showing_one_goes_to_standard_error_alone(crash, monkeypatch, capsys):
    _, window = crash

    def fail(*_):
        raise OSError("no dialog today")

    monkeypatch.setattr(crash_module, "CrashDialog", fail)
    raised(RuntimeError("the first"))
    assert not window.findChildren(QDialog)
    printed = capsys.readouterr().err
    assert "the first" in printed
    assert "no dialog today" in printed


def test_the_same_error_a_thousand_times_is_one_dialog_of_bounded_length(crash, capsys):
    _, window = crash
    for _ in range(1000):
        raised(RuntimeError("again " * 50))
    (dialog,) = window.findChildren(QDialog)
    assert len(dialog.report.toPlainText()) < 110_000


def test_stopping_from_the_terminal_is_no_crash(crash, capsys, monkeypatch):
    _, window = crash
    codes = []
    monkeypatch.setattr(QGuiApplication, "exit", codes.append)
    raised(KeyboardInterrupt())
    assert codes == [130]
    assert not window.findChildren(QDialog)


def test_without_a_console_nothing_is_printed(crash, monkeypatch):
    _, window = crash
    monkeypatch.setattr(sys, "stderr", None)
    raised(RuntimeError("quiet"))
    assert window.findChildren(CrashDialog)


def test_no_fault_in_painting_leaves_a_painter_at_work():
    """Qt ends the process when it meets one, and the fault would never be told."""
    for path in Path(ui.__file__).parent.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(function, ast.FunctionDef) and function.name == "paintEvent":
                items = [item.context_expr for w in ast.walk(function) if isinstance(w, ast.With) for item in w.items]
                made = [call for call in ast.walk(function) if isinstance(call, ast.Call) and _is_painter(call)]
                assert all(call in items for call in made), f"{path}:{function.lineno}"


def _is_painter(call):
    return isinstance(call.func, ast.Name) and call.func.id == "QPainter"
