"""How the record or source in focus is cited, into the clipboard: as text, for LaTeX, for a reference manager."""

from functools import partial

from kzexplorer.domain.records import RecordDetail, SourceDetail
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.parts.copying import copy_citation


def _run(style: str, desk: Desk) -> None:
    detail = desk.explorer.detail
    if isinstance(detail, RecordDetail | SourceDetail):
        copy_citation(detail, style, desk.labels)


def _available(desk: Desk) -> bool:
    return isinstance(desk.explorer.detail, RecordDetail | SourceDetail)


TEXT = Action(
    id="cite",
    text=N_("Copy citation"),
    menu=Menu.FILE,
    order=20,
    run=partial(_run, "text"),
    keys=("Ctrl+Shift+R",),
    available=_available,
)
BIBTEX = Action(
    id="cite-bibtex",
    text=N_("Copy citation as BibTeX"),
    menu=Menu.FILE,
    order=21,
    run=partial(_run, "bibtex"),
    available=_available,
)
RIS = Action(
    id="cite-ris",
    text=N_("Copy citation as RIS"),
    menu=Menu.FILE,
    order=22,
    run=partial(_run, "ris"),
    available=_available,
)
