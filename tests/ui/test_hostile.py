"""A record whose texts are markup, links, formulas, endless or empty is shown as the plain text it is."""

import json
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QToolTip, QWidget

from kzexplorer import paths
from kzexplorer.build import build
from kzexplorer.store import Repository
from kzexplorer.ui.actions.export import export_dialog
from kzexplorer.ui.views import views

MARKUP = '<img src="file:///etc/hostname"><b>bold</b> <a href="file://server/share">link</a> &amp; =cmd()'
TITLES = {
    "kazsat-1": MARKUP,
    "kazsat-2": "=cmd|'/C calc'!A0 \u202eright to left\u202c",
    "kazsat-3": "KazSat " * 715,
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    source = shutil.copytree(paths.bundle() / "data" / "source", folder / "source")
    for slug, title in TITLES.items():
        file = source / "records" / "satellite" / f"{slug}.toml"
        lines = file.read_text("utf-8").splitlines(keepends=True)
        assert lines[0].startswith("title = ")
        lines[0] = f"title = {json.dumps(title)}\n"
        file.write_text("".join(lines).replace('text = "reached', f"text = {json.dumps(MARKUP)[:-1]} reached"), "utf-8")
    partner = source / "partners" / "italy.toml"
    text = partner.read_text("utf-8")
    assert '"Italy"' in text
    partner.write_text(text.replace('"Italy"', json.dumps(MARKUP)), "utf-8")
    problems = build(source, folder / "hostile.db")
    assert not problems
    store = Repository.open(folder / "hostile.db")
    yield store
    store.close()


def plain(widget):
    """Say whether nothing in a widget takes its text for markup."""
    for one in [widget, *widget.findChildren(QWidget)]:
        assert not isinstance(one, QTextEdit)
        assert "<img" not in one.toolTip()
        assert "<b>" not in one.toolTip()
        if isinstance(one, QLabel):
            assert one.textFormat() == Qt.TextFormat.PlainText, one.text()
            assert not one.openExternalLinks()


@pytest.mark.parametrize("view", views(), ids=lambda view: view.id)
def test_every_widget_shows_plain_text(open_window, hostile, view):
    explorer, window = open_window(f"show={view.id}&partner=italy", data=hostile)
    for slug in (*TITLES, "italy", "tasi", "gcat", "kazsat-3-italy"):
        explorer.focus(slug)
        plain(window)
        picture = window.grab()
        assert (picture.width(), picture.height()) == (1280, 800)
    dialog = export_dialog(window.desk)
    plain(dialog)
    dialog.deleteLater()


def test_a_title_without_end_widens_nothing(open_window, hostile):
    _, window = open_window("focus=kazsat-3", data=hostile)
    assert len(TITLES["kazsat-3"]) > 5_000
    assert window.width() == 1280
    assert window.detail.widget().width() <= window.detail.width()


def test_the_tool_tip_of_a_partner_is_escaped(open_window, hostile, qtbot):
    _, window = open_window(data=hostile)
    view, model = window.partners.view, window.partners.view.model()
    assert MARKUP in model.describe("italy")
    from kzexplorer.ui.parts.tooltip import plain_tip

    plain_tip(view.mapToGlobal(view.rect().center()), model.describe("italy"), view)
    assert "&lt;img" in QToolTip.text()
    plain_tip(view.mapToGlobal(view.rect().center()), "", view)
