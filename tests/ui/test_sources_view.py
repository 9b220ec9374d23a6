"""The view of sources: all of them, what rests on each, what rests on one alone, and in which order."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kzexplorer.domain.state import Choice, Query
from kzexplorer.domain.vocabulary import BRIEF
from kzexplorer.viewmodel.source_table import COLUMNS
from kzexplorer.viewmodel.sources import sources

LEFT = Qt.MouseButton.LeftButton


def given():
    path = Path(__file__).parents[2] / "data" / "source" / "sources.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["slug"]: row for row in csv.DictReader(file)}


def test_every_source_is_there_with_what_rests_on_it(store, labels):
    shown = sources(Query(), labels)
    known = given()
    assert {one.source.slug for one in shown.cited} == set(known)
    assert shown.grades == Counter(row["grade"] for row in known.values())
    assert shown.languages == Counter(row["language"] for row in known.values())
    for one in shown.cited:
        behind = [row for row in store.all_rows if one.source.slug in row.sources]
        assert one.records == len(behind)
        alone = [row for row in behind if set(row.sources) - {BRIEF} == {one.source.slug}]
        assert one.alone == len(alone)
        assert store.detail(one.source.slug).alone == {row.slug for row in alone}


def test_grades_languages_and_facts_on_one_source_narrow_it(store, labels):
    query = Query().choose("grade", Choice.of(["official"])).choose("language", Choice.of((), ["en"]))
    shown = sources(query, labels)
    assert {(one.source.grade, one.source.language == "en") for one in shown.cited} == {("official", False)}
    assert shown.grades["press"] > 0  # what else could be chosen is counted on
    lone = sources(Query().choose("support", Choice.of(["one"])), labels)
    assert all(one.alone == one.records or one.source.slug == BRIEF for one in lone.cited)
    italy = sources(Query().choose("partner", Choice.of(["italy"])), labels)
    assert {one.source.slug for one in italy.cited} == {
        slug for row in store.all_rows if any(part.slug == "italy" for part in row.partners) for slug in row.sources
    }


def test_words_find_a_source_by_its_publisher_where_no_record_says_them(store, labels):
    shown = sources(Query("spacenews"), labels)
    assert shown.cited
    assert all("spacenews" in f"{one.source.title} {one.source.publisher}".lower() for one in shown.cited)
    assert sources(Query("zzzz"), labels).cited == ()


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_a_heading_orders_both_ways(column, open_window):
    _, window = open_window("show=sources")
    view = window.stack.currentWidget()
    heading, model = view.table.horizontalHeader(), view.model
    keys = []
    for _ in range(2):
        heading.sectionClicked.emit(column)
        ordered = [model._rows[row] for row in range(model.rowCount())]
        keys.append([COLUMNS[column].key(one, view._labels) for one in ordered])
        assert model.headerData(column, Qt.Orientation.Horizontal)[-1] == ("↓" if model.descending else "↑")
    assert sorted(keys[0]) in (keys[0], keys[1])
    assert sorted(keys[0], reverse=True) in (keys[0], keys[1])


def test_a_click_filters_and_a_row_is_looked_at(open_window, qtbot):
    explorer, window = open_window("show=sources")
    view = window.stack.currentWidget()
    qtbot.mouseClick(view.grades["official"], LEFT)
    assert explorer.state.query.choices.of("grade") == Choice.of(["official"])
    assert view.model.rowCount() == 78
    qtbot.mouseClick(view.alone, LEFT)
    assert explorer.state.query.choices.of("support") == Choice.of(["one"])
    next(action for action in view.language.menu().actions() if action.data() == "ru").trigger()
    assert explorer.state.query.choices.of("language") == Choice.of(["ru"])
    qtbot.mouseClick(view.table.viewport(), LEFT, pos=view.table.visualRect(view.model.index(0, 0)).center())
    assert explorer.detail.source.slug == view.model._rows[0].source.slug
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert explorer.detail.source.slug == view.model._rows[1].source.slug
