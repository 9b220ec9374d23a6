"""What the window asks its surroundings for: files to write, and a folder to be shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language

# Asks for a file to write: whose dialog it is, the path suggested and the suffix; None when it is not wanted.
ChoosePath = Callable[[QWidget, Path, str], Path | None]
# Asks for a file to read, by its suffix, and for a folder to write into.
ChooseFile = Callable[[QWidget, str], Path | None]
ChooseFolder = Callable[[QWidget], Path | None]


def choose_file(parent: QWidget, suffix: str) -> Path | None:
    """Ask for a file to read, None when the user thinks better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, "", "", f"*{suffix}")
    return Path(name) if name else None


def choose_folder(parent: QWidget) -> Path | None:
    """Ask for a folder to write into, None when the user thinks better of it."""
    name = QFileDialog.getExistingDirectory(parent)
    return Path(name) if name else None


def open_folder(folder: Path, say: Language) -> None:
    """Show a folder in the system's file manager; a file is never opened.

    Raises:
        KnownError: nothing here shows folders.
    """
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        raise KnownError(say("The folder cannot be opened from here: {path}", path=folder))
