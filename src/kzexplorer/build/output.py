"""Write a finished database in the place of its target, whole or not at all."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from kzexplorer.domain.dates import shortened
from kzexplorer.domain.errors import KnownError


def write(target: Path, data: bytes) -> None:
    """Replace a file; whoever reads it sees the whole old or the whole new one.

    Raises:
        KnownError: the target is not a file, or it or its folder cannot be written.
    """
    name = shortened(str(target), 200)
    if target.exists() and not target.is_file():
        raise KnownError(f"“{name}” is not a file; name a file to write the database to.")
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except FileNotFoundError:
        raise KnownError(f"There is no folder for “{name}”; create it or name another file.") from None
    except OSError as error:
        raise KnownError(f"“{name}” cannot be written ({error.strerror}); {_remedy(error)}.") from error
    finally:
        # Gone when it was renamed; where even removing fails, the first error says more.
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _remedy(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "free some space or name a file on another disk"
    return "close the program that has it open, or name a file in a folder you may write to"
