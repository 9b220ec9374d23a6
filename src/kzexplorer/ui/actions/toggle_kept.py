"""The selected records, or the one in focus, into the basket or out of it."""

from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu


def _records(desk: Desk) -> tuple[str, ...]:
    explorer = desk.explorer
    if explorer.selection:
        return explorer.store.slugs_at(explorer.among(explorer.selection))
    focus = explorer.state.look.focus
    return () if explorer.store.place(focus) is None else (focus,)


def _run(desk: Desk) -> None:
    desk.keeping.toggle(_records(desk))


def _available(desk: Desk) -> bool:
    return bool(_records(desk))


# On Russian and Kazakh keyboards the letter is another one; with Ctrl it is the same key everywhere.
ACTION = Action(
    id="toggle-kept",
    text=N_("Put into the basket, or take out"),
    menu=Menu.FILE,
    order=10,
    run=_run,
    keys=("B", "Ctrl+B"),
    available=_available,
)
