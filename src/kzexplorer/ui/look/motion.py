"""Whether the system asks programs to move nothing. Qt 6.11 does not tell, so each desktop's own place is read."""

import configparser
import plistlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


def asks_for_stillness(home: Path | None = None, platform: str = "") -> bool:
    """Say whether the user has turned animations off, as far as one can find out without starting a program.

    On Windows that turns off Qt's own effects too. GNOME keeps it where only its own library reads it, unless a
    settings file of GTK says it as well; there the program's own setting helps.
    """
    home, platform = home or Path.home(), platform or QGuiApplication.platformName()
    match platform:
        case "windows":
            effects = (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_FadeMenu)
            return not any(map(QApplication.isEffectEnabled, effects))
        case "cocoa":
            return _mac(home / "Library" / "Preferences" / "com.apple.universalaccess.plist")
        case "xcb" | "wayland":
            config = home / ".config"
            return _says(config / "kdeglobals", "KDE", "AnimationDurationFactor", 0.0) or any(
                _says(config / gtk / "settings.ini", "Settings", "gtk-enable-animations", 0.0)
                for gtk in ("gtk-3.0", "gtk-4.0")
            )
        case _:
            return False


def _mac(path: Path) -> bool:
    with suppress(OSError, ValueError, plistlib.InvalidFileException), path.open("rb") as file:
        return bool(plistlib.load(file).get("reduceMotion", False))
    return False


def _says(path: Path, section: str, key: str, value: float) -> bool:
    parser = configparser.RawConfigParser(strict=False)
    with suppress(OSError, ValueError, configparser.Error):
        parser.read_string(path.read_text("utf-8"))
        text = parser.get(section, key, fallback="").strip().lower()
        return text == "false" or float(text or "nan") == value
    return False
