"""The nets under all tests of the window catch what they are for."""

import threading

import pytest
from PySide6.QtCore import QPropertyAnimation, QRect, QTimer
from PySide6.QtWidgets import QWidget

from leaks import alive


@pytest.fixture
def thread():
    done = threading.Event()
    running = threading.Thread(target=done.wait, name="left behind")
    running.start()
    yield running
    done.set()
    running.join()


def test_a_window_a_timer_an_animation_and_a_thread_are_seen(qtbot, thread):
    before = alive()
    assert (thread.ident, "left behind") in before
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer(widget)
    timer.start(10_000)
    animation = QPropertyAnimation(widget, b"geometry", widget, duration=10_000)
    animation.setEndValue(QRect(0, 0, 9, 9))
    animation.start()
    assert sorted(name for _, name in alive() - before) == ["QPropertyAnimation", "QTimer", "QWidget"]
    timer.stop()
    animation.stop()
    assert [name for _, name in alive() - before] == ["QWidget"]


def test_a_warning_of_qt_fails_a_test(pytester, pytestconfig):
    options = {name: pytestconfig.getini(name) for name in ("qt_log_level_fail", "qt_api")}
    pytester.makeini("\n".join(["[pytest]", *(f"{name} = {value}" for name, value in options.items())]))
    pytester.makepyfile(
        """
        from PySide6.QtCore import qWarning

        def test_quiet(qapp):
            pass

        def test_warned(qapp):
            qWarning("something is wrong")
        """
    )
    pytester.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=1, failed=1)
