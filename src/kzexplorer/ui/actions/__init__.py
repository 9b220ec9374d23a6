"""What the user can do from anywhere, one file each: the menu, the keys, the palette and the help read these."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from kzexplorer.domain.vocabulary import N_
from kzexplorer.store import Repository
from kzexplorer.ui.briefing.room import BriefingRoom
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.choosing import ChooseFile, ChooseFolder, ChoosePath, choose_file, choose_folder
from kzexplorer.viewmodel.databases import Databases
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.labels import Labels


class Menu(IntEnum):
    """The parts of the menu, in order."""

    GO = 1
    FILE = 2
    VIEW = 3
    BRIEFING = 4
    HELP = 5


MENUS = {
    Menu.GO: N_("Go"),
    Menu.FILE: N_("File"),
    Menu.VIEW: N_("View"),
    Menu.BRIEFING: N_("Briefing"),
    Menu.HELP: N_("Help"),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What an action may work with.

    `search` puts the cursor into the search box; `go_to_pane` the keyboard so many panes on, or back;
    `go_to_evidence` on what the thing in focus rests on. `open_data` opens another database to read.
    """

    window: QMainWindow
    explorer: Explorer
    labels: Labels
    theme: Theme
    choose_path: ChoosePath
    search: Callable[[], None]
    go_to_pane: Callable[[int], None]
    version: str
    keeping: Keeping
    go_to_evidence: Callable[[], None]
    briefings: BriefingRoom
    databases: Databases
    open_data: Callable[[Path], Repository]
    choose_file: ChooseFile = choose_file
    choose_folder: ChooseFolder = choose_folder


def always(_: Desk) -> bool:
    """Say that an action can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """What an action's file declares: its text, its place, its keys, what it does and when it can be done.

    In the menu a line stands between one ten of `order` and the next. The first of `keys` is shown beside the text;
    the others are twins for other keyboards. One of several settings says `in_force` when it is the one.
    """

    id: str
    text: str
    menu: Menu
    order: int
    run: Callable[[Desk], None]
    keys: tuple[str, ...] = ()
    available: Callable[[Desk], bool] = always
    in_force: Callable[[Desk], bool] | None = None


def actions() -> tuple[Action, ...]:
    """Give all actions, by menu and order."""
    import kzexplorer.ui.actions as package
    from kzexplorer.registry import discover

    return tuple(sorted(discover(package, Action), key=lambda action: (action.menu, action.order)))
