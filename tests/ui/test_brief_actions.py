"""The brief of the partner in focus from the menu and the details, and of all partners into a folder."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QDialog

from kzexplorer.domain.errors import KnownError
from kzexplorer.ui.actions.brief import EACH, MARKDOWN, PDF
from kzexplorer.ui.details.brief_button import BriefButton
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.ui.report.run import BriefRun
from kzexplorer.viewmodel.report import partner_report
from kzexplorer.viewmodel.report_markdown import markdown


@pytest.fixture
def desk_of(open_window, tmp_path):
    def of(state):
        _, window = open_window(state)
        return replace(
            window.desk,
            choose_path=lambda _, name, suffix: tmp_path / f"{name.stem}{suffix}",
            choose_folder=lambda _: tmp_path,
        )

    return of


def test_the_partner_in_focus_is_written_as_pdf_and_markdown(desk_of, tmp_path, labels):
    desk = desk_of("focus=italy")
    PDF.run(desk)
    pages = PdfReader(tmp_path / "italy.pdf").pages
    assert len(pages) == 2
    assert "Italy" in pages[0].extract_text()
    MARKDOWN.run(desk)
    assert (tmp_path / "italy.md").read_text("utf-8") == markdown(partner_report("italy", labels))
    assert all("italy" in notice.sentence.text() for notice in desk.window.findChildren(Notice))


def test_it_is_offered_with_a_partner_alone(open_window):
    explorer, window = open_window("focus=italy")
    (button,) = window.detail.findChildren(BriefButton)
    assert [action.data() for action in button.menu().actions()] == [PDF.id, MARKDOWN.id]
    for focus in ("kazsat-3", "kazakhstan", ""):
        explorer.focus(focus)
        assert not PDF.available(window.desk)
    assert window.detail.widget().findChildren(BriefButton) == []


def test_all_partners_are_written_one_by_one_and_who_has_no_record_is_named(desk_of, tmp_path, qtbot, store):
    desk = desk_of("")
    made = []

    def make(slug):
        if slug == "chile":
            raise KnownError("No record names Chile.")
        made.append(slug)
        return slug.encode()

    told = []
    partners = [partner for partner in store.partners if partner.kind != "home"]
    run = BriefRun(partners, tmp_path, make, desk.labels, desk.window)
    run.written.connect(lambda count, complaints: told.append((count, complaints)))
    run.start()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == [(41, ["No record names Chile."])]
    assert sorted(path.stem for path in tmp_path.glob("*.pdf")) == sorted(made)


def test_it_stops_when_it_is_cancelled(desk_of, tmp_path, qtbot, store):
    desk = desk_of("")
    run = BriefRun(store.partners, tmp_path, str.encode, desk.labels, desk.window)
    run.start()
    qtbot.waitUntil(lambda: run.bar.value() > 0)
    run.reject()
    assert run.result() == QDialog.DialogCode.Rejected
    assert len(list(tmp_path.glob("*.pdf"))) < len(store.partners)
    assert EACH.available(desk)
