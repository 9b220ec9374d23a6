"""The timeline as close as shows the selected records, or the one in focus."""

from collections.abc import Iterator

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _slugs(desk: Desk) -> Iterator[str]:
    explorer = desk.explorer
    chosen = explorer.among(explorer.selection or {explorer.state.look.focus})
    return (row.slug for row in explorer.store.rows(chosen) if row.begins is not None)


def _run(desk: Desk) -> None:
    # Late: it needs pyqtgraph, which the first painting does not wait for.
    from kzexplorer.ui.timeline.view import TimelineView

    slugs = frozenset(_slugs(desk))
    for timeline in desk.window.findChildren(TimelineView):
        timeline.zoom_to(slugs)


def _available(desk: Desk) -> bool:
    return desk.explorer.state.look.view == "timeline" and any(_slugs(desk))


ACTION = Action(
    id="zoom-selection",
    text=N_("Zoom to the selection"),
    menu=Menu.VIEW,
    order=6,
    run=_run,
    keys=("Z", "Ctrl+Shift+F"),
    available=_available,
)
