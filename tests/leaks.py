"""What a test has left behind: windows, timers and animations that run on, threads."""

import gc
import threading

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

_RUNNING = (
    (QTimer, QTimer.isActive),
    (QAbstractAnimation, lambda one: one.state() == QAbstractAnimation.State.Running),
    (QThread, QThread.isRunning),
)


def alive():
    """Give what stands or runs now as pairs of an address, or a thread's number, and what it is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = {(Shiboken.getCppPointer(w)[0], type(w).__name__) for w in QApplication.topLevelWidgets()}
    for one in gc.get_objects():
        for kind, runs in _RUNNING:
            if isinstance(one, kind) and Shiboken.isValid(one) and runs(one):
                found.add((Shiboken.getCppPointer(one)[0], type(one).__name__))
    main = QApplication.instance().thread()
    found -= {(Shiboken.getCppPointer(main)[0], "QThread")}
    return found | {(thread.ident, thread.name) for thread in threading.enumerate()}
