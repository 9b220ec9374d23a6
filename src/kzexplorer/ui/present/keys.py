"""Which key does what on the stage: by the place of the key, so that it works on every layout."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kzexplorer.domain.vocabulary import N_


class Act(StrEnum):
    """What a key or a button of the speaker does."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    ENTER = "enter"
    EVIDENCE = "evidence"
    BLANK = "blank"
    FREEZE = "freeze"
    SWAP = "swap"
    WINDOWS = "windows"
    LIGHT = "light"
    END = "end"


# For the sheet of keys and the tips of the buttons.
KEYS = {
    Act.NEXT: (N_("Space, right, down, Page down"), N_("On to the next step")),
    Act.BACK: (N_("Left, up, Page up"), N_("Back to the step before")),
    Act.FIRST: (N_("Home and End"), N_("To the first or last step")),
    Act.ENTER: (N_("Digits, then Enter"), N_("To the step of that number")),
    Act.EVIDENCE: ("E", N_("The evidence of the record in focus, and back")),
    Act.BLANK: ("B", N_("Blank the audience's screen")),
    Act.FREEZE: (".", N_("The audience's screen stands still")),
    Act.SWAP: ("S", N_("Swap the screens")),
    Act.WINDOWS: ("W", N_("Two windows, to share one of them")),
    Act.LIGHT: ("L", N_("Light or dark stage")),
    Act.END: (N_("Escape"), N_("End")),
}

_NAMED = {
    Qt.Key.Key_Space: Act.NEXT,
    Qt.Key.Key_Right: Act.NEXT,
    Qt.Key.Key_Down: Act.NEXT,
    Qt.Key.Key_PageDown: Act.NEXT,
    Qt.Key.Key_Left: Act.BACK,
    Qt.Key.Key_Up: Act.BACK,
    Qt.Key.Key_PageUp: Act.BACK,
    Qt.Key.Key_Backspace: Act.BACK,
    Qt.Key.Key_Home: Act.FIRST,
    Qt.Key.Key_End: Act.LAST,
    Qt.Key.Key_Return: Act.ENTER,
    Qt.Key.Key_Enter: Act.ENTER,
    Qt.Key.Key_Escape: Act.END,
}
# What stands on the key on the Latin layout.
_LETTERS = {
    "e": Act.EVIDENCE,
    "b": Act.BLANK,
    ".": Act.FREEZE,
    "s": Act.SWAP,
    "w": Act.WINDOWS,
    "l": Act.LIGHT,
}
# What the same keys give on the Russian and Kazakh layouts, for a platform that does not tell their place.
_CYRILLIC = {"у": "e", "и": "b", "ю": ".", "ы": "s", "ц": "w", "д": "l"}

# The numbers of the keys. X11 and Wayland: Linux's input-event-codes.h plus 8. Windows: scan codes of set 1.
# macOS: virtual keys of Carbon's Events.h, which are places too.
_LINUX = {26: "e", 56: "b", 60: ".", 39: "s", 25: "w", 46: "l", **{10 + n: d for n, d in enumerate("1234567890")}}
_WINDOWS = {18: "e", 48: "b", 52: ".", 31: "s", 17: "w", 38: "l", **{2 + n: d for n, d in enumerate("1234567890")}}
_MAC = {
    14: "e", 11: "b", 47: ".", 1: "s", 13: "w", 37: "l",
    18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 22: "6", 26: "7", 28: "8", 25: "9", 29: "0",
}  # fmt: skip


def pressed(event: QKeyEvent, platform: str = "") -> str:
    """Say what a key does: an `Act`, a digit, or nothing, which is an empty text.

    Args:
        event: a key that was pressed, alone.
        platform: Qt's name of the platform, that which runs unless told.
    """
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if held:
        return ""
    named = _NAMED.get(Qt.Key(event.key()))
    if named is not None:
        return named
    sign = _sign(event, platform or QGuiApplication.platformName())
    return sign if sign.isdigit() else _LETTERS.get(sign, "")


def _sign(event: QKeyEvent, platform: str) -> str:
    """Give what stands on a key on the Latin layout."""
    on_pad = event.modifiers() & Qt.KeyboardModifier.KeypadModifier
    match platform:
        case "xcb" | "wayland":
            places, place = _LINUX, event.nativeScanCode()
        case "windows":
            places, place = _WINDOWS, event.nativeScanCode()
        case "cocoa":
            places, place = _MAC, event.nativeVirtualKey()
        case _:
            places, place = {}, 0
    if place in places and not on_pad:
        return places[place]
    text = event.text().lower()
    return _CYRILLIC.get(text, text if text.isascii() else "")
