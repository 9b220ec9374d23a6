"""A table is brought in by the window, and the window put on another database, without anything being lost."""

import gc
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kzexplorer import app as program
from kzexplorer import opening, paths
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state import State
from kzexplorer.shelf import TABLES, Kept
from kzexplorer.store import Repository
from kzexplorer.ui.database_dialog import DatabaseDialog
from kzexplorer.ui.importing.dialog import ImportDialog
from kzexplorer.viewmodel.databases import Databases
from kzexplorer.viewmodel.roles import Role

LAUNCHES = """\
Launch_Date,Mission,State,Weight
1957 Oct 4,Sputnik 1,Russia,84
1998 Nov 20,Zarya,USA; RU,19323
soon,Broken,Brazil,1
2003 Q3,Amazonia,Brazil,637
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "launches.csv"
    path.write_text(LAUNCHES)
    return path


@pytest.fixture
def databases(qapp, tmp_path):
    opened = []
    found = Databases(Kept(TABLES, tmp_path / "tables.json"), opened.append)
    found.asked = opened
    return found


@pytest.fixture
def dialog(qtbot, labels, theme, databases, tmp_path):
    shown = ImportDialog(
        paths.database(), labels, databases, lambda *_: None, lambda _, path, suffix: tmp_path / "made.db"
    )
    qtbot.addWidget(shown)
    shown.show()
    return shown


def finish(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=60_000)


def cells(table):
    return [
        [table.item(row, place).text() for place in range(table.columnCount()) if table.item(row, place)]
        for row in range(table.rowCount())
    ]


def test_a_table_is_shown_as_it_will_be_read_and_brought_in(qtbot, dialog, table, databases, tmp_path):
    dialog.read(table)
    assert cells(dialog.columns)[1] == ["Mission", "Sputnik 1 · Zarya · Broken"]
    assert dialog.columns.box("Launch_Date").currentData() == "begins"
    assert cells(dialog.records)[1] == ["20 November 1998", "Launch", "Zarya", "United States, Russia"]
    assert "Line 4: “soon” is not a date" in dialog.troubles.text()
    assert "No partner known is called: “Brazil”" in dialog.troubles.text()
    dialog.save.click()
    finish(qtbot, dialog)
    assert "Wrote 3 records to" in dialog.outcome.sentence.text()
    assert "1 row was left out; made.report.csv says why." in dialog.outcome.warnings.text()
    dialog.open_button.click()
    assert databases.asked == [tmp_path / "made.db"]
    assert databases.recent == (tmp_path / "made.db",)


def test_a_field_that_is_chosen_is_remembered_for_the_next_table_of_these_columns(qtbot, dialog, table, databases):
    dialog.read(table)
    box = dialog.columns.box("Weight")
    box.setCurrentIndex(box.findData("note"))
    box.activated.emit(box.currentIndex())
    box = dialog.columns.box("State")
    box.setCurrentIndex(box.findData("title"))
    box.activated.emit(box.currentIndex())
    assert dialog.columns.box("Mission").currentData() == ""  # one column is the title
    assert cells(dialog.records)[0][2] == "Russia"
    dialog.save.click()
    finish(qtbot, dialog)
    other = table.with_name("again.csv")
    other.write_text("Launch_Date,Mission,State,Weight\n2001,A,B,C\n")
    assert not dialog.anew.isVisible()
    dialog.read(other)
    assert [dialog.columns.box(name).currentData() for name in ("Weight", "State", "Mission")] == ["note", "title", ""]
    assert dialog.remembered.isVisible()
    dialog.anew.click()
    assert dialog.columns.box("Mission").currentData() == "title"
    assert not dialog.remembered.isVisible()
    again = Databases(Kept(TABLES, databases._kept._path))
    assert again._kept.open() == ""
    assert again.map_of(("Launch_Date", "Mission", "State", "Weight")).field("Weight") == "note"


def test_what_is_told_of_a_file_is_read_anew(dialog, table):
    table.write_bytes("Название;Дата\nСпутник;2001\n".encode("cp866"))
    dialog.read(table)
    box = dialog.options.encoding
    box.setCurrentIndex(box.findData("cp1251"))
    box.activated.emit(box.currentIndex())
    assert cells(dialog.records)[0][2] != "Спутник"
    box.setCurrentIndex(box.findData("cp866"))
    box.activated.emit(box.currentIndex())
    assert cells(dialog.records)[0][2:] == ["Спутник", "Kazakhstan"]  # where what names no partner will stand


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    ("order", "read", "written"),
    [(Order.DAY_FIRST, "3 April 2010", "2010-04-03"), (Order.MONTH_FIRST, "4 March 2010", "2010-03-04")],
)
def test_what_the_rows_are_and_how_their_dates_are_meant_is_chosen_and_written(
    qtbot, dialog, table, tmp_path, order, read, written
):
    table.write_text("title,begins\nFirst,03/04/2010\nSecond,05/06/2011\n")
    dialog.read(table)
    choose(dialog.options.kind, "agreement")
    assert "between" in cells(dialog.records)[0][0]  # the kind says nothing about the dates
    choose(dialog.options.order, order)
    assert cells(dialog.records)[0][:3] == [read, "Agreement", "First"]
    dialog.save.click()
    finish(qtbot, dialog)
    with closing(sqlite3.connect(tmp_path / "made.db")) as db:
        assert db.execute("SELECT kind, begins FROM record WHERE title = 'First'").fetchall() == [
            ("agreement", written)
        ]


def test_a_file_that_is_no_table_is_told_and_nothing_can_be_imported(dialog, table):
    table.write_bytes(b"%PDF-1.7")
    dialog.read(table)
    assert "launches.csv” is a PDF" in dialog.refusal.text()
    assert dialog.refusal.isVisible()
    assert not dialog.save.isVisible()
    assert not dialog.columns.isVisible()
    table.write_text(LAUNCHES)
    dialog.read(table)
    assert dialog.save.isEnabled()
    assert not dialog.refusal.isVisible()


def test_a_file_that_is_a_table_only_when_it_is_told_how_becomes_one(dialog, table):
    table.write_text("Sputnik,Baikonur\n")
    dialog.read(table)
    assert "holds the names of columns and no rows" in dialog.refusal.text()
    assert not dialog.options.rows.isVisible()
    choose(dialog.options.header, False)
    assert not dialog.refusal.isVisible()
    assert cells(dialog.records)[0][2] == "Sputnik"
    assert dialog.options.rows.isVisible()
    assert dialog.save.isEnabled()


def test_a_table_that_changed_since_it_was_shown_is_not_brought_in_as_another(qtbot, dialog, table, tmp_path):
    dialog.read(table)
    table.write_text("Name,Remark\nA,B\n")
    dialog.save.click()
    finish(qtbot, dialog)
    assert "launches.csv” was changed since it was read; choose it again." in dialog.outcome.sentence.text()
    assert not (tmp_path / "made.db").exists()


def test_a_long_import_shows_how_far_it_is_and_is_taken_back(qtbot, dialog, tmp_path):
    table = tmp_path / "long.csv"
    table.write_text("Date,Name\n" + "".join(f"{1950 + n % 70},Launch {n}\n" for n in range(30_000)))
    dialog.read(table)
    dialog.save.click()
    assert dialog.is_writing
    assert not dialog.save.isEnabled()
    qtbot.waitUntil(lambda: "Importing" in dialog.outcome.sentence.text(), timeout=60_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    finish(qtbot, dialog)
    assert dialog.outcome.sentence.text() == "The import was cancelled; nothing was changed."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["long.csv"]


def test_the_list_of_databases_opens_forgets_and_says_why_not(qtbot, open_window, tmp_path, theme):
    def refuse(path):
        raise KnownError(f"“{path}” is damaged; get a fresh copy.")

    databases = Databases(Kept(TABLES, tmp_path / "tables.json"), refuse)
    there = tmp_path / "there.db"
    there.touch()
    for path in ("gone.db", "there.db"):
        databases._change(lambda tables, path=path: tables.with_recent(str(tmp_path / path)))
    _, window = open_window()
    dialog = DatabaseDialog(databases, ENGLISH, theme, lambda *_: there, window)
    dialog.show()
    lines = [dialog.view.model().index(n, 0).data(Role.LINE) for n in range(3)]
    assert [(line.name, line.lost) for line in lines] == [
        ("Kazakhstan's space cooperation", False),
        ("there.db", False),
        ("gone.db", True),
    ]
    dialog.other.click()
    assert dialog.isVisible()
    assert "is damaged; get a fresh copy" in dialog.answer.text()
    dialog.view.removed.emit((str(tmp_path / "gone.db"),))
    assert databases.recent == (there,)
    dialog.close()


@pytest.fixture
def running(qapp, theme):
    made = program.Running(qapp, ENGLISH, theme)
    yield made
    made.end()
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QApplication.processEvents()
    gc.unfreeze()


def test_another_database_gets_a_window_and_nothing_kept_is_lost(qtbot, running, table, tmp_path):
    running.show(Repository.open(paths.database()), None, State())
    first = running.window
    qtbot.waitUntil(lambda: not first.stack.is_waiting, timeout=60_000)
    running.explorer.toggle("partner", "italy")
    running.explorer.focus("kazsat-1")  # what the details show must not be read from a database that is closed
    first.desk.keeping.add(["kazsat-1"])
    first.desk.keeping.save_view("Italy", "partner=italy")

    desk = replace(first.desk, choose_file=lambda *_: table, choose_path=lambda *_: tmp_path / "made.db")
    first.commands["import-table"].declared.run(desk)
    (dialog,) = first.findChildren(ImportDialog)
    dialog.save.click()
    finish(qtbot, dialog)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: running.window is not first, timeout=60_000)
    second = running.window
    qtbot.waitUntil(lambda: not second.stack.is_waiting, timeout=60_000)
    assert second.windowTitle() == "made.db – kzexplorer"
    assert second.status.opened.text() == "made.db"
    assert [row.title for row in running.explorer.rows] == ["Sputnik 1", "Zarya", "Amazonia"]
    assert second.desk.keeping.basket.slugs == ("kazsat-1",)
    assert [view.name for view in second.desk.keeping.views] == ["Italy"]
    assert opening.is_ours(tmp_path / "made.db", opening.ledger())

    second.desk.databases.open(None)
    qtbot.waitUntil(lambda: running.window is not second, timeout=60_000)
    assert running.window.windowTitle() == "kzexplorer"
    assert len(running.explorer.rows) > 300
    assert running.window.desk.databases.recent == (tmp_path / "made.db",)


def test_a_database_that_cannot_be_opened_leaves_the_window_as_it_is(qtbot, running, tmp_path):
    running.show(Repository.open(paths.database()), None, State())
    first = running.window
    qtbot.waitUntil(lambda: not first.stack.is_waiting, timeout=60_000)
    (tmp_path / "no.db").write_text("no database at all")
    with pytest.raises(KnownError, match="is not a SQLite database"):
        running.window.desk.databases.open(tmp_path / "no.db")
    assert running.window is first
    assert first.desk.databases.recent == ()
