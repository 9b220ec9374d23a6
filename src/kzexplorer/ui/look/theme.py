"""The look: colour tokens to palette, fonts and the one style sheet, light and dark."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kzexplorer.ui.look.motion import asks_for_stillness
from kzexplorer.ui.look.tokens import Tokens

WORK_PX = 13
CAPTION_PX = 11


class Theme(QObject):
    """The tokens in use, of those known by name; applies them to the application.

    Signals:
        changed(Tokens): other colours are in use; who paints by hand paints again.
        chosen(str): the user has chosen light, dark or to follow the system, or how the stage is.
    """

    changed = Signal(object)
    chosen = Signal(str)

    def __init__(self, app: QApplication, known: Mapping[str, Tokens]) -> None:
        super().__init__(app)
        self._app = app
        self.known = known
        self.tokens = known["light"]
        self.choice = "system"
        self.stage = "dark"
        self.motion = "system"
        app.setStyle("Fusion")
        app.setFont(platform_font())
        app.styleHints().colorSchemeChanged.connect(self.follow)
        self.follow(app.styleHints().colorScheme())

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """Use the tokens of the system's colour scheme, unless the user wants others; an unknown one is light."""
        if self.choice == "system":
            self.use(self.known["dark" if scheme is Qt.ColorScheme.Dark else "light"])

    def choose(self, choice: str) -> None:
        """Use light or dark from now on, or follow the system: `light`, `dark` or `system`."""
        self.choice = choice
        if choice == "system":
            self.follow(self._app.styleHints().colorScheme())
        else:
            self.use(self.known[choice])
        self.chosen.emit(choice)

    @property
    def stage_tokens(self) -> Tokens:
        """The tokens of the stage."""
        return self.known[f"stage-{self.stage}"]

    @property
    def is_still(self) -> bool:
        """Whether nothing is to move: as the user has chosen, else as the system asks for."""
        return self.motion == "none" or asks_for_stillness()

    def choose_stage(self, stage: str) -> None:
        """Use the dark or the light stage from now on."""
        self.stage = stage
        self.chosen.emit(self.choice)

    def choose_motion(self, motion: str) -> None:
        """Move as the system asks for, or not at all: `system` or `none`."""
        self.motion = motion
        self.chosen.emit(self.choice)

    def use(self, tokens: Tokens) -> None:
        """Use these tokens."""
        self.tokens = tokens
        self._app.setPalette(_palette(tokens))
        self._app.setStyleSheet(_STYLE.substitute(asdict(tokens)))
        self.changed.emit(tokens)


def platform_font() -> QFont:
    """Give the font of the platform at the size of work."""
    font = QFont(QApplication.font())
    # Without a desktop the platform has no font of its own; this is the one the set-up installs.
    if QApplication.platformName() in {"offscreen", "minimal"} or font.family() in {"Sans Serif", "DejaVu Sans"}:
        known = QFontDatabase.families()
        font.setFamilies([name for name in ("Noto Sans", font.family()) if name in known] or [font.family()])
    font.setPixelSize(WORK_PX)
    return font


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: t.surface,
        QPalette.ColorRole.Base: t.surface,
        QPalette.ColorRole.AlternateBase: t.bg,
        QPalette.ColorRole.Button: t.surface,
        QPalette.ColorRole.WindowText: t.ink,
        QPalette.ColorRole.Text: t.ink,
        QPalette.ColorRole.ButtonText: t.ink,
        QPalette.ColorRole.ToolTipBase: t.surface,
        QPalette.ColorRole.ToolTipText: t.ink,
        QPalette.ColorRole.PlaceholderText: t.ink3,
        QPalette.ColorRole.Highlight: t.sel,
        QPalette.ColorRole.HighlightedText: t.ink,
        QPalette.ColorRole.Link: t.accent,
        QPalette.ColorRole.LinkVisited: t.accent,
        QPalette.ColorRole.Light: t.surface,
        QPalette.ColorRole.Midlight: t.line,
        QPalette.ColorRole.Mid: t.line,
        QPalette.ColorRole.Dark: t.line,
        QPalette.ColorRole.Shadow: t.line,
        QPalette.ColorRole.Accent: t.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.ink3))
    return palette


_STYLE = Template((Path(__file__).parent / "style.qss").read_text("utf-8"))
