"""The central views of the results, one file each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kzexplorer.ui.look.theme import Theme
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels


@dataclass(frozen=True, slots=True)
class View:
    """What a view's file declares; `make` builds the widget, which then follows the explorer by itself.

    `keys` are pairs of a key and what it does in this view, for the sheet of keys.
    """

    id: str
    title: str
    order: int
    make: Callable[[Explorer, Labels, Theme], QWidget]
    keys: tuple[tuple[str, str], ...] = ()


def views() -> tuple[View, ...]:
    """Give all views in order."""
    import kzexplorer.ui.views as package
    from kzexplorer.registry import discover

    return discover(package, View)
