"""What tests of the window share."""

import pytest

from leaks import alive


@pytest.fixture(autouse=True)
def nothing_left(qapp):
    """Fail a test that leaves a window, a running timer or animation, or a thread behind."""
    before = alive()
    yield
    left = sorted(name for _, name in alive() - before)
    assert not left, f"left behind: {', '.join(left)}"
