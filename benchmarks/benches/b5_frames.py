"""How long a frame of the timeline takes while panning and zooming; see `frames.py`."""

import frames


def rows():
    """Measure with ten thousand and a hundred thousand records."""
    return frames.rows()
