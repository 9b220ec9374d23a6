"""A talk before an audience: the one room that changes where it is, and keeps its windows on screens that exist."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.briefing import Briefing
from kzexplorer.domain.talk import Talk
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.present.audience import AudienceWindow
from kzexplorer.ui.present.keys import Act
from kzexplorer.ui.present.places import Places, placed
from kzexplorer.ui.present.speaker import SpeakerWindow
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.slides import Slides
from kzexplorer.viewmodel.steps import Steps

_MOVES: dict[Act, Callable[[Talk], Talk]] = {
    Act.NEXT: lambda talk: talk.step(1),
    Act.BACK: lambda talk: talk.step(-1),
    Act.FIRST: lambda talk: talk.go(0),
    Act.LAST: lambda talk: talk.go(talk.count - 1),
    Act.ENTER: Talk.enter,
    Act.BLANK: Talk.toggle_blank,
    Act.FREEZE: Talk.toggle_held,
}


class Presentation(QObject):
    """Presents a briefing from a step on, on the screen that the speaker's window is not on; `screens` gives all.

    Signals:
        talk_changed(Talk): the talk is somewhere else.
        ended(): both windows are gone.
    """

    talk_changed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        briefing: Briefing,
        labels: Labels,
        theme: Theme,
        near: QWidget | None = None,
        *,
        start: int = 0,
        windows: bool = False,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._windows, self._screens = windows, screens
        self.talk = Talk(len(briefing.steps)).go(start)
        slides = Slides([step.page for step in briefing.steps], labels)
        self._slides = slides
        tokens = theme.stage_tokens
        self.audience = AudienceWindow(briefing.title or "kzexplorer", slides, tokens, still=theme.is_still)
        self.speaker = SpeakerWindow(briefing.steps, Steps(labels).changed, slides, tokens)
        here = near.screen() if near else QGuiApplication.primaryScreen()
        self._home = next((name for name, screen in self._named.items() if screen is here), self._names[0])
        self._away = next((name for name in self._names if name != self._home), self._home)
        app = QGuiApplication.instance()
        app.screenAdded.connect(self._place_soon)  # type: ignore[union-attr]
        app.screenRemoved.connect(self._place_soon)  # type: ignore[union-attr]
        for window in (self.audience, self.speaker):
            window.pressed.connect(self.do)
        self.speaker.jumped.connect(self.go)
        self.speaker.set_tokens(tokens)
        self._show()
        self._over = False

    @property
    def places(self) -> Places:
        """Where the windows stand."""
        return placed(self._names, self._away, self._home, windows=self._windows)

    @property
    def _named(self) -> dict[str, QScreen]:
        """The screens by name; some platforms give none, or the same one twice."""
        named: dict[str, QScreen] = {}
        for number, screen in enumerate(self._screens()):
            name = screen.name() or "screen"
            named[f"{name} {number}" if name in named else name] = screen
        return named

    @property
    def _names(self) -> list[str]:
        return list(self._named)

    def start(self) -> None:
        """Show the windows."""
        self._place()
        self.audience.activateWindow()

    def do(self, act: str) -> None:
        """Do what a key or a button says: an `Act`, or a digit."""
        match act:
            case Act.EVIDENCE:
                if self._has_proof(self.talk.number):
                    self._become(self.talk.flip())
                else:
                    # The button may have been pressed in vain, and stands up again.
                    self._show()
            case Act.SWAP | Act.WINDOWS:
                self._rearrange(act)
            case Act.LIGHT:
                self._theme.choose_stage("light" if self._theme.stage == "dark" else "dark")
                self._set_tokens()
            case Act.END:
                self.end()
            case digit if digit.isdigit():
                self._become(self.talk.type(digit))
            case _:
                self._become(_MOVES[Act(act)](self.talk))

    def go(self, number: int) -> None:
        """Go to a step, counted from 0."""
        self._become(self.talk.go(number))

    def end(self) -> None:
        """Close both windows."""
        if self._over:
            return
        self._over = True
        for window in (self.audience, self.speaker):
            window.close()
            window.deleteLater()
        self.ended.emit()

    def _become(self, talk: Talk) -> None:
        if talk != self.talk:
            self.talk = talk
            self._show()
            self.talk_changed.emit(talk)

    def _show(self) -> None:
        self.audience.show_shot(self.talk.audience)
        self.speaker.show_talk(self.talk)

    def _has_proof(self, number: int) -> bool:
        card = self._slides.slide(number).card if self.talk.count else None
        return card is not None and card.proof is not None

    def _rearrange(self, act: str) -> None:
        if act == Act.WINDOWS:
            self._windows = not self._windows
        elif len(self._names) > 1:
            # With more than two screens the stage goes round them.
            away = self._names[(self._names.index(self.places.audience) + 1) % len(self._names)]
            self._home = self.places.audience if away == self._home else self._home
            self._away = away
        self._place()

    def _set_tokens(self) -> None:
        self.audience.stage.set_tokens(self._theme.stage_tokens)
        self.speaker.set_tokens(self._theme.stage_tokens)

    def _place_soon(self) -> None:
        # The system moves windows too; what it leaves off the screens is brought back.
        QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        if self._over or not self._names:
            return
        places, screens = self.places, self._named
        screen = screens[places.audience]
        self.audience.hide_pointer(hidden=places.full)
        if places.full:
            _put(self.audience, screen, screen.geometry())
            self.audience.showFullScreen()
        else:
            self.audience.showNormal()
            _put(self.audience, screen, _part(screen, 0.02, 0.05, 0.56, 0.56))
            self.audience.show()
        if not places.speaker:
            self.speaker.hide()
            return
        home = screens[places.speaker]
        self.speaker.showNormal()
        _put(self.speaker, home, _part(home, 0, 0, 1, 1) if places.full else _part(home, 0.3, 0.3, 0.68, 0.66))
        self.speaker.show()


def _put(window: QWidget, screen: QScreen, place: QRect) -> None:
    window.setScreen(screen)
    window.setGeometry(place)


def _part(screen: QScreen, left: float, top: float, width: float, height: float) -> QRect:
    """Give a part of what of a screen is free, in shares of it."""
    free = screen.availableGeometry()
    return QRect(
        free.left() + round(left * free.width()),
        free.top() + round(top * free.height()),
        round(width * free.width()),
        round(height * free.height()),
    )
