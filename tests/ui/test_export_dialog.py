"""The export dialog by mouse and keyboard: what it offers, shows, writes, and how it fails and is taken back."""

import csv
import json
import threading
from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import ENGLISH
from kzexplorer.exporters import Cell, Report, exporters
from kzexplorer.exporters.columns import COLUMNS, CORE, FULL
from kzexplorer.ui.actions.export import export_dialog
from kzexplorer.ui.exporting.columns import ColumnChooser
from kzexplorer.ui.exporting.dialog import ExportDialog
from kzexplorer.ui.exporting.outcome import warnings
from kzexplorer.ui.parts.run import ExportRun
from kzexplorer.viewmodel.labels import about_export
from rows import row

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_dialog(open_window, qtbot, tmp_path):
    def open_(state="partner=italy", selected=(), target=None):
        explorer, window = open_window(state)
        explorer.select(selected)
        path = target or tmp_path / "out.csv"
        dialog = export_dialog(replace(window.desk, choose_path=lambda parent, suggested, suffix: path))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog, path

    return open_


def choose(box, data):
    box.setCurrentIndex(box.findData(data))


def wait_for_report(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=60_000)


def test_what_is_shown_is_what_is_written(open_dialog, qtbot):
    dialog, path = open_dialog("partner=italy&kind=satellite")
    shown = dialog.preview.text.toPlainText()
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    assert path.read_bytes().decode().replace("\r\n", "\n").rstrip("\n") == shown
    assert dialog.outcome.sentence.text() == f"Wrote 3 records to {path}."
    assert dialog.outcome.open_folder.isVisible()
    assert path.with_name("out.csv-metadata.json").exists()


def test_the_profile_for_spreadsheets_has_a_separator_and_says_which_is_usual_here(open_dialog, qtbot, monkeypatch):
    monkeypatch.setattr("kzexplorer.ui.exporting.options.regional_separator", lambda: ";")
    dialog, path = open_dialog()
    options = dialog.options
    assert not options.separator.isVisible()
    choose(options.profile, "excel")
    assert options.separator.isVisible()
    assert options.separator.itemText(0) == "Automatic, here: semicolon"
    choose(options.separator, ";")
    qtbot.waitUntil(lambda: dialog.preview.text.toPlainText().startswith("slug;title;kind"))
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfslug;title;kind")
    choose(options.profile, "data")
    qtbot.waitUntil(lambda: dialog.preview.text.toPlainText().startswith("slug,title,kind"))
    assert not dialog.outcome.isVisible()


def test_formats_offer_their_profiles_and_columns(open_dialog, qtbot, tmp_path):
    dialog, path = open_dialog(target=tmp_path / "out.xlsx")
    options = dialog.options
    assert options.columns.chosen == FULL
    choose(options.format, "json")
    assert options.columns.chosen == CORE
    assert not options.profile.isVisible()
    qtbot.waitUntil(lambda: dialog.preview.text.toPlainText().startswith('[\n{"slug"'))
    assert len(json.loads(dialog.preview.text.toPlainText())) == 12
    choose(options.format, "xlsx")
    qtbot.waitUntil(dialog.preview.cells.isVisible)
    assert [dialog.preview.cells.horizontalHeaderItem(place).text() for place in range(3)] == ["slug", "title", "kind"]
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    shown = dialog.preview.cells
    assert [cell.value for cell in sheet[2]][:2] == [shown.item(0, 0).text(), shown.item(0, 1).text()]
    assert sheet.max_row == 14


@pytest.mark.parametrize(("form", "begins"), [("bibtex", "@misc{"), ("ris", "TY  - ")])
def test_sources_have_no_columns_and_are_counted(open_dialog, qtbot, tmp_path, form, begins):
    dialog, path = open_dialog(target=tmp_path / "out")
    options = dialog.options
    choose(options.format, form)
    assert options.format.currentText().endswith(": their sources")
    assert not options.columns.isVisible()
    assert not options.profile.isVisible()
    qtbot.waitUntil(lambda: dialog.preview.text.toPlainText().startswith(begins))
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    assert dialog.outcome.sentence.text() == f"Wrote 32 sources to {path}."
    assert path.read_text("utf-8").count(begins) == 32
    choose(options.format, "csv")
    assert options.columns.chosen == FULL


def test_columns_are_chosen_and_ordered_by_keys(open_dialog, qtbot):
    dialog, path = open_dialog("partner=italy&kind=satellite")
    chooser = dialog.options.columns
    for _ in range(2):
        qtbot.keyClick(chooser.list, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chooser.chosen[:3] == ("slug", "kind", "title")
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    assert chooser.chosen[:2] == ("slug", "title")
    qtbot.mouseClick(chooser.down, LEFT)
    qtbot.mouseClick(chooser.up, LEFT)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    assert chooser.chosen[:3] == ("slug", "kind", "title")
    qtbot.waitUntil(lambda: dialog.preview.text.toPlainText().startswith("slug,kind,title"))
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    with path.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file))[:3] == ["slug", "kind", "title"]


def test_columns_by_the_mouse(qtbot):
    chooser = ColumnChooser(ENGLISH)
    qtbot.addWidget(chooser)
    chooser.resize(320, 400)
    chooser.offer(CORE)
    chooser.show()
    box = chooser.list.visualItemRect(chooser.list.item(1))
    with qtbot.waitSignal(chooser.changed):
        qtbot.mouseClick(chooser.list.viewport(), LEFT, pos=QPoint(box.left() + 12, box.center().y()))
    assert "title" not in chooser.chosen
    qtbot.mouseClick(chooser.list.viewport(), LEFT, pos=QPoint(box.left() + 80, box.center().y()))
    assert "title" not in chooser.chosen
    with qtbot.waitSignal(chooser.changed):
        chooser.list.model().moveRow(chooser.list.model().index(0, 0).parent(), 2, chooser.list.rootIndex(), 0)
    assert chooser.chosen[0] == "kind"
    qtbot.mouseClick(chooser.all, LEFT)
    assert len(chooser.chosen) == len(COLUMNS)
    qtbot.mouseClick(chooser.usual, LEFT)
    assert chooser.chosen == CORE
    assert "15/25" in chooser._count.text()


def test_nothing_to_write_is_said_and_not_written(open_dialog, qtbot):
    dialog, _ = open_dialog()
    chooser = dialog.options.columns
    for place in range(chooser.list.count()):
        chooser.list.item(place).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: dialog.outcome.sentence.text() == "Check at least one column.")
    assert not dialog.save.isEnabled()
    assert dialog.preview.text.toPlainText() == ""
    qtbot.mouseClick(chooser.usual, LEFT)
    qtbot.waitUntil(dialog.save.isEnabled)


def test_a_selection_is_exported_as_what_it_is(open_dialog, qtbot):
    dialog, path = open_dialog(selected=["kazsat-2", "kazsat-3"])
    assert dialog.selection.isChecked()
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    note = json.loads(path.with_name("out.csv-metadata.json").read_text("utf-8"))["notes"][0]
    assert note["rows"] == 2
    assert note["sentence"] == "2 selected of: with Italy"
    dialog.everything.setChecked(True)
    qtbot.waitUntil(lambda: "12 of 13" in dialog.preview._extent.text())


@pytest.mark.parametrize("name", ["missing/out.csv", "folder"])
def test_a_file_that_cannot_be_written_is_told_in_place(open_dialog, qtbot, tmp_path, name):
    (tmp_path / "folder").mkdir()
    dialog, _path = open_dialog(target=tmp_path / name)
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    assert name.split("/")[0] in dialog.outcome.sentence.text()
    assert dialog.outcome.sentence.property("role") == "doubt"
    assert dialog.isVisible()
    assert not dialog.outcome.open_folder.isVisible()


def test_thinking_better_of_it_writes_nothing(open_window, qtbot, tmp_path):
    _, window = open_window("partner=italy")
    dialog = export_dialog(replace(window.desk, choose_path=lambda parent, suggested, suffix: None))
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.save, LEFT)
    assert not dialog.is_writing
    assert dialog.outcome.isHidden()


def many(labels, qtbot, path, rows):
    from kzexplorer.domain.state import State

    about = about_export(labels, State(), "1")
    dialog = ExportDialog(rows, (), about, labels, lambda parent, suggested, suffix: path)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("by_key", [False, True])
def test_a_long_export_is_shown_and_taken_back(labels, qtbot, tmp_path, theme, monkeypatch, by_key):
    """Held up half-way, so that the machine's speed does not matter."""
    path = tmp_path / "out.csv"
    path.write_text("the old file")
    gate = threading.Event()
    real = ExportRun._count

    def slow(self, written):
        if written >= 200:
            gate.wait(10)
        return real(self, written)

    monkeypatch.setattr(ExportRun, "_count", slow)
    dialog = many(labels, qtbot, path, tuple(row(f"r{number}") for number in range(1000)))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.progress.isVisible() and dialog.progress.value() == 100)
    assert dialog.outcome.sentence.text() == "Writing: 100 of 1\u202f000 records"
    assert not dialog.save.isEnabled()
    assert not dialog.options.isEnabled()
    assert dialog.close_button.text() == "Cancel"
    if by_key:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(dialog.close_button, LEFT)
    assert dialog.isVisible()
    gate.set()
    wait_for_report(qtbot, dialog)
    assert dialog.outcome.sentence.text() == "The export was cancelled; nothing was changed."
    assert path.read_text() == "the old file"
    assert list(tmp_path.iterdir()) == [path]
    assert dialog.save.isEnabled()
    assert not dialog.progress.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_long_export_does_not_hold_up_the_window(labels, qtbot, tmp_path, theme):
    path = tmp_path / "out.csv"
    dialog = many(labels, qtbot, path, tuple(row(f"r{number}") for number in range(4_000)))
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    assert dialog.outcome.open_folder.isVisible()
    assert "4\u202f000 records" in dialog.outcome.sentence.text()


def test_a_fault_in_an_exporter_is_no_sentence(qtbot, qapp):
    def work(progress):
        raise ZeroDivisionError

    run = ExportRun(work, qapp)
    with qtbot.waitSignal(run.finished) as signal:
        run.start()
    assert isinstance(signal.args[0], ZeroDivisionError)
    run.deleteLater()


def test_only_the_folder_is_opened(open_dialog, qtbot, monkeypatch, tmp_path):
    opened = []
    dialog, path = open_dialog("kind=satellite")
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    monkeypatch.setattr(
        "kzexplorer.ui.parts.choosing.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()) or False
    )
    dialog.outcome.open_folder.click()
    assert opened == [str(path.resolve().parent)]
    assert "cannot be opened" in dialog.outcome.sentence.text()


def test_the_report_is_told_in_sentences():
    cell = Cell(1, "title")
    assert list(warnings(Report(3), ENGLISH)) == []
    said = list(warnings(Report(3, guarded=(cell, cell), cut=(cell,), replaced=4), ENGLISH))
    assert said == [
        "2 cells that a spreadsheet would run as formulas begin with an apostrophe.",
        "1 cell was longer than the format allows and ends in “…”.",
        "4 characters that the format cannot carry became “\ufffd”.",
    ]
    (risky,) = warnings(Report(3, risky=(cell,)), ENGLISH)
    assert "would be run as a formula" in risky


def test_hostile_texts_are_shown_as_they_are_written(labels, qtbot, tmp_path, theme):
    rows = (row("a", title="=1+1"), row("b", title="<b>x</b>" + "long " * 1000), row("c", title="lone \ud800"))
    dialog = many(labels, qtbot, tmp_path / "out.csv", rows)
    choose(dialog.options.profile, "excel")
    qtbot.waitUntil(lambda: "'=1+1" in dialog.preview.text.toPlainText())
    assert max(map(len, dialog.preview.text.toPlainText().splitlines())) == 2001
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    assert "apostrophe" in dialog.outcome.warnings.text()
    assert "\ufffd" in dialog.outcome.warnings.text()


def test_every_exporter_can_be_shown_and_written(open_dialog, qtbot, tmp_path):
    for exporter in exporters().values():
        dialog, path = open_dialog(target=tmp_path / f"out{exporter.suffix}")
        choose(dialog.options.format, exporter.id)
        dialog.save.click()
        wait_for_report(qtbot, dialog)
        assert path.exists()


def test_known_errors_only_are_sentences(open_dialog, qtbot, monkeypatch):
    def full(*args, **options):
        raise KnownError("The disk is full.")

    dialog, _ = open_dialog()
    monkeypatch.setattr("kzexplorer.ui.exporting.dialog.export", full)
    dialog.save.click()
    wait_for_report(qtbot, dialog)
    assert dialog.outcome.sentence.text() == "The disk is full."
