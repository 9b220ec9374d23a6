"""The results on the timeline."""

from PySide6.QtWidgets import QWidget

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.theme import Theme
from kzexplorer.ui.views import View
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels


def _make(explorer: Explorer, labels: Labels, theme: Theme) -> QWidget:
    # Importing pyqtgraph takes a good part of the start; the rest of the window is painted before.
    from kzexplorer.ui.timeline.followed import FollowedTimeline

    return FollowedTimeline(explorer, labels, theme)


VIEW = View(id="timeline", title=N_("Timeline"), order=1, make=_make)
