"""The item roles our models answer beyond Qt's own, named once."""

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)


class Role(IntEnum):
    """A custom item role and, in the comment, the Python type it answers."""

    SLUG = _FIRST + 1  # str
    COUNT = _FIRST + 2  # int
    CONTEXT = _FIRST + 3  # int, records that are only context
    EXCLUDED = _FIRST + 4  # bool, the value is not wanted
    CODE = _FIRST + 5  # str, a partner's two letters
    YEARS = _FIRST + 6  # Mapping[int, int], year -> records
    STANDING = _FIRST + 7  # str
    HEADING = _FIRST + 8  # bool, a heading between rows
    HIGHLIGHTS = _FIRST + 9  # tuple of (start, end) in the display text
    FAMILY = _FIRST + 10  # str, the family a record's kind belongs to
    FOCUSED = _FIRST + 11  # bool
    MARK = _FIRST + 12  # str, the shape of a record's kind
