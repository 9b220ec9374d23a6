"""Open a briefing that comes with the program, in its panel."""

from kzexplorer.ui.actions import Desk


def open_ready(desk: Desk, stem: str) -> None:
    """Open the one of that file name; what is not saved is asked about."""
    # Late: it needs NumPy, which the window is shown without.
    from kzexplorer.ui.briefing.panel import BriefingPanel

    path = next(path for path in desk.briefings.ready if path.stem == stem)
    if desk.window.findChild(BriefingPanel) is None:
        BriefingPanel(desk.briefings, desk.explorer, desk.keeping, desk.window).show()
    desk.briefings.open_ready(desk.window, path)
