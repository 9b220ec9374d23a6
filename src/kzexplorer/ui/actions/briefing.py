"""The panel in which a briefing is made, and away again."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    # Late: it needs NumPy, which the window is shown without.
    from kzexplorer.ui.briefing.panel import BriefingPanel

    panel = desk.window.findChild(BriefingPanel)
    if panel is not None:
        panel.close()
        return
    BriefingPanel(desk.briefings, desk.explorer, desk.keeping, desk.window).show()


ACTION = Action(id="briefing", text=N_("Make a briefing…"), menu=Menu.BRIEFING, order=11, run=_run, keys=("F7",))
