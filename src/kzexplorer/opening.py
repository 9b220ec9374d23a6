"""Decide how a database is opened: ours in place, any other as a checked copy."""

import atexit
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from kzexplorer import paths
from kzexplorer.domain.errors import KnownError
from kzexplorer.store import Repository
from kzexplorer.store.connection import check_file
from kzexplorer.store.trust import is_ours, remember, sha256


def ledger() -> Path:
    """Where the hashes of the databases this installation wrote are kept."""
    return paths.user_data() / "written.sha256"


def own(path: Path) -> None:
    """Remember that this installation wrote a database, so that it is opened in place."""
    remember(path, ledger())


def open_store(path: Path | None, previous: Path | None = None) -> Repository:
    """Open the bundled database, or the one at a path.

    Only the bundled file and files whose hash this installation remembers are opened in place. Any
    other, also one that says it is ours, is checked and copied row by row into a database of our own.

    Args:
        path: a database, the bundled one unless told.
        previous: another edition, to tell what changed since.

    Raises:
        KnownError: the file is missing, damaged, too new, foreign or cannot be copied.
    """
    if previous is None:
        return Repository.open(_trusted(path))
    with closing(Repository.open(_trusted(previous))) as older:
        return Repository.open(_trusted(path), older)


def _trusted(path: Path | None) -> Path:
    """Give a database that may be opened in place: the one at a path, or a copy of it."""
    if path is None:
        return paths.database()
    check_file(path)
    try:
        in_place = path.samefile(paths.database()) or is_ours(path, ledger())
        digest = sha256(path)
    except OSError as error:
        raise KnownError(f"“{path}” cannot be read ({error.strerror}); check its permissions.") from error
    return path if in_place else _copied(path, digest)


def _copied(path: Path, digest: str) -> Path:
    from kzexplorer.build import copy

    folder = paths.user_cache() / "copies"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        target = folder / f"{digest}.db"
        if target.exists() and is_ours(target, ledger()):
            return target
        with tempfile.TemporaryFile(dir=folder):
            pass  # the folder takes files
    except OSError:
        target = _folder_for_once() / f"{digest}.db"
    copy(path, target)
    remember(target, ledger())
    return target


def _folder_for_once() -> Path:
    """Make a folder of our own that goes with the process; one of a known name could be somebody else's."""
    try:
        folder = tempfile.mkdtemp(prefix="kzexplorer-")
    except OSError as error:
        raise KnownError(f"There is no folder to copy a database into ({error.strerror}); free some space.") from error
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
