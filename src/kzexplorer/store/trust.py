"""Remember by their SHA-256 the databases this installation wrote itself."""

import hashlib
from pathlib import Path


def sha256(path: Path) -> str:
    """Hash a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_ours(path: Path, ledger: Path) -> bool:
    """Say whether a file's hash stands in the ledger; an unreadable ledger trusts nothing."""
    try:
        known = ledger.read_text("ascii", errors="replace").split()
    except OSError:
        return False
    return sha256(path) in known


def remember(path: Path, ledger: Path) -> bool:
    """Add a file's hash to the ledger, one a line; say whether that was possible.

    A ledger that cannot be written only means that the file is copied when it is opened.
    """
    line = sha256(path) + "\n"
    try:
        if ledger.exists() and line in ledger.read_text("ascii", errors="replace"):
            return True
        ledger.parent.mkdir(parents=True, exist_ok=True)
        with ledger.open("a", encoding="ascii") as file:
            file.write(line)
    except OSError:
        return False
    return True
