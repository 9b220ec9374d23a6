"""What the window asks its surroundings for: files to write and to read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

# Asks for a file to write: whose dialog it is, the path suggested and the suffix; None when it is not wanted.
ChoosePath = Callable[[QWidget, Path, str], Path | None]
