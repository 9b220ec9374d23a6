"""The program reaches no network, starts no program, reads no file nobody chose; code that tries is caught."""

import os
import random
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from forms import forms
from modules import SOURCES
from reach import reached

from watching import watched

# The few that may, and why. Another one is a decision about security: say it in SECURITY.md too.
ALLOWED = {
    "kzexplorer.build.importing.writing": ["marshal"],  # its own rows, between reading and writing them
    "kzexplorer.display": ["CDLL", "ctypes"],  # asks the display whether it answers; Qt would end the process
    "kzexplorer.exporters.spreadsheet": ["ctypes"],  # asks Windows for its list separator
    "kzexplorer.ui.actions.copy_rows": ["setHtml"],  # a table for the clipboard, each cell escaped
    "kzexplorer.ui.parts.address": ["QDesktopServices", "openUrl"],  # a web address that was shown whole and confirmed
    "kzexplorer.ui.parts.choosing": ["QDesktopServices", "openUrl"],  # the folder of what was written, when asked to
    "kzexplorer.ui.parts.plain": ["setOpenExternalLinks"],  # switches it off
}
CALLS = (
    "import socket",
    "from socket import create_connection as harmless",
    "import urllib.request as u",
    "from urllib import request",
    "from subprocess import run",
    "__import__('soc' + 'ket')",
    "from PySide6.QtNetwork import QTcpSocket",
    "from PySide6.QtCore import QProcess",
    "import os; os.system('true')",
    "import ctypes",
    "eval('1')",
    "QDesktopServices.openUrl(text)",
)


def audited(folder, *injected):
    program = [sys.executable, str(Path(__file__).with_name("audited.py")), str(folder), *injected]
    return subprocess.run(program, capture_output=True, text=True, encoding="utf-8", timeout=300)


def test_no_module_names_what_reaches_out():
    assert {name: found for name, path in SOURCES.items() if (found := reached(path.read_bytes()))} == ALLOWED


def test_a_call_put_into_any_module_is_named():
    for name, path in SOURCES.items():
        call = CALLS[len(name) % len(CALLS)]
        source = path.read_text("utf-8")
        added = f"{source}\ndef innocent(text):\n    {call}\n"
        assert len(reached(added)) > len(reached(source)) or name in ALLOWED, (name, call)


@pytest.mark.parametrize("call", CALLS)
def test_every_way_out_is_named(call):
    assert reached(call)


def test_the_commands_and_the_window_stay_inside(tmp_path):
    done = audited(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@forms("count", 2, 100)
def test_a_socket_in_any_module_is_caught_even_if_its_refusal_is_swallowed(tmp_path, count):
    code = "import socket as s\ntry:\n    s.socket().connect(('::1', 9))\nexcept Exception:\n    pass"
    for name in random.sample(sorted(set(SOURCES) - {"kzexplorer.__main__"}), count):
        done = audited(tmp_path, name, code)
        assert "AssertionError: socket.__new__" in done.stderr, (name, done.stderr)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (lambda folder: socket.socket(), "socket.__new__"),
        (lambda folder: subprocess.run(["true"]), "subprocess.Popen"),
        (lambda folder: os.system("true"), "os.system"),
        (lambda folder: (folder / "read").read_bytes(), "open "),
        (lambda folder: (folder / "link").read_bytes(), "open "),
        (lambda folder: (folder / "new").write_bytes(b""), "open "),
        (lambda folder: (folder / "read").unlink(), "os.remove "),
        (lambda folder: (folder / "read").rename(folder / "moved"), "os.rename "),
        (lambda folder: list(folder.iterdir()), "os.listdir "),
        (lambda folder: (folder / "made").mkdir(), "os.mkdir "),
    ],
)
def test_the_watch_catches(tmp_path, monkeypatch, what, said):
    (tmp_path / "read").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "read")
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(other))
    with pytest.raises(AssertionError, match=said), watched(), suppress(PermissionError):
        what(tmp_path)
    with watched(write=[tmp_path]):
        (tmp_path / "new").write_bytes((tmp_path / "read").read_bytes())
