"""A canary for faults of the Qt binding that would kill the program after minutes, not at once."""

import sys

import pytest
from PySide6.QtCore import QRectF


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_calls_keep_the_references_of_none() -> None:
    """PySide6 6.12.0 takes one from None with each call that answers nothing; at zero the process aborts."""
    rectangle = QRectF()
    before = sys.getrefcount(None)
    for _ in range(500):
        rectangle.setX(1.0)
    assert sys.getrefcount(None) > before - 50, "Do not use this version of PySide6: see the pin in pyproject.toml."
