"""A view from the text a colleague sent."""

from functools import partial

from PySide6.QtGui import QGuiApplication

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.parts.line_dialog import LineDialog
from kzexplorer.viewmodel.view_text import read_view

# More than the longest view there is.
_LONGEST = 8192


def _run(desk: Desk) -> None:
    say = desk.labels.say
    LineDialog(
        say("Open a view from text"),
        say("Paste what “Copy this view as text” gave, for example: partner=italy&kind=satellite"),
        say("Open"),
        partial(_open, desk),
        say,
        desk.window,
        text=_copied(desk),
        longest=_LONGEST,
    ).open()


def _open(desk: Desk, text: str) -> None:
    desk.explorer.open(read_view(text, desk.explorer.store))


def _copied(desk: Desk) -> str:
    """Give what lies on the clipboard when it is a view."""
    text = QGuiApplication.clipboard().text()[:_LONGEST].strip()
    try:
        read_view(text, desk.explorer.store)
    except KnownError:
        return ""
    return text


ACTION = Action(
    id="paste-view",
    text=N_("Open a view from text…"),
    menu=Menu.VIEW,
    order=4,
    run=_run,
    keys=("Ctrl+Shift+V",),
)
