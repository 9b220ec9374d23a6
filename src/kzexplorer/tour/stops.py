"""What the tour shows, in order: every view, pane, dialog and state of the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote_plus

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from kzexplorer.domain.difference import Thing, changes
from kzexplorer.domain.state import Choice
from kzexplorer.tour.stage import Stage
from kzexplorer.ui.actions import Menu
from kzexplorer.ui.actions.export import export_dialog
from kzexplorer.ui.actions.import_table import import_dialog
from kzexplorer.ui.briefing.panel import BriefingPanel
from kzexplorer.ui.commands import CommandMenu
from kzexplorer.ui.crash import CrashDialog
from kzexplorer.ui.difference_window import DifferenceWindow
from kzexplorer.ui.exporting.dialog import ExportDialog
from kzexplorer.ui.importing.dialog import ImportDialog
from kzexplorer.ui.keeping.basket_panel import BasketPanel
from kzexplorer.ui.palette import Palette
from kzexplorer.ui.parts.address import AddressButton
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.ui.parts.value_menu import ValueMenu
from kzexplorer.ui.present.keys import Act
from kzexplorer.ui.report.run import BriefRun

_ITALY = "partner=italy,russia&from=2004&to=2016&focus=kazsat-3"
_STEP = 6  # of the ready briefing that is shown
_KEPT = ("kazsat-1", "kazsat-2", "kazsat-3", "baikonur-lease-treaty-1994", "astrium-contract-2009")
_VIEWS = {
    "Italy and Russia, 2004 to 2016": _ITALY,
    "Agreements by area and partner": "show=matrix&kind=agreement,treaty",
    "Earth observation with France": "partner=france&area=earth-observation",
}


# What the edition compared with in the tour does not hold and does not say yet.
_NOT_YET = {("record", "kazsat-3"), ("claim", "kazsat-3-italy")}
_LACKING = (
    (("record", "kazsat-2"), "note"),
    (("record", "baikonur-lease-treaty-1994"), "citations"),
    (("partner", "italy"), "standing_note"),
)


def nothing_more(_: Stage) -> None:
    """Leave the window as it is."""


@dataclass(frozen=True)
class Stop:
    """A picture: its name, the state it shows as text, and what is done on top of that."""

    name: str
    state: str = ""
    act: Callable[[Stage], None] = nothing_more


def _card(stage: Stage) -> None:
    from kzexplorer.ui.timeline.lanes import Lanes  # late: it needs pyqtgraph

    for view in stage.window.findChildren(Lanes):
        for _ in range(3):
            stage.press(view, Qt.Key.Key_Right)


def _lane_menu(stage: Stage) -> None:
    from kzexplorer.ui.timeline.view import TimelineView  # late, as above

    for view in stage.window.findChildren(TimelineView):
        stage.press(view.focusProxy() or view, Qt.Key.Key_Right)
        if view.lane:
            view.offer(view.lane, view.mapToGlobal(QPoint(60, 150)))


def _brush(stage: Stage) -> None:
    from kzexplorer.ui.timeline.brush import snapped
    from kzexplorer.ui.timeline.view import TimelineView

    for view in stage.window.findChildren(TimelineView):
        first, last = view.visible_span
        third = (last - first) / 3
        view.ask_mode(snapped(first + third, last - third, 0.02), view.mapToGlobal(QPoint(340, 260)))


def _date(stage: Stage) -> None:
    from kzexplorer.ui.timeline.date_dialog import DateDialog
    from kzexplorer.ui.timeline.view import TimelineView

    for view in stage.window.findChildren(TimelineView):
        view.ask_date()
    for dialog in stage.window.findChildren(DateDialog):
        dialog.line.setText("28.04.2014")


def _select(stage: Stage) -> None:
    stage.explorer.select(row.slug for row in stage.explorer.rows[2:7])


def _say(stage: Stage) -> None:
    stage.window.messages.add(
        stage.desk.labels.say("The view you left cannot be opened again: {reason}", reason="“italia”?")
    )


def _value(stage: Stage) -> None:
    choice, say = Choice.of(["italy"]), stage.desk.labels.say
    pane = stage.window.partners
    ValueMenu("italy", stage.desk.labels.value("partner", "italy"), choice, say, pane).open_at(
        pane.mapToGlobal(QPoint(60, 240))
    )


def _menu(stage: Stage) -> None:
    for button in stage.window.findChildren(CommandMenu):
        menu = button.menu()
        corner = QPoint(button.width() - menu.sizeHint().width(), button.height())
        menu.popup(button.mapToGlobal(corner))
        view = button.menus[Menu.VIEW]
        menu.setActiveAction(view.menuAction())
        view.popup(button.mapToGlobal(corner - QPoint(view.sizeHint().width(), 0)))


def _basket(stage: Stage) -> None:
    stage.keeping.toggle([slug for slug in _KEPT if slug not in stage.keeping.basket.slugs])
    stage.do("show-basket")


def _empty_basket(stage: Stage) -> None:
    stage.keeping.remove(stage.keeping.basket.slugs)
    stage.do("show-basket")


def _delete_basket(stage: Stage) -> None:
    _basket(stage)
    for panel in stage.window.findChildren(BasketPanel):
        panel.ask_delete()


def _notice(stage: Stage) -> None:
    stage.window.commands["export-matrix"].declared.run(stage.desk)


def _views(stage: Stage) -> None:
    for name, state in _VIEWS.items():
        stage.keeping.save_view(name, state)
    stage.do("open-view")


def _palette(stage: Stage) -> None:
    stage.do("palette")
    for palette in stage.window.findChildren(Palette):
        palette.line.setText("ital")


def _export(stage: Stage) -> None:
    dialog = export_dialog(stage.desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _exported(stage: Stage) -> None:
    _export(stage)
    stage.settle()
    for dialog in stage.window.findChildren(ExportDialog):
        dialog.save.click()


def _picture(form: str, size: str = "", *, save: bool = False) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        from kzexplorer.ui.actions.picture import picture_dialog  # late: it brings all that draws and prints

        dialog = picture_dialog(stage.desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.options.format.setCurrentIndex(dialog.options.format.findData(form))
        if size:
            dialog.options.pixels.setText(size)
        dialog.show_options()
        dialog.open()
        if save:
            dialog.save.click()

    return act


def _exporting(stage: Stage) -> None:
    _export(stage)
    for dialog in stage.window.findChildren(ExportDialog):
        dialog.progress.setRange(0, 13)
        dialog.show_progress(5)


def _failed(stage: Stage) -> None:
    reason = "“kzexplorer.csv” cannot be written (no space left on device); choose another place."
    say = stage.desk.labels.say
    Notice(say("That did not work"), reason, say, stage.window).open()


def _narrowed(stage: Stage) -> None:
    for pane, text in ((stage.window.partners, "korea"), (stage.window.facets, "observ")):
        for line in pane.findChildren(QLineEdit):
            line.setText(text)


def _difference(stage: Stage) -> None:
    """Compare with an edition that lacks some of what this one holds."""
    now = stage.explorer.store.described()
    before = {key: thing for key, thing in now.items() if key not in _NOT_YET}
    for key, field in _LACKING:
        before[key] = Thing(now[key].name, {**now[key].fields, field: ""})
    desk = stage.desk
    found, edition = changes(before, now), replace(desk.labels.store.edition, name="2026-10")
    DifferenceWindow(found, edition, desk.explorer, desk.labels, desk.theme, _unwritten, desk.window).show()


def _unwritten(*_: object) -> None:
    """Write nothing."""


def _briefs(stage: Stage) -> None:
    run = BriefRun(stage.explorer.store.partners, stage.folder, str.encode, stage.desk.labels, stage.window)
    run.bar.setValue(11)
    run.name.setText(stage.desk.labels.value("partner", "italy"))
    run.open()


def _address(stage: Stage) -> None:
    for button in stage.window.detail.findChildren(AddressButton):
        button.ask()


_LAUNCHES = """\
Launch_Tag,Launch_Date,Mission,LV_Type,Launch_Site,State,Agency,LaunchCode,Cite
1957-001,1957 Oct  4 1928:34,Sputnik 1,8K71PS,Baikonur,Russia,RSC Energia,OS,-
1998-067,1998 Nov 20 0640,Zarya,Proton-K,Baikonur,RU; US,Khrunichev; NASA,OS,NASA press kit
2003-055,2003 Q3,A launch of that summer,Rokot,Plesetsk,RU,Khrunichev,OS,-
2006-022,2006 Jun 17,KazSat,Proton-K/DM-2,Baikonur,KZ; RU,Khrunichev,OS,https://planet4589.org
2013-040,2013 Jul 2,Glonass-M,Proton-M,Baikonur,RU,Roscosmos,OF,-
2021-105,2021?,Amazonia,PSLV-DL,SDSC,IN; Brazil,ISRO,OS,-
2026-101,soon,Baiterek,Soyuz-5,Baikonur,KZ; RU,Roscosmos,,-
"""


def _import(stage: Stage) -> None:
    table = stage.folder / "launches.csv"
    table.write_text(_LAUNCHES, encoding="utf-8")
    dialog = import_dialog(stage.desk)
    dialog.read(table)
    dialog.open()


def _imported(stage: Stage) -> None:
    _import(stage)
    stage.settle()
    for dialog in stage.window.findChildren(ImportDialog):
        dialog.save.click()


def _no_table(stage: Stage) -> None:
    table = stage.folder / "launches.pdf.csv"
    table.write_bytes(b"%PDF-1.7")
    dialog = import_dialog(stage.desk)
    dialog.read(table)
    dialog.open()


def _crash(stage: Stage) -> None:
    report = f"state: {stage.explorer.state}\n\nTraceback (most recent call last):\n  …\nZeroDivisionError: an example"
    CrashDialog(report, stage.desk.labels.say, stage.window).open()


def _does(action: str) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        stage.do(action)

    return act


def _panel(stage: Stage) -> BriefingPanel:
    stage.do("ready-italy")
    (panel,) = stage.window.findChildren(BriefingPanel)
    panel.list.go_to(_STEP)
    return panel


def _make_briefing(stage: Stage) -> None:
    _panel(stage)


def _no_briefing(stage: Stage) -> None:
    stage.desk.briefings.composing.begin()
    stage.do("briefing")


def _presents(*acts: str, speaker: bool = False) -> Callable[[Stage], None]:
    """Present a step; the window of the audience, or the speaker's, takes the place of the program's."""

    def act(stage: Stage) -> None:
        stage.desk.theme.motion = "none"
        panel = _panel(stage)
        panel.present.click()
        panel.close()
        talk = stage.desk.briefings.presentation
        if talk is None:
            return
        for one in acts:
            talk.do(one)
        shown, other = (talk.speaker, talk.audience) if speaker else (talk.audience, talk.speaker)
        other.hide()
        shown.showNormal()
        shown.setGeometry(stage.window.geometry())

    return act


STOPS = (
    Stop("everything"),
    Stop("italy-and-russia", _ITALY),
    Stop("words-in-any-script", f"text={quote_plus('спутник италия')}&focus=italy"),
    Stop("sources-disagree", "focus=kazsat-3&partner=russia&kind=satellite,agreement"),
    Stop("who-says-so", "focus=kazsat-3&partner=russia&kind=satellite,agreement", _does("evidence")),
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
    Stop("lane-menu", "group=kind", _lane_menu),
    Stop("brush", "partner=italy", _brush),
    Stop("date", "partner=italy", _date),
    Stop("hover-card", "partner=italy", _card),
    Stop("table", "show=table&partner=france&sort=-begins&focus=astrium-contract-2009"),
    Stop("table-selection", "show=table&text=kazsat", _select),
    Stop("table-columns", "show=table&text=kazsat", _does("columns")),
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
    Stop("lists-narrowed", "kind=!meeting", _narrowed),
    Stop("value-menu", "partner=italy", _value),
    Stop("menu", act=_menu),
    Stop("message", "partner=italy", _say),
    Stop("palette", act=_palette),
    Stop("time", _ITALY, _does("time")),
    Stop("basket", "partner=italy", _basket),
    Stop("basket-empty", "partner=italy", _empty_basket),
    Stop("basket-to-delete", "partner=italy", _delete_basket),
    Stop("notice", "show=matrix", _notice),
    Stop("save-view", _ITALY, _does("save-view")),
    Stop("saved-views", act=_views),
    Stop("view-from-text", act=_does("paste-view")),
    Stop("export", "partner=italy", _export),
    Stop("exported", "partner=italy", _exported),
    Stop("picture", _ITALY, _picture("png")),
    Stop("picture-of-pages", "partner=italy,france", _picture("pdf")),
    Stop("picture-saved", _ITALY, _picture("pptx", save=True)),
    Stop("picture-too-large", _ITALY, _picture("png", "100000x0")),
    Stop("exporting", "partner=italy", _exporting),
    Stop("did-not-work", "partner=italy", _failed),
    Stop("import", act=_import),
    Stop("imported", act=_imported),
    Stop("import-refused", act=_no_table),
    Stop("open-database", act=_does("open-database")),
    Stop("keys", act=_does("keys")),
    Stop("about", act=_does("about")),
    Stop("briefing", _ITALY, _make_briefing),
    Stop("briefing-empty", _ITALY, _no_briefing),
    Stop("stage", act=_presents()),
    Stop("stage-evidence", act=_presents(Act.EVIDENCE)),
    Stop("stage-light", act=_presents(Act.LIGHT)),
    Stop("stage-light-evidence", act=_presents(Act.EVIDENCE)),
    Stop("stage-dark-lanes", act=_presents(Act.LIGHT, Act.LAST)),
    Stop("speaker", act=_presents(Act.FREEZE, Act.NEXT, speaker=True)),
    Stop("what-changed", act=_difference),
    Stop("briefs", "focus=italy", _briefs),
    Stop("open-an-address", "focus=adilet-1995-resolution-1260", _address),
    Stop("crash", "partner=italy", _crash),
)
