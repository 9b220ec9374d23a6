"""What the window shows, as the next step of the briefing."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _run(desk: Desk) -> None:
    desk.explorer.settle()
    desk.briefings.add_view(desk.explorer.state)
    count = len(desk.briefings.composing.briefing.steps)
    say = desk.labels.say
    desk.briefings.complained.emit(
        say.plural("Added; the briefing has {count} step.", "Added; the briefing has {count} steps.", count)
    )


ACTION = Action(
    id="briefing-add",
    text=N_("Add this view to the briefing"),
    menu=Menu.BRIEFING,
    order=12,
    run=_run,
    keys=("Ctrl+Shift+A",),
)
