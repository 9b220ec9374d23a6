"""The timeline as close as shows the selected records, or the one in focus."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _slugs(desk: Desk) -> frozenset[str]:
    explorer = desk.explorer
    chosen = explorer.selection or {explorer.state.look.focus}
    return frozenset(row.slug for row in explorer.rows if row.slug in chosen and row.begins is not None)


def _run(desk: Desk) -> None:
    # Late: it needs pyqtgraph, which the first painting does not wait for.
    from kzexplorer.ui.timeline.view import TimelineView

    for timeline in desk.window.findChildren(TimelineView):
        timeline.zoom_to(_slugs(desk))


def _available(desk: Desk) -> bool:
    return desk.explorer.state.look.view == "timeline" and bool(_slugs(desk))


ACTION = Action(
    id="zoom-selection",
    text=N_("Zoom to the selection"),
    menu=Menu.VIEW,
    order=6,
    run=_run,
    keys=("Z", "Ctrl+Shift+F"),
    available=_available,
)
