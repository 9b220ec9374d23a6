"""Every model of the window passes Qt's own test, whatever the explorer and the user's files do meanwhile."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

import kzexplorer
from kzexplorer.domain.state import Query, State
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.shelf import SHELF, TABLES, Kept
from kzexplorer.store.facets import facets
from kzexplorer.ui.palette import organizations, partners, records
from kzexplorer.viewmodel.cards import CardList
from kzexplorer.viewmodel.claims import brief
from kzexplorer.viewmodel.database_list import DatabaseList
from kzexplorer.viewmodel.databases import Databases
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.facet_tree import FacetTree
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.kept_lists import BasketList, ViewList
from kzexplorer.viewmodel.matrix import Matrix
from kzexplorer.viewmodel.palette_list import PaletteList
from kzexplorer.viewmodel.partner_list import ORDERS, PartnerList
from kzexplorer.viewmodel.row_table import COLUMNS, RowTable
from kzexplorer.viewmodel.silence import DOWN
from kzexplorer.viewmodel.source_table import SourceTable
from kzexplorer.viewmodel.sources import sources

STATES = ("text=kazsat", "text=zzzz", "partner=italy,!russia", "kind=satellite&sort=-title", "show=matrix", "")


def fails(model):
    """Have Qt test a model at every change; a failure is a warning, and a warning fails the test."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)


def states(explorer):
    for text in STATES:
        explorer.open(parse_state(text, [facet.id for facet in facets()]))
        yield explorer.state


def partner_list(explorer, labels, keeping):
    model = PartnerList(explorer, labels, explorer)
    fails(model)
    for _ in states(explorer):
        for text in ("", "ital", "nothing at all"):
            model.narrow(text)
        for order in ORDERS:
            model.sort_by(order)


def facet_tree(explorer, labels, keeping):
    model = FacetTree(explorer, labels, frozenset({"partner"}), explorer)
    fails(model)
    # Qt looks through the whole tree at each row that changes, so the walk is short.
    for _, text in zip(states(explorer), ("", "astana", "nothing at all"), strict=False):
        model.refresh(range(min(model.rowCount(), 4)))
        model.narrow(text)


def row_table(explorer, labels, keeping):
    model = RowTable(labels, explorer)
    fails(model)
    for state in states(explorer):
        model.show(explorer.results.places, state.query.text)
        model.show(explorer.results.places, state.query.text, tuple(COLUMNS))


def matrix(explorer, labels, keeping):
    model = Matrix(labels, explorer)
    fails(model)
    for state in states(explorer):
        for across in ("area", "decade"):
            model.show(labels.store.cross(state.query, DOWN, across), across, state.query)


def card_list(explorer, labels, keeping):
    model = CardList(explorer)
    fails(model)
    for state in states(explorer):
        model.show(brief(state.query, labels).cards)


def source_table(explorer, labels, keeping):
    model = SourceTable(labels, explorer)
    fails(model)
    for state in states(explorer):
        model.show(sources(state.query, labels).cited, state.query.text)
        for column in (0, 0, model.columnCount() - 1):
            model.sort_by(column)


def palette_list(explorer, labels, keeping):
    entries = [entry for source in (partners, organizations, records) for entry in source(Desk(explorer, labels))]
    model = PaletteList(entries, labels.store.spellings, explorer)
    fails(model)
    for text in ("i", "it", "ital", "nothing at all", "рим", ""):
        model.narrow(text)


def database_list(explorer, labels, keeping):
    databases = Databases(Kept(TABLES), parent=explorer)
    fails(DatabaseList(databases, labels.say, explorer))
    for name in ("a.db", "b.db", "a.db"):
        databases.open(Path(name))
    databases.forget(Path("a.db").absolute())


def basket_list(explorer, labels, keeping):
    model = BasketList(keeping, labels, explorer)
    fails(model)
    keeping.add(["kazsat-1", "gone", "kazsat-3"])
    keeping.toggle(["gone"])
    keeping.new_basket("other")
    keeping.add(["kazsat-2"])
    keeping.delete_basket()


def view_list(explorer, labels, keeping):
    model = ViewList(keeping, labels, explorer)
    fails(model)
    for name, state in (("Rome", "partner=italy"), ("old", "partner=atlantis"), ("broken", "what=is this")):
        keeping.save_view(name, state)
        for text in ("o", "nothing at all", ""):
            model.narrow(text)


class Desk:
    """What the sources of the palette ask of a desk."""

    def __init__(self, explorer, labels):
        self.explorer, self.labels = explorer, labels


WALKS = {
    PartnerList: partner_list,
    FacetTree: facet_tree,
    RowTable: row_table,
    Matrix: matrix,
    CardList: card_list,
    SourceTable: source_table,
    PaletteList: palette_list,
    BasketList: basket_list,
    DatabaseList: database_list,
    ViewList: view_list,
}


def models():
    """Find every class of the program that is a model and has none below it."""
    for module in walk_packages(kzexplorer.__path__, "kzexplorer."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    ours, left = set(), [QAbstractItemModel]
    while left:
        for kind in left.pop().__subclasses__():
            left.append(kind)
            if kind.__module__.startswith("kzexplorer.") and not kind.__subclasses__():
                ours.add(kind)
    return ours


def test_every_model_is_walked_through():
    assert models() == set(WALKS)


@pytest.mark.parametrize("model", WALKS, ids=lambda model: model.__name__)
def test_it_passes_qts_own_test_at_every_change(model, qapp, store, labels):
    explorer = Explorer(store, State(Query()))
    WALKS[model](explorer, labels, Keeping(Kept(SHELF), "My basket"))
    explorer.deleteLater()
