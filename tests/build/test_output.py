"""A database takes its target's place whole or not at all, and leaves nothing beside it."""

import errno
import os
import sys

import pytest

from kzexplorer.build.output import write
from kzexplorer.domain.errors import KnownError


def test_a_file_is_replaced_and_nothing_left(tmp_path):
    target = tmp_path / "a?b #c.db"
    write(target, b"old")
    write(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_or_pipe_is_not_a_target(tmp_path):
    with pytest.raises(KnownError, match="is not a file; name a file"):
        write(tmp_path, b"x")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(KnownError, match="is not a file"):
            write(tmp_path / "pipe", b"x")


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(KnownError, match=r"There is no folder for “.*x.db”; create it"):
        write(tmp_path / "nowhere" / "x.db", b"x")


@pytest.mark.parametrize(
    ("code", "remedy"),
    [(errno.ENOSPC, "free some space"), (errno.EACCES, "close the program"), (errno.EROFS, "close the program")],
)
def test_a_full_or_closed_disk_leaves_the_old_file(tmp_path, monkeypatch, code, remedy):
    target = tmp_path / "x.db"
    write(target, b"old")

    def refuse(descriptor):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(KnownError, match=rf"x.db” cannot be written .*; {remedy}"):
        write(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
