"""The partner list in each of its orders."""

import pytest

from kzexplorer.domain.state import Choice, State
from kzexplorer.domain.text import sort_key
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.partner_list import ORDERS, PartnerList
from kzexplorer.viewmodel.roles import Role


@pytest.fixture
def partners(qapp, store, labels):
    return PartnerList(Explorer(store, State()), labels)


def sections(partners):
    found = []
    for row in range(partners.rowCount()):
        line = partners.index(row).data(Role.LINE)
        if line.heading:
            found.append([])
        else:
            found[-1].append(line)
    return found


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_keeps_headings_and_passes_qts_own_test(partners, qtmodeltester, order):
    with_headings = [len(section) for section in sections(partners)]
    partners.sort_by(order)
    qtmodeltester.check(partners)
    assert partners.order == order
    assert [len(section) for section in sections(partners)] == with_headings == [34, 8, 1]
    keys = {
        "name": lambda line: sort_key(line.name),
        "activity": lambda line: -line.count,
        "latest": lambda line: -max(line.years, default=0),
    }
    for section in sections(partners):
        assert section == sorted(section, key=keys[order])


def test_an_order_outlives_a_search(partners):
    partners.sort_by("name")
    partners.narrow("united")
    assert [line.name for line in sections(partners)[0]] == [
        "United Arab Emirates",
        "United Kingdom",
        "United States",
    ]
    partners.narrow("")
    assert sections(partners)[0][0].name == "Azerbaijan"


def test_the_latest_record_is_told(partners):
    assert "Latest record: 20" in partners.describe("italy")


def test_another_choice_from_a_row(partners):
    index = partners.index(partners.row_of("italy"))
    assert partners.choice(index) == ("italy", "Italy", Choice())
    partners.choose(index, Choice.of(["italy"], ["russia"]))
    assert partners.choice(index)[2] == Choice.of(["italy"], ["russia"])


@pytest.mark.parametrize("text", ["turkiye", "TÜRKİYE", "Түркия", "turki", " türk "])
def test_a_partner_is_found_in_any_script_and_spelling(partners, text):
    partners.narrow(text)
    assert "Türkiye" in [line.name for line in sections(partners)[0]]
