"""Bring the window back as it was left: its place, panes, theme, view and basket."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from kzexplorer.shelf import Kept, Place, Settings
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.places import fitted, free_screens, splitters, usual_place
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.keeping import Keeping


class Remembering(QObject):
    """Restores the window, writes the settings when it closes, and keeps it on a screen that is there.

    Signals:
        complained(str): a sentence for the user about the file of the settings.
    """

    complained = Signal(str)

    def __init__(
        self,
        kept: Kept[Settings],
        window: QMainWindow,
        explorer: Explorer,
        theme: Theme,
        keeping: Keeping,
        *,
        keeps_view: bool = True,
    ) -> None:
        """Begin; `keeps_view` is whether the view is one of the data the window opens with next time."""
        super().__init__(window)
        self._kept = kept
        self._keeps_view = keeps_view
        self._window, self._explorer, self._theme, self._keeping = window, explorer, theme, keeping
        window.installEventFilter(self)
        QGuiApplication.instance().screenRemoved.connect(self._bring_back_soon)  # type: ignore[union-attr]

    def restore(self) -> None:
        """Bring back the theme, and the place and panes of the window where they are known."""
        settings, window = self._kept.value, self._window
        self._theme.choose(settings.theme)
        self._theme.choose_stage(settings.stage)
        self._theme.choose_motion(settings.motion)
        for splitter in splitters(window):
            sizes = dict(settings.panes).get(splitter.objectName(), ())
            if len(sizes) == splitter.count() and min(sizes) >= 0 < sum(sizes):
                splitter.setSizes(list(sizes))
        place, screens = settings.place, free_screens(window)
        if place is None:
            window.setGeometry(usual_place(screens[0]))
        else:
            size = QSize(place.width, place.height).expandedTo(window.minimumSize())
            window.setGeometry(fitted(QRect(QPoint(place.x, place.y), size), screens))
        # At the first start on a small screen too: there is no room for a frame around a window that fills it.
        if settings.maximized or (place is None and window.size() == screens[0].size()):
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
        # Not before: what a window that was never shown says of its panes is nothing to remember.
        self._theme.chosen.connect(self.remember)

    def remember(self) -> None:
        """Write the settings."""
        self._tell(self._kept.change(self._now))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override: remember when the window closes."""
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.remember()
        return super().eventFilter(watched, event)

    def _now(self, before: Settings) -> Settings:
        window = self._window
        place = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
        return Settings(
            theme=self._theme.choice,
            place=Place(place.x(), place.y(), place.width(), place.height()),
            maximized=window.isMaximized(),
            panes=tuple((s.objectName(), tuple(s.sizes())) for s in splitters(window)),
            state=str(self._explorer.state) if self._keeps_view else before.state,
            basket=self._keeping.basket.name,
            stage=self._theme.stage,
            motion=self._theme.motion,
        )

    def _bring_back_soon(self) -> None:
        # The system moves windows too; what it leaves off the screens is brought back.
        QTimer.singleShot(0, self, self._bring_back)

    def _bring_back(self) -> None:
        there = self._window.geometry()
        back = fitted(there, free_screens(self._window))
        if back != there:
            self._window.setGeometry(back)

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.complained.emit(sentence)
