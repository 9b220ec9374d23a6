"""Write a finished database in the place of its target, whole or not at all."""

from pathlib import Path

from kzexplorer.atomic import Draft
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError


def write(target: Path, data: bytes) -> None:
    """Replace a file; whoever reads it sees the whole old or the whole new one.

    Raises:
        KnownError: the target is not a file, or it or its folder cannot be written.
    """
    if target.exists() and not target.is_file():
        raise KnownError(f"“{shortened(str(target), 200)}” is not a file; name a file to write the database to.")
    with Draft(target) as draft:
        draft.write(data)
        draft.seal()
        draft.publish()
