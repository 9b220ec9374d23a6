"""The user's own files: baskets, saved views and settings; whole, merged and never silently lost."""

from kzexplorer.shelf.forms import SETTINGS, SHELF
from kzexplorer.shelf.kept import Kept
from kzexplorer.shelf.settings import THEMES, Place, Settings
from kzexplorer.shelf.values import LONGEST_NAME, Basket, SavedView, Shelf, named

__all__ = [
    "LONGEST_NAME",
    "SETTINGS",
    "SHELF",
    "THEMES",
    "Basket",
    "Kept",
    "Place",
    "SavedView",
    "Settings",
    "Shelf",
    "named",
]
