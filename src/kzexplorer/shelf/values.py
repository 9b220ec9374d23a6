"""What a user keeps: named baskets of records and named views, as frozen values that change by making new ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from kzexplorer.domain.errors import KnownError

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Basket:
    """Records kept under a name, by their slugs, each once, in the order in which they came.

    A slug that no data has any more stays: another edition may have it again.
    """

    name: str
    slugs: tuple[str, ...] = ()

    def with_(self, slugs: Iterable[str]) -> "Basket":
        """Add records at the end; those that are there stay where they are."""
        return replace(self, slugs=tuple(dict.fromkeys((*self.slugs, *slugs))))

    def without(self, slugs: Iterable[str]) -> "Basket":
        """Take records out."""
        gone = frozenset(slugs)
        return replace(self, slugs=tuple(slug for slug in self.slugs if slug not in gone))


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view under a name, its state as text."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """All baskets and views of a user, each name once, in the order in which they were made."""

    baskets: tuple[Basket, ...] = ()
    views: tuple[SavedView, ...] = ()

    def basket(self, name: str) -> Basket | None:
        """Give the basket of a name."""
        return next((basket for basket in self.baskets if basket.name == name), None)

    def view(self, name: str) -> SavedView | None:
        """Give the saved view of a name."""
        return next((view for view in self.views if view.name == name), None)

    def put_basket(self, basket: Basket, instead_of: str = "") -> "Shelf":
        """Keep a basket in the place of the one of its name, or of another name, or at the end."""
        return replace(self, baskets=_put(self.baskets, basket, instead_of))

    def drop_basket(self, name: str) -> "Shelf":
        """Keep a basket no more."""
        return replace(self, baskets=tuple(basket for basket in self.baskets if basket.name != name))

    def put_view(self, view: SavedView, instead_of: str = "") -> "Shelf":
        """Keep a view in the place of the one of its name, or of another name, or at the end."""
        return replace(self, views=_put(self.views, view, instead_of))

    def drop_view(self, name: str) -> "Shelf":
        """Keep a view no more."""
        return replace(self, views=tuple(view for view in self.views if view.name != name))


def named(text: str) -> str:
    """Make a name of what a user typed: one line without what cannot be printed.

    Raises:
        KnownError: nothing is left, or it is too long.
    """
    name = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not name:
        raise KnownError("A name is missing; write at least one letter.")
    if len(name) > LONGEST_NAME:
        raise KnownError(f"The name is too long; {LONGEST_NAME} characters are the most.")
    return name


Entry = TypeVar("Entry", Basket, SavedView)


def _put(entries: tuple[Entry, ...], entry: Entry, instead_of: str) -> tuple[Entry, ...]:
    names = [e.name for e in entries]
    old = instead_of if instead_of in names else entry.name
    place = names.index(old) if old in names else len(names)
    kept = list(entries)
    kept[place : place + 1] = [entry]
    return tuple(e for e in kept if e is entry or e.name != entry.name)
