"""The timeline of the current view on paper."""

from typing import TYPE_CHECKING

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.parts.notice import Notice

if TYPE_CHECKING:
    from kzexplorer.ui.pictures.printing import ChoosePrinter


def print_view(desk: Desk, choose: "ChoosePrinter | None" = None) -> None:
    """Print the days in view, light on paper whatever the theme, and say how many pages went out."""
    # Late: a scene needs NumPy, which the first painting does not wait for.
    from kzexplorer.pictures.paper import Part
    from kzexplorer.ui.pictures.printing import choose_printer, print_subject
    from kzexplorer.viewmodel.picturing import subject_of

    say, window = desk.labels.say, desk.window
    subject = subject_of(desk.explorer.state, desk.labels)
    try:
        pages = print_subject(subject, Part.VISIBLE, 1, desk.theme.known["light"], window, choose or choose_printer)
    except KnownError as error:
        Notice(say("Print"), str(error), say, window).open()
        return
    if pages:
        sent = say.plural("{count} page went to the printer.", "{count} pages went to the printer.", pages)
        Notice(say("Print"), sent, say, window).open()


def _available(desk: Desk) -> bool:
    return len(desk.explorer.results) > 0


ACTION = Action(
    id="print", text=N_("Print…"), menu=Menu.FILE, order=4, run=print_view, keys=("Ctrl+P",), available=_available
)
