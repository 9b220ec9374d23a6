"""The window of what changed: opened on an older edition, filtered, looked at, asked for and written."""

import csv
import json
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kzexplorer import paths
from kzexplorer.domain.difference import How
from kzexplorer.domain.errors import KnownError
from kzexplorer.opening import open_store
from kzexplorer.ui.actions.compare import ACTION, compare
from kzexplorer.ui.difference_window import DifferenceWindow
from kzexplorer.viewmodel.facet_tree import FacetTree
from kzexplorer.viewmodel.roles import Role
from test_editions import EXPECTED, newer  # noqa: F401 - a fixture

BUNDLED = paths.database()


@pytest.fixture
def compared(open_window, newer, tmp_path):  # noqa: F811
    """The window on the newer edition, and the difference from the bundled one."""
    with closing(open_store(newer)) as data:
        explorer, window = open_window(data=data)
        desk = replace(
            window.desk,
            choose_file=lambda *_: BUNDLED,
            choose_path=lambda _, name, suffix: tmp_path / f"changes{suffix}",
        )
        ACTION.run(desk)
        (shown,) = window.findChildren(DifferenceWindow)
        yield explorer, window, shown
        shown.close()


def cards(shown):
    return [shown.cards.index(row).data(Role.CARD) for row in range(shown.cards.rowCount())]


def test_every_change_is_a_card_under_its_heading(compared):
    _, _, shown = compared
    told = {(card.mark, card.caption) for card in cards(shown) if not card.heading}
    assert told == {(how, slug) for how, _, slug, _ in EXPECTED}
    assert [card.title for card in cards(shown) if card.heading] == ["new", "changed", "better sourced", "withdrawn"]
    assert shown.sentence.text().startswith("11 changes from edition 2026-11")
    (title,) = [card for card in cards(shown) if card.caption == "kazsat-2"]
    assert title.body == "Title: KazSat-2 → KazSat-2 (II)"


def test_it_is_narrowed_looked_at_and_asked_for(compared, qtbot):
    explorer, window, shown = compared
    qtbot.mouseClick(shown.hows[How.BETTER_SOURCED], Qt.MouseButton.LeftButton)
    assert {card.caption for card in cards(shown)} == {"", "luna-2", "baikonur-objects-return-2022"}
    row = next(n for n, card in enumerate(cards(shown)) if card.caption == "luna-2")
    shown.list.setCurrentIndex(shown.cards.index(row))
    assert explorer.state.look.focus == "luna-2"
    shown.show_records.click()
    asked = {slug for how, what, slug, _ in EXPECTED if what == "record" and how != "withdrawn"}
    assert {row.slug for row in explorer.rows} == asked
    (tree,) = window.findChildren(FacetTree)
    assert "since" in [tree.index(row, 0).data(Role.SLUG) for row in range(tree.rowCount())]


@pytest.mark.parametrize("number", [0, 1])
def test_it_is_written(compared, number, tmp_path):
    _, _, shown = compared
    shown.export.menu().actions()[number].trigger()
    if number:
        changes = json.loads((tmp_path / "changes.json").read_text("utf-8"))["changes"]
        told = {(c["change"], c["thing"], c["slug"], c["field"]) for c in changes}
    else:
        with (tmp_path / "changes.csv").open(encoding="utf-8", newline="") as file:
            told = {(c["change"], c["thing"], c["slug"], c["field"]) for c in csv.DictReader(file)}
    assert told == EXPECTED


def test_a_file_that_cannot_be_compared_is_named_and_nothing_changes(open_window, tmp_path, newer):  # noqa: F811
    damaged = tmp_path / "damaged.db"
    data = bytearray(newer.read_bytes())
    data[5_000:9_000] = b"\xff" * 4_000
    damaged.write_bytes(data)
    text = tmp_path / "text.db"
    text.write_text("no database")
    explorer, window = open_window()
    before = explorer.state
    for path in (damaged, text, tmp_path / "missing.db"):
        with pytest.raises(KnownError, match=path.name):
            compare(window.desk, path)
    assert explorer.state == before
    assert window.findChildren(DifferenceWindow) == []
    assert "since" not in [facet.id for facet in explorer.store.facets()]


def test_the_same_edition_says_that_nothing_differs(open_window, newer):  # noqa: F811
    with closing(open_store(newer)) as data:
        _, window = open_window(data=data)
        shown = compare(window.desk, newer)
        assert shown.sentence.text().startswith("Nothing differs from edition 2026-12")
        assert not shown.show_records.isEnabled()
        assert not shown.export.isEnabled()
        shown.close()
