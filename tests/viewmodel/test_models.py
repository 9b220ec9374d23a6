import pytest
from PySide6.QtCore import QModelIndex, Qt

from kzexplorer.domain import state
from kzexplorer.domain.state import State
from kzexplorer.domain.vocabulary import INDIRECT_ROLES
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.facet_tree import FacetTree
from kzexplorer.viewmodel.partner_list import PartnerList
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.row_table import COLUMNS, RowTable

CHECK = int(Qt.ItemDataRole.CheckStateRole)


@pytest.fixture
def explorer(qapp, store):
    return Explorer(store, State())


@pytest.fixture
def partners(explorer, labels):
    return PartnerList(explorer, labels)


@pytest.fixture
def facets(explorer, labels):
    return FacetTree(explorer, labels, frozenset({"partner"}))


def leaf(facets, facet, value):
    for row in range(facets.rowCount()):
        branch = facets.index(row, 0)
        if branch.data(Role.SLUG) == facet:
            for below in range(facets.rowCount(branch)):
                if facets.index(below, 0, branch).data(Role.SLUG) == value:
                    return facets.index(below, 0, branch)
    raise AssertionError((facet, value))


def test_partners_pass_qts_own_test(partners, qtmodeltester):
    qtmodeltester.check(partners)
    partners.narrow("ital")
    qtmodeltester.check(partners)
    partners.narrow("nothing at all")
    assert partners.rowCount() == 0
    qtmodeltester.check(partners)


def test_facets_pass_qts_own_test(facets, qtmodeltester):
    qtmodeltester.check(facets)


def test_rows_pass_qts_own_test(labels, store, qtmodeltester):
    table = RowTable(labels)
    qtmodeltester.check(table)
    table.show(range(20), "kazsat")
    qtmodeltester.check(table)
    table.show((), "")
    qtmodeltester.check(table)


def test_every_partner_is_listed_under_its_heading_with_its_direct_count(partners, explorer):
    slugs = [partners.index(row).data(Role.SLUG) for row in range(partners.rowCount())]
    assert sum(slug is not None for slug in slugs) == 43
    italy = partners.index(partners.row_of("italy"))
    direct = [
        row for row in explorer.rows if any(p.slug == "italy" and p.role not in INDIRECT_ROLES for p in row.partners)
    ]
    assert italy.data(Role.LINE).count == len(direct) == 8
    assert italy.data(Role.LINE).context == 5
    assert italy.data(Role.LINE).code == "IT"
    assert italy.data(Role.LINE).standing == "dormant"
    assert sum(italy.data(Role.LINE).years.values()) == 8
    assert "Italy" in italy.data(Qt.ItemDataRole.AccessibleTextRole)
    assert italy.data(Qt.ItemDataRole.DecorationRole) is None
    heading = partners.index(0)
    assert heading.data() == "Countries"
    assert heading.data(Role.LINE).heading
    assert heading.data(Role.SLUG) is None
    assert not partners.setData(heading, None, CHECK)
    assert partners.row_of("nobody") == -1


def test_the_most_active_stand_first(partners):
    counts = [partners.index(row).data(Role.LINE).count for row in range(1, 35)]
    assert counts == sorted(counts, reverse=True)


def test_a_check_box_filters_and_excluding_strikes_out(partners, explorer, qtbot):
    italy = partners.index(partners.row_of("italy"))
    with qtbot.waitSignal(partners.dataChanged):
        assert partners.setData(italy, None, CHECK)
    assert explorer.state.query.choices.of("partner").any_of == ("italy",)
    assert italy.data(CHECK) == Qt.CheckState.Checked
    partners.exclude(italy)
    assert italy.data(CHECK) == Qt.CheckState.Unchecked
    assert italy.data(Role.LINE).unwanted
    partners.exclude(partners.index(0))
    assert explorer.state.query.choices.of("partner").none_of == ("italy",)
    assert not partners.setData(italy, "x", int(Qt.ItemDataRole.EditRole))


def test_counts_follow_the_query(partners, explorer):
    explorer.toggle("kind", "satellite")
    assert partners.index(partners.row_of("italy")).data(Role.LINE).count == 3
    assert partners.index(partners.row_of("chile")).data(Role.LINE).count == 0


def test_partners_are_found_in_any_of_their_names(partners):
    for text in ("итал", "ITALY", "it"):
        partners.narrow(text)
        assert partners.row_of("italy") >= 0
    partners.narrow("браззавиль")
    assert partners.row_of("republic-of-the-congo") >= 0


def test_a_partner_is_described_in_plain_words(partners):
    text = partners.describe("italy")
    assert text.splitlines()[0] == "Italy"
    assert "dormant: " in text
    assert "8 direct, 5 as context only" in text


def test_a_focused_partner_is_marked(partners, explorer):
    italy = partners.index(partners.row_of("italy"))
    assert not italy.data(Role.LINE).focused
    explorer.focus("italy")
    assert italy.data(Role.LINE).focused


def test_a_value_is_wanted_not_wanted_or_neither(facets, explorer):
    launch = leaf(facets, "kind", "launch")
    assert launch.data() == "Launch"
    assert launch.data(Role.LINE).count == 31
    assert facets.setData(launch, None, CHECK)
    assert launch.data(CHECK) == Qt.CheckState.Checked
    assert launch.parent().data(Role.LINE).remark == "any of 1"
    facets.exclude(launch)
    assert launch.data(CHECK) == Qt.CheckState.Unchecked
    assert launch.data(Role.LINE).unwanted
    assert len(explorer.results) == 309 - 31
    branch = launch.parent()
    assert not facets.setData(branch, None, CHECK)
    facets.exclude(branch)
    assert branch.data(Role.LINE).heading
    assert branch.data(Qt.ItemDataRole.DecorationRole) is None
    assert launch.data(Qt.ItemDataRole.DecorationRole) is None


def test_an_invalid_index_answers_nothing(facets, partners, labels):
    table = RowTable(labels)
    for model in (facets, partners, table):
        assert model.data(QModelIndex()) is None
    assert facets.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert partners.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_the_table_shows_rows_in_words_with_highlights(labels, store):
    table = RowTable(labels)
    table.show(store.places(["kazsat-3", "nobody"]), "kazsat")
    cells = {column.id: table.index(0, i).data() for i, column in enumerate(table.columns)}
    assert cells == {
        "title": "KazSat-3",
        "kind": "Satellite",
        "begins": "28 April 2014 – ongoing",
        "partners": "Russia, Italy",
        "status": "operating",
        "certainty": "confirmed",
    }
    first = table.index(0, 0)
    assert first.data(Role.HIGHLIGHTS) == ((0, 6),)
    assert first.data(Role.SLUG) == "kazsat-3"
    assert (first.data(Role.FAMILY), first.data(Role.MARK)) == ("craft", "diamond")
    assert table.index(0, 1).data(Role.HIGHLIGHTS) == ()
    assert table.index(0, 1).data(Role.MARK) is None
    assert table.headerData(0, Qt.Orientation.Horizontal) == "Title"
    assert table.headerData(0, Qt.Orientation.Vertical) is None
    assert table.row_of("kazsat-3") == 0
    assert table.row_of("nobody") == -1
    assert list(table.slugs(0, 5)) == ["kazsat-3"]


def test_every_column_has_words_and_an_order_in_the_store(labels, store, qtmodeltester):
    table = RowTable(labels)
    assert tuple(COLUMNS) == state.COLUMNS
    assert {column.sort for column in COLUMNS.values()} <= set(state.SORTS)
    table.show(range(309), "италия", state.COLUMNS)
    qtmodeltester.check(table)
    cells = {column.id: table.index(table.row_of("kazsat-3"), i).data() for i, column in enumerate(table.columns)}
    assert cells["ends"] == "ongoing"
    assert cells["areas"].startswith("Satellite communications, ")
    assert cells["place"] == "Site 81, Baikonur"
    assert cells["significance"] == "landmark"
    assert int(cells["sources"]) > 1
    assert cells["slug"] == "kazsat-3"
    assert "ISS-Reshetnev" in cells["organizations"]
    headings = [table.headerData(i, Qt.Orientation.Horizontal) for i in range(table.columnCount())]
    assert len(set(headings)) == len(state.COLUMNS)
    number = state.COLUMNS.index("sources")
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    assert int(table.index(0, number).data(Qt.ItemDataRole.TextAlignmentRole)) == right
    assert table.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None
    assert table.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_words_are_highlighted_in_every_column_in_any_script(labels, store):
    table = RowTable(labels)
    table.show((store.place("kazsat-3"),), "казсат italy")
    assert table.index(0, 0).data(Role.HIGHLIGHTS) == ((0, 6),)
    partners = table.index(0, state.COLUMNS.index("partners"))
    assert partners.data() == "Russia, Italy"
    assert partners.data(Role.HIGHLIGHTS) == ((8, 13),)
