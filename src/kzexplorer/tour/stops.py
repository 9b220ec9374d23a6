"""What the tour shows, in order: every view, pane, dialog and state of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote_plus

from kzexplorer.tour import acts, file_acts
from kzexplorer.tour.stage import Stage
from kzexplorer.ui.present.keys import Act


def nothing_more(_: Stage) -> None:
    """Leave the window as it is."""


@dataclass(frozen=True)
class Stop:
    """A picture: its name, the state it shows as text, and what is done on top of that."""

    name: str
    state: str = ""
    act: Callable[[Stage], None] = nothing_more


STOPS = (
    Stop("everything"),
    Stop("italy-and-russia", acts.ITALY),
    Stop("words-in-any-script", f"text={quote_plus('спутник италия')}&focus=italy"),
    Stop("sources-disagree", "focus=kazsat-3&partner=russia&kind=satellite,agreement"),
    Stop("who-says-so", "focus=kazsat-3&partner=russia&kind=satellite,agreement", acts.does("evidence")),
    Stop("organization", "focus=thales-alenia-space&partner=france"),
    Stop("claim", "focus=alenia-spazio-name"),
    Stop("source", "focus=adilet-1995-resolution-1260"),
    Stop("by-area", "group=area&from=2004"),
    Stop("by-kind", "group=kind&from=2004&focus=baikonur-lease-treaty-1994"),
    Stop("by-organization", "group=organization&partner=france"),
    Stop("by-status", "group=status&kind=satellite,agreement"),
    Stop("in-one-lane", "group=none&kind=crewed_flight,person"),
    Stop(
        "lanes-collapsed-and-pinned", "partner=italy,russia,france&collapsed=france,russia&pinned=italy&focus=kazsat-3"
    ),
    Stop("one-day", "visible=2014-04-28..2014-04-28&focus=kazsat-3"),
    Stop("a-thousand-years", "visible=1500..2500"),
    Stop("lane-menu", "group=kind", acts.lane_menu),
    Stop("brush", "partner=italy", acts.brush),
    Stop("date", "partner=italy", acts.date),
    Stop("hover-card", "partner=italy", acts.card),
    Stop("table", "show=table&partner=france&sort=-begins&focus=astrium-contract-2009"),
    Stop("table-selection", "show=table&text=kazsat", acts.select),
    Stop("table-columns", "show=table&text=kazsat", acts.does("columns")),
    Stop("matrix", "show=matrix"),
    Stop("matrix-by-decade", "show=matrix&across=decade&kind=agreement,treaty&focus=france"),
    Stop("silence", "show=matrix&measure=evidence"),
    Stop("silence-by-decade", "show=matrix&measure=evidence&across=decade&focus=italy"),
    Stop("claims", "show=claims&focus=kazsat-2-italy"),
    Stop("claims-that-are-wrong", "show=claims&verdict=wrong,outdated"),
    Stop("sources", "show=sources"),
    Stop("sources-that-stand-alone", "show=sources&grade=official&support=one&focus=adilet-1995-resolution-1260"),
    Stop("as-of-a-day", "asof=2012-01-01&focus=kazsat-2"),
    Stop("objective", "show=claims&focus=objective.economic-benefits"),
    Stop("nothing-found", "text=zzzz"),
    Stop("nothing-found-but-near", "text=kazsta"),
    Stop("nothing-found-with-filters", "text=kazsat&partner=france&kind=treaty&status=in_force"),
    Stop("lists-narrowed", "kind=!meeting", acts.narrowed),
    Stop("value-menu", "partner=italy", acts.value),
    Stop("menu", act=acts.menu),
    Stop("message", "partner=italy", acts.say),
    Stop("palette", act=acts.palette),
    Stop("time", acts.ITALY, acts.does("time")),
    Stop("basket", "partner=italy", acts.basket),
    Stop("basket-empty", "partner=italy", acts.empty_basket),
    Stop("basket-to-delete", "partner=italy", acts.delete_basket),
    Stop("notice", "show=matrix", acts.notice),
    Stop("save-view", acts.ITALY, acts.does("save-view")),
    Stop("saved-views", act=acts.views),
    Stop("view-from-text", act=acts.does("paste-view")),
    Stop("export", "partner=italy", file_acts.export),
    Stop("exported", "partner=italy", file_acts.exported),
    Stop("picture", acts.ITALY, file_acts.picture("png")),
    Stop("picture-of-pages", "partner=italy,france", file_acts.picture("pdf")),
    Stop("picture-saved", acts.ITALY, file_acts.picture("pptx", save=True)),
    Stop("picture-too-large", acts.ITALY, file_acts.picture("png", "100000x0")),
    Stop("exporting", "partner=italy", file_acts.exporting),
    Stop("did-not-work", "partner=italy", file_acts.failed),
    Stop("import", act=file_acts.bring_in),
    Stop("imported", act=file_acts.imported),
    Stop("import-refused", act=file_acts.no_table),
    Stop("open-database", act=acts.does("open-database")),
    Stop("keys", act=acts.does("keys")),
    Stop("about", act=acts.does("about")),
    Stop("briefing", acts.ITALY, acts.make_briefing),
    Stop("briefing-empty", acts.ITALY, acts.no_briefing),
    Stop("stage", act=acts.presents()),
    Stop("stage-evidence", act=acts.presents(Act.EVIDENCE)),
    Stop("stage-light", act=acts.presents(Act.LIGHT)),
    Stop("stage-light-evidence", act=acts.presents(Act.EVIDENCE)),
    Stop("stage-dark-lanes", act=acts.presents(Act.LIGHT, Act.LAST)),
    Stop("speaker", act=acts.presents(Act.FREEZE, Act.NEXT, speaker=True)),
    Stop("what-changed", act=file_acts.difference),
    Stop("briefs", "focus=italy", file_acts.briefs),
    Stop("open-an-address", "focus=adilet-1995-resolution-1260", acts.address),
    Stop("crash", "partner=italy", acts.crash),
)
