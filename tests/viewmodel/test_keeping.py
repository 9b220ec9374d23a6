"""The current basket and the saved views: every change is told once, written at once and merged with others'."""

import pytest
from PySide6.QtCore import Qt

from kzexplorer.domain.errors import KnownError
from kzexplorer.shelf import SHELF, Basket, Kept, SavedView
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.kept_lists import BasketList, KeptLine, ViewList
from kzexplorer.viewmodel.roles import Role


class Heard:
    """Notes what a `Keeping` says."""

    def __init__(self, keeping):
        self.said = []
        for name in ("basket_changed", "baskets_changed", "views_changed", "complained"):
            getattr(keeping, name).connect(self.noter(name))

    def noter(self, name):
        def note(value):
            self.said.append((name.removesuffix("_changed"), value))

        return note

    def take(self):
        said, self.said = self.said, []
        return said


@pytest.fixture
def path(tmp_path):
    return tmp_path / "shelf.json"


def opened(path, current=""):
    kept = Kept(SHELF, path)
    assert kept.open() == ""
    return Keeping(kept, "My basket", current)


@pytest.fixture
def keeping(qapp, path):
    return opened(path)


def test_there_is_always_a_basket_and_its_first_record_keeps_it(keeping, path):
    heard = Heard(keeping)
    assert keeping.basket == Basket("My basket")
    assert keeping.baskets == (Basket("My basket"),)
    keeping.remove(["a"])
    assert not path.exists()
    assert heard.take() == []
    keeping.add(["a", "b"])
    basket = Basket("My basket", ("a", "b"))
    assert heard.take() == [("baskets", (basket,)), ("basket", basket)]
    assert opened(path).basket == basket
    keeping.add(["a"])
    assert heard.take() == []


def test_toggling_adds_until_all_are_there(keeping):
    keeping.toggle(["a"])
    keeping.toggle(["a", "b"])
    assert keeping.basket.slugs == ("a", "b")
    assert keeping.holds(["b", "a"])
    keeping.toggle(["a", "b"])
    assert keeping.basket.slugs == ()
    assert not keeping.holds(["a"])


def test_baskets_are_made_chosen_renamed_and_deleted(keeping, path):
    heard = Heard(keeping)
    keeping.add(["a"])
    keeping.new_basket("  For\tMilan ")
    assert keeping.basket == Basket("For Milan")
    keeping.add(["b"])
    heard.take()
    keeping.choose("My basket")
    assert heard.take() == [("baskets", keeping.baskets), ("basket", Basket("My basket", ("a",)))]
    keeping.rename_basket("Ours")
    assert heard.take() == [("baskets", keeping.baskets), ("basket", Basket("Ours", ("a",)))]
    assert [basket.name for basket in opened(path).baskets] == ["Ours", "For Milan"]
    keeping.rename_basket("Ours ")
    assert heard.take() == []
    for change in (keeping.new_basket, keeping.rename_basket):
        with pytest.raises(KnownError, match=r"The name “For Milan” is taken; choose another\."):
            change("For Milan")
        with pytest.raises(KnownError, match="A name is missing"):
            change(" ")
    assert heard.take() == []
    keeping.choose("For Milan")
    keeping.delete_basket()
    assert keeping.basket == Basket("Ours", ("a",))
    keeping.delete_basket()
    assert keeping.basket == Basket("My basket")
    assert opened(path).baskets == (Basket("My basket"),)


def test_the_last_basket_is_current_again_and_one_that_is_gone_is_not(keeping, path):
    keeping.add(["a"])
    keeping.new_basket("second")
    assert opened(path, "second").basket.name == "second"
    assert opened(path, "gone").basket.name == "My basket"


def test_views_are_saved_replaced_renamed_and_deleted(keeping, path):
    heard = Heard(keeping)
    keeping.save_view("Italy", "partner=italy")
    assert heard.take() == [("views", (SavedView("Italy", "partner=italy"),))]
    keeping.save_view("Italy", "partner=italy&from=2004")
    keeping.save_view("France", "partner=france")
    with pytest.raises(KnownError, match="is taken"):
        keeping.rename_view("France", "Italy")
    keeping.rename_view("Italy", "Roma")
    keeping.rename_view("gone", "x")
    assert opened(path).views == (SavedView("Roma", "partner=italy&from=2004"), SavedView("France", "partner=france"))
    keeping.delete_view("Roma")
    assert opened(path).views == (SavedView("France", "partner=france"),)


def test_what_another_window_keeps_is_taken_over(keeping, path):
    other = opened(path)
    other.add(["theirs"])
    other.save_view("v", "text=x")
    heard = Heard(keeping)
    keeping.refresh()
    basket = Basket("My basket", ("theirs",))
    assert heard.take() == [("baskets", (basket,)), ("basket", basket), ("views", (SavedView("v", "text=x"),))]
    keeping.add(["ours"])
    assert opened(path).basket.slugs == ("theirs", "ours")


def test_a_basket_that_another_window_deletes_comes_back_with_all_it_had(keeping, path):
    keeping.add(["a", "b"])
    opened(path).delete_basket()
    keeping.add(["c"])
    assert opened(path).basket.slugs == ("a", "b", "c")


def test_a_name_that_another_window_takes_makes_both_one(keeping, path):
    keeping.add(["a"])
    other = opened(path)
    other.new_basket("Milan")
    other.add(["b"])
    keeping.rename_basket("Milan")
    assert opened(path).baskets == (Basket("Milan", ("b", "a")),)


def test_trouble_is_said_and_the_window_goes_on(qapp, path):
    path.mkdir()
    keeping = Keeping(Kept(SHELF, path), "My basket")
    heard = Heard(keeping)
    keeping.add(["a"])
    (name, sentence), *_ = heard.take()
    assert name == "complained"
    assert "is a folder, not a file" in sentence
    keeping.add(["b"])
    assert [name for name, _ in heard.take()] == ["baskets", "basket"]
    assert keeping.basket.slugs == ("a", "b")


def test_the_lists_pass_qts_own_test(keeping, labels, qtmodeltester):
    basket, views = BasketList(keeping, labels), ViewList(keeping, labels)
    for model in (basket, views):
        qtmodeltester.check(model)
    keeping.add(["kazsat-3", "gone"])
    keeping.save_view("Рим", "partner=italy")
    for model in (basket, views):
        assert model.rowCount() > 0
        qtmodeltester.check(model)


def test_a_record_that_is_gone_is_shown_as_gone(keeping, labels):
    keeping.add(["kazsat-3", "gone"])
    basket = BasketList(keeping, labels)
    there, lost = (basket.index(row).data(Role.LINE) for row in range(2))
    assert there == KeptLine("KazSat-3", there.caption, "craft", "diamond")
    assert there.caption.startswith("Satellite · ")
    assert lost == KeptLine("gone", "not in this data; kept all the same", lost=True)
    assert basket.lost == 1
    keeping.remove(["kazsat-3"])
    assert [basket.index(row).data(Role.SLUG) for row in range(basket.rowCount())] == ["gone"]


def test_views_say_what_they_ask_for_and_are_found_by_it(keeping, labels):
    keeping.save_view("Рим", "partner=italy&kind=satellite")
    keeping.save_view("old", "partner=atlantis")
    keeping.save_view("broken", "what=is this")
    views = ViewList(keeping, labels)
    lines = [views.index(row).data(Role.LINE) for row in range(3)]
    assert "with Italy" in lines[0].caption
    assert [line.lost for line in lines] == [False, True, True]
    assert "“atlantis” is not a value of “partner”" in lines[1].caption
    assert views.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Рим, {lines[0].caption}"
    for words, names in (("rim", ["Рим"]), ("italy sat", ["Рим"]), ("atlantis", ["old"]), ("zzz", [])):
        views.narrow(words)
        assert [views.index(row).data() for row in range(views.rowCount())] == names
