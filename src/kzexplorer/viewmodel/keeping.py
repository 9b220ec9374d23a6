"""What the user keeps, while the window is open: the current basket and the saved views; written at each change."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kzexplorer.domain.errors import KnownError
from kzexplorer.shelf import Basket, Kept, SavedView, Shelf, named


class Keeping(QObject):
    """Holds the shelf and says when it changes.

    One basket is the current one; where there is none yet, it is an empty one under the usual name,
    which is kept from its first record on.

    Signals:
        basket_changed(Basket): the current basket is another one or holds other records.
        baskets_changed(tuple[Basket, ...]): there are other baskets, or one has another name or other records.
        views_changed(tuple[SavedView, ...]): there are other saved views.
        complained(str): a sentence for the user about the file all this is kept in.
    """

    basket_changed = Signal(object)
    baskets_changed = Signal(object)
    views_changed = Signal(object)
    complained = Signal(str)

    def __init__(self, kept: Kept[Shelf], usual_name: str, current: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._usual_name = usual_name
        self._current = current
        self._shown = kept.value
        self._basket = self._find_basket()

    @property
    def basket(self) -> Basket:
        """The current basket."""
        return self._basket

    @property
    def baskets(self) -> tuple[Basket, ...]:
        """All baskets, the current one among them even when it is not kept yet."""
        baskets = self._kept.value.baskets
        return baskets if any(b.name == self._basket.name for b in baskets) else (*baskets, self._basket)

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The saved views."""
        return self._kept.value.views

    def holds(self, slugs: Iterable[str]) -> bool:
        """Say whether the current basket holds all of these records."""
        return set(slugs) <= set(self._basket.slugs)

    def add(self, slugs: Iterable[str]) -> None:
        """Put records into the current basket."""
        self._change_basket(partial(_add, self._basket, tuple(slugs)))

    def remove(self, slugs: Iterable[str]) -> None:
        """Take records out of the current basket."""
        self._change_basket(partial(_remove, self._basket, tuple(slugs)))

    def toggle(self, slugs: Iterable[str]) -> None:
        """Put records into the current basket, or take them out when it holds them all."""
        given = tuple(slugs)
        (self.remove if self.holds(given) else self.add)(given)

    def choose(self, name: str) -> None:
        """Make another basket the current one."""
        self._current = name
        self._show()

    def new_basket(self, name: str) -> None:
        """Make an empty basket and choose it.

        Raises:
            KnownError: the name is empty, too long or taken.
        """
        name = self._free(name, self.baskets)
        self._current = name
        self._change(partial(_add, Basket(name), ()))

    def rename_basket(self, name: str) -> None:
        """Give the current basket another name.

        Raises:
            KnownError: the name is empty, too long or taken.
        """
        old = self._basket
        if named(name) == old.name:
            return
        self._current = self._free(name, self.baskets)
        self._change(partial(_rename, old, self._current))

    def delete_basket(self) -> None:
        """Keep the current basket no more; the one before it becomes the current one."""
        names = [basket.name for basket in self.baskets]
        place = names.index(self._basket.name)
        others = names[:place] + names[place + 1 :]
        name, self._current = self._basket.name, others[max(0, place - 1)] if others else ""
        self._change(partial(_drop_basket, name))

    def save_view(self, name: str, state: str) -> None:
        """Keep a view; one that has this name is replaced.

        Raises:
            KnownError: the name is empty or too long.
        """
        self._change(partial(_put_view, SavedView(named(name), state), ""))

    def rename_view(self, old: str, name: str) -> None:
        """Give a saved view another name.

        Raises:
            KnownError: the name is empty, too long or taken.
        """
        view = self._kept.value.view(old)
        if view is not None and named(name) != old:
            self._change(partial(_put_view, SavedView(self._free(name, self.views), view.state), old))

    def delete_view(self, name: str) -> None:
        """Keep a view no more."""
        self._change(partial(_drop_view, name))

    def refresh(self) -> None:
        """Take over what another window wrote meanwhile."""
        self._complain(self._kept.refresh())
        self._show()

    def _free(self, name: str, taken: Iterable[Basket] | Iterable[SavedView]) -> str:
        name = named(name)
        if any(entry.name == name for entry in taken):
            raise KnownError(f"The name “{name}” is taken; choose another.")
        return name

    def _change_basket(self, change: Callable[[Shelf], Shelf]) -> None:
        # Taking out what is not there is no reason to write.
        if change(Shelf((self._basket,))) != Shelf((self._basket,)):
            self._current = self._basket.name
            self._change(change)

    def _change(self, change: Callable[[Shelf], Shelf]) -> None:
        self._complain(self._kept.change(change))
        self._show()

    def _complain(self, sentence: str) -> None:
        if sentence:
            self.complained.emit(sentence)

    def _show(self) -> None:
        before, self._shown = self._shown, self._kept.value
        basket, self._basket = self._basket, self._find_basket()
        if self._shown.baskets != before.baskets or self._basket.name != basket.name:
            self.baskets_changed.emit(self.baskets)
        if self._basket != basket:
            self.basket_changed.emit(self._basket)
        if self._shown.views != before.views:
            self.views_changed.emit(self.views)

    def _find_basket(self) -> Basket:
        shelf = self._kept.value
        first = shelf.baskets[0] if shelf.baskets else Basket(self._usual_name)
        return shelf.basket(self._current) or first


# The changes by themselves: what could not be written is made again to what another window wrote meanwhile.
# Where that one has deleted a basket that is changed here, it comes back as it was `seen` here.


def _add(seen: Basket, slugs: tuple[str, ...], shelf: Shelf) -> Shelf:
    return shelf.put_basket((shelf.basket(seen.name) or seen).with_(slugs))


def _remove(seen: Basket, slugs: tuple[str, ...], shelf: Shelf) -> Shelf:
    return shelf.put_basket((shelf.basket(seen.name) or seen).without(slugs))


def _rename(seen: Basket, name: str, shelf: Shelf) -> Shelf:
    old = shelf.basket(seen.name) or seen
    # Another window may have taken the name; then both become one.
    return shelf.put_basket((shelf.basket(name) or Basket(name)).with_(old.slugs), seen.name)


def _drop_basket(name: str, shelf: Shelf) -> Shelf:
    return shelf.drop_basket(name)


def _put_view(view: SavedView, instead_of: str, shelf: Shelf) -> Shelf:
    return shelf.put_view(view, instead_of)


def _drop_view(name: str, shelf: Shelf) -> Shelf:
    return shelf.drop_view(name)
