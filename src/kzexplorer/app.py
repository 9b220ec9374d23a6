"""The window's composition root: builds everything once, in the order it is needed, and runs it."""

import gc
import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from kzexplorer import __version__, paths
from kzexplorer.display import has_display
from kzexplorer.domain.briefing import Briefing
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.domain.state import State
from kzexplorer.opening import open_store, own
from kzexplorer.shelf import SETTINGS, SHELF, TABLES, Kept
from kzexplorer.store import Repository
from kzexplorer.ui.about import versions
from kzexplorer.ui.actions import actions
from kzexplorer.ui.briefing.room import BriefingRoom
from kzexplorer.ui.crash import Crash
from kzexplorer.ui.look.clear_icons import ClearIcons
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.look.tokens import themes
from kzexplorer.ui.main_window import MainWindow
from kzexplorer.ui.mouse_buttons import MouseButtons
from kzexplorer.ui.parts.choosing import choose_file
from kzexplorer.ui.remembering import Remembering
from kzexplorer.ui.views import views
from kzexplorer.viewmodel.composing import Composing
from kzexplorer.viewmodel.databases import Databases
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.view_text import read_view


def run(store: Repository, say: Language, state: State | None = None, path: Path | None = None) -> int:
    """Open the window on a state, or as it was left, and run until it is closed; gives the exit code.

    Args:
        store: an open database.
        say: the language.
        state: what to show.
        path: where the database is, None for the bundled one.

    Raises:
        KnownError: there is no display.
    """
    app = application()
    running = Running(app, say, make_theme(app))
    running.show(store, path, state)
    code = app.exec()
    running.end()
    return code


def present(store: Repository, say: Language, briefing: Briefing, number: int = 0, *, windows: bool = False) -> int:
    """Present a briefing from a step on, counted from 0, without the window; gives the exit code.

    Raises:
        KnownError: there is no display, or the briefing has no steps.
    """
    if not briefing.steps:
        raise KnownError("The briefing has no steps; add some in the window, or with “kzexplorer brief”.")
    app = application()
    theme = make_theme(app)
    settings = Kept(SETTINGS, paths.user_config() / "settings.json")
    settings.refresh()
    theme.choose(settings.value.theme)
    theme.choose_stage(settings.value.stage)
    theme.choose_motion(settings.value.motion)
    from kzexplorer.ui.present.presentation import Presentation

    talk = Presentation(briefing, Labels(store, say), theme, start=number, windows=windows)
    crash = Crash(Explorer(store, State(), say.code), say, versions(__version__, store), talk.speaker)
    crash.install()
    talk.ended.connect(app.quit)
    talk.start()
    code = app.exec()
    crash.uninstall()
    store.close()
    return code


class Running(QObject):
    """The window that is open and the database under it; another database gets a new window in its place.

    What the user keeps is in files, so that nothing is lost with a window.
    """

    def __init__(self, app: QApplication, say: Language, theme: Theme) -> None:
        super().__init__(app)
        self._app, self._say, self._theme = app, say, theme

    def show(self, store: Repository, path: Path | None, state: State | None) -> None:
        """Show a window on a database."""
        tables = Kept(TABLES, paths.user_data() / "tables.json")
        trouble = tables.open()
        databases = Databases(tables, self.switch, own, path)
        self.store = store
        self.explorer, self.window = start(store, self._say, state, self._theme, databases)
        self._crash = Crash(self.explorer, self._say, versions(__version__, store), self.window)
        self._crash.install()
        self.window.messages.add(trouble)

    def switch(self, path: Path | None) -> None:
        """Open another database and, once the caller is done, put a window on it in the place of this one.

        Raises:
            KnownError: it cannot be opened.
        """
        QTimer.singleShot(0, self, partial(self._replace, open_store(path), path))

    def end(self) -> None:
        """Let the database go."""
        self._crash.uninstall()
        self.store.close()

    def _replace(self, store: Repository, path: Path | None) -> None:
        before, window = self.store, self.window
        self._app.setQuitOnLastWindowClosed(False)
        self._crash.uninstall()
        gc.unfreeze()  # the old window and its rows are no longer there to stay
        window.close()
        window.desk.briefings.composing.leave()
        self.show(store, path, State())
        self._app.setQuitOnLastWindowClosed(True)
        # Until it is deleted the old window hears of a change of theme, and reads its database to draw itself anew.
        window.destroyed.connect(before.close)
        window.deleteLater()


def start(
    store: Repository, say: Language, state: State | None, theme: Theme, databases: Databases | None = None
) -> tuple[Explorer, MainWindow]:
    """Show the window as `restored_window` makes it; what stands once its first view does is there to stay.

    Until then nothing is collected: looking for garbage among a hundred thousand new objects takes a good part
    of the start and finds none. What stands is then left out of all later collections, each of which would keep
    whoever types waiting.
    """
    gc.disable()
    explorer, window = restored_window(store, say, state, theme, databases)
    window.stack.ready.connect(_stand)
    window.show()
    return explorer, window


def _stand() -> None:
    gc.freeze()
    gc.enable()


def application(*, headless: bool = False) -> QApplication:
    """Make the application, or take the one there is.

    Args:
        headless: without a display, draw off the screen.

    Raises:
        KnownError: there is no display and the window is meant to be seen; Qt itself would abort.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        if not has_display():
            if not headless:
                raise KnownError(
                    "There is no display to open the window on; “kzexplorer tour -o DIR” draws it into pictures."
                )
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if headless and os.environ.get("QT_QPA_PLATFORM") == "offscreen":
            # On its own the platform has a screen of 800 by 800, and moves all that opens onto that.
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={paths.resources() / 'offscreen.json'}"
        app = QApplication(sys.argv[:1])
    app.setApplicationName("kzexplorer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("kzexplorer")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "kzexplorer.svg")))
    return app


def make_theme(app: QApplication) -> Theme:
    """Make the theme from the files in `resources/themes`."""
    return Theme(app, themes(paths.resources()))


def restored_window(
    store: Repository, say: Language, state: State | None, theme: Theme, databases: Databases | None = None
) -> tuple[Explorer, MainWindow]:
    """Build the window with the user's basket and views, where and as it was left; it remembers when it closes.

    Args:
        state: what to open instead of the view that was left.
    """
    shelf = Kept(SHELF, paths.user_data() / "shelf.json")
    settings = Kept(SETTINGS, paths.user_config() / "settings.json")
    messages = [shelf.open(), settings.open()]
    left = settings.value
    bundled = databases is None or databases.current is None
    if state is None and bundled:
        try:
            state = read_view(left.state, store)
        except KnownError as error:
            messages.append(say("The view you left cannot be opened again: {reason}", reason=error))
    keeping = Keeping(shelf, say("My basket"), left.basket)
    facets = [facet.id for facet in store.facets()]
    composing = Composing(paths.user_data() / "briefings", facets, store.edition.name, say)
    explorer, window = make_window(store, say, state or State(), theme, keeping, composing, databases)
    messages.append(composing.recover())
    QCoreApplication.instance().aboutToQuit.connect(composing.leave)  # type: ignore[union-attr]
    remembering = Remembering(settings, window, explorer, theme, keeping, keeps_view=bundled)
    remembering.complained.connect(window.messages.add)
    remembering.restore()
    for message in messages:
        window.messages.add(message)
    return explorer, window


def make_window(
    store: Repository,
    say: Language,
    state: State,
    theme: Theme,
    keeping: Keeping | None = None,
    composing: Composing | None = None,
    databases: Databases | None = None,
) -> tuple[Explorer, MainWindow]:
    """Build the window around a state, and the explorer it follows, which it owns.

    Without a `keeping` the basket and the saved views live as long as the window, without a `composing` the briefing;
    without `databases` there are no others to open.
    """
    keeping = keeping or Keeping(Kept(SHELF), say("My basket"))
    databases = databases or Databases(Kept(TABLES))
    labels = Labels(store, say)
    explorer = Explorer(store, state, say.code)
    composing = composing or Composing(None, [facet.id for facet in store.facets()], store.edition.name, say)
    ready = paths.resources() / "briefings"
    briefings = BriefingRoom(composing, labels, theme, choose_path, choose_file, ready)
    window = MainWindow(
        explorer, labels, theme, keeping, briefings, views(), actions(), choose_path, __version__, open_store, databases
    )
    mouse = MouseButtons(window)
    mouse.back.connect(explorer.back)
    mouse.forward.connect(explorer.forward)
    ClearIcons(window, theme)
    explorer.setParent(window)
    keeping.setParent(window)
    briefings.setParent(window)
    databases.setParent(window)
    return explorer, window


def choose_path(parent: QWidget, suggested: Path, suffix: str) -> Path | None:
    """Ask for a file to write, None when the user thinks better of it."""
    name, _ = QFileDialog.getSaveFileName(parent, "", str(suggested), f"*{suffix}")
    if not name:
        return None
    return Path(name) if Path(name).suffix else Path(name + suffix)
