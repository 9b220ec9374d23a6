"""The dialog for pictures: what it shows is what it writes; and printing."""

import pypdf
import pytest
from pptx import Presentation
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from kzexplorer.domain.state_reading import parse_state
from kzexplorer.store.facets import facets
from kzexplorer.ui.actions.picture import picture_dialog
from kzexplorer.ui.actions.print import print_view
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.ui.pictures.formats import formats
from kzexplorer.ui.pictures.printing import print_subject
from kzexplorer.viewmodel.picturing import subject_of


@pytest.fixture
def open_dialog(open_window, qtbot, tmp_path):
    """Open the dialog on a state; it writes into the test's folder."""
    from dataclasses import replace

    def open_(state="partner=italy"):
        _, window = open_window(state)
        desk = replace(window.desk, choose_path=lambda *asked: tmp_path / f"out{asked[2]}")
        dialog = picture_dialog(desk)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_


def choose(dialog, qtbot, **wanted):
    for name, value in wanted.items():
        field = getattr(dialog.options, name)
        if hasattr(field, "findData"):
            field.setCurrentIndex(field.findData(value))
            assert field.currentData() == value
        else:
            field.setText(value)
    qtbot.waitUntil(lambda: not dialog._soon.isActive(), timeout=10_000)


@pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.id)
def test_it_writes_every_format_and_says_where(open_dialog, qtbot, tmp_path, form):
    dialog = open_dialog()
    choose(dialog, qtbot, format=form.id)
    assert dialog.preview.page.count >= 1
    dialog.save.click()
    path = tmp_path / f"out{form.suffix}"
    assert path.stat().st_size > 5_000
    assert str(path) in dialog.outcome.sentence.text()
    assert dialog.outcome.open_folder.isVisible()


def test_size_scale_and_theme_are_those_of_the_picture(open_dialog, qtbot, tmp_path):
    dialog = open_dialog()
    choose(dialog, qtbot, pixels="800x600", scale=2.0, theme="dark", heading="Two words")
    dialog.save.click()
    image = QImage(str(tmp_path / "out.png"))
    assert (image.width(), image.height()) == (1600, 1200)
    assert image.pixelColor(3, 3).lightness() < 60
    assert image.text("Title") == "Two words"


def test_what_was_typed_last_is_in_the_file(open_dialog, qtbot, tmp_path):
    dialog = open_dialog()
    dialog.options.pixels.setText("640x480")
    dialog.save.click()  # before the preview has followed
    assert QImage(str(tmp_path / "out.png")).width() == 640


@pytest.mark.parametrize("size", ["0x0", "100000x100", "", "wide"])
def test_a_wrong_size_is_a_sentence_and_nothing_can_be_saved(open_dialog, qtbot, size):
    dialog = open_dialog()
    choose(dialog, qtbot, pixels=size)
    assert not dialog.save.isEnabled()
    assert dialog.outcome.sentence.text()
    assert dialog.preview.page.count == 0
    choose(dialog, qtbot, pixels="1280x720")
    assert dialog.save.isEnabled()
    assert not dialog.outcome.isVisible()


def test_too_few_pages_are_a_sentence(open_dialog, qtbot):
    dialog = open_dialog("")
    choose(dialog, qtbot, format="pdf", part="pages", pages=2)
    assert "do not fit on 2" in dialog.outcome.sentence.text()
    assert not dialog.save.isEnabled()


def test_the_pages_are_turned(open_dialog, qtbot):
    dialog = open_dialog("partner=italy,france")
    choose(dialog, qtbot, format="pptx")
    preview = dialog.preview
    count = preview.page.count
    assert count > 1
    assert preview.extent.text() == f"page 1 of {count}"
    assert not preview.before.isEnabled()
    for _ in range(count + 2):
        preview.after.click()
    assert preview.extent.text() == f"page {count} of {count}"
    assert not preview.after.isEnabled()


def test_a_full_disk_is_a_sentence_and_leaves_the_old_file(open_dialog, monkeypatch, tmp_path):
    import errno

    from kzexplorer.atomic import Draft

    dialog = open_dialog()
    (tmp_path / "out.png").write_bytes(b"old")

    def full(self, data):
        from kzexplorer import atomic

        with atomic._explained(self.target):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Draft, "write", full)
    dialog.save.click()
    assert "disk is full" in dialog.outcome.sentence.text()
    assert (tmp_path / "out.png").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.png"]


def to_file(path, **more):
    def choose_(printer, parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    return choose_


def test_printing_gives_the_pages_of_the_pdf(open_window, labels, theme, tmp_path, qtbot):
    explorer, window = open_window("partner=italy")
    subject = subject_of(explorer.state, labels)
    pages = print_subject(subject, "visible", 1, theme.known["light"], window, to_file(tmp_path / "a.pdf"))
    document = pypdf.PdfReader(tmp_path / "a.pdf")
    assert len(document.pages) == pages
    text = " ".join(document.pages[0].extract_text().split())
    assert "With Italy" in text
    assert "Edition 2026-11" in text


def test_print_says_how_many_pages_went_out(open_window, tmp_path):
    _, window = open_window("partner=chile")
    print_view(window.desk, to_file(tmp_path / "a.pdf"))
    (notice,) = window.findChildren(Notice)
    assert "1 page" in notice.sentence.text()
    notice.close()
    print_view(window.desk, lambda *_: False)
    assert all(notice.isHidden() for notice in window.findChildren(Notice))


@pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false$", extend=True)
def test_a_printer_that_refuses_is_a_sentence(open_window, tmp_path):
    _, window = open_window("partner=chile")
    print_view(window.desk, to_file(tmp_path / "no" / "such" / "a.pdf"))
    (notice,) = window.findChildren(Notice)
    assert "printer" in notice.sentence.text()
    notice.close()


@pytest.mark.parametrize(("name", "pages"), [("a.pptx", 14), ("a.pdf", 14), ("a.png", 0)])
def test_the_briefing_becomes_slides_without_its_private_notes(open_window, tmp_path, name, pages):
    from dataclasses import replace

    _, window = open_window("partner=chile")
    desk = replace(window.desk, choose_path=lambda *_: tmp_path / name)
    action = window.commands["briefing-slides"].declared
    assert not action.available(desk)
    desk.briefings.open_ready(window, next(path for path in desk.briefings.ready if path.stem == "italy"))
    assert action.available(desk)
    action.run(desk)
    (notice,) = window.findChildren(Notice)
    assert ("14 pages" in notice.sentence.text()) == bool(pages)
    notice.close()
    if name == "a.pptx":
        slides = Presentation(tmp_path / name).slides
        notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
        assert "Evidence" in notes
        assert "Whoever says that Italy built" not in notes
    elif name == "a.pdf":
        assert len(pypdf.PdfReader(tmp_path / name).pages) == pages
    else:
        assert list(tmp_path.iterdir()) == []


def test_the_years_below_a_heading_are_those_of_the_begins_and_say_so(labels):
    asked = parse_state("partner=italy,russia&from=2004&to=2016", [facet.id for facet in facets()])
    assert subject_of(asked, labels).remark == "49 records, begun 1955 – 2016"
