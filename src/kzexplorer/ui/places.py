"""Where a window stands: on a screen that is there, with panes of useful sizes."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter

USUAL_SIZE = (1440, 900)
# The sizes of the panes of a window of the usual size, by the name of their splitter.
USUAL_PANES = {"body": (272, 828, 340), "left": (480, 320)}


def fitted(place: QRect, screens: Sequence[QRect]) -> QRect:
    """Give a place that is wholly on the screens: the same, or the nearest on the screen that shows most of it.

    Args:
        place: where a window stood.
        screens: what of each screen is free, the main one first.
    """
    if not screens or sum(_area(place & screen) for screen in screens) >= _area(place) > 0:
        return place
    # Of several that show as little, the first.
    screen = max(screens, key=lambda one: _area(place & one))
    size = place.size().boundedTo(screen.size())
    if not place.intersects(screen):
        return _amid(screen, size)
    x = min(max(place.x(), screen.left()), screen.right() + 1 - size.width())
    y = min(max(place.y(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(QPoint(x, y), size)


def free_screens(window: QMainWindow) -> list[QRect]:
    """Give what of each screen is free, the one of the window first."""
    mine = window.screen()
    return [mine.availableGeometry(), *(s.availableGeometry() for s in mine.virtualSiblings() if s != mine)]


def reset_place(window: QMainWindow) -> None:
    """Give a window its usual size in the middle of its screen, and its panes theirs."""
    window.showNormal()
    window.setGeometry(usual_place(window.screen().availableGeometry()))
    for splitter in splitters(window):
        splitter.setSizes(list(USUAL_PANES[splitter.objectName()]))


def usual_place(screen: QRect) -> QRect:
    """Give where a window of the usual size stands in the middle of what of a screen is free, or all of a smaller."""
    return _amid(screen, QSize(*USUAL_SIZE).boundedTo(screen.size()))


def splitters(window: QMainWindow) -> list[QSplitter]:
    """Give the splitters whose sizes are worth remembering."""
    return [splitter for splitter in window.findChildren(QSplitter) if splitter.objectName() in USUAL_PANES]


def _amid(screen: QRect, size: QSize) -> QRect:
    left = screen.left() + (screen.width() - size.width()) // 2
    return QRect(QPoint(left, screen.top() + (screen.height() - size.height()) // 2), size)


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
