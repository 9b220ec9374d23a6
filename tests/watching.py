"""Watch what Python code does to the world outside, by the interpreter's own audit events, and refuse the rest.

No socket, no other program, no file read but the program's own and what the user chose, none written but there. What
is refused is also written down, so that code which swallows the refusal is found too.
"""

import os
import sys
import sysconfig
import tempfile
from contextlib import contextmanager
from pathlib import Path

from kzexplorer import paths

# Whatever begins so reaches out, starts something or loads foreign code.
_NEVER = (
    "socket.", "ssl.", "http.client.", "urllib.Request", "ftplib.", "imaplib.", "nntplib.", "poplib.", "smtplib.",
    "telnetlib.", "webbrowser.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
    "os.startfile", "os.kill", "pty.", "syslog.", "pickle.", "sqlite3.enable_load_extension", "sqlite3.load_extension",
    "ctypes.dlopen", "winreg.", "_winapi.CreateProcess", "_winapi.CreateNamedPipe",
)  # fmt: skip
_READS = {"os.listdir": 0, "os.scandir": 0}
_WRITES = {
    "os.mkdir": 0, "os.remove": 0, "os.rmdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "os.truncate": 0,
    "os.chmod": 0, "os.chown": 0, "os.utime": 0, "shutil.rmtree": 0, "shutil.move": 1, "shutil.copyfile": 1,
}  # fmt: skip
_PYTHON = tuple({os.path.realpath(path) for path in (*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix)})
_DEVICES = ("/dev/null", "/dev/urandom", "nul")

_watches = []
_installed = []


class Watch:
    """What is allowed while it lasts, and in `refused` what was tried besides."""

    def __init__(self, read, write):
        self._write = tuple(os.path.realpath(path) for path in write)
        own = (str(paths.bundle()), str(Path(paths.__file__).parent))
        self._read = (*_PYTHON, *map(os.path.realpath, own), *self._write, *map(os.path.realpath, read))
        self.refused = []

    def hear(self, event, arguments):
        """Refuse an event, or let it pass."""
        if event == "ctypes.dlopen" and arguments[0] is None:  # Python's own functions
            return
        if event.startswith(_NEVER):
            self._refuse(f"{event} {arguments}")
        elif event == "open":
            path, mode, flags = arguments
            writes = (set(mode) & set("wax+") if mode else False) or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            self._check(event, path, self._write if writes else self._read)
        elif event in _READS:
            self._check(event, arguments[_READS[event]], self._read)
        elif event in _WRITES and not _in_open_folder(arguments):
            self._check(event, arguments[_WRITES[event]], self._write)

    def _check(self, event, path, roots):
        if path is None or isinstance(path, int):  # a descriptor: it was opened before
            return
        real = os.path.realpath(os.fsdecode(path))
        if not any(real == root or real.startswith(root + os.sep) for root in roots) and real not in _DEVICES:
            self._refuse(f"{event} {real}")

    def _refuse(self, what):
        self.refused.append(what)
        raise PermissionError(f"the program may not do this: {what}")


def _in_open_folder(arguments):
    """Say whether a name is one in a folder given by its descriptor: that it was opened was heard."""
    return not Path(os.fsdecode(arguments[0])).is_absolute() and any(type(a) is int and a >= 0 for a in arguments[-2:])


def _hear(event, arguments):
    for watch in _watches:
        watch.hear(event, arguments)


@contextmanager
def watched(*, read=(), write=()):
    """Watch while the block runs; `write` names the folders it may also write to, the temporary one is among them.

    Fails at its end when anything was refused.
    """
    if not _installed:  # an audit hook cannot be taken back
        _installed.append(_hear)
        sys.addaudithook(_hear)
    watch = Watch(read, (*write, tempfile.gettempdir()))
    _watches.append(watch)
    try:
        yield watch
    finally:
        _watches.remove(watch)
    assert not watch.refused, "\n".join(watch.refused)
