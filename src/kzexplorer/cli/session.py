"""What all commands share: the database and the language asked for, and how to complain."""

import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kzexplorer.domain.language import Language
from kzexplorer.opening import open_store
from kzexplorer.store import Repository


@dataclass(frozen=True)
class Session:
    """What stands before the command: the database, an edition to compare it with, and the language."""

    db: Path | None
    previous: Path | None
    say: Language

    def open(self) -> Repository:
        """Open the database asked for."""
        return open_store(self.db, self.previous)


def complain(message: str, code: int) -> int:
    """Say in one line what is wrong, and give the exit code that says so too."""
    with suppress(OSError):
        print(f"kzexplorer: {' '.join(message.split())}", file=sys.stderr)
    return code
