import pytest

from kzexplorer.viewmodel.palette_list import Entry, PaletteList
from kzexplorer.viewmodel.roles import Role


def entry(text, *also):
    return Entry(text, "Thing", lambda: None, also=also)


ENTRIES = (
    entry("Export…"),
    entry("Agreement on Baikonur"),
    entry("Baikonur Cosmodrome"),
    entry("KazSat-3"),
    entry("Italy", "Италия", "Итальян Республикасы", "IT"),
    *(entry(f"Launch {number}") for number in range(300)),
)


@pytest.fixture
def palette(store):
    return PaletteList(ENTRIES, store.spellings)


def found(palette, text):
    palette.narrow(text)
    return [palette.index(row).data() for row in range(palette.rowCount())]


def test_it_passes_qts_own_test(palette, qtmodeltester):
    qtmodeltester.check(palette)
    for text in ("baik", "zzzz", ""):
        palette.narrow(text)
        qtmodeltester.check(palette)


def test_all_is_folded_as_in_the_search(palette):
    for text in ("baikonur", "БАЙКОНУР", "байқоң", "baiq"):
        assert found(palette, text) == ["Baikonur Cosmodrome", "Agreement on Baikonur"]
    assert found(palette, "kazsat-3") == found(palette, "казсат 3") == ["KazSat-3"]
    assert found(palette, "expo") == ["Export…"]
    assert found(palette, "cosmo baik") == ["Baikonur Cosmodrome"]


def test_other_names_find_too_and_no_word_begins_inside_another(palette):
    for text in ("итал", "it", "республ"):
        assert found(palette, text) == ["Italy"]
    assert found(palette, "taly") == []
    assert found(palette, "zzzz") == []


def test_a_hundred_are_listed_and_an_empty_text_lists_the_first(palette):
    assert len(found(palette, "launch")) == 100
    assert found(palette, "  ")[0] == "Export…"
    assert palette.index(0).data(Role.ENTRY) is ENTRIES[0]
    assert palette.entry(palette.index(1)) is ENTRIES[1]
