"""What is done with files before the window is pictured: tables brought in, exports, pictures, editions compared."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from kzexplorer.domain.difference import Thing, changes
from kzexplorer.tour.stage import Stage
from kzexplorer.ui.actions.export import export_dialog
from kzexplorer.ui.actions.import_table import import_dialog
from kzexplorer.ui.difference_window import DifferenceWindow
from kzexplorer.ui.exporting.dialog import ExportDialog
from kzexplorer.ui.importing.dialog import ImportDialog
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.ui.report.run import BriefRun

# What the edition compared with in the tour does not hold and does not say yet.
_NOT_YET = {("record", "kazsat-3"), ("claim", "kazsat-3-italy")}
_LACKING = (
    (("record", "kazsat-2"), "note"),
    (("record", "baikonur-lease-treaty-1994"), "citations"),
    (("partner", "italy"), "standing_note"),
)


def export(stage: Stage) -> None:
    """Open the export."""
    dialog = export_dialog(stage.desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def exported(stage: Stage) -> None:
    """Export and be told where."""
    export(stage)
    stage.settle()
    for dialog in stage.window.findChildren(ExportDialog):
        dialog.save.click()


def picture(form: str, size: str = "", *, save: bool = False) -> Callable[[Stage], None]:
    """Make an act that opens, or saves, a picture of a form and size."""

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


def exporting(stage: Stage) -> None:
    """Be in the midst of an export."""
    export(stage)
    for dialog in stage.window.findChildren(ExportDialog):
        dialog.progress.setRange(0, 13)
        dialog.show_progress(5)


def failed(stage: Stage) -> None:
    """Be told what could not be written."""
    reason = "“kzexplorer.csv” cannot be written (no space left on device); choose another place."
    say = stage.desk.labels.say
    Notice(say("That did not work"), reason, say, stage.window).open()


def difference(stage: Stage) -> None:
    """Compare with an edition that lacks some of what this one holds."""
    now = stage.explorer.store.described()
    before = {key: thing for key, thing in now.items() if key not in _NOT_YET}
    for key, field in _LACKING:
        before[key] = Thing(now[key].name, {**now[key].fields, field: ""})
    desk = stage.desk
    found, edition = changes(before, now), replace(desk.labels.store.edition, name="2026-10")
    DifferenceWindow(found, edition, desk.explorer, desk.labels, desk.theme, unwritten, desk.window).show()


def unwritten(*_: object) -> None:
    """Write nothing."""


def briefs(stage: Stage) -> None:
    """Be in the midst of writing briefs."""
    run = BriefRun(stage.explorer.store.partners, stage.folder, str.encode, stage.desk.labels, stage.window)
    run.bar.setValue(11)
    run.name.setText(stage.desk.labels.value("partner", "italy"))
    run.open()


LAUNCHES = """\
Launch_Tag,Launch_Date,Mission,LV_Type,Launch_Site,State,Agency,LaunchCode,Cite
1957-001,1957 Oct  4 1928:34,Sputnik 1,8K71PS,Baikonur,Russia,RSC Energia,OS,-
1998-067,1998 Nov 20 0640,Zarya,Proton-K,Baikonur,RU; US,Khrunichev; NASA,OS,NASA press kit
2003-055,2003 Q3,A launch of that summer,Rokot,Plesetsk,RU,Khrunichev,OS,-
2006-022,2006 Jun 17,KazSat,Proton-K/DM-2,Baikonur,KZ; RU,Khrunichev,OS,https://planet4589.org
2013-040,2013 Jul 2,Glonass-M,Proton-M,Baikonur,RU,Roscosmos,OF,-
2021-105,2021?,Amazonia,PSLV-DL,SDSC,IN; Brazil,ISRO,OS,-
2026-101,soon,Baiterek,Soyuz-5,Baikonur,KZ; RU,Roscosmos,,-
"""


def bring_in(stage: Stage) -> None:
    """Show a table that is to be imported."""
    table = stage.folder / "launches.csv"
    table.write_text(LAUNCHES, encoding="utf-8")
    dialog = import_dialog(stage.desk)
    dialog.read(table)
    dialog.open()


def imported(stage: Stage) -> None:
    """Import a table."""
    bring_in(stage)
    stage.settle()
    for dialog in stage.window.findChildren(ImportDialog):
        dialog.save.click()


def no_table(stage: Stage) -> None:
    """Be told that a file is no table."""
    table = stage.folder / "launches.pdf.csv"
    table.write_bytes(b"%PDF-1.7")
    dialog = import_dialog(stage.desk)
    dialog.read(table)
    dialog.open()
