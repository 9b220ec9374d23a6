"""What the window shows, kept under a name."""

from functools import partial

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.vocabulary import N_
from kzexplorer.shelf import LONGEST_NAME, named
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.parts.line_dialog import LineDialog


def _run(desk: Desk) -> None:
    desk.explorer.settle()
    say = desk.labels.say
    LineDialog(
        say("Save this view"),
        say("A name to find it by. The filters, the order and what is in focus are kept with it."),
        say("Save"),
        partial(_save, desk),
        say,
        desk.window,
        text=_suggested(desk),
        longest=LONGEST_NAME,
        remark=partial(_remark, desk),
    ).open()


def _save(desk: Desk, name: str) -> None:
    desk.keeping.save_view(name, str(desk.explorer.state))


def _suggested(desk: Desk) -> str:
    try:
        return named(desk.labels.query(desk.explorer.state.query)[:LONGEST_NAME])
    except KnownError:
        return ""


def _remark(desk: Desk, text: str) -> str:
    name = " ".join(text.split())
    taken = any(view.name == name for view in desk.keeping.views)
    return desk.labels.say("A view of this name is there; it will be replaced.") if taken else ""


ACTION = Action(id="save-view", text=N_("Save this view…"), menu=Menu.VIEW, order=1, run=_run, keys=("Ctrl+D",))
