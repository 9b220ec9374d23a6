"""The item roles our models answer beyond Qt's own, named once."""

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)


class Role(IntEnum):
    """A custom item role and, in the comment, the Python type it answers."""

    SLUG = _FIRST + 1  # str
    LINE = _FIRST + 2  # Line, all that a row with a check box shows
    HIGHLIGHTS = _FIRST + 3  # tuple of (start, end) in the display text
    FAMILY = _FIRST + 4  # str, the family a record's kind belongs to
    MARK = _FIRST + 5  # str, the shape of a record's kind
    CELL = _FIRST + 6  # Cell of a matrix
    HEAD = _FIRST + 7  # Head of a matrix's row or column
    ENTRY = _FIRST + 8  # Entry of the palette
    CARD = _FIRST + 9  # Card of a list of cards
    CAPTION = _FIRST + 10  # str, a small line below the display text
    DOUBT = _FIRST + 11  # bool, whether what the cell says is in doubt
