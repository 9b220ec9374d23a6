"""What the window asks its surroundings for: files to write, and a folder to be shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language

# Asks for a file to write: whose dialog it is, the path suggested and the suffix; None when it is not wanted.
ChoosePath = Callable[[QWidget, Path, str], Path | None]


def open_folder(folder: Path, say: Language) -> None:
    """Show a folder in the system's file manager; a file is never opened.

    Raises:
        KnownError: nothing here shows folders.
    """
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        raise KnownError(say("The folder cannot be opened from here: {path}", path=folder))
