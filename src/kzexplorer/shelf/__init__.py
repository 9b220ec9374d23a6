"""The user's own files: baskets, saved views, settings and briefings; whole, merged and never silently lost."""

from kzexplorer.shelf.briefings import SUFFIX, OtherwiseWritten, Read, read_briefing, write_briefing
from kzexplorer.shelf.forms import SETTINGS, SHELF, TABLES
from kzexplorer.shelf.kept import Kept
from kzexplorer.shelf.settings import THEMES, Place, Settings
from kzexplorer.shelf.tables import Tables
from kzexplorer.shelf.unsaved import Aside, Unsaved, left_behind
from kzexplorer.shelf.values import LONGEST_NAME, Basket, SavedView, Shelf, named

__all__ = [
    "LONGEST_NAME",
    "SETTINGS",
    "SHELF",
    "SUFFIX",
    "TABLES",
    "THEMES",
    "Aside",
    "Basket",
    "Kept",
    "OtherwiseWritten",
    "Place",
    "Read",
    "SavedView",
    "Settings",
    "Shelf",
    "Tables",
    "Unsaved",
    "left_behind",
    "named",
    "read_briefing",
    "write_briefing",
]
