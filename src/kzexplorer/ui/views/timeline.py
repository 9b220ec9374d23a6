"""The results on the timeline."""

from PySide6.QtWidgets import QWidget

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels


def _make(explorer: Explorer, labels: Labels, theme: Theme) -> QWidget:
    # Importing pyqtgraph takes a good part of the start; the rest of the window is painted before.
    from kzexplorer.ui.timeline.followed import FollowedTimeline

    return FollowedTimeline(explorer, labels, theme)


VIEW = View(
    id="timeline",
    title=N_("Timeline"),
    order=1,
    make=_make,
    keys=(
        (N_("Left and right"), N_("From record to record along time")),
        (N_("Up and down"), N_("To the lane above or below")),
        (N_("Home and End"), N_("To the first or last record of the lane")),
        (N_("Page up and down"), N_("Scroll the lanes")),
        (N_("Enter"), N_("Look at the record")),
        (N_("Plus and minus"), N_("Closer and wider")),
        (N_("F or 0"), N_("See all of it")),
        (N_("[ and ]"), N_("Begin and end the span of time here")),
        (N_("T"), N_("Go to a date")),
        (N_("C and P"), N_("Collapse the lane, pin it at the top")),
        (N_("Shift and drag"), N_("Draw a span of time")),
    ),
)
