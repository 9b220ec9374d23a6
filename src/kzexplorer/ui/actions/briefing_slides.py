"""The briefing as slides, or as the pages of a PDF where the file is named so; private notes stay in the briefing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kzexplorer.atomic import write_whole
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.parts.notice import Notice

_SUFFIX = ".pptx"


def _run(desk: Desk) -> None:
    # Late: the slides' library takes long to import.
    from kzexplorer.pictures.paper import PAPERS
    from kzexplorer.ui.pictures.drawing import Drawn, Wish, bound, written
    from kzexplorer.ui.pictures.formats import format_of
    from kzexplorer.viewmodel.decks import deck_of

    labels, say, window = desk.labels, desk.labels.say, desk.window
    briefing = desk.briefings.composing.briefing
    title = "".join(c for c in briefing.title if c.isalnum() or c in " -_").strip() or "briefing"
    path = desk.choose_path(window, Path(title + _SUFFIX), _SUFFIX)
    if path is None:
        return
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        form = format_of(path)
        if not form.on_paper:
            raise KnownError(say("A briefing has several pages; name the file .pptx or .pdf."))
        wish, deck = Wish(form, PAPERS["16:9"]), deck_of(briefing, labels)
        pictures = bound(deck, wish, say)
        write_whole(path, written(Drawn(pictures, deck.title, deck.origin), wish, desk.theme.known["light"], labels))
    except KnownError as error:
        told = str(error)
    else:
        count = len(pictures)
        told = say.plural("Wrote {count} page to {path}.", "Wrote {count} pages to {path}.", count, path=path)
    finally:
        QGuiApplication.restoreOverrideCursor()
    Notice(say("Slides"), told, say, window).open()


def _is_something(desk: Desk) -> bool:
    return bool(desk.briefings.composing.briefing.steps)


ACTION = Action(
    id="briefing-slides",
    text=N_("Briefing as slides…"),
    menu=Menu.BRIEFING,
    order=25,
    run=_run,
    available=_is_something,
)
