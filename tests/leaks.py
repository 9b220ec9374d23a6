"""What a test has left behind: windows, timers and animations that run on, threads."""

import gc
import threading

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

_RUNNING = {
    QTimer: QTimer.isActive,
    QAbstractAnimation: lambda one: one.state() == QAbstractAnimation.State.Running,
    QThread: QThread.isRunning,
}


def _runs():
    """Map every class that can run to how one asks; to look up a class is a tenth of asking `isinstance`."""
    known = dict(_RUNNING)
    left = list(_RUNNING)
    while left:
        kind = left.pop()
        for below in kind.__subclasses__():
            known.setdefault(below, known[kind])
            left.append(below)
    return known


def alive():
    """Give what stands or runs now as pairs of an address, or a thread's number, and what it is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = {(Shiboken.getCppPointer(w)[0], type(w).__name__) for w in QApplication.topLevelWidgets()}
    runs = _runs()
    for one in [one for one in gc.get_objects() if type(one) in runs]:
        if Shiboken.isValid(one) and runs[type(one)](one):
            found.add((Shiboken.getCppPointer(one)[0], type(one).__name__))
    main = QApplication.instance().thread()
    found -= {(Shiboken.getCppPointer(main)[0], "QThread")}
    return found | {(thread.ident, thread.name) for thread in threading.enumerate()}
